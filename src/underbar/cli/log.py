"""checkin, add: into the diary. Every answer goes through the notation, so one place says what is valid."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from underbar.cli import show
from underbar.quantities import parse_duration

if TYPE_CHECKING:
    from underbar.services.diary_log import Logged

SCORES = tuple(map(str, range(11)))
SIDES = ("none", "left", "right", "both")
Json = Annotated[bool, typer.Option("--json", help="What was stored, as JSON.")]


def add(
    line: Annotated[
        list[str], typer.Argument(metavar="LINE", help="One entry, or - for lines from standard input.")
    ],
    json: Json = False,
) -> None:
    """Put a line into the diary.

    Without a date it is of today. A line is written as in a diary file.

    \b
      underbar add "deadlift 135lb 3x5 brace pain 0 rpe 6"
      underbar add "2026-03-01 walk 30min"
      underbar add 'note "slept in a hotel bed"'
      underbar add - < evening.diary
    """
    text = " ".join(line)
    if text == "-":
        text = sys.stdin.read()
    report(_log(text), json)


def checkin(
    *,
    ache: Annotated[
        str | None, typer.Option(metavar="0-10", help="Ache on the joint, the worse side.")
    ] = None,
    left: Annotated[
        str | None, typer.Option(metavar="0-10", help="Ache on the left, where told apart.")
    ] = None,
    right: Annotated[str | None, typer.Option(metavar="0-10", help="Ache on the right.")] = None,
    side: Annotated[str | None, typer.Option(metavar="SIDE", help="left, right or both.")] = None,
    stiff: Annotated[
        str | None,
        typer.Option(metavar="SIDE", help="Stiff getting out of the car: none, left, right or both."),
    ] = None,
    sleep: Annotated[str | None, typer.Option(metavar="7h30", help="Sleep of last night.")] = None,
    quality: Annotated[str | None, typer.Option(metavar="0-10", help="How good it was.")] = None,
    woke: Annotated[str | None, typer.Option(metavar="HH:MM", help="When you woke.")] = None,
    evening: Annotated[str | None, typer.Option(metavar="0-10", help="Last evening's ache.")] = None,
    painkiller: Annotated[
        bool | None,
        typer.Option(
            "--painkiller/--no-painkiller", help="Any painkiller in the last 24 hours.", show_default=False
        ),
    ] = None,
    sore: Annotated[bool, typer.Option("--sore", help="Ordinary muscle soreness.")] = False,
    flare: Annotated[bool, typer.Option("--flare", help="This is a flare.")] = False,
    ill: Annotated[bool, typer.Option("--ill", help="Ill, with fever.")] = False,
    json: Json = False,
) -> None:
    """Note the morning's answers, and print the plan.

    Asks for what is not given. Ache and painkiller have no default.

    \b
      underbar checkin
      underbar checkin --ache 0 --sleep 7h30 --no-painkiller
      underbar checkin --left 2 --right 0 --stiff left --painkiller
    """
    given = {
        "ache": ache, "side": side, "left": left, "right": right, "stiff": stiff, "sleep": sleep,
        "quality": quality, "woke": woke, "evening": evening,
    }  # fmt: skip
    flags = {"sore": sore, "flare": flare, "ill": ill}
    aching = ache is not None or left is not None or right is not None
    if not aching or painkiller is None:
        if not (sys.stdin and sys.stdin.isatty()):
            missing = ([] if aching else ["--ache"]) + (
                [] if painkiller is not None else ["--painkiller or --no-painkiller"]
            )
            raise typer.BadParameter(f"nobody is here to ask: give {' and '.join(missing)}")
        painkiller = _ask(given, aching, painkiller)
    words = ["checkin", *(f"{name} {value}" for name, value in given.items() if value is not None)]
    words += [name for name, yes in {**flags, "painkiller": painkiller}.items() if yes]
    report(_log(" ".join(words)), json)
    if not json:
        from underbar.cli.today import today

        show.lines([""])
        today()


def _ask(given: dict[str, str | None], aching: bool, painkiller: bool | None) -> bool:
    """Asks what is missing, into `given`; whether a painkiller was taken. Asks again what it can't take."""
    if not aching:
        given["ache"] = typer.prompt("Ache on the joint this morning, 0 to 10", value_proc=_score)
        if given["side"] is None and given["ache"] != "0":
            side = _choice("Which side: left, right, both or unsure", ("left", "right", "both", "unsure"))
            given["side"] = None if side == "unsure" else side
    if given["stiff"] is None:
        given["stiff"] = _choice("Stiff out of the car: none, left, right or both", SIDES, "none")
    if given["sleep"] is None:
        asked = "Sleep last night, like 7h30; Enter where unknown"
        given["sleep"] = typer.prompt(asked, default="", show_default=False, value_proc=_duration) or None
    if painkiller is None:
        painkiller = typer.confirm("Any painkiller in the last 24 hours?", default=None)
    return painkiller


def _choice(question: str, words: tuple[str, ...], default: str | None = None) -> str:
    def chosen(text: str) -> str:
        if text not in words:
            raise typer.BadParameter(f"expected one of {', '.join(words)}")
        return text

    answer: str = typer.prompt(question, default=default, value_proc=chosen)
    return answer


def _score(text: str) -> str:
    if text not in SCORES:
        raise typer.BadParameter("expected a whole number from 0 to 10")
    return text


def _duration(text: str) -> str:
    if text and parse_duration(text) is None:
        raise typer.BadParameter("expected a duration like 7h30, 7h or 450min")
    return text


def _log(text: str) -> Logged:
    from underbar.services.diary_log import add_lines

    return add_lines(text)


def report(logged: Logged, json: bool) -> None:
    from underbar.diary.notation import format_entry

    if json:
        show.as_json(
            {
                "added": [{"id": entry.id, "line": format_entry(entry)} for entry in logged.entries],
                "known": [entry.id for entry in logged.known],
                "warnings": list(logged.warnings),
            }
        )
        return
    show.lines(format_entry(entry) for entry in logged.entries)
    show.warn(logged.warnings)
