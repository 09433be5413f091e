"""Names of the levels of the stability ladders, as the protocol document gives them."""

from __future__ import annotations

from underbar.protocol.document import load


def level_name(exercise: str, level: int) -> str:
    """The document's name of a level: `bridge march`; `level 9` where the ladder has no such level."""
    ladder = load().ladders.get(exercise)
    names = [] if ladder is None else [rung.name for rung in ladder.levels if rung.level == level]
    return names[0] if names else f"level {level}"
