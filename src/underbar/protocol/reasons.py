"""Every rule id with the facts that its reason carries, in order. A name is never reused.

Facts end in their unit: `_day` a date, `_h` hours, `_s` seconds, `_days` days, `_percent`; `ache`,
`pain`, `background` and `effort` are 0-10; `load`, `last`, `limit`, `asked`, `target` are weights in `unit`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from underbar.protocol.plan import Fact, Reason

FACTS: Final[dict[str, tuple[str, ...]]] = {
    # section 4, screens
    "red-flag": ("level", "flags"),
    "screen-missing": (),
    "screen-due": ("scope", "due_day"),  # scope: full, re, flare, injection
    "routine-referral": ("flags", "hold"),
    "not-improving": ("weeks", "ache_then", "ache_now"),
    "ill": ("mornings_without",),  # mornings without illness so far, two are needed
    # section 10, flare
    "flare": ("began_day", "flare_days", "why", "ache", "background"),  # why: ache, marked, pain
    "flare-return": ("flare_days", "factor_percent", "last", "unit"),
    # section 5, the zone of the last session
    "next-morning-ache": ("session_day", "morning_day", "ache", "side"),
    "second-morning-ache": ("session_day", "morning_day", "ache", "side", "first_ache"),
    "pain-during": ("session_day", "pain"),
    "pain-missing": ("session_day",),
    "set-missed": ("session_day", "done", "asked_sets"),  # done: text such as 2 of 3 sets
    "brace-missing": ("session_day",),
    "effort": ("session_day", "effort", "limit_effort"),
    "hip-shift": ("session_day", "side"),
    "over-prescribed": ("session_day", "lifted", "asked", "unit"),  # asked None: no bar work was due
    "missing-check-in": ("morning_day",),
    "late-check-in": ("morning_day",),
    "contradictory-check-in": ("morning_day",),
    "painkiller-masks-ache": ("morning_day",),
    "no-check-in-today": ("how",),  # how: missing or late
    "ache-today": ("ache", "side"),
    "zero-ache-morning": ("session_day", "morning_day", "ache"),
    "background-mode": ("background", "state"),  # state: on, offered, off-unknown, off-high, off-rising
    # section 6, the next load
    "ceiling": ("limit", "base", "base_day", "wanted", "unit"),
    "plates": ("wanted", "made", "unit"),
    "goal-reached": ("target", "unit"),
    "stalled": ("holds", "cut"),  # cut: True where the load is lowered now
    "back-off-again": ("last", "unit"),
    "not-ready": ("missing",),  # what is missing: background-unknown, background-high, bridge, leg-raise,
    #                             injection, flare, daily-work, bar-too-heavy
    "bar-locked": ("why",),  # why: pregnancy, clinic-window
    "one-raise-at-a-time": ("other", "other_day"),  # other: the lift that goes first
    "no-maxing": ("limit", "unit", "weeks", "go_in_row", "attempted"),
    "first-session": ("load", "unit", "why"),  # why: start, new-start
    "lowered-last-time": ("session_day", "last", "unit"),
    # section 7, daily work
    "release-locked": ("why", "until_day"),  # why: a flag id, injection, experiment
    "release-lapsed": ("missed", "of_days"),
    "release-build-up": ("day_number", "seconds_s"),
    "release-eased": ("discomfort",),
    "level-up": ("exercise", "level"),
    "level-down": ("exercise", "level", "why"),  # why: back-off, flare
    "placement": ("exercise",),
    "insurance": ("exercise",),
    "side-difference": ("exercise", "percent", "side"),
    # section 8, the treatment course
    "injection-window": ("injection_day", "day_number", "max_percent"),  # 0: none; None: no raise only
    "injection-review": ("before", "now", "change_percent"),
    "injection-spacing": ("weeks",),
    "clinic-says": ("text",),
    # section 9, sleep
    "short-sleep": ("sleep_h", "limit_h"),
    "sleep-debt": ("mean_h", "median_h", "cut_percent"),
    "sleep-unknown": (),
    "sleep-differs": ("typed_h", "device_h"),
    # sections 11 and 12
    "whisper": ("signs",),
    "layoff": ("away_days", "factor_percent", "last", "unit"),
    "nothing-logged": ("quiet_days",),
    "hard-stretching": ("on_day",),
    "long-sitting": ("sitting_h", "on_day"),
    "keep-moving": (),
    "rest-day": ("next_day", "why"),  # why: spacing, weekday, week
}


@lru_cache(maxsize=8192, typed=True)
def reason(rule: str, *values: Fact, binding: bool = False) -> Reason:
    """A reason of `rule`, its values in the order of FACTS; wrong count raises ValueError."""
    return Reason(rule, tuple(zip(FACTS[rule], values, strict=True)), binding)
