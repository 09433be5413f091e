"""How the signs before a flare are said: counts of weeks, and what they leave open."""

from __future__ import annotations

from typing import Final

from underbar.insights.signs import FEWEST_FLARES, Sign, Signs
from underbar.wording.en_words import capital, count, sign_name, spelled

TITLE: Final = "Signs before a flare"
PICTURE_TITLE: Final = "Weeks with each sign, and without it"
PICTURE_KEY: Final = ("filled diamond: a flare began in that week", "hollow dot: none did")
NOT_A_TEST: Final = (
    "These are counts of few flares, not a test. A sign and a flare can go together by chance, and a flare "
    "that followed a sign was not brought on by it for all this diary knows."
)
HOW: Final = (
    "A day counts as after the sign where the sign was seen one to seven days before. Seven such days make "
    "a week, and a flare ends its week early; the days without the sign are counted in the same way. Days "
    "of a flare and of the week after it are left out."
)


def headline(found: Signs) -> str:
    """What the page begins with."""
    if found.flares == 0:
        return "There is no flare in this diary, so there is nothing for a sign to come before."
    said = capital(spelled(found.flares, "flare"))
    if found.flares < FEWEST_FLARES:
        return (
            f"{said} so far. From five on, this page counts how often each sign came before one, and how "
            "often not."
        )
    return f"{said} so far: what was there in the week before, and what was not."


def sign_title(sign: str) -> str:
    """`Short nights this week`."""
    return capital(sign_name(sign))


def sentence(sign: Sign) -> str:
    """How often a flare followed this sign, and how often one came without it."""
    if not sign.enough:
        counted = capital(spelled(sign.counted, "flare"))
        return f"{counted} can be counted for this sign so far. From five on, this line has the numbers."
    if sign.after.weeks == 0:
        return (
            f"This sign was hardly ever seen. A flare began in {sign.without.flares} of "
            f"{count(sign.without.weeks, 'week')} without it."
        )
    if sign.without.weeks == 0:
        return (
            f"A flare began in {sign.after.flares} of {count(sign.after.weeks, 'week')} with it. There was "
            "no week without it to set beside them."
        )
    return (
        f"A flare began in {sign.after.flares} of {count(sign.after.weeks, 'week')} with it, and in "
        f"{sign.without.flares} of {sign.without.weeks} without."
    )


def stretches(sign: Sign) -> str:
    """How many times the sign came anew; empty where it was never counted."""
    if sign.stretches == 0:
        return ""
    return f"The weeks with it come from {count(sign.stretches, 'stretch', 'stretches')} of days."


def left_out(sign: Sign) -> str:
    """The days and flares that are in neither count; empty where all are."""
    parts = []
    if sign.near:
        parts.append(f"{count(sign.near, 'day')} of a flare or of the week after one")
    if sign.untold:
        parts.append(f"{count(sign.untold, 'day')} of which the diary does not tell enough")
    if not parts:
        return ""
    began = f" {capital(spelled(sign.uncounted, 'flare'))} began on those days." if sign.uncounted else ""
    return f"Left out: {' and '.join(parts)}.{began}"


def row_label(weeks: int, flares: int, *, after: bool) -> str:
    """The line above a row of the picture's dots: `with it: 3 of 12 weeks`."""
    return f"{'with it' if after else 'without'}: {flares} of {count(weeks, 'week')}"


def alternative(found: Signs) -> str:
    """The picture in words; empty where there is none."""
    said = [
        f"{sign_title(sign.sign)}: {row_label(sign.after.weeks, sign.after.flares, after=True)}; "
        f"{row_label(sign.without.weeks, sign.without.flares, after=False)}."
        for sign in found.signs
        if sign.enough
    ]
    if not said:
        return ""
    return " ".join(["Weeks in which a flare began.", *said])
