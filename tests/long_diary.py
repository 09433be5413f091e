"""A made-up diary of many mornings, the same one on every machine, for tests of what a diary can say."""

from __future__ import annotations

import random
from datetime import date, timedelta

SEED = 1918


def long_diary(days: int, last: date, link: float = 0.6, seed: int = SEED) -> str:
    """`days` days up to `last`, that day's morning included, of somebody who trains and misses a morning now
    and then. `link`: points of ache that go with an hour less sleep. Five flares a year or so, a course of
    two injections, and release, sitting and both sides told.
    """
    chance = random.Random(seed)
    first = last - timedelta(days - 1)
    lines = [
        f"{first} lifter born 1983 units lb bodyweight 205lb",
        f'{first} gym "home" bar 45lb plates 45lb,25lb,10lb,5lb,2.5lb',
        f"{first} goal deadlift target 315lb best 405lb start 135lb on mon,thu",
        f"{first} screen none scope full",
    ]
    carried, spell, load = 0.0, 0.0, 135
    for away in range(days):
        day = first + timedelta(away)
        spell = 0.5 * spell + chance.gauss(0, 0.8)
        hours = min(9.5, max(4.5, round(4 * (7.2 + spell)) / 4))
        carried = 0.5 * carried + chance.gauss(0, 0.7) + link * (7.2 - hours) * 0.5
        ache = max(0, min(3, round(carried)))
        if away % 73 in (60, 61, 62):
            ache = 5 - away % 73 % 60
        told = chance.random() < 0.93 or away == days - 1
        if told:
            side = f" left {ache // 2} right {ache}" if ache else " ache 0"
            stiff = " stiff right" if ache > 1 or away % 73 in (57, 58) else " stiff none"
            asleep = f"{int(hours)}h{round(hours % 1 * 60):02d}"
            lines.append(f"{day} 06:50 checkin{side}{stiff} sleep {asleep} woke 06:40")
        if (away and away % 28 == 0) or away % 73 == 66:
            lines.append(f"{day} 06:55 screen none scope re")
        if away in (45, 90):
            lines.append(f"{day} 10:00 injection prolotherapy side right number {away // 45}")
        if day == last:
            break
        if chance.random() < 0.8:
            lines.append(f"{day} 06:58 release left 90s right 90s")
        lines.append(f"{day} 07:10 single-leg-bridge level 3 left 3x{7 + away % 2} right 3x8 pain 0 form ok")
        lines.append(f"{day} 18:00 sitting {chance.choice((4, 5, 6, 7, 8, 9))}h")
        if away % 14 == 3:
            held = 20 + away // 20
            lines.append(f"{day} 19:00 test single-leg-bridge left {held}s right {held + 10}s")
        if away > 15 and day.weekday() in (0, 3):
            lines.append(f"{day} 17:30 deadlift {load}lb 3x5 brace pain 0 rpe 6")
            load = 135 if load >= 315 or ache > 2 else load + 10 * (ache == 0)
    return "\n".join(lines) + "\n"
