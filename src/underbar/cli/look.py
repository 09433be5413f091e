"""history, why, param: looking things up."""

from __future__ import annotations

import json as json_
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from underbar.cli import show
from underbar.cli.output import put, terminal

if TYPE_CHECKING:
    from underbar.services.history import Day
    from underbar.services.params import Setting

Json = Annotated[bool, typer.Option("--json", help="JSON instead of text.")]

param = typer.Typer(
    help="The numbers of the method, and your own.", no_args_is_help=True, rich_markup_mode=None
)


def history(
    days: Annotated[int, typer.Option("--days", min=1, max=36600, help="How many days back.")] = 14,
    json: Json = False,
) -> None:
    """What was logged lately, and what was planned.

    The newest day first, with the plan that was shown on it.

    \b
      underbar history
      underbar history --days 90 --json
    """
    from underbar.services.history import history as look_back

    with show.working("Looking back ..."):
        found = look_back(days)
    if json:
        for day in found:
            show.as_json(_day_json(day))
        return
    if not found:
        show.lines([f"Nothing in the last {days} days."])
    for day in found:
        show.lines(_day_lines(day))


def _day_lines(day: Day) -> list[str]:
    from textwrap import wrap

    from underbar.diary.notation import format_record
    from underbar.wording.en_words import long_day

    texts = [format_record(entry.record) for entry in day.entries]
    if day.shown:
        texts.insert(0, f"plan: {json_.loads(day.shown[-1].plan)['headline']}")
    # In a pipe an entry stays one line, for grep.
    width = terminal()[0] if sys.stdout.isatty() else sys.maxsize
    lines = [long_day(day.day)]
    for text in texts:
        lines += wrap(text, width, initial_indent="  ", subsequent_indent="    ")
    return [*lines, ""]


def _day_json(day: Day) -> dict[str, object]:
    from underbar.diary.notation import format_entry

    return {
        "day": day.day.isoformat(),
        "entries": [{"id": entry.id, "line": format_entry(entry)} for entry in day.entries],
        "shown": [json_.loads(shown.plan) for shown in day.shown],
    }


def _rules() -> list[str]:
    from underbar.protocol.reasons import FACTS

    return list(FACTS)


def why(
    rule: Annotated[
        str | None, typer.Argument(help="The id of a rule; none for a list.", autocompletion=_rules)
    ] = None,
) -> None:
    """What a rule does, and who says so.

    Its page: why, how strong the evidence is, an example, and its numbers.

    \b
      underbar why
      underbar why next-morning-ache
    """
    from underbar.wording.rule_pages import rule_page

    known = _rules()
    if rule is None:
        show.lines(known)
        return
    text = rule_page(rule)
    if text is None:
        from difflib import get_close_matches

        near = get_close_matches(rule, known, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise typer.BadParameter(f"there is no rule {rule}.{hint} underbar why lists them all.")
    if not sys.stdout.isatty():
        put(text)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    columns, color = terminal()
    Console(width=columns, no_color=not color).print(Markdown(text, hyperlinks=False))


def _names() -> list[str]:
    from underbar.protocol.document import load

    return list(load().parameters)


@param.command("list")
def list_(json: Json = False) -> None:
    """List every number, with its limits.

    Value, unit, limits and who says so. A star marks your own.

    \b
      underbar param list
      underbar param list --json
    """
    from underbar.services.params import list_params

    settings = list_params()
    if json:
        for setting in settings:
            show.as_json(_setting_json(setting))
        return
    head = ("name", "value", "unit", "limits", "says")
    show.table(head, (_setting_row(setting) for setting in settings))


@param.command("set")
def set_(name: Annotated[str, typer.Argument(autocompletion=_names)], value: str, json: Json = False) -> None:
    """Set a number from today on.

    It becomes an entry of the diary. Outside its limits it is refused, with the reason.

    \b
      underbar param set day-start 05:00
      underbar param set ceiling-percent 7.5
    """
    from underbar.cli.log import report
    from underbar.services.params import set_param

    report(set_param(name, value), json)


def _setting_row(setting: Setting) -> tuple[str, ...]:
    from underbar.protocol.limits import written

    parameter = setting.parameter
    low, high = (written(parameter, bound) for bound in (parameter.limits.low, parameter.limits.high))
    star = " *" if setting.own else ""
    return f"{parameter.id}{star}", setting.text, parameter.unit, f"{low} to {high}", parameter.tag


def _setting_json(setting: Setting) -> dict[str, object]:
    parameter = setting.parameter
    return {
        "name": parameter.id,
        "value": setting.value,
        "text": setting.text,
        "own": setting.own,
        "unit": parameter.unit,
        "says": parameter.tag,
        "sources": list(parameter.sources),
        "means": parameter.means,
        "low": parameter.limits.low,
        "high": parameter.limits.high,
        "why": parameter.limits.why,
    }
