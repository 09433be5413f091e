"""Writes docs/parameters.md from the protocol document: `python tools/parameters_page.py`."""

from __future__ import annotations

from pathlib import Path

from underbar.protocol.document import Protocol, load
from underbar.protocol.limits import Parameter, written

PAGE = Path(__file__).parents[1] / "docs" / "parameters.md"

HEAD = """\
# Parameters

Every number of {title}, in the order of the method. Written by `tools/parameters_page.py` from
`src/underbar/protocol/si_joint.toml`; change that file, not this one.

A lifter sets a parameter in the diary (`param day-start 05:00`), from that day on and within its limits. The
limits mostly lie on one side: a change can make the plan more careful, or leave it as it is.

Who says so: `[ART]` the author of the article, one person; `[L]` a study that was looked up; `[L2]` a
secondary source that was looked up; `[DES]` our judgement, which no study tests, whatever sources stand next
to it.
"""
TITLES = (
    "What counts", "The day", "Signals", "Screens", "The zone", "The next load", "Daily work",
    "The treatment course", "Sleep", "Flare", "Whispers", "Time away and the guards",
)  # fmt: skip


def page(protocol: Protocol) -> str:
    """The whole page."""
    lines = [HEAD.format(title=protocol.title)]
    section = 0
    for parameter in protocol.parameters.values():
        if parameter.section != section:
            section = parameter.section
            lines.append(f"\n## {section}. {TITLES[section - 1]}\n")
            lines.append("| parameter | value | unit | says | limits | what it is, and why its limits |")
            lines.append("|---|---|---|---|---|---|")
        lines.append(_row(parameter))
    return "\n".join(lines) + "\n"


def _row(parameter: Parameter) -> str:
    limits = parameter.limits
    low, high = written(parameter, limits.low), written(parameter, limits.high)
    says = f"`{parameter.tag}` {', '.join(parameter.sources)}".strip()
    return (
        f"| `{parameter.id}` | {written(parameter, parameter.value)} | {parameter.unit} | {says} "
        f"| {'fixed' if low == high else f'{low} to {high}'} | {parameter.means} {limits.why} |"
    )


if __name__ == "__main__":
    PAGE.write_text(page(load()), encoding="utf-8")
