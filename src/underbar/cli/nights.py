"""sources: which device tells the night."""

from __future__ import annotations

from typing import Annotated

import typer

from underbar.cli import show


def sources(
    order: Annotated[
        str | None,
        typer.Option("--order", metavar="NAMES", help="Names joined by commas, the first first; or none."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Which device tells the night, where several do.

    The first of the order that has a night counts; where none has it, the shortest of the others.
    What you type at the check-in counts before all of them.

    \b
      underbar sources
      underbar sources --order oura,apple-watch
      underbar sources --order none
    """
    from underbar.services.sources import night_sources, set_order
    from underbar.wording.en_sources import nights_line, order_line

    if order is not None:
        from underbar.cli.log import report

        report(set_order([] if order == "none" else [name.strip() for name in order.split(",")]), json)
        return
    found = night_sources()
    if json:
        listed = [
            {"source": s.name, "nights": s.nights, "last": s.last.isoformat() if s.last else None}
            for s in found.sources
        ]
        show.as_json({"order": list(found.order), "sources": listed})
        return
    show.lines([order_line(found.order)])
    show.lines(f"  {s.name or 'written by hand'}: {nights_line(s.nights, s.last)}" for s in found.sources)
