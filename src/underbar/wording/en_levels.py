"""The levels of the stability ladders in words: name, tempo and dose, as the protocol document gives them."""

from __future__ import annotations

from underbar.protocol.document import load
from underbar.protocol.method import Level
from underbar.protocol.plan import StabilityPlan
from underbar.quantities import number, parse_sets
from underbar.wording.en_words import exercise_name


def _level(exercise: str, level: int) -> Level | None:
    ladder = load().ladders.get(exercise)
    rungs = [] if ladder is None else [rung for rung in ladder.levels if rung.level == level]
    return rungs[0] if rungs else None


def level_name(exercise: str, level: int) -> str:
    """The document's name of a level: `bridge march`; `level 9` where the ladder has no such level."""
    rung = _level(exercise, level)
    return f"level {level}" if rung is None else rung.name


def level_tempo(exercise: str, level: int) -> str:
    """How slow a repetition is: `hold 10 s each`, `3 s on the way out`; empty where nothing is said of it."""
    rung = _level(exercise, level)
    if rung is None:
        return ""
    parts = (
        ("hold {} s each", rung.pause_s),
        ("{} s on the way out", rung.out_s),
        ("{} s up", rung.up_s),
        ("{} s down", rung.down_s),
    )
    return ", ".join([words.format(number(seconds)) for words, seconds in parts if seconds is not None])


def stability_line(work: StabilityPlan) -> str:
    """One stability exercise on a line: dose, weight, tempo, the side that goes first, and the level's name.

    A level that is done with both legs at once has no side that goes first.
    """
    rung = _level(work.exercise, work.level)
    sets = parse_sets(work.dose)
    dose = work.dose
    if sets is not None:
        dose = f"{sets.count} x {number(sets.amount)}{'' if sets.kind == 'reps' else ' ' + sets.kind}"
    said = [dose if work.weight is None else f"{dose} with {number(work.weight)} {work.unit or ''}".rstrip()]
    tempo = level_tempo(work.exercise, work.level)
    if tempo:
        said.append(tempo)
    if rung is None or rung.per_side:
        said.append(f"{'left' if work.left_first else 'right'} first")
    name = exercise_name(work.exercise)
    plain = rung is None or name.endswith(rung.name)
    level = f"level {work.level}" if plain else f"level {work.level}: {level_name(work.exercise, work.level)}"
    return f"{name}: {', '.join(said)} ({level})"
