"""METHOD 10 and 11: flares, the way back, and the signs before one."""

from __future__ import annotations

from decisions import check, table

FLARE = "tue checkin ache 3 side right; tue screen none"


@table("""
day 0: no bar, walks, less stability work| FLARE                                    | tue none flare flare phase=settle other=3xwalk,1xbreak-up-sitting bridge=3 +level-down release=90
day 1: the same                          | FLARE                                    | wed none flare flare flare.flare_days=1 bridge=3
day 2: a light hinge                     | FLARE; wed checkin ache 1                | thu flare 80 flare working=135 verdict=flare other=1xwalk
but no squat                             | FLARE; wed checkin ache 1; day1 +goal squat target 225lb best 315lb on thu | thu flare 80 squat=none
lighter than the bar: none               | FLARE; wed checkin ache 1; day1 goal deadlift target 315lb start 65lb on mon,thu | thu none flare flare +not-ready not-ready.missing=bar-too-heavy
on a squat day there is none at all      | FLARE; wed checkin ache 1; day1 -goal deadlift; day1 +goal squat target 225lb best 315lb on mon,thu | tue next=nothing; thu none flare flare
it is told when the light hinge comes    | FLARE                                    | tue next=2026-01-22; wed next=2026-01-22
and not before the first two days        | wed checkin ache 3; wed screen none      | wed next=2026-01-26; thu none flare
two quiet mornings and a re-screen end it| FLARE                                    | thu reduce 120 flare-return flare-return.flare_days=2 flare-return.factor_percent=90 phase=reload
after three days                         | FLARE; wed checkin ache 1                | fri phase=reload; mon2 reduce 105 flare-return flare-return.flare_days=3 flare-return.factor_percent=80
not without a re-screen                  | tue checkin ache 3                       | thu flare; mon2 flare phase=settle
a re-screen of the day before is none    | tue checkin ache 3; mon +screen none     | mon2 flare
a re-screen later on                     | tue checkin ache 3; fri screen none      | fri phase=reload; mon2 reduce 105 flare-return
a late morning does not end it           | FLARE; wed 15:00 checkin ache 0          | thu flare; fri phase=reload
a missing one neither                    | FLARE; wed -checkin                      | thu flare
a masked one neither                     | FLARE; wed checkin ache 0 painkiller     | thu flare
two mornings, but not in a row           | FLARE; wed checkin ache 0; thu checkin ache 1 | fri phase=settle; sat phase=reload
ache above the background does not       | FLARE; wed checkin ache 1; thu checkin ache 1; fri checkin ache 1 | mon2 reduce 105
the lifter marks one                     | tue checkin ache 0 flare; tue screen none| tue none flare flare flare.why=marked; wed phase=settle; thu reduce 120 flare-return
pain in a session                        | mon deadlift 135lb 3x5 brace pain 7; tue screen none | mon none flare flare.why=pain; wed phase=reload; thu reduce 120 flare-return
ache 3 above background 2 is none        | day1..day15 checkin ache 2; tue checkin ache 3 | tue none hold -flare
ache 4 above background 2 is             | day1..day15 checkin ache 2; tue checkin ache 4; tue screen none; wed..thu checkin ache 2 | thu reduce 120 flare-return
ache 2 is never one                      | tue checkin ache 2                       | tue none hold -flare
before there is a background             | day2 checkin ache 3                      | day2 none flare flare flare.background=0
unknown, it permits no first session     | day1..day3 -checkin; day4 checkin ache 3; day5..day20 checkin ache 1 | mon none flare flare +not-ready
and for two weeks it wants mornings of 0 | day1..day3 -checkin; day4 checkin ache 3; day4 screen none; day5..day30 checkin ache 1 | day18 phase=settle; day19 phase=settle
then quiet ones are enough, held still   | day1..day3 -checkin; day4 checkin ache 3; day4 screen none; day5..day30 checkin ache 1 | day20 phase=build +routine-referral
no lift begins in a flare                | day12 checkin ache 3; day13..day20 checkin ache 1 | mon none flare flare not-ready.missing=flare
a device's night changes nothing         | FLARE; tue +sleep 5h from oura           | tue none flare
""".replace("FLARE", FLARE))
def test_a_flare_and_its_end(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
from there the gate again                | | thu 120; mon2 progress 130; thu2 hold 130 ceiling ceiling.base=120; mon3 progress 140
more than was asked on the way back      | thu deadlift 135lb 3x5 brace pain 0 | mon2 hold 120 over-prescribed
the light hinge was done                 | wed checkin ache 1; thu deadlift 80lb 3x5 brace pain 0 | mon2 reduce 105 flare-return flare-return.last=135
the light hinge was left out             | wed checkin ache 1; thu -deadlift | mon2 reduce 105 flare-return
the light hinge hurt                     | wed checkin ache 1; thu deadlift 80lb 3x5 brace pain 6 | mon2 reduce 105 flare-return +pain-during
bar work on the first days               | day1 goal deadlift target 315lb start 65lb on mon,thu; wed +deadlift 45lb 3x5 brace pain 0 | mon2 hold 45 +over-prescribed +flare-return
a second flare before it                 | thu -deadlift; sat checkin ache 3; sat screen none; sun checkin ache 1 | mon2 flare 80 flare working=135
pain of 7 begins it anew                 | wed checkin ache 1; thu deadlift 80lb 3x5 brace pain 7 | fri none flare; sat phase=settle; mon2 flare
the screen of that morning is none       | wed checkin ache 1; thu deadlift 80lb 3x5 brace pain 7; thu screen none | sat phase=settle +screen-due screen-due.scope=flare
and then a later screen ends it          | wed checkin ache 1; thu deadlift 80lb 3x5 brace pain 7; fri screen none | sat phase=reload; mon2 reduce 105 flare-return flare-return.factor_percent=80
and the time away counts too             | thu -deadlift; mon2 -deadlift; thu2 -deadlift; mon3 -deadlift | thu3 reduce 105 layoff +flare-return
""".replace("| |", "| |"))
def test_the_way_back(changes: str, expected: str) -> None:
    check(f"{FLARE}; {changes}", expected)


LONG = "tue checkin ache 4; tue screen none; day17..day60 checkin ache 1"


@table("""
seven days                               | LONG                                  | day23 phase=settle refer=nothing
eight days                               | LONG                                  | day24 refer=flare-long
fourteen days                            | LONG                                  | day30 refer=flare-long
fifteen days: a referral that holds      | LONG                                  | day31 refer=flare-very-long +routine-referral
it holds after the flare as well         | LONG; day34..day60 checkin ache 0; day18..day35 -deadlift | day36 reduce 105 refer=flare-very-long; day39 hold 105 routine-referral
until assessed                           | LONG; day34..day60 checkin ache 0; day18..day35 -deadlift; day37 +clinician assessed | day39 progress refer=nothing
three in 28 days                         | day16 checkin ache 3; day16 screen none; day30 checkin ache 3; day30 screen none; day43 checkin ache 3; day43 screen none | day42 refer=nothing; day43 refer=flares-often; day46 reduce; day50 hold routine-referral
until assessed                           | day16 checkin ache 3; day16 screen none; day30 checkin ache 3; day30 screen none; day43 checkin ache 3; day43 screen none; day47 +clinician assessed | day50 progress refer=nothing
three in 29                              | day16 checkin ache 3; day16 screen none; day30 checkin ache 3; day30 screen none; day44 checkin ache 3; day44 screen none | day44 refer=nothing
""".replace("LONG", LONG))
def test_long_and_frequent_flares(changes: str, expected: str) -> None:
    check(changes, expected)


STIFF = "wed checkin ache 0 stiff left; thu checkin ache 0 stiff left"
ACHE = "wed checkin ache 1; thu checkin ache 1"
LAPSE = "day13..day17 -release"
SHORT = "day12..day18 checkin ache 0 sleep 6h20"
OVER = "mon deadlift 155lb 3x5 brace pain 0"


@table("""
car stiffness on two of three mornings   | STIFF                                            | thu progress 145 signs=car-stiffness -whisper
on the right                             | tue checkin ache 0 stiff right; thu checkin ache 0 stiff right | thu signs=car-stiffness
on one morning                           | thu checkin ache 0 stiff left                    | thu signs=nothing
on both sides is not one-sided           | wed checkin ache 0 stiff both; thu checkin ache 0 stiff both | thu signs=nothing
four mornings ago                        | mon checkin ache 0 stiff left; wed checkin ache 0 stiff left | thu signs=nothing
ache 1 on two of three mornings          | ACHE                                             | thu progress 145 signs=ache-lingers
on one                                   | thu checkin ache 1                               | thu signs=nothing
release missed on five of seven days     | LAPSE                                            | thu progress 145 signs=release-lapsed +release-lapsed release-lapsed.missed=5
on four                                  | day14..day17 -release                            | thu signs=nothing -release-lapsed
a side of it counts as done              | LAPSE; day16 release left 90s                    | thu signs=nothing
days on which it was locked are not missed | LAPSE; day12 screen anticoagulant; day18 screen none scope full | thu signs=nothing release=90
nor those of an experiment               | day13..day17 -release; day13..day17 +arm release off | thu signs=nothing
a week of short nights                   | SHORT                                            | thu progress 145 signs=sleep-low
a mean of six and a half                 | day12..day18 checkin ache 0 sleep 6h30           | thu signs=nothing
three known nights                       | day12..day15 checkin ache 0; day16..day18 checkin ache 0 sleep 6h | thu signs=nothing
four known nights                        | day12..day14 checkin ache 0; day15..day18 checkin ache 0 sleep 6h | thu signs=sleep-low
more than prescribed                     | OVER                                             | thu hold 135 over-prescribed signs=over-prescribed
seven days later it counts               | OVER; ACHE2                                      | mon2 hold 135 whisper signs=ache-lingers,over-prescribed
the eighth day it does not               | OVER; ACHE2                                      | tue2 signs=ache-lingers
two signs: no load rises                 | STIFF; LAPSE                                     | thu hold 135 whisper whisper.signs=car-stiffness,release-lapsed
ache and stiffness                       | wed checkin ache 1 stiff left; thu checkin ache 1 stiff left | thu hold 135 whisper
ache and short nights                    | day12..day16 checkin ache 0 sleep 6h; day17..day18 checkin ache 1 sleep 6h | thu hold 135 whisper
lapsed and short nights                  | SHORT; LAPSE                                     | thu hold 135 whisper
three of them                            | STIFF; LAPSE; OVER                               | thu hold 135 over-prescribed +whisper
a whisper never lowers a load            | STIFF; LAPSE; mon deadlift 135lb 3x5 brace pain 6| thu reduce 120 pain-during +whisper
in a flare lingering ache is no sign     | tue checkin ache 3; wed checkin ache 3           | wed signs=nothing
background mode: ache at the background  | day1 +lifter mode background; day1..day18 checkin ache 1 | thu progress 145 signs=nothing
background mode: above it                | day1 +lifter mode background; day1..day15 checkin ache 1; wed checkin ache 2; thu checkin ache 2 | thu signs=ache-lingers
""".replace("STIFF", STIFF).replace("ACHE2", "day21..day23 checkin ache 1").replace("ACHE", ACHE).replace("LAPSE", LAPSE)
   .replace("SHORT", SHORT).replace("OVER", OVER))  # fmt: skip
def test_whispers(changes: str, expected: str) -> None:
    check(changes, expected)
