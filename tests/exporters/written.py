"""Diaries to take out: one with every kind, and those that the repository has."""

from __future__ import annotations

from pathlib import Path

from underbar.diary.notation import parse
from underbar.diary.records import Entry

ROOT = Path(__file__).parents[2]
DIARIES = (
    ROOT / "src" / "underbar" / "samples" / "sample.diary",
    *sorted((ROOT / "tests/diaries").glob("*.diary")),
)

EVERY_KIND = r"""
2026-03-01 07:10 lifter born 1983 units lb bodyweight 205lb mode article
2026-03-01 gym "home" unit lb bar 45lb bar squat 33lb plates 45lb,25lb,2.5lb bells 20lb,40lb
2026-03-01 zone Europe/Berlin
2026-03-01 param day-start 05:00
2026-03-01 sources oura,apple-watch
2026-03-01 goal deadlift target 315lb best 405lb start 135lb on mon,thu
2026-03-01 screen anticoagulant unsure:fever trauma scope full
2026-03-01 clinician window 0-6 max none release off
2026-03-01 clinician course 4 every 42d
2026-03-02 checkin left 1 right 0 stiff none sleep 7h30 quality 7 woke 06:40 evening 2 sore painkiller ; hot
2026-03-02 sleep 6h12 from oura
2026-03-02 release left 90s right 80s
2026-03-02 suitcase-carry 40lb level 3 left 3x25m right 3x20m pain 1 form ok
2026-03-02 deadlift 95lb 1x5 135lb 3x5 brace pain 1 rpe 6 because "it felt \"light\"\nvery" from strong
2026-03-02 "bench press" 60.5kg 3x5
2026-03-03 injection prolotherapy side right number 2
2026-03-09 planned-injection prp
2026-03-03 visit "physiotherapist"
2026-03-03 test single-leg-bridge left 34s right 27.5s
2026-03-03 score odi 24
2026-03-03 activity "get out of the car" 6
2026-03-03 walk 20min
2026-03-03 stretch 90s
2026-03-03 sitting 9h
2026-03-03 painkiller ibuprofen
2026-03-03 medicine aspirin daily
2026-03-03 skip travel
2026-03-03 question release
2026-03-03 experiment "does the release help" seed 7 stop "a flare"
2026-03-03 arm release off
2026-03-03 bodyweight 203lb
2026-03-03 pulse 54
2026-03-03 hrv 62.5
2026-03-03 note "=caffè; zu früh"
2026-03-04 clinician assessed
"""

CORRECTED = """
2026-03-01 walk 20min id first
2026-03-01 walk 30min id second supersedes first
2026-03-02 note "gone" id third
2026-03-02 void third id fourth
2026-03-03 checkin ache 0 id early
2026-03-03 checkin ache 2 id late supersedes early
"""


def read(text: str) -> tuple[Entry, ...]:
    """The entries of a text that has no mistake."""
    parsed = parse(text)
    assert not parsed.problems
    return tuple(parsed.entries)
