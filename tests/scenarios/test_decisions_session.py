"""METHOD 5: what was done in a session, and background mode."""

from __future__ import annotations

from decisions import check, table


@table("""
pain 0                                   | mon deadlift 135lb 3x5 brace pain 0                  | thu progress 145
pain 2                                   | mon deadlift 135lb 3x5 brace pain 2                  | thu progress 145
pain 3                                   | mon deadlift 135lb 3x5 brace pain 3                  | thu hold 135 pain-during
pain 5                                   | mon deadlift 135lb 3x5 brace pain 5                  | thu hold 135 pain-during
pain 6 backs off                         | mon deadlift 135lb 3x5 brace pain 6                  | thu reduce 120 pain-during
pain 7 is a flare, and changes that day  | mon deadlift 135lb 3x5 brace pain 7                  | mon none flare flare flare.why=pain
and the next                             | mon deadlift 135lb 3x5 brace pain 7                  | tue none flare flare
pain not given is missing, not 0         | mon deadlift 135lb 3x5 brace                         | thu hold 135 pain-missing
pain in the bridge of 7 is a flare too   | mon +pallof-press level 1 2x8 pain 7                 | tue none flare flare
pain in another exercise never gates     | mon +"bench press" 185lb 3x5 pain 4                  | thu progress 145
but in one of the pelvis it counts       | mon +"barbell row" 185lb 3x5 pelvis pain 3           | thu hold 135 pain-during
on the day after as well                 | tue +"barbell row" 185lb 3x5 pelvis pain 3           | thu hold 135 pain-during
pain 2 does not                          | mon +"barbell row" 185lb 3x5 pelvis pain 2           | thu progress 145
and in a lift that is no goal            | tue +squat 65lb 3x5 brace pain 3                     | thu hold 135 pain-during
but pain of 7 in any is a flare          | mon +"barbell row" 185lb 3x5 pelvis pain 7           | tue none flare flare
two sets of three                        | mon deadlift 135lb 2x5 brace pain 0                  | thu hold 135 set-missed
three sets of four                       | mon deadlift 135lb 3x4 brace pain 0                  | thu hold 135 set-missed
missed says so                           | mon deadlift 135lb 3x5 missed brace pain 0           | thu hold 135 set-missed
more than three sets                     | mon deadlift 135lb 4x5 brace pain 0                  | thu progress 145
sets on two lines belong together        | mon deadlift 135lb 2x5 brace; mon deadlift 135lb 1x5 pain 0 | thu progress 145
sets at two weights: the heaviest counts | mon deadlift 115lb 2x5 135lb 1x5 brace pain 0        | thu hold 135 set-missed
warm-up sets are never judged            | mon deadlift 95lb 1x5 warmup; mon deadlift 135lb 3x5 brace pain 0 | thu progress 145
a heavier warm-up is more than was asked | mon deadlift 145lb 1x1 warmup; mon deadlift 135lb 3x5 brace pain 0 | thu hold 135 over-prescribed
warm-up sets alone begin nothing         | mon deadlift 95lb 3x5 warmup                         | thu hold 135 first-session
and later they are a missed session      | thu deadlift 95lb 3x5 warmup pain 0                  | mon2 hold 135 set-missed
pain in a warm-up of another day         | tue +deadlift 45lb 2x5 warmup pain 3                 | mon2 hold 135 pain-during
a warm-up of another day                 | tue +deadlift 45lb 2x5 warmup pain 0                 | mon2 progress 145
a goal that is off: no bar work was due  | wed +goal deadlift off; fri +deadlift 225lb 3x5 brace pain 0; sun +goal deadlift target 315lb best 405lb on mon,thu | mon2 hold 135 over-prescribed
a failed attempt lifts nothing           | mon deadlift 135lb 3x0 brace pain 0                  | thu hold 135 set-missed
no brace check                           | mon deadlift 135lb 3x5 pain 0                        | thu hold 135 brace-missing
effort 6                                 | mon deadlift 135lb 3x5 brace pain 0 rpe 6            | thu progress 145
effort 6.5                               | mon deadlift 135lb 3x5 brace pain 0 rpe 6.5          | thu hold 135 effort effort.limit_effort=6
effort 7 in the sixth week               | thu6 deadlift 205lb 3x5 brace pain 0 rpe 7           | thu6 effort=6; mon7 hold 205 effort
effort 7 in the seventh                  | mon7 deadlift 210lb 3x5 brace pain 0 rpe 7           | mon7 effort=7; thu7 progress -effort
effort 7.5 in the seventh                | mon7 deadlift 210lb 3x5 brace pain 0 rpe 7.5         | thu7 hold effort
a hip shift                              | mon deadlift 135lb 3x5 brace pain 0 shift right      | thu hold 135 hip-shift hip-shift.side=right
more than prescribed                     | mon deadlift 145lb 3x5 brace pain 0                  | thu hold 135 over-prescribed over-prescribed.lifted=145 over-prescribed.asked=135
one heavier set is more than prescribed  | mon deadlift 135lb 3x5 brace pain 0; mon deadlift 140lb 1x5 | thu hold 135 over-prescribed
lighter chosen counts for what was lifted| mon deadlift 115lb 3x5 brace pain 0                  | thu progress 125
lighter with a missed set                | mon deadlift 115lb 2x5 brace pain 0                  | thu hold 115 set-missed
the same weight in the other unit        | mon deadlift 61.2kg 3x5 brace pain 0                 | thu progress 145
bar work on a day that had none          | tue +deadlift 135lb 3x5 brace pain 0                 | mon2 hold 135 over-prescribed over-prescribed.asked=nothing
and heavier than ever                    | tue +deadlift 225lb 3x5 brace pain 0                 | mon2 hold 135 over-prescribed
and lighter                              | tue +deadlift 95lb 3x5 brace pain 0                  | mon2 hold 95 over-prescribed
not lifted at all: a missed day          | thu -deadlift                                        | mon2 progress 145
what is lifted today is no matter today  | thu deadlift 225lb 1x1 pain 5                        | thu progress 145
hip thrusts move no bar day              | wed +"hip thrust" 135lb 3x8 pelvis pain 0            | thu progress 145
a bad morning after them counts          | tue +"hip thrust" 135lb 3x8 pelvis pain 0; wed checkin ache 2 | thu hold 135 second-morning-ache
another exercise is free                 | mon +"bench press" 185lb 3x5                         | thu progress 145
a sixth reason is kept                   | mon deadlift 135lb 2x5 shift left rpe 8              | thu hold 135 +set-missed +hip-shift +effort +brace-missing +pain-missing
several verdicts: the most careful wins  | mon deadlift 135lb 2x5 brace pain 6; tue checkin ache 1 | thu reduce 120 pain-during +set-missed +next-morning-ache
""")
def test_what_was_done(changes: str, expected: str) -> None:
    check(changes, expected)


ONE = "day1 +lifter mode background; day1..day18 checkin ache 1 stiff none sleep 7h40"


@table("""
the article's rule with a background of 1 | day1 +lifter mode article                            | thu hold 135 next-morning-ache -background-mode
the background as yardstick               |                                                      | thu progress 145 zero-ache-morning background-mode.state=on zero-ache-morning.ache=1
better than the background                | tue checkin ache 0                                   | thu progress 145
one above it                              | tue checkin ache 2                                   | thu hold 135 next-morning-ache
three is a flare                          | tue checkin ache 3                                   | tue none flare flare
the second morning, at it twice           | tue checkin ache 1; wed checkin ache 1               | thu progress 145
the second morning 2                      | wed checkin ache 2                                   | thu hold 135 second-morning-ache
both mornings above it                    | tue checkin ache 2; wed checkin ache 2               | thu reduce 120 second-morning-ache
today 2                                   | thu checkin ache 2                                   | thu hold 135 ache-today
pain 3 is allowed                         | mon deadlift 135lb 3x5 brace pain 3                  | thu progress 145
pain 4 is not                             | mon deadlift 135lb 3x5 brace pain 4                  | thu hold 135 pain-during
a missing morning opens nothing           | tue -checkin                                         | thu hold 135 missing-check-in
switched off again                        | wed +lifter mode article                             | thu hold 135 next-morning-ache
""")
def test_background_mode(changes: str, expected: str) -> None:
    check(f"{ONE}; {changes}", expected)


@table("""
a background of 2                         | day1..day18 checkin ache 2                           | thu progress 145 background-mode.background=2
and the morning after 3                   | day1..day18 checkin ache 2; tue checkin ache 3       | thu reduce 120 next-morning-ache
above 2 it is off                         | day1..day5 checkin ache 2; day6..day15 checkin ache 3 | mon none hold background-mode.state=off-high
unknown it is off                         | day1..day14 -checkin                                 | mon none hold background-mode.state=off-unknown
a background that rose over three weeks   | day19..day60 checkin ache 1                          | thu6 hold next-morning-ache background-mode.state=off-rising refer=background-rising
a background that fell                    | day1..day14 checkin ache 1                           | thu6 progress background-mode.state=on refer=nothing
""")
def test_background_mode_switches_off(changes: str, expected: str) -> None:
    check(f"day1 +lifter mode background; {changes}", expected)


SIX = "tue checkin ache 1; fri checkin ache 1; tue2 checkin ache 1; fri2 checkin ache 1; tue3 checkin ache 1"


@table("""
six holds for ache in ten sessions        | fri3 checkin ache 1                                  | tue6 +background-mode background-mode.state=offered
five                                      |                                                      | tue6 -background-mode
six in nine                               | fri3 checkin ache 1                                  | fri5 -background-mode
""")
def test_background_mode_is_offered(changes: str, expected: str) -> None:
    check(f"{SIX}; {changes}", expected)


def test_background_mode_is_offered_up_to_a_background_of_2() -> None:
    after_bar = "; ".join(f"{day}{week} checkin ache 1" for week in range(1, 7) for day in ("tue", "wed", "fri", "sat"))
    check(f"day1..day60 checkin ache 2; {after_bar}", "tue6 background-mode.state=offered background-mode.background=2")
