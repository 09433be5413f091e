"""METHOD 4: warning signs, assessments, re-screens, illness."""

from __future__ import annotations

import pytest
from decisions import check, table

from underbar.diary.vocabulary import (
    EMERGENCY_FLAGS,
    ROUTINE_FLAGS,
    ROUTINE_HOLD_FLAGS,
    URGENT_FLAGS,
)


@pytest.mark.parametrize("flag", EMERGENCY_FLAGS)
def test_an_emergency_sign_locks_everything(flag: str) -> None:
    check(
        f"wed screen {flag}",
        f"wed none stop red-flag phase=stop stop=E flags={flag} release=nothing other=nothing bridge=off refer=nothing;"
        f"thu none stop red-flag stop=E",
    )


@pytest.mark.parametrize("flag", EMERGENCY_FLAGS)
@pytest.mark.parametrize("how", ["unsure", "skipped"])
def test_unsure_or_skipped_of_an_emergency_sign_is_urgent(flag: str, how: str) -> None:
    check(f"wed screen {how}:{flag}", f"wed none stop red-flag stop=U flags={flag}")


@pytest.mark.parametrize("flag", URGENT_FLAGS)
@pytest.mark.parametrize("how", ["", "unsure:", "skipped:"])
def test_an_urgent_sign_locks_everything(flag: str, how: str) -> None:
    check(f"wed screen {how}{flag}", f"wed none stop red-flag stop=U flags={flag} other=nothing bridge=off; sun2 none stop stop=U")


@pytest.mark.parametrize("flag", ROUTINE_HOLD_FLAGS)
@pytest.mark.parametrize("how", ["", "unsure:", "skipped:"])
def test_a_routine_sign_that_holds(flag: str, how: str) -> None:
    check(
        f"wed screen {how}{flag}; fri +clinician assessed",
        f"thu hold 135 routine-referral routine-referral.hold=True refer={flag}; mon2 progress 145 refer=nothing",
    )


@pytest.mark.parametrize("flag", ROUTINE_FLAGS)
@pytest.mark.parametrize("how", ["", "unsure:", "skipped:"])
def test_a_routine_sign_that_only_refers(flag: str, how: str) -> None:
    check(
        f"wed screen {how}{flag}",
        f"thu progress 145 zero-ache-morning +routine-referral routine-referral.hold=False refer={flag}",
    )


@table("""
a flag at any hour of the day            | thu 22:00 screen fever                                       | thu none stop red-flag
emergency before urgent                  | wed screen fever trauma                                      | thu none stop stop=E flags=trauma,fever
assessed the next day                    | wed screen fever; thu +clinician assessed                    | thu progress 145 stop=nothing
assessed on the same day, no times       | wed screen fever; wed +clinician assessed                    | wed none stop; thu none stop
assessed later that day, with both times | wed 08:00 screen fever; wed +15:00 clinician assessed        | wed none hold stop=nothing; thu progress 145
assessed earlier that day                | wed 15:00 screen fever; wed +08:00 clinician assessed        | thu none stop stop=U
only the assessment has a time           | wed screen fever; wed +15:00 clinician assessed              | thu none stop
only the screen has a time               | wed 08:00 screen fever; wed +clinician assessed              | thu none stop
at the same minute                       | wed 08:00 screen fever; wed +08:00 clinician assessed        | thu none stop
assessed and named again                 | tue screen fever; wed +clinician assessed; thu screen fever  | thu progress 145 stop=nothing
assessed and unsure again                | tue screen fever; wed +clinician assessed; thu screen unsure:fever | thu progress 145
assessed and new                         | tue screen fever; wed +clinician assessed; thu screen new:fever | thu none stop stop=U
new and assessed again                   | tue screen fever; wed +clinician assessed; thu screen new:fever; fri +clinician assessed | fri none hold stop=nothing
unsure first, then yes                   | tue screen unsure:trauma; wed screen trauma                  | tue stop=U; wed stop=E
assessed as unsure, then a yes           | tue screen unsure:trauma; wed +clinician assessed; thu screen trauma | wed stop=nothing; thu stop=E
a screen that was removed keeps its signs | wed screen fever id s1; thu +void s1                        | thu none stop stop=U
and answers nothing                      | day1 screen none id s1; day2 +void s1                        | mon none hold screen-missing
a yes is not undone by an unsure         | tue screen trauma; wed screen unsure:trauma                  | wed stop=E
nor by a screen without it               | tue screen trauma; wed screen none                           | wed stop=E; thu none stop
an assessment before any sign            | tue +clinician assessed; wed screen fever                    | thu none stop
on the first day                         | day1 screen cancer                                           | day1 none stop; day9 stop=U
what the clinician says is shown only    | wed +clinician says "lift what you like"                     | thu progress 145 +clinic-says
and never obeyed                         | wed screen fever; thu +clinician says "all is well"          | thu none stop
""")
def test_locks_and_assessments(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
a blood thinner takes the release away   | wed screen anticoagulant                              | thu progress 145 release=0 release-locked.why=anticoagulant refer=nothing
an exclusion of the release              | wed screen unsure:release-exclusion                   | thu progress 145 release=0 release-locked.why=release-exclusion
a re-screen without it does not end it   | wed screen anticoagulant; fri screen none             | sat release=0
an assessment neither                    | wed screen anticoagulant; fri +clinician assessed     | sat release=0
a full screen without it does            | wed screen anticoagulant; fri screen none scope full  | sat release=90
a full screen with it does not           | wed screen anticoagulant; fri screen anticoagulant scope full | sat release=0
an aneurysm holds and takes the release  | wed screen aneurysm                                   | thu hold 135 routine-referral release=0 release-locked.why=aneurysm
assessed: the hold ends, the release stays off | wed screen aneurysm; fri +clinician assessed    | mon2 progress 145 release=0 refer=nothing
until a full screen without it           | wed screen aneurysm; fri +clinician assessed; sat screen none scope full | mon2 progress 145 release=90
assessed and named again: only the release | wed screen aneurysm; fri +clinician assessed; sat screen none scope full; sun screen aneurysm | mon2 progress 145 release=0 refer=nothing
pregnancy: no bar, no release, refers    | wed screen pregnancy                                  | thu none hold bar-locked bar-locked.why=pregnancy release=0 refer=pregnancy next=nothing
until a clinician says bar-ok            | wed screen pregnancy; thu +clinician bar-ok           | thu progress 145 release=0 refer=pregnancy
an assessment is not that                | wed screen pregnancy; thu +clinician assessed         | thu none hold bar-locked
named again it changes nothing           | wed screen pregnancy; thu +clinician bar-ok; fri screen pregnancy | mon2 hold 145 release=0
it ends: the release stays off 12 weeks  | wed screen pregnancy; thu screen none scope full      | thu progress 145 release=0 release-locked.until_day=2026-04-16; day101 release=0; day102 release=90
new, it needs a new bar-ok               | wed screen pregnancy; thu +clinician bar-ok; fri screen new:pregnancy | mon2 none hold bar-locked
two full screens of a day that differ    | wed screen anticoagulant; fri screen none scope full; fri screen anticoagulant scope full | sat release=0
another one                              | wed screen pregnancy; thu +clinician bar-ok; fri screen none scope full; sun screen pregnancy | mon2 none hold bar-locked
a window of the clinic lifts no lock     | wed screen anticoagulant; wed +clinician window 0-99 release on | thu release=0
""")
def test_signs_that_take_one_thing_away(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
no screen yet                            | day1 -screen; day15..day18 -screen              | mon none hold screen-missing phase=screen release=90 other=1xscreen,1xwalk next=nothing
a re-screen is not a full one            | day1 screen none scope re                       | mon none hold screen-missing
a first screen is full                   | day1 -screen; day14 screen none                 | mon hold 135 first-session
bar work before it is not judged         | day1 -screen; day9 deadlift 315lb 3x5 pain 9; day14 screen none | mon hold 135 first-session
imported sessions before it              | day1 -screen; day9 deadlift 135lb 3x5; day14 screen none | mon hold 135 first-session
34 days after the last one               | day29 -screen                                   | day35 -screen-due
35 days: it is due, and asked            | day29 -screen                                   | day36 progress +screen-due screen-due.scope=re other=1xscreen,1xwalk
36 days: it holds                        | day29 -screen; day1 goal deadlift target 315lb best 405lb start 135lb on tue,fri | day37 hold screen-due screen-due.due_day=2026-02-09
answered late                            | day29 -screen; day38 screen none                | day39 progress -screen-due
answered about an injection alone        | day29 -screen; day30 screen none scope injection | day39 hold screen-due
in a flare                               | tue checkin ache 3                              | tue none flare +screen-due screen-due.scope=flare; thu flare 80
in a flare, answered                     | tue checkin ache 3; tue screen none             | wed none flare -screen-due
""")
def test_screens_that_are_due(changes: str, expected: str) -> None:
    check(changes, expected)


SHOT = "day20 +injection prolotherapy side right"


@table("""
day 1 after an injection                 |                                            | day21 +screen-due screen-due.scope=injection screen-due.due_day=2026-01-25
overdue the day after                    |                                            | day22 screen-due.due_day=2026-01-25
day 3                                    | day21 screen none                          | day22 -screen-due; day23 screen-due.due_day=2026-01-27
day 7                                    | day21 screen none; day23 screen none       | day26 -screen-due; day27 screen-due.due_day=2026-01-31
day 14                                   | day21 screen none; day23 screen none; day27 screen none | day33 -screen-due; day34 screen-due.due_day=2026-02-07
all answered                             | day21 screen none; day23 screen none; day27 screen none; day34 screen none scope injection | day35 -screen-due
one answer for two that were missed      | day23 screen none                          | day24 -screen-due
ache on day 4 two above day 3            | day23 screen none; day23 checkin ache 2; day24 checkin ache 4 | day24 screen-due.scope=injection screen-due.due_day=2026-01-28
one above                                | day23 screen none; day23 checkin ache 2; day24 checkin ache 3 | day24 -screen-due
ache on day 7 two above day 3            | day23 screen none; day23 checkin ache 2; day26 screen none; day27 checkin ache 4; day27 screen none; day26 checkin ache 2 | day26 -screen-due; day27 -screen-due
ache of 7 on day 7                       | day23 screen none; day23 checkin ache 6; day27 checkin ache 7 | day27 screen-due.scope=injection screen-due.due_day=2026-01-31
answered that day                        | day23 screen none; day23 checkin ache 2; day24 checkin ache 4; day24 screen none | day24 -screen-due
on day 3 itself                          | day21 screen none; day23 screen none; day23 checkin ache 6 | day23 -screen-due
ache of 7 on day 6                       | day23 screen none; day23 checkin ache 6; day26 checkin ache 7 | day26 screen-due.scope=injection
day 3 not given: two above is unknown    | day23 screen none; day23 -checkin; day24 checkin ache 4       | day24 -screen-due
on day 8 it is a matter of the flare     | day23 screen none; day27 screen none; day23 checkin ache 0; day28 checkin ache 6 | day28 flare screen-due.scope=flare
""")
def test_screens_after_an_injection(changes: str, expected: str) -> None:
    check(f"{SHOT}; {changes}", expected)


@table("""
ill this morning                         | thu checkin ache 0 ill                          | thu none hold ill ill.mornings_without=0 next=nothing bridge=5 release=90
one morning without                      | wed checkin ache 0 ill                          | thu none hold ill ill.mornings_without=1
two mornings without                     | tue checkin ache 0 ill                          | thu progress 145 -ill
a missing morning is not without         | tue checkin ache 0 ill; wed -checkin            | thu none hold ill ill.mornings_without=1
a late one neither                       | tue checkin ache 0 ill; wed 15:00 checkin ache 0 | thu none hold ill
a day skipped for illness                | wed +skip ill                                   | thu none hold ill ill.mornings_without=1
a day skipped for another reason         | wed +skip travel                                | thu progress 145
ill again                                | tue checkin ache 0 ill; thu checkin ache 0 ill  | thu none hold ill ill.mornings_without=0
""")
def test_illness(changes: str, expected: str) -> None:
    check(changes, expected)
