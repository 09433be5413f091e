"""METHOD 6: the next load of a lift."""

from __future__ import annotations

from decisions import check, table

KG = "day1 lifter born 1983 units kg; day1 gym \"box\" bar 20kg plates 20kg,10kg,5kg,2.5kg,1.25kg"
ANY_DAY = "day1 goal deadlift target 315lb best 405lb start 135lb"


@table("""
40 % of the best, where that is lower    | day1 goal deadlift target 315lb best 300lb on mon,thu                | mon hold 120 first-session
135 lb, where that is lower              | day1 goal deadlift target 315lb best 405lb on mon,thu                | mon hold 135 first-session first-session.why=start
a start of one's own may lower it        | day1 goal deadlift target 315lb best 405lb start 95lb on mon,thu     | mon hold 95 first-session
but never below the bar                  | day1 goal deadlift target 315lb best 405lb start 20lb on mon,thu     | mon hold 45 first-session
and may not raise it                     | day1 goal deadlift target 315lb best 405lb start 225lb on mon,thu    | mon hold 135 first-session
but up to the heaviest of the last 28 days | day1 goal deadlift target 315lb best 405lb start 225lb on mon,thu; day10 deadlift 185lb 3x5 pain 0 | mon hold 185 first-session
a single does not raise it               | day1 goal deadlift target 315lb best 405lb start 225lb on mon,thu; day13 deadlift 185lb 1x1 pain 0 | thu hold 135 first-session
nor missed sets                          | day1 goal deadlift target 315lb best 405lb start 225lb on mon,thu; day10 deadlift 185lb 3x5 missed pain 0 | mon hold 135
nor sets that hurt                       | day1 goal deadlift target 315lb best 405lb start 225lb on mon,thu; day10 deadlift 185lb 3x5 pain 3 | mon hold 135
never near the old best                  | day1 goal deadlift target 315lb best 200lb start 185lb on mon,thu; day10 deadlift 185lb 3x5 pain 0 | mon hold 175
and to the start alone                   | day1 goal deadlift target 315lb best 405lb start 225lb on mon,thu; day10 deadlift 275lb 3x5 pain 0 | mon hold 225 first-session
the 28th day before counts               | day1 goal deadlift target 315lb best 405lb start 225lb; day1 deadlift 185lb 3x5 pain 0; day2..day28 -deadlift | day29 hold 185 first-session
the 29th does not                        | day1 goal deadlift target 315lb best 405lb start 225lb; day1 deadlift 185lb 3x5 pain 0; day2..day29 -deadlift | day30 hold 135 first-session
no best: the target stands for it        | day1 goal deadlift target 200lb on mon,thu                           | mon hold 80 first-session
neither: the bar                         | day1 goal deadlift on mon,thu                                        | mon hold 45 first-session
no target: it rises all the same         | day1 goal deadlift best 405lb on mon,thu                             | mon hold 135; thu progress 145
units told by the gym alone              | day1 lifter born 1983; day1 gym "box" unit kg bar 20kg plates 20kg,10kg,5kg,2.5kg; day1 goal deadlift on mon,thu | mon hold 20 unit=kg
units told by the target alone           | day1 lifter born 1983; day1 -gym; day1 goal deadlift target 140kg best 180kg on mon,thu | mon hold 60 unit=kg
in kilograms                             | day1 goal deadlift target 140kg best 180kg on mon,thu; KG            | mon hold 60 first-session unit=kg; thu progress 65
trap bar                                 | day1 -goal deadlift; day1 goal trap-bar-deadlift target 315lb best 405lb on mon,thu | mon hold 135; thu progress 145
rack pull                                | day1 -goal deadlift; day1 goal rack-pull target 315lb best 405lb on mon,thu         | mon hold 135; thu progress 145
Romanian: 65 lb or 30 % of the deadlift  | day1 -goal deadlift; day1 goal romanian-deadlift target 225lb best 315lb on mon,thu | mon hold 65; thu progress 70
Romanian of a light deadlift             | day1 goal deadlift target 180lb best 200lb on fri; day1 goal romanian-deadlift target 135lb on mon | mon hold 60 first-session
squat                                    | day1 -goal deadlift; day1 goal squat target 225lb best 315lb on mon,thu             | mon hold 95; thu progress 100
squat of a light best                    | day1 -goal deadlift; day1 goal squat target 135lb best 185lb on mon,thu             | mon hold 70
goblet squat                             | day1 -goal deadlift; day1 goal goblet-squat target 60lb on mon,thu                  | mon hold 25 plates=nothing; thu progress 30
goblet squat with the bells at hand      | day1 -goal deadlift; day1 goal goblet-squat target 60lb on mon,thu; day1 gym "home" bar 45lb bells 20lb,35lb,45lb | mon hold 20; thu hold 20 plates
64 years: whole steps                    | day1 lifter born 1962 units lb                                       | thu progress 145
65 years: half steps                     | day1 lifter born 1961 units lb                                       | thu progress 140
""".replace("KG", KG))
def test_start_and_step(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
10 % above the go load of a week ago     |                                             | mon2 hold 145 ceiling ceiling.limit=148.5 ceiling.base=135 ceiling.wanted=155
six days ago is too young                | day1 goal deadlift target 315lb best 405lb start 135lb; day22 -deadlift | day21 none; day23 hold 145 ceiling
before a go is old enough: the first load| day1 goal deadlift target 315lb best 405lb start 45lb on mon,thu | thu progress 50 +ceiling ceiling.limit=50 ceiling.base=45
the week after                           |                                             | thu2 progress 155 zero-ache-morning
cut short it is still progress           |                                             | mon4 progress 170 +ceiling ceiling.wanted=175
one step of coarse plates                | day1 gym "club" bar 45lb plates 45lb,35lb | thu hold 135 plates plates.wanted=145 plates.made=135
plates of 5 lb                           | day1 gym "club" bar 45lb plates 45lb,25lb,10lb,5lb | thu progress 145
the gym of the day                       | thu +gym "club" bar 45lb plates 45lb,35lb | thu hold 135 plates
half a step the plates can't make        | day1 lifter born 1950 units lb; day1 gym "club" bar 45lb plates 45lb,25lb,10lb,5lb | thu hold 135 plates
a lighter load than the plates make      | thu +gym "hotel" bar 45lb plates 35lb       | thu hold 115 plates working=135; mon2 hold 115
a bar heavier than the last load         | day1 goal deadlift target 315lb start 45lb on mon,thu; thu +gym "other" bar 65lb plates 10lb | thu none hold not-ready not-ready.missing=bar-too-heavy
a gym in kilograms keeps the working load| day1 gym "hotel" unit kg bar 20kg plates 20kg,15kg,10kg,5kg,2.5kg,1.25kg | mon 132.28 working=135; thu progress 143.3 working=145
at home again                            | thu +gym "hotel" unit kg bar 20kg plates 20kg,15kg,10kg,5kg,2.5kg,1.25kg; fri +gym "home" bar 45lb plates 45lb,25lb,10lb,5lb,2.5lb | mon2 hold 145
squat three days a week: 10 lb a week    | day1 -goal deadlift; day1 goal squat target 315lb best 405lb start 200lb on mon,wed,fri; day13 +squat 200lb 3x5 pain 0 | mon hold 200; wed progress 205; fri progress 210; mon2 hold 210 ceiling ceiling.limit=210
""")
def test_ceiling_and_plates(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
the last step to the target              | day1 goal deadlift target 140lb best 405lb start 135lb on mon,thu | thu progress 140; mon2 hold 140 goal-reached phase=keep
a target between two loads               | day1 goal deadlift target 142lb best 405lb start 135lb on mon,thu | thu progress 140; mon2 hold 140 plates
a target that was lowered                | wed +goal deadlift target 95lb                                    | thu hold 95
a target that was raised                 | day1 goal deadlift target 140lb best 405lb start 135lb on mon,thu; fri2 +goal deadlift target 315lb | thu2 hold 140 goal-reached; mon3 progress 150
below the target by plates of kilograms  | day1 goal deadlift target 145lb best 405lb start 135lb on mon,thu; mon2 +gym "hotel" unit kg bar 20kg plates 20kg,10kg,5kg,2.5kg,1.25kg | mon2 143.3 working=145
a goal that ended                        | wed +goal deadlift off                                            | thu none hold -rest-day
""")
def test_target(changes: str, expected: str) -> None:
    check(changes, expected)


THREE = "tue checkin ache 1; fri checkin ache 1; tue2 checkin ache 1"


@table("""
two symptom holds                        | tue checkin ache 1; fri checkin ache 1        | mon2 hold 135 next-morning-ache -stalled easier=nothing
the third cuts once                      | THREE                                         | thu2 reduce 120 stalled stalled.holds=3 stalled.cut=True
then it holds and offers the easier one  | THREE; fri2 checkin ache 1                    | mon3 hold 120 next-morning-ache stalled.cut=False easier=trap-bar-deadlift
after a go it counts anew                | THREE; fri3 checkin ache 1; tue4 checkin ache 1; mon3 checkin ache 0 | mon3 progress 130; mon4 hold -stalled
pain counts as a symptom                 | tue checkin ache 1; fri checkin ache 1; mon2 deadlift 135lb 3x5 brace pain 3 | thu2 reduce 120 stalled
a missing morning does not count         | tue checkin ache 1; fri checkin ache 1; tue2 -checkin | thu2 hold 135 missing-check-in -stalled
nor a missed brace                       | mon deadlift 135lb 3x5 pain 0; thu deadlift 135lb 3x5 pain 0; mon2 deadlift 135lb 3x5 pain 0 | thu2 hold 135 brace-missing -stalled
a go between them                        | tue checkin ache 1; fri checkin ache 0; tue2 checkin ache 1; fri2 checkin ache 1 | mon3 hold -stalled
back off once                            | mon deadlift 135lb 3x5 brace pain 6           | thu reduce 120 pain-during easier=nothing working=120
twice in a row                           | mon deadlift 135lb 3x5 brace pain 6; thu deadlift 120lb 3x5 brace pain 6 | mon2 reduce 95 back-off-again easier=trap-bar-deadlift +pain-during
with a go between                        | mon deadlift 135lb 3x5 brace pain 6; mon2 deadlift 130lb 3x5 brace pain 6 | mon2 progress 130; thu2 reduce 115 pain-during
with a hold between                      | mon deadlift 135lb 3x5 brace pain 6; thu deadlift 120lb 3x5 brace pain 3; mon2 deadlift 120lb 3x5 brace pain 6 | mon2 hold 120; thu2 reduce 105 pain-during -back-off-again
down to the bar and never below          | day1 goal deadlift target 315lb start 45lb on mon,thu; mon deadlift 45lb 3x5 brace pain 6 | mon hold 45; thu hold 45 pain-during
""".replace("THREE", THREE))
def test_stalled_and_backing_off(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
10 days away: no effect                  | day25 progress 145
11 days                                  | day26 reduce 120 layoff layoff.away_days=11 layoff.factor_percent=90
14 days                                  | day29 reduce 120 layoff layoff.factor_percent=90
15 days                                  | day30 reduce 105 layoff layoff.factor_percent=80
28 days                                  | day43 reduce 105 layoff layoff.factor_percent=80
29 days                                  | day44 reduce 85 layoff layoff.factor_percent=65
56 days                                  | day71 reduce 85 layoff layoff.factor_percent=65 effort=7
57 days: start again                     | day72 hold first-session first-session.why=new-start -layoff effort=6
""".replace("|", "| |"))
def test_time_away(changes: str, expected: str) -> None:
    check(f"{ANY_DAY}; day16..day80 -deadlift", expected)


@table("""
nothing is caught up                     | day16..day25 -deadlift                        | day26 reduce 120; day29 progress 130; day33 hold 130 ceiling ceiling.base=120; day36 progress 140
several cuts: the lowest wins            | mon deadlift 135lb 3x5 brace pain 6; day16..day29 -deadlift | day30 reduce 105 layoff +pain-during
the steeper cut binds                    | mon deadlift 135lb 3x5 brace pain 6; thu deadlift 120lb 3x5 brace pain 6; day19..day29 -deadlift | day30 reduce 95 back-off-again +layoff
bar work before one may begin again      | day16..day74 -deadlift; day31..day74 -checkin; day75 deadlift 45lb 3x5 brace pain 0 | day78 none hold not-ready; day82 hold first-session first-session.why=new-start
bar work that was not due ends it        | day16..day29 -deadlift; day30 deadlift 45lb 1x5 | day33 hold 45
""")
def test_after_time_away(changes: str, expected: str) -> None:
    check(f"{ANY_DAY}; {changes}", expected)


SQUAT = "day1 +goal squat target 225lb best 315lb on"


@table("""
two lifts on a day: one rises            | SQUAT mon,thu  | mon squat=95/hold/first-session; thu progress 145 squat=95/hold/one-raise-at-a-time
then the one that waited                 | SQUAT mon,thu  | mon2 hold 145 squat=100/progress/zero-ache-morning
a day apart                              | SQUAT mon,fri  | thu progress 145; fri hold 95 one-raise-at-a-time one-raise-at-a-time.other=deadlift
two days apart                           | SQUAT mon,sat  | thu progress 145; sat progress 100
the one that is due tomorrow has waited longer | SQUAT fri     | thu2 hold 145 one-raise-at-a-time one-raise-at-a-time.other=squat; fri2 progress 100
a hold of the one lets the other rise    | SQUAT mon,thu; mon +squat 95lb 2x5 brace pain 0 | thu progress 145 squat=95/hold/set-missed
pain is shared by the lifts of a day     | SQUAT mon,thu; mon +squat 95lb 3x5 brace pain 4; mon deadlift 135lb 3x5 brace pain 0 | thu hold 135 pain-during squat=95/hold/pain-during
sets, brace and effort are each lift's   | SQUAT mon,thu; mon +squat 95lb 3x5 pain 0; mon deadlift 135lb 3x5 brace pain 0 rpe 8 | thu hold 135 effort -first-session squat=95/hold/brace-missing
""".replace("SQUAT", SQUAT))
def test_one_raise_at_a_time(changes: str, expected: str) -> None:
    check(changes, expected)


NEAR = 'day1 goal deadlift target 315lb best 160lb start 135lb on mon,thu; day10 deadlift 135lb 3x5 pain 0'


@table("""
a single at the prescribed weight        | mon deadlift 135lb 1x1 brace pain 0                          | thu hold 135 no-maxing +set-missed
a single above it                        | mon deadlift 135lb 3x5 brace pain 0; mon deadlift 365lb 1x1  | thu hold 135 +no-maxing +over-prescribed
a heavier set far below the old best     | mon deadlift 145lb 3x5 brace pain 0                          | thu hold 135 over-prescribed -no-maxing
a warm-up single is none                 | mon deadlift 135lb 1x1 warmup; mon deadlift 135lb 3x5 brace pain 0 | thu progress 145 -no-maxing
90 % of the old best is refused          | NEAR                                                         | mon hold 135; thu progress 140 working=140; mon2 hold 140 no-maxing no-maxing.limit=144
after 11 weeks still                     | NEAR                                                         | thu11 hold 140 no-maxing no-maxing.weeks=10
after 12 weeks and 8 go in a row         | NEAR                                                         | mon13 progress 150
an old hold among the eight              | NEAR; thu12 deadlift 140lb 3x5 pain 0                        | mon13 hold 140 brace-missing; thu13 hold 140 no-maxing no-maxing.go_in_row=1; mon14 no-maxing.go_in_row=2; thu16 hold 140 no-maxing no-maxing.go_in_row=7; mon17 progress 150
six weeks after an injection             | NEAR; SHOT                                                   | mon13 hold 140 no-maxing
""".replace("NEAR", NEAR).replace(
    "SHOT", "fri7 +injection prolotherapy; sat7 +screen none; mon8 +screen none; fri8 +screen none; fri9 +screen none"
))
def test_no_maxing(changes: str, expected: str) -> None:
    check(changes, expected)


EASIER = (
    "mon deadlift 135lb 3x5 brace pain 6; thu deadlift 120lb 3x5 brace pain 6; mon2 +goal deadlift off;"
    "mon2 +goal trap-bar-deadlift target 315lb best 405lb on mon,thu"
)


@table("""
the first session                        |                          | mon effort=6 warmup=45x5,65x5,100x3 plates=45
half would be below the bar              | day1 goal deadlift target 315lb best 405lb start 95lb on mon,thu | mon 95 warmup=45x5,70x3
the bar itself needs none                | day1 goal deadlift target 315lb start 45lb best 405lb on mon,thu | mon 45 warmup=nothing plates=nothing
no day but the goal's                    |                          | tue none hold rest-day rest-day.why=weekday next=2026-01-22
too soon after a hinge                   | tue deadlift 135lb 3x5 brace pain 0 | thu none hold rest-day rest-day.why=spacing next=2026-01-26
any permitted day                        | ANY_DAY                  | wed none rest-day rest-day.why=spacing; thu progress 145; day21 none rest-day rest-day.why=week; mon2 hold 145
a hinge of another name counts           | mon +romanian-deadlift 65lb 3x5; day1 goal deadlift target 315lb best 405lb start 135lb on tue | tue none rest-day rest-day.why=spacing
squats every second day                  | day1 -goal deadlift; day1 goal squat target 315lb best 405lb | mon hold 95; tue none rest-day rest-day.why=spacing; wed progress 100
an easier lift: two go in a row          | EASIER | mon2 hold 135; mon3 harder=nothing
three go in a row: back up is offered    | EASIER | thu3 harder=deadlift
unless it is a goal again                | EASIER; mon3 +goal deadlift target 315lb on sat | thu3 harder=nothing
unless it was never lifted               | day1 -goal deadlift; day1 goal trap-bar-deadlift target 315lb best 405lb on mon,thu | thu3 harder=nothing
a hold between them                      | EASIER; thu2 trap-bar-deadlift 145lb 3x5 pain 0 | thu3 harder=nothing
""".replace("ANY_DAY", ANY_DAY).replace("EASIER", EASIER))
def test_schedule_and_dose(changes: str, expected: str) -> None:
    check(changes, expected)
