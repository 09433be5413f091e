"""METHOD 6 (who may start), 7, 12 and 13: daily work, readiness, guards, phases."""

from __future__ import annotations

from decisions import check, table


@table("""
two weeks of daily work                  |                                             | day14 none hold phase=build rest-day; mon hold 135 phase=reload
begun a day later                        | day1 -release; day1 -single-leg-bridge      | mon none hold not-ready not-ready.missing=daily-work phase=build; thu hold 135
ten days of it are enough                | day5..day8 -release; day5..day8 -single-leg-bridge | mon hold 135
nine are not                             | day5..day9 -release; day5..day9 -single-leg-bridge | mon none hold not-ready not-ready.missing=daily-work
release alone is daily work              | day2..day20 -single-leg-bridge              | mon hold 135
a release of no seconds is none          | day1 release left 0s; day1 -single-leg-bridge | mon none hold not-ready not-ready.missing=daily-work
who trained the lift lately need not wait| day5..day9 -release; day5..day9 -single-leg-bridge; day1 -screen; day4 deadlift 95lb 3x5 pain 0; day5 screen none | day8 hold 135 first-session
lifting against the plan opens nothing   | day5..day9 -release; day5..day9 -single-leg-bridge; day4 deadlift 95lb 3x5 pain 0 | day8 none hold not-ready not-ready.missing=daily-work
another lift does not count for it       | day5..day9 -release; day5..day9 -single-leg-bridge; day10 squat 95lb 3x5 pain 0 | mon none hold not-ready
bridge level 3                           | day2..day30 -single-leg-bridge; day1 single-leg-bridge level 3 left 3x5 right 3x5 pain 0 form ok | mon hold 135
bridge level 2                           | day2..day30 -single-leg-bridge; day1 single-leg-bridge level 2 3x8 pain 0 form ok | mon none hold not-ready not-ready.missing=bridge
no bridge at all                         | day1..day30 -single-leg-bridge              | mon none hold not-ready not-ready.missing=bridge
leg raise 2                              | day10 +test straight-leg-raise left 2 right 1 | mon hold 135
leg raise 3 on a side                    | day10 +test straight-leg-raise left 0 right 3 | mon none hold not-ready not-ready.missing=leg-raise
the last test counts                     | day10 +test straight-leg-raise left 0 right 3; day12 +test straight-leg-raise left 0 right 2 | mon hold 135
everything missing                       | day1..day30 -release; day1..day30 -single-leg-bridge; day1..day14 -checkin | mon none not-ready.missing=background-unknown,bridge,daily-work
a lift without a goal                    | day1 -goal deadlift                         | mon none hold phase=build next=nothing -rest-day
it is told when the bar comes            |                                             | day5 next=nothing; day9 next=2026-01-19; day14 next=2026-01-19; tue next=2026-01-22; fri next=2026-01-26
""")
def test_who_may_start(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
the first week builds up                 |                                          | day1 release=30 release-build-up.day_number=1; day2 release=40 +release-build-up -release-eased; day4 release=60; day6 release=80; day7 release=90 -release-build-up
it begins with the first release         | day1..day4 -release                      | day4 release=30; day6 release=40; day11 release=90
discomfort of 5                          | day10 release left 90s right 90s pain 5  | day11 release=90
discomfort of 6: back to 30 seconds      | day10 release left 90s right 90s pain 6  | day11 release=30 +release-eased; day12 release=40; day17 release=90 -release-eased
off by an experiment                     | thu +arm release off                     | thu progress release=0 release-locked.why=experiment
on by an experiment                      | thu +arm release on                      | thu release=90
another experiment                       | thu +arm bedtime off                     | thu release=90
""")
def test_release(changes: str, expected: str) -> None:
    check(changes, expected)


def bridge(level: int, sets: str = "left 3x8 right 3x8", rest: str = "pain 0 form ok") -> str:
    """A line of the bridge."""
    return f"single-leg-bridge level {level} {sets} {rest}"


@table(f"""
the first day finds the level            |                                              | day1 bridge=1 +placement; day2 bridge=4 -level-up
two days at the top of the dose          |                                              | day3 bridge=5 +level-up
one of them below the top                | day2 {bridge(4, "left 3x7 right 3x8")}       | day3 bridge=4; day5 bridge=5
the weaker side sets the level           | day1..day9 {bridge(4, "left 3x8 right 3x7")} | day10 bridge=4 bridge-left-first=False
one side alone is not enough             | day1..day9 {bridge(4, "left 3x8")}           | day10 bridge=1 +placement
form off                                 | day2 {bridge(4, rest="pain 0 form off")}     | day3 bridge=4; day4 bridge=4; day5 bridge=5
form not told                            | day1..day9 {bridge(4, rest="pain 0")}        | day10 bridge=1 +placement
pain 2                                   | day2 {bridge(4, rest="pain 2 form ok")}      | day3 bridge=5
pain 3                                   | day2 {bridge(4, rest="pain 3 form ok")}      | day3 bridge=4
pain not told                            | day2 {bridge(4, rest="form ok")}             | day3 bridge=4
the next morning not quiet               | day2 checkin ache 2; day1..day9 checkin ache 0; day8 checkin ache 2 | day2 bridge=4
the next morning missing                 | day2 -checkin                                | day3 bridge=4; day4 bridge=5
three sets were asked                    | day2 {bridge(4, "left 2x8 right 2x8")}       | day3 bridge=4
holds are no repetitions                 | day2 {bridge(4, "left 3x30s right 3x30s")}   | day3 bridge=4
an easier level was done                 | day2 {bridge(3)}                             | day3 bridge=4
a harder one counts                      | day2 {bridge(5)}                             | day3 bridge=5
placed at the highest done well          | day1 {bridge(6, rest="pain 5 form ok")}; day1 {bridge(3)} | day2 bridge=3
never above the ladder                   | day1..day9 {bridge(6)}                       | day2 bridge=6; day9 bridge=6
nothing done well: no placement yet      | day1 {bridge(4, rest="pain 5 form off")}     | day2 bridge=1 +placement
less than the dose: no placement         | day1 {bridge(4, "left 3x4 right 3x5")}       | day2 bridge=1 +placement
the dose is enough                       | day1 {bridge(4, "left 3x5 right 3x5")}       | day2 bridge=4
without a level there is no placement    | day1 single-leg-bridge left 3x8 right 3x8 pain 0 form ok | day2 bridge=1 +placement
both sides at once                       | day1..day2 single-leg-bridge level 1 2x12 pain 0 form ok | day3 bridge=2
a back-off takes one down                | mon deadlift 135lb 3x5 brace pain 6          | tue bridge=4 level-down.why=back-off; wed bridge=4
once for a session                       | mon deadlift 135lb 3x5 brace pain 6; tue..wed checkin ache 2 | wed bridge=4
for the second morning as well           | tue checkin ache 1; wed checkin ache 2       | tue bridge=5; wed bridge=4
a flare takes two down                   | tue checkin ache 3                           | tue bridge=3 level-down.why=flare; wed bridge=3
never below the floor                    | day1..day9 single-leg-bridge level 1 2x10 pain 0 form ok; day5 checkin ache 3 | day5 bridge=0
""")
def test_ladders(changes: str, expected: str) -> None:
    check(changes, expected)


@table(f"""
no side is known                         |                                                        | thu bridge-left-first=True
the right one did less                   | wed {bridge(4, "left 3x8 right 3x6")}                  | thu bridge-left-first=False
the left one did less                    | wed {bridge(4, "left 3x6 right 3x8")}                  | thu bridge-left-first=True
the right one tested weaker              | wed +test single-leg-bridge left 34s right 27s         | thu bridge-left-first=False
the left one tested weaker               | wed +test single-leg-bridge left 20s right 27s         | thu bridge-left-first=True
both tested alike: as before             | tue +test single-leg-bridge left 34s right 27s; wed +test single-leg-bridge left 27s right 27s | thu bridge-left-first=False
the aching side, where nothing else is known | day9 checkin ache 1 side right                     | thu bridge-left-first=False
an ache on both sides                    | day9 checkin ache 1 side both                          | thu bridge-left-first=True
a test of the leg raise says nothing of it | wed +test straight-leg-raise left 0 right 1          | thu bridge-left-first=True
""")
def test_the_weaker_side_goes_first(changes: str, expected: str) -> None:
    check(changes, expected)


COPENHAGEN = "copenhagen-plank level {0} left {1} right {1} pain 0 form ok"
SQUAT = "day1 +goal squat target 225lb best 315lb on tue"


@table("""
copenhagen before it was ever done       |                                              | tue copenhagen=1
not the day before squats                | SQUAT                                        | mon copenhagen=off; tue copenhagen=1
not two days running                     | mon COP1                                     | tue copenhagen=off; wed copenhagen=1
twice a week at first                    | day5 COP1; mon COP1; wed COP1                | thu copenhagen=off; sun copenhagen=off; mon2 copenhagen=2
three times a week later                 | day1 COP1; day29 COP1; day31 COP1            | day33 copenhagen=off
three times from the sixth week          | day1 COP1; day57 COP1; day59 COP1            | day61 copenhagen=2
the short lever moves up after two       | mon COP1; wed COP1                           | mon2 copenhagen=2 +level-up
the long lever after four                | mon COP3; wed COP3; fri COP3; sun COP3       | fri2 copenhagen=3; day31 copenhagen=3
and fourteen days                        | mon COP3; wed COP3; fri COP3; day29 COP3     | day30 copenhagen=off; day31 copenhagen=4
thirteen days                            | mon COP3; wed COP3; fri COP3; sun2 COP3      | day31 copenhagen=3
carry never the day before a hinge       |                                              | tue carry=1; wed carry=off; fri carry=1; sun carry=off
three times a week at most               | mon CAR; wed CAR; fri CAR                    | sat carry=off; mon2 carry=2
a tenth of the body weight               |                                              | tue carry-weight=20
without a body weight                    | day1 lifter born 1983 units lb               | tue carry=1 carry-weight=nothing
the last body weight                     | day9 +bodyweight 155lb                       | tue carry-weight=15
at most 30 kg                            | day1 lifter born 1983 units lb bodyweight 300lb; day9 +suitcase-carry level 5 left 3x40m right 3x40m pain 0 form ok | tue carry=5 carry-weight=65
20 kg from 65                            | day1 lifter born 1961 units lb bodyweight 300lb; day9 +suitcase-carry level 5 left 3x40m right 3x40m pain 0 form ok | tue carry=5 carry-weight=40
30 kg where the age is unknown           | day1 lifter units lb bodyweight 300lb; day9 +suitcase-carry level 5 left 3x40m right 3x40m pain 0 form ok | tue carry-weight=65
30 kg at 64                              | day1 lifter born 1962 units lb bodyweight 300lb; day9 +suitcase-carry level 5 left 3x40m right 3x40m pain 0 form ok | tue carry-weight=65
in kilograms                             | day1 lifter born 1983 units kg bodyweight 95kg | tue carry-weight=8
pallof press every day                   |                                              | mon pallof=1; tue pallof=1 bridge=5
""".replace("SQUAT", SQUAT).replace("COP1", "+" + COPENHAGEN.format(1, "2x4")).replace("COP3", "+" + COPENHAGEN.format(3, "2x5"))
   .replace("CAR;", "+suitcase-carry level 1 left 3x15m right 3x15m pain 0 form ok;")
   .replace("CAR ", "+suitcase-carry level 1 left 3x15m right 3x15m pain 0 form ok "))  # fmt: skip
def test_copenhagen_and_carry(changes: str, expected: str) -> None:
    check(changes, expected)


REACHED = "day1 goal deadlift target 140lb best 405lb start 135lb on mon,thu"


@table("""
once the goal is reached: for good       | REACHED                                      | mon2 hold 140 goal-reached phase=keep +insurance
three days a week, not two running       | REACHED                                      | tue2 phase=keep bridge=off
after two days off                       | REACHED; day19..day22 -single-leg-bridge     | tue2 bridge=5 +insurance
three in the week are enough             | REACHED; day23..day30 -single-leg-bridge; day24 single-leg-bridge level 5 left 3x8 right 3x8 pain 0 form ok; day26 single-leg-bridge level 5 left 3x8 right 3x8 pain 0 form ok; day28 single-leg-bridge level 5 left 3x8 right 3x8 pain 0 form ok | day27 bridge=off; day30 bridge=off; day31 bridge=6
before the bar they warm up              | REACHED                                      | mon2 bridge=5 pallof=1
two goals, one reached                   | REACHED; day1 +goal squat target 225lb best 315lb on sat | mon2 phase=reload
a flare                                  | REACHED; mon2 checkin ache 3                 | mon2 phase=settle
copenhagen is kept                       | REACHED                                      | wed2 copenhagen=1 +insurance
""".replace("REACHED", REACHED))
def test_keeping(changes: str, expected: str) -> None:
    check(changes, expected)


TEST = "+test single-leg-bridge left {} right {}"


@table("""
15 % on three tests                      | day2 30s 24s; day5 30s 25s; day9 20s 17s     | day10 +side-difference side-difference.percent=15 side-difference.side=right; day11 +side-difference
14 % at the last                         | day2 30s 24s; day5 30s 25s; day9 100s 86s    | day10 -side-difference
two tests                                | day2 30s 24s; day5 30s 25s                   | day10 -side-difference
the other side once                      | day2 30s 24s; day5 24s 30s; day9 30s 24s     | day10 -side-difference
within the lifter's own scatter          | day2 100s 99s; day5 100s 99s; day9 100s 50s  | day10 -side-difference
the left side                            | day2 24s 30s; day5 24s 30s; day9 24s 30s     | day10 side-difference.percent=20 side-difference.side=left
older tests no longer count              | day2 24s 30s; day3 30s 24s; day5 30s 24s; day9 30s 24s | day10 side-difference.side=right
nothing on either side                   | day2 0s 0s; day5 0s 0s; day9 0s 0s           | day10 -side-difference
""")
def test_side_difference(changes: str, expected: str) -> None:
    lines = [f"{day} {TEST.format(left, right)}" for day, left, right in (part.split() for part in changes.split(";"))]
    check("; ".join(lines), expected)


@table("""
a score of the leg raise is no strength  | day2 +test straight-leg-raise left 2 right 1; day3 +test straight-leg-raise left 2 right 1; day5 +test straight-leg-raise left 2 right 1 | day10 -side-difference
nothing logged for six days              | day19..day40 -checkin; day19..day40 -release; day19..day40 -single-leg-bridge; day19..day40 -deadlift; day29 -screen | day25 -nothing-logged
nothing logged for seven                 | day19..day40 -checkin; day19..day40 -release; day19..day40 -single-leg-bridge; day19..day40 -deadlift; day29 -screen | day26 nothing-logged.quiet_days=7 other=1xwalk
a note is enough                         | day19..day40 -checkin; day19..day40 -release; day19..day40 -single-leg-bridge; day19..day40 -deadlift; day29 -screen; day24 +note "in a tent" | day26 -nothing-logged
hard stretching                          | wed +stretch 10min                           | thu progress +hard-stretching; fri -hard-stretching
sitting six hours                        | wed +sitting 6h                              | thu -long-sitting
sitting longer                           | wed +sitting 6h01                            | thu progress +long-sitting; fri -long-sitting
no better after six weeks                | day1..day60 checkin ache 2                   | day42 -not-improving; day43 refer=not-improving not-improving.weeks=6 not-improving.ache_then=2
half of the ache                         | day1..day36 checkin ache 2; day37..day60 checkin ache 1 | day43 -not-improving refer=nothing
activities went better                   | day1..day60 checkin ache 2; day2 +activity "sit" 4; day40 +activity "sit" 6 | day43 -not-improving
activities by too little                 | day1..day60 checkin ache 2; day2 +activity "sit" 4; day40 +activity "sit" 5 | day43 +not-improving
there was nothing to improve             | day1..day60 checkin ache 1                   | day43 -not-improving
seven check-ins are needed               | day1..day36 -checkin; day37..day42 checkin ache 2; day43..day80 -checkin | day80 -not-improving
no mornings of late                      | day1..day36 checkin ache 2; day36..day60 -checkin | day44 -not-improving
it holds nothing                         | day1..day15 checkin ache 2; day1 +lifter mode background; day16..day70 checkin ache 2 | day53 progress +not-improving
""")
def test_guards(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
before the first screen                  | day1 -screen                      | day5 phase=screen verdict=hold
always something to do                   | tue checkin ache 3                | day5 +keep-moving; thu +keep-moving; tue +keep-moving
but under a lock only its text           | tue screen trauma                 | tue -keep-moving other=nothing
daily work                               |                                   | day5 phase=build next=nothing; day9 phase=build next=2026-01-19
the bar                                  |                                   | thu phase=reload verdict=progress
a flare                                  | tue checkin ache 3                | tue phase=settle verdict=flare
a lock                                   | tue screen trauma                 | tue phase=stop verdict=stop
the most careful verdict of two lifts    | day1 +goal squat target 225lb best 315lb on mon,thu | thu verdict=hold
a longer pause is no way back to daily work | day16..day71 -deadlift         | day50 phase=reload
""")
def test_phases(changes: str, expected: str) -> None:
    check(changes, expected)
