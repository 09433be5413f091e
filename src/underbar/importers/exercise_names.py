"""Names of exercises in other apps, and which of them are the method's lifts.

Only a name that says the same movement, loaded in the same way, is taken for a lift of the method:
its loads are judged and carried on. Everything else keeps its own name and never gates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from unicodedata import normalize

from underbar.diary.vocabulary import LIFTS
from underbar.importers.imported import ImportRefused

_PLAIN = "the lift itself, with a bar"
_BARE = "older exports and users' own lists leave out the bar; weightless sets are kept apart"
_ELSEWHERE = "the lift itself, in another language"
_STANCE = "the same lift; the place of the bar on the back does not change its ladder"

TAKEN: dict[str, tuple[str, str]] = {
    "deadlift (barbell)": ("deadlift", _PLAIN),
    "barbell deadlift": ("deadlift", _PLAIN),
    "conventional deadlift": ("deadlift", _PLAIN),
    "conventional deadlift (barbell)": ("deadlift", _PLAIN),
    "deadlift": ("deadlift", _BARE),
    "levantamento terra (barra)": ("deadlift", _ELSEWHERE),
    "levantamento terra": ("deadlift", _ELSEWHERE),
    "peso muerto (barra)": ("deadlift", _ELSEWHERE),
    "peso muerto": ("deadlift", _ELSEWHERE),
    "kreuzheben (langhantel)": ("deadlift", _ELSEWHERE),
    "kreuzheben": ("deadlift", _ELSEWHERE),
    "soulevé de terre (barre)": ("deadlift", _ELSEWHERE),
    "soulevé de terre": ("deadlift", _ELSEWHERE),
    "stacco da terra (bilanciere)": ("deadlift", _ELSEWHERE),
    "stacco da terra": ("deadlift", _ELSEWHERE),
    "становая тяга (штанга)": ("deadlift", _ELSEWHERE),
    "становая тяга": ("deadlift", _ELSEWHERE),
    "deadlift (trap bar)": ("trap-bar-deadlift", _PLAIN),
    "deadlift (hex bar)": ("trap-bar-deadlift", "a hex bar is a trap bar"),
    "trap bar deadlift": ("trap-bar-deadlift", _PLAIN),
    "trap-bar deadlift": ("trap-bar-deadlift", _PLAIN),
    "trap bar deadlift (trap bar)": ("trap-bar-deadlift", _PLAIN),
    "hex bar deadlift": ("trap-bar-deadlift", "a hex bar is a trap bar"),
    "hexagonal bar deadlift": ("trap-bar-deadlift", "a hex bar is a trap bar"),
    "rack pull": ("rack-pull", _BARE),
    "rack pull (barbell)": ("rack-pull", _PLAIN),
    "barbell rack pull": ("rack-pull", _PLAIN),
    "romanian deadlift (barbell)": ("romanian-deadlift", _PLAIN),
    "barbell romanian deadlift": ("romanian-deadlift", _PLAIN),
    "romanian deadlift": ("romanian-deadlift", _BARE),
    "rdl": ("romanian-deadlift", _BARE),
    "rdl (barbell)": ("romanian-deadlift", _PLAIN),
    "barbell rdl": ("romanian-deadlift", _PLAIN),
    "levantamento terra romeno (barra)": ("romanian-deadlift", _ELSEWHERE),
    "peso muerto rumano (barra)": ("romanian-deadlift", _ELSEWHERE),
    "rumänisches kreuzheben (langhantel)": ("romanian-deadlift", _ELSEWHERE),
    "soulevé de terre roumain (barre)": ("romanian-deadlift", _ELSEWHERE),
    "stacco rumeno (bilanciere)": ("romanian-deadlift", _ELSEWHERE),
    "squat (barbell)": ("squat", _PLAIN),
    "barbell squat": ("squat", _PLAIN),
    "back squat": ("squat", _PLAIN),
    "back squat (barbell)": ("squat", _PLAIN),
    "barbell back squat": ("squat", _PLAIN),
    "high bar squat": ("squat", _STANCE),
    "high bar squat (barbell)": ("squat", _STANCE),
    "low bar squat": ("squat", _STANCE),
    "low bar squat (barbell)": ("squat", _STANCE),
    "squat": ("squat", _BARE),
    "agachamento (barra)": ("squat", _ELSEWHERE),
    "sentadilla (barra)": ("squat", _ELSEWHERE),
    "kniebeuge (langhantel)": ("squat", _ELSEWHERE),
    "squat (barre)": ("squat", _ELSEWHERE),
    "squat (bilanciere)": ("squat", _ELSEWHERE),
    "приседания (штанга)": ("squat", _ELSEWHERE),
    "goblet squat": ("goblet-squat", _PLAIN),
    "goblet squat (dumbbell)": ("goblet-squat", "one bell held at the chest, whichever its form"),
    "goblet squat (kettlebell)": ("goblet-squat", "one bell held at the chest, whichever its form"),
    "squat (goblet)": ("goblet-squat", _PLAIN),
}
"""A name in lower case → the method's lift, and why it is that lift."""

LEFT: dict[str, str] = {
    "sumo deadlift (barbell)": "a wide stance loads hips and joint otherwise; its loads do not carry over",
    "sumo deadlift": "a wide stance loads hips and joint otherwise; its loads do not carry over",
    "stiff leg deadlift (barbell)": "knees nearly straight, from the floor: neither deadlift nor Romanian",
    "straight leg deadlift (barbell)": "knees nearly straight, from the floor: neither deadlift nor Romanian",
    "deficit deadlift (barbell)": "a longer way than the deadlift's; the load is another",
    "deadlift (smith machine)": "the machine carries part of the load and the balance",
    "deadlift (dumbbell)": "apps differ on whether the weight is one bell or both",
    "deadlift (band)": "a band has no weight",
    "romanian deadlift (dumbbell)": "apps differ on whether the weight is one bell or both",
    "romanian deadlift (single leg)": "one leg: another load and another exercise",
    "front squat (barbell)": "the bar in front asks for far less weight than on the back",
    "front squat": "the bar in front asks for far less weight than on the back",
    "box squat (barbell)": "a box shortens the way and takes the load off for a moment",
    "pause squat (barbell)": "a pause asks for less weight; the loads do not carry over",
    "overhead squat (barbell)": "the shoulders set its load",
    "zercher squat (barbell)": "the arms set its load",
    "hack squat (machine)": "a sledge on rails",
    "squat (smith machine)": "the machine carries part of the load and the balance",
    "squat (machine)": "a machine's load is not a bar's",
    "squat (dumbbell)": "apps differ on whether the weight is one bell or both",
    "squat (bodyweight)": "no load to carry on",
    "bulgarian split squat": "one leg: another load and another exercise",
    "barbell squat (each side)": "the weight is of one side only",
}
"""Near names that keep their own, and why. A caller's mapping may still take one."""

_ASSISTED = re.compile(
    r"\b(?:assisted|assistid[oa]|asistid[oa]|assistée?|assistit[oa]|unterstützt|assistiert|geassisteerd)\b",
    re.IGNORECASE,
)
_BARBELL = re.compile(r"\bbarbell\b|\((?:barra|langhantel|barre|bilanciere|штанга)\)", re.IGNORECASE)


def key_of(name: str) -> str:
    """A name for comparison: composed, lower case, single spaces."""
    return " ".join(normalize("NFC", name).casefold().split())


@lru_cache(maxsize=4096)
def lift_of(name: str) -> str | None:
    """The method's lift of that name; None where the exercise keeps its own name."""
    taken = TAKEN.get(key_of(name))
    return None if taken is None else taken[0]


@lru_cache(maxsize=4096)
def own_name(name: str) -> str:
    """The name under which an exercise that is no lift of the method stands in the diary.

    On one line, and never the word of a lift; "" where nothing of the name can be seen.
    """
    plain = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    return f"{plain} (other)" if plain in LIFTS else plain


@lru_cache(maxsize=4096)
def is_assisted(name: str) -> bool:
    """Whether the weight of this exercise is help, and so no load."""
    return _ASSISTED.search(name) is not None


def is_barbell(name: str) -> bool:
    """Whether this exercise is done with a bar and plates, as far as its name tells."""
    lift = lift_of(name)
    return _BARBELL.search(name) is not None or (lift is not None and lift != "goblet-squat")


def checked_mapping(mapping: Mapping[str, str] | None) -> dict[str, str | None]:
    """A caller's choices by comparison key: a lift of the method, or None to keep the own name.

    A choice is the word of a lift, or the exercise's name itself. Raises ImportRefused for others.
    """
    chosen: dict[str, str | None] = {}
    for name, target in (mapping or {}).items():
        if target not in LIFTS and key_of(target) != key_of(name):
            raise ImportRefused(f"“{target}” is no lift of the method; choose one of {', '.join(LIFTS)}.")
        chosen[key_of(name)] = target if target in LIFTS else None
    return chosen
