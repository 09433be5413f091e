"""insights: what the diary can say."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Final

import typer

from underbar.cli import show
from underbar.cli.output import terminal

if TYPE_CHECKING:
    from underbar.insights.fan import Forecast
    from underbar.services.insights import Insights
    from underbar.wording.insights_text import Part

COLUMNS: Final = 60
PARTS: Final = ("sleep", "release", "sitting", "forecast", "signs", "sides", "described")


def insights(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[WHAT]", help="sleep, release, sitting, forecast, signs, sides or described."
        ),
    ] = None,
    first: Annotated[
        str | None,
        typer.Option(
            "--first", metavar="QUESTION", help="Declare a question first: sleep, release or sitting."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """What the diary can say: three questions with a verdict, and what is counted beside them.

    A verdict is given at 90, 180 and 365 mornings and at no others.

    \b
      underbar insights
      underbar insights sleep
      underbar insights --first release
    """
    if first is not None:
        from underbar.cli.log import report
        from underbar.services.insights import declare

        report(declare(first), json)
        return
    from underbar.services.insights import as_dict
    from underbar.services.insights import insights as look

    if what is not None and what not in PARTS:
        show.fail(f"{what} is none of {', '.join(PARTS)}.")
        raise typer.Exit(2)
    ahead: tuple[Forecast, ...] = ()
    with show.working("Reading the diary ..."):
        found = look()
    if what == "forecast" or (json and what is None):
        from underbar.services.forecast import forecasts

        with show.working("Working out the ways ahead ..."):
            ahead = forecasts()
    if json:
        told = as_dict(found, ahead)
        show.as_json(told if what is None else told["questions"].get(what, told.get(what)))
        return
    _print(_parts(found, ahead, what))


def _parts(found: Insights, ahead: Sequence[Forecast], what: str | None) -> list[Part]:
    from underbar.wording import insights_text as text

    if what is None:
        return text.overview(found.answers, found.signs, found.sides, found.first)
    if what == "forecast":
        return text.forecast(ahead)
    if what == "signs":
        return text.signs(found.signs)
    if what == "sides":
        return text.sides(found.sides)
    if what == "described":
        return text.described(found.described, found.unit)
    return next(text.question(answer) for name, answer in found.answers.items() if name == what)


def _print(parts: list[Part]) -> None:
    columns = min(COLUMNS, terminal()[0])
    for place, part in enumerate(parts):
        if place:
            show.lines([""])
        show.lines([*wrap(part.title, columns), *_wrapped(part.paragraphs, columns)])
        if part.details:
            show.lines(["", *_wrapped(part.details, columns, "- ")])


def _wrapped(texts: Sequence[str], columns: int, mark: str = "") -> list[str]:
    at, on = f"  {mark}", "  " + " " * len(mark)
    return [line for text in texts for line in wrap(text, columns, initial_indent=at, subsequent_indent=on)]
