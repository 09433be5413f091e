"""experiment: a question of your own, settled by a coin."""

from __future__ import annotations

import sys
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

from underbar.cli import show
from underbar.cli.output import terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from underbar.insights.experiment import Outcome
    from underbar.services.experiment import Experiments, Offer, Running


def experiment(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[start WHAT | stop]", help="start bedtime, sitting or release; or stop."),
    ] = None,
    pairs: Annotated[int | None, typer.Option("--pairs", help="Pairs of periods.")] = None,
    period: Annotated[int | None, typer.Option("--period", metavar="DAYS", help="Days a period.")] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", min=0, max=10**18 - 1, help="Of the coin; else by chance.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Start without asking.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Try something out on yourself, by the toss of a coin.

    Without words: how yours stands, and what may be asked. Its chance is told before it starts.

    \b
      underbar experiment
      underbar experiment start bedtime
      underbar experiment start release --pairs 8 --period 14 --seed 7
      underbar experiment stop
    """
    from underbar.cli.pure import RULE_FAILED
    from underbar.services.errors import RuleFailure

    try:
        _run(what or [], period, pairs, seed, yes, json)
    except RuleFailure as error:
        show.fail(error.sentence)
        raise typer.Exit(RULE_FAILED) from error


def _run(
    words: list[str], period: int | None, pairs: int | None, seed: int | None, yes: bool, json: bool
) -> None:
    if not words:
        _show(json)
    elif words[0] == "start" and len(words) == 2:
        _start(words[1], period, pairs, seed, yes, json)
    elif words == ["stop"]:
        from underbar.cli.log import report
        from underbar.services.experiment import stop

        report(stop(), json)
    else:
        raise typer.BadParameter("expected start bedtime, start sitting, start release, stop, or nothing")


def _show(json: bool) -> None:
    from underbar.services.experiment import experiments, offers

    with show.working("Tossing coins ..."):
        found = experiments()
        offered = offers() if found.running is None else ()
    if json:
        show.as_json(_json(found, offered))
        return
    show.lines(_wrapped(_lines(found, offered)))


def _start(what: str, period: int | None, pairs: int | None, seed: int | None, yes: bool, json: bool) -> None:
    from underbar.cli.log import report
    from underbar.services.experiment import offer, register
    from underbar.wording import en_experiment as words

    with show.working("Tossing coins ..."):
        made = offer(what, period, pairs)
    if not json:
        show.lines(_wrapped([words.QUESTIONS[made.what], *_offer_lines(made)]))
    if not yes:
        if not (sys.stdin and sys.stdin.isatty()):
            raise typer.BadParameter("nobody is here to ask: give --yes")
        if not typer.confirm(words.SURE, default=None):
            raise typer.Exit(1)
    report(register(made.what, made.block, made.pairs, seed), json)


def _lines(found: Experiments, offered: tuple[Offer, ...]) -> Iterator[str]:
    from underbar.wording import en_experiment as words

    if found.running is not None:
        yield from _running_lines(found.running)
    if found.waiting is not None:
        yield words.LAST_MORNING
    if found.running is None and found.waiting is None and not found.ended:
        yield words.EMPTY
    for one in found.ended:
        yield ""
        yield words.verdict(one)
        yield words.width(one)
        for name, said in words.summary(one):
            yield f"  {name}: {said}"
        yield words.NOT_A_CAUSE
    if found.running is not None:
        return
    yield ""
    yield found.refused or words.WHAT_IT_IS
    for made in offered:
        yield ""
        yield f"{words.NAMES[made.what]}: underbar experiment start {made.what} --period {made.block}"
        for line in _offer_lines(made):
            yield f"  {line}"
    yield ""
    yield f"{words.ABOUT_RELEASE} {words.NOT_ASKED}"


def _running_lines(running: Running) -> Iterator[str]:
    from underbar.wording import en_experiment as words
    from underbar.wording.en_arms import arm_line

    made = running.design
    yield made.question
    if running.today is None:
        yield words.begins(running.begins)
    else:
        yield arm_line(running.today)
    yield words.runs_to(running.ends)
    for begun in running.periods:
        yield f"  {words.period_line(made.what, begun.pair, begun.arm, begun.first, begun.last)}"
    yield words.NO_PEEKING


def _offer_lines(made: Offer) -> list[str]:
    from underbar.wording import en_experiment as words
    from underbar.wording.en_power import power_lines
    from underbar.wording.en_words import capital

    head = f"{capital(words.design(made.pairs, made.block))}."
    return [head, *power_lines(made.power, made.block, made.ache)]


def _wrapped(lines: list[str] | Iterator[str]) -> Iterator[str]:
    width = terminal()[0]
    for line in lines:
        indent = line[: len(line) - len(line.lstrip())]
        yield from wrap(line, width, subsequent_indent=f"{indent}  " if indent else "") or [""]


def _json(found: Experiments, offered: tuple[Offer, ...]) -> dict[str, Any]:
    running = found.running
    return {
        "running": None
        if running is None
        else {
            "question": running.design.question,
            "what": running.design.what,
            "pairs": running.design.pairs,
            "period_days": running.design.block,
            "seed": running.design.seed,
            "begins": running.begins.isoformat(),
            "ends": running.ends.isoformat(),
            "today": running.today._asdict() if running.today else None,
        },
        "ended": [_outcome_json(one) for one in found.ended],
        "refused": found.refused,
        "offers": [
            {
                "what": made.what,
                "pairs": made.pairs,
                "fewest_pairs": made.fewest,
                "period_days": made.block,
                "days": made.days,
                "power": [one._asdict() for one in made.power],
            }
            for made in offered
        ],
    }


def _outcome_json(one: Outcome) -> dict[str, Any]:
    from datetime import date

    made = one.design
    return {
        "question": made.question,
        "what": made.what,
        "pairs": made.pairs,
        "period_days": made.block,
        "seed": made.seed,
        "stop": made.stop,
        "registered": date.fromordinal(made.registered).isoformat(),
        "ended": date.fromordinal(one.ended).isoformat(),
        "why": one.why,
        "periods": {"planned": 2 * made.pairs, "begun": one.begun, "finished": one.finished},
        "arms": {arm: seen._asdict() for arm, seen in one.arms.items()},
        "pairs_seen": [pair._asdict() for pair in one.pairs],
        "left_out": list(one.left_out),
        "result": one.exact._asdict() if one.exact else None,
        "verdict": one.verdict,
        "flares": one.flares,
    }
