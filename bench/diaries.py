"""Long diaries that a lifter could have written, the same ones on every machine."""

from __future__ import annotations

import random
from datetime import date, timedelta

FIRST = date(2010, 1, 4)
MONDAY, THURSDAY = 0, 3
RESCREEN_DAYS = 28
SEED = 20100104


def years(count: int) -> str:
    """A diary of `count` × 365 days with five entries a day, plus a re-screen every four weeks.

    Mornings of 1 come three days in ten and worse ones rarely, nights vary, a painkiller or a
    missed brace check turns up now and then, and every year has two weeks away. The bar goes up
    by ten pounds after a quiet week, down by a third after a bad one, and starts again at 315.
    """
    chance = random.Random(SEED)
    lines = [
        f"{FIRST} lifter born 1983 units lb bodyweight 205lb",
        f'{FIRST} gym "home" bar 45lb plates 45lb,25lb,10lb,5lb,2.5lb',
        f"{FIRST} goal deadlift target 315lb best 405lb start 135lb on mon,thu",
    ]
    load = 135
    for index in range(count * 365):
        day = FIRST + timedelta(days=index)
        ache = chance.choices((0, 1, 2, 3, 4), (64, 30, 4, 1.5, 0.5))[0]
        if index % RESCREEN_DAYS == 0:
            lines.append(f"{day} screen none")
        lines += _morning(day, ache, chance)
        away = 180 <= index % 365 < 194
        if day.weekday() in (MONDAY, THURSDAY) and index > 20 and not away:
            brace = " brace" if chance.random() > 0.03 else ""
            effort = chance.choice((5, 5.5, 6))
            lines.append(f"{day} deadlift {load}lb 3x5{brace} pain {min(ache, 2)} rpe {effort}")
            load = _next(load, ache)
        else:
            lines.append(f"{day} walk {chance.randrange(15, 60, 5)}min")
    return "\n".join(lines) + "\n"


def _morning(day: date, ache: int, chance: random.Random) -> list[str]:
    minutes = chance.randrange(330, 540, 5)
    night = f"sleep {minutes // 60}h{minutes % 60:02d} woke 06:50"
    painkiller = " painkiller" if chance.random() < 0.02 else ""
    return [
        f"{day} 07:10 checkin ache {ache} stiff none {night}{painkiller}",
        f"{day} release left 90s right 90s",
        f"{day} single-leg-bridge level 4 left 3x8 right 3x8 pain {min(ache, 2)} form ok",
        f"{day} pallof-press level 2 left 3x10 right 3x10 pain 0 form ok",
    ]


def _next(load: int, ache: int) -> int:
    if ache >= 3:
        return max(135, load * 2 // 3 // 10 * 10 + 5)
    return 135 if load >= 315 else load + (10 if ache == 0 else 0)


def sixty_lines() -> str:
    """The first sixty lines of such a diary: what a lifter has after two weeks."""
    return "\n".join(years(1).splitlines()[:60]) + "\n"
