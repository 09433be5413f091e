"""start, today, tomorrow: the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from underbar.cli import show
from underbar.cli.output import put_line, terminal
from underbar.cli.pure import RULE_FAILED

if TYPE_CHECKING:
    from underbar.protocol.plan import Plan
    from underbar.services.errors import RuleFailure
    from underbar.services.planning import Outcome, Tomorrow

Json = Annotated[bool, typer.Option("--json", help="JSON instead of text.")]


def start(
    sample: Annotated[
        bool, typer.Option("--sample", help="Put a sample diary into an empty one, to look around.")
    ] = False,
) -> None:
    """Begin: make the database, print today's plan.

    \b
      underbar start
      underbar start --sample
    """
    from underbar.services.database import open_database
    from underbar.services.history import entry_count

    place = open_database().database
    if sample and entry_count() == 0:
        from underbar.services.sample import bring_in

        number = bring_in()
        show.lines(
            [
                "This is a sample diary: eleven weeks of a lifter on the way back.",
                f"To begin your own, take it out with: underbar import --undo {number}",
                "",
            ]
        )
    if entry_count() == 0:
        show.lines(
            [
                f"Your diary is empty. It lives in {place}.",
                "Begin with these, the numbers being your own:",
                "",
                "  underbar add 'lifter born 1983 units lb'",
                "  underbar add 'gym \"home\" bar 45lb plates 45lb,25lb,10lb,5lb,2.5lb'",
                "  underbar add 'goal deadlift target 315lb best 405lb on mon,thu'",
                "  underbar checkin",
            ]
        )
        return
    today()
    show.lines(["", f"The diary: {place}", "All commands: underbar --help"])


def today(
    day: Annotated[
        str | None, typer.Option("--day", metavar="YYYY-MM-DD", help="Another day than today.")
    ] = None,
    json: Json = False,
) -> None:
    """Today's plan, with every reason.

    \b
      underbar today
      underbar today --json
      underbar today --day 2026-03-05
    """
    from underbar.services.errors import RuleFailure

    try:
        plan = _plan(day)
    except RuleFailure as error:
        _refuse(error, json)
    _print(plan, json)


def tomorrow(json: Json = False) -> None:
    """What each answer tomorrow would bring.

    It supposes that nothing more is logged today.

    \b
      underbar tomorrow
    """
    from underbar.services import planning
    from underbar.services.errors import RuleFailure

    try:
        with show.working("Planning tomorrow ..."):
            found = planning.tomorrow()
    except RuleFailure as error:
        _refuse(error, json)
    if json:
        show.as_json(_tomorrow_json(found))
        return
    show.lines(_tomorrow_lines(found))


def _plan(day: str | None) -> Plan:
    from underbar.cli.options import UsageError
    from underbar.cli.source import read_day
    from underbar.services import planning

    try:
        asked = None if day is None else read_day(day)
    except UsageError as error:
        raise typer.BadParameter(str(error)) from error
    with show.working("Planning ..."):
        return planning.plan_today() if asked is None else planning.plan_of(asked)


def _refuse(error: RuleFailure, json: bool) -> NoReturn:
    """A rule failed: no recommendation, said in both languages."""
    show.fail(error.sentence)
    if json:
        from underbar.wording.as_json import SCHEMA

        show.as_json({"schema": SCHEMA, "error": error.sentence})
    raise typer.Exit(RULE_FAILED) from error


def _print(plan: Plan, json: bool = False) -> None:
    if json:
        from underbar.wording.as_json import plan_to_json

        put_line(plan_to_json(plan))
        return
    from underbar.wording.as_text import plan_lines

    show.lines(plan_lines(plan, *terminal()))


def _tomorrow_lines(found: Tomorrow) -> list[str]:
    from textwrap import wrap

    from underbar.wording.en import headline, lift_name, verdict_shape, verdict_word
    from underbar.wording.en_words import long_day

    width = terminal()[0]
    lines = [f"{long_day(found.day)}, by what the morning brings"]
    for outcome in found.outcomes:
        lines.append("")
        for phrase in _phrases(outcome, found):
            lines += wrap(phrase, width, subsequent_indent="  ")
        plan = outcome.plan
        lines.append(f"  {verdict_shape(plan.verdict)} {verdict_word(plan.verdict)}")
        for lift in plan.lifts:
            lines.append(f"  {lift_name(lift.lift)} {lift.weight:g} {lift.unit}, {lift.sets} x {lift.reps}")
        if not plan.lifts:
            lines += wrap(headline(plan), width, initial_indent="  ", subsequent_indent="  ")
    return lines


def _phrases(outcome: Outcome, found: Tomorrow) -> list[str]:
    from underbar.wording.en_tomorrow import Said, grouped

    said = [Said(answer.ache, answer.short_sleep, answer.painkiller) for answer in outcome.answers]
    limit = f"{found.short_h + 1:g} h of sleep"
    return grouped(said, f"less than {limit}", f"{limit} or more")


def _tomorrow_json(found: Tomorrow) -> dict[str, object]:
    from underbar.wording.as_json import plan_to_dict

    return {
        "day": found.day.isoformat(),
        "short_sleep_h": found.short_h,
        "enough_sleep_h": found.enough_h,
        "outcomes": [
            {"answers": [answer._asdict() for answer in outcome.answers], "plan": plan_to_dict(outcome.plan)}
            for outcome in found.outcomes
        ],
    }
