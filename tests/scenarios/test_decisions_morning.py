"""METHOD 1, 3 and 5: the mornings that judge a session."""

from __future__ import annotations

from decisions import check, table

TWO = "day1..day15 checkin ache 2 stiff none sleep 7h40"  # a lifter whose background is 2


@table("""
the story left alone: first session      |                                        | mon hold 135 first-session phase=reload
and the first raise                      |                                        | thu progress 145 zero-ache-morning change=10 working=145
the morning after: no ache               | tue checkin ache 0                     | thu progress 145 zero-ache-morning
the morning after: ache 1                | tue checkin ache 1 side left           | thu hold 135 next-morning-ache next-morning-ache.ache=1 next-morning-ache.side=left
the morning after: ache 2                | tue checkin ache 2                     | thu hold 135 next-morning-ache
the morning after: ache 3 is a flare     | tue checkin ache 3                     | tue none flare flare phase=settle
the worse side counts                    | tue checkin left 0 right 1             | thu hold 135 next-morning-ache next-morning-ache.side=right
both sides alike                         | tue checkin left 1 right 1             | thu hold 135 next-morning-ache next-morning-ache.side=both
muscle soreness never gates              | tue checkin ache 0 sore                | thu progress 145
last evening's ache never gates          | tue checkin ache 0 evening 4           | thu progress 145
the morning after is missing             | tue -checkin                           | thu hold 135 missing-check-in
a check-in without an ache is missing    | tue checkin stiff none sleep 7h40      | thu hold 135 missing-check-in
the second morning: 1 does not hold      | wed checkin ache 1                     | thu progress 145
the second morning: 2 holds              | wed checkin ache 2                     | thu hold 135 second-morning-ache
the second morning is missing            | wed -checkin                           | thu progress 145
the second morning is late               | wed 15:00 checkin ache 0               | thu progress 145
today: 1 does not hold                   | thu checkin ache 1                     | thu progress 145
today: 2 holds                           | thu checkin ache 2                     | thu hold 135 ache-today
today: 3 is a flare                      | thu checkin ache 3                     | thu none flare flare
today is missing                         | thu -checkin                           | thu hold 135 no-check-in-today no-check-in-today.how=missing
ache on both, 1 then 1                   | tue checkin ache 1; wed checkin ache 1 | thu hold 135 next-morning-ache
ache on both, 2 then 1                   | tue checkin ache 2; wed checkin ache 1 | thu hold 135 next-morning-ache
ache on both, 1 then 2                   | tue checkin ache 1; wed checkin ache 2 | thu reduce 120 second-morning-ache
ache on both, 2 then 2                   | tue checkin ache 2; wed checkin ache 2 | thu reduce 120 second-morning-ache
""")
def test_mornings_after_the_bar(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
background 2: the morning after 2        | tue checkin ache 2                       | thu hold 135 next-morning-ache
background 2: the morning after 3        | tue checkin ache 3; wed checkin ache 0   | thu reduce 120 next-morning-ache -flare
background 2: the morning after 4        | tue checkin ache 4                       | tue none flare flare flare.background=2
background 2: the second morning 3       | tue checkin ache 0; wed checkin ache 3   | thu reduce 120 second-morning-ache
background 2: today 3                    | thu checkin ache 3                       | thu reduce 120 ache-today
background 2: today 2                    | thu checkin ache 2                       | thu hold 135 ache-today
background 2: all quiet                  |                                          | thu progress 145
""")
def test_back_off_needs_a_background(changes: str, expected: str) -> None:
    check(f"{TWO}; {changes}", expected)


@table("""
a minute before noon                     | tue 11:59 checkin ache 0                 | thu progress 145
noon is too late                         | tue 12:00 checkin ache 0                 | thu hold 135 late-check-in
three hours after waking                 | tue 09:00 checkin ache 0 woke 06:00      | thu progress 145
a minute more                            | tue 09:01 checkin ache 0 woke 06:00      | thu hold 135 late-check-in
in the afternoon after a late waking     | tue 14:00 checkin ache 0 woke 11:30      | thu progress 145
before waking it says nothing            | tue 05:00 checkin ache 0 woke 06:00      | thu hold 135 late-check-in
after midnight is the end of that day    | tue 01:30 checkin ache 0                 | thu hold 135 late-check-in
at half past four the day has begun      | tue 04:30 checkin ache 0                 | thu progress 145
not for who begins it at five            | day1 +param day-start 05:00; tue 04:30 checkin ache 0 | thu hold 135 late-check-in
written at once                          | tue 07:00 checkin ache 0 written 2026-01-20T07:00:00+01:00 | thu progress 145
written that afternoon                   | tue 07:00 checkin ache 0 written 2026-01-20T15:00:00+01:00 | thu hold 135 late-check-in
written the day after                    | tue 07:00 checkin ache 0 written 2026-01-21T07:00:00+01:00 | thu hold 135 late-check-in
today's is late                          | thu 12:00 checkin ache 0                 | thu hold 135 no-check-in-today no-check-in-today.how=late
bad news counts at any hour: ache 2      | tue 18:00 checkin ache 2                 | thu hold 135 next-morning-ache +late-check-in
bad news counts at any hour: a flare     | tue 18:00 checkin ache 3                 | wed none flare flare
a timely correction replaces             | tue 07:00 checkin ache 1 id a1; tue 07:30 checkin ache 0 id a2 supersedes a1 | thu progress 145
a late correction can not open           | tue 07:00 checkin ache 1 id a1; tue 15:00 checkin ache 0 id a2 supersedes a1 | thu hold 135 next-morning-ache
a late correction can close              | tue 07:00 checkin ache 0 id a1; tue 15:00 checkin ache 1 id a2 supersedes a1 | thu hold 135 next-morning-ache
a correction on the next day             | tue 07:00 checkin ache 1 id a1; tue 07:30 checkin ache 0 id a2 supersedes a1 written 2026-01-21T08:00:00+01:00 | thu hold 135 next-morning-ache
a removed check-in is missing            | tue 07:00 checkin ache 0 id a1; wed +void a1 | thu hold 135 contradictory-check-in
removed bad news counts                  | tue 07:00 checkin ache 1 id a1; wed +void a1 | thu hold 135 next-morning-ache
a correction of an unknown hour can not open | tue checkin ache 1 id a1; tue checkin ache 0 id a2 supersedes a1 | thu hold 135 next-morning-ache
""")
def test_good_news_must_be_timely(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
twice the same                           | tue checkin ache 0 sleep 7h; tue checkin ache 0 sleep 7h         | thu progress 145
one completes the other                  | tue checkin ache 0; tue checkin sleep 7h stiff none              | thu progress 145
aches differ: the worse one              | tue checkin ache 0; tue checkin ache 1                           | thu hold 135 next-morning-ache +contradictory-check-in
nights differ                            | tue checkin ache 0 sleep 7h; tue checkin ache 0 sleep 6h30       | thu hold 135 contradictory-check-in
stiffness differs                        | tue checkin ache 0 stiff none; tue checkin ache 0 stiff left     | thu hold 135 contradictory-check-in
painkiller yes and no                    | tue checkin ache 0; tue checkin ache 0 painkiller                | thu hold 135 contradictory-check-in +painkiller-masks-ache
today's differ                           | thu checkin ache 0; thu checkin ache 1                           | thu hold 135 contradictory-check-in
today's nights differ: the shorter one   | thu checkin ache 0 sleep 7h; thu checkin ache 0 sleep 5h         | thu hold 135 contradictory-check-in +short-sleep
a flare marked in one of them            | tue checkin ache 0; tue checkin ache 0 flare                     | tue none flare flare flare.why=marked
illness named in one of them             | thu checkin ache 0; thu checkin ache 0 ill                       | thu none hold ill
the afternoon says the same              | tue 07:00 checkin ache 0; tue 16:00 checkin ache 0               | thu progress 145
the afternoon says worse                 | tue 07:00 checkin ache 0; tue 16:00 checkin ache 1               | thu hold 135 next-morning-ache +contradictory-check-in
the afternoon says better                | tue 07:00 checkin ache 1; tue 16:00 checkin ache 0               | thu hold 135 next-morning-ache +contradictory-check-in
only the afternoon gives an ache         | tue 07:00 checkin sleep 7h; tue 16:00 checkin ache 0             | thu hold 135 late-check-in
two without an ache                      | tue checkin sleep 7h; tue checkin sleep 7h                       | thu hold 135 missing-check-in
""")
def test_check_ins_that_disagree(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
ticked at the check-in                   | tue checkin ache 0 painkiller                                      | thu hold 135 painkiller-masks-ache
ticked today                             | thu checkin ache 0 painkiller                                      | thu hold 135 painkiller-masks-ache
on the second morning it is no matter    | wed checkin ache 0 painkiller                                      | thu progress 145
taken the evening before                 | mon +20:00 painkiller ibuprofen; tue 07:00 checkin ache 0           | thu hold 135 painkiller-masks-ache
taken 24 hours before                    | mon +07:00 painkiller ibuprofen; tue 07:00 checkin ache 0           | thu hold 135 painkiller-masks-ache
taken a minute more than 24 hours before | mon +06:59 painkiller ibuprofen; tue 07:00 checkin ache 0           | thu progress 145
taken after the check-in                 | tue 07:00 checkin ache 0; tue +08:00 painkiller ibuprofen           | thu progress 145
hours unknown: the day before            | mon +painkiller ibuprofen                                          | thu hold 135 painkiller-masks-ache
hours unknown: two days before           | day14 +painkiller ibuprofen                                        | thu progress 145
taken without any check-in               | tue -checkin; mon +painkiller ibuprofen                            | thu hold 135 missing-check-in
bad news counts though masked            | tue checkin ache 3 painkiller                                      | tue none flare flare
a daily medicine of 28 days              | day2 +medicine aspirin daily; mon3 +painkiller aspirin             | thu3 progress 165
a daily medicine of 27 days              | day3 +medicine aspirin daily; mon3 +painkiller aspirin             | thu3 hold 155 painkiller-masks-ache
another medicine                         | day2 +medicine aspirin daily; mon3 +painkiller ibuprofen           | thu3 hold 155 painkiller-masks-ache
stopped and begun again                  | day2 +medicine aspirin daily; day10 +medicine aspirin stopped; day11 +medicine aspirin daily; mon3 +painkiller aspirin | thu3 hold 155 painkiller-masks-ache
declared twice                           | day2 +medicine aspirin daily; day20 +medicine aspirin daily; mon3 +painkiller aspirin | thu3 progress 165
""")
def test_a_painkiller_masks_the_morning(changes: str, expected: str) -> None:
    check(changes, expected)


@table("""
four mornings are unknown                | day1..day10 -checkin                           | mon none hold not-ready not-ready.missing=background-unknown
five are enough                          | day1..day9 -checkin                            | mon hold 135 first-session
background 2 may begin                   | day1..day14 checkin ache 2                     | mon hold 135 first-session
background 2.5 may not                   | day1..day7 checkin ache 2; day8..day14 checkin ache 3 | mon none hold not-ready not-ready.missing=background-high
late mornings are not eligible           | day1..day10 15:00 checkin ache 0               | mon none hold not-ready not-ready.missing=background-unknown
masked mornings are not eligible         | day1..day10 checkin ache 0 painkiller          | mon none hold not-ready not-ready.missing=background-unknown
nor are contradictory ones               | day1..day10 checkin ache 0; day1..day10 +checkin ache 1| mon none hold not-ready not-ready.missing=background-unknown
two mornings after the bar are not       | day8..day10 -checkin; day11 -checkin; day1..day7 -checkin; day12 +"hip thrust" 135lb 3x8 pelvis | mon none hold not-ready not-ready.missing=background-unknown
the third morning is                     | day1..day8 -checkin; day9 +"hip thrust" 135lb 3x8 pelvis; day12..day14 checkin ache 0 | mon none hold not-ready
a lift elsewhere that is not of the pelvis | day1..day9 -checkin; day12 +"bench press" 185lb 3x5 | mon hold 135 first-session
""")
def test_background(changes: str, expected: str) -> None:
    check(changes, expected)
