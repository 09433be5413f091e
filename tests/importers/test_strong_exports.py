"""Every header generation of Strong, and every quirk that its real files have."""

from __future__ import annotations

from datetime import date

import pytest
from log_words import lifts, work
from reading_files import read_data

from underbar.diary.records import Work
from underbar.importers import Imported, ImportRefused, piece_of
from underbar.importers.strong.adapter import claims
from underbar.quantities import Sets, Unit, Weight

S3 = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
S6 = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";'
    '"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"'
)
S5 = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;"
    "Notes;Workout Notes"
)


def strong(*rows: str, header: str = S3, unit: Unit | None = "lb", **options: object) -> Imported:
    return read_data("\n".join((header, *rows)).encode(), unit=unit, **options)


def s3(
    order: str = "1",
    weight: str = "135.0",
    reps: str = "5",
    *,
    exercise: str = "Deadlift (Barbell)",
    start: str = "2024-03-01 18:00:00",
    name: str = "Evening",
    distance: str = "0",
    seconds: str = "0",
    rpe: str = "",
    notes: str = "",
) -> str:
    return (
        f'{start},"{name}",1h 5m,"{exercise}",{order},{weight},{reps},{distance},{seconds},"{notes}",,{rpe}'
    )


GENERATIONS = {
    "S1 pounds": (
        "Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds",
        '2016-09-05 13:04:16,"A1","Deadlift",{n},135.0,5,0.0,0',
        "lb",
    ),
    "S1 kilograms, notes, set order from 0": (
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes",
        '2016-09-05 13:04:16,"A1","Deadlift",{m},135.0,5,0.0,0,""',
        "kg",
    ),
    "S2": (
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes",
        '2018-09-05 13:04:16,"A1","Deadlift (Barbell)",{n},135,5,0,0,"",""',
        "asked",
    ),
    "S2 with RPE": (
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE",
        '2019-09-05 13:04:16,"A1","Deadlift (Barbell)",{n},135,5,0,0,"","",',
        "asked",
    ),
    "S3": (S3, '2022-09-05 13:04:16,"A1",1h 5m,"Deadlift (Barbell)",{n},135.0,5,0,0,"","",', "asked"),
    "S4, as wide as S2": (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE",
        '2025-09-05 13:04:16,"A1",264h 1m,"Deadlift (Barbell)",{n},135.0,5.0,0,0.0,',
        "asked",
    ),
    "S5": (S5, '2019-09-05 13:04:16;"A1";"Deadlift (Barbell)";{n};135;lbs;5;;;;0;"";""', "lb"),
    "S5 with duration": (
        S5 + ";Workout Duration",
        '2019-09-05 13:04:16;"A1";"Deadlift (Barbell)";{n};135;kg;5;;;;0;"";"";20s',
        "kg",
    ),
    "S6 kilograms": (
        S6,
        '"1";"2023-06-05 18:57:00";"A";"4848";"Deadlift (Barbell)";"{n}";"135.0";"5";"";"";"";"";""',
        "kg",
    ),
    "S6 pounds": (
        S6.replace("(kg)", "(lbs)"),
        '"1";"2023-06-05 18:57:00";"A";"4848";"Deadlift (Barbell)";"{n}";"135.0";"5";"";"";"";"";""',
        "lb",
    ),
    "v6.0.5: commas, RPE last": (
        "Workout #,Date,Workout Name,Duration (sec),Exercise Name,Set Order,Weight (lbs),Reps,"
        "Distance (meters),Seconds,Notes,Workout Notes,RPE",
        '7,2024-06-05 18:57:00,"A",4848,"Deadlift (Barbell)",{n},135.0,5,,,"","",8',
        "lb",
    ),
    "S3 Chinese": (
        "日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE",
        '2022-09-05 13:04:16,"A1",1小时13分钟,"Deadlift (Barbell)",{n},135.0,5,0,0,"","",',
        "asked",
    ),
    "S3 German": (
        "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,"
        "Notizen,Workout-Notizen,RPE",
        '2022-09-05 13:04:16,"A1",38min,"Deadlift (Barbell)",{n},135.0,5,0,0,"","",',
        "asked",
    ),
    "S3 French": (
        "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,"
        "Notes,Notes d'entraînement,RPE",
        '2022-09-05 13:04:16,"A1",1h 5min,"Deadlift (Barbell)",{n},135.0,5,0,0,"","",',
        "asked",
    ),
    "S2 in a language never seen": (
        "a,b,c,d,e,f,g,h,i,j",
        '2018-09-05 13:04:16,"A1","Deadlift (Barbell)",{n},135,5,0,0,"",""',
        "asked",
    ),
    "S4 in a language never seen": (
        "a,b,c,d,e,f,g,h,i,j",
        '2025-09-05 13:04:16,"A1",35m,"Deadlift (Barbell)",{n},135.0,5.0,0,0.0,',
        "asked",
    ),
    "S6 in a language never seen": (
        '"a";"b";"c";"d";"e";"f";"Peso (kg)";"h";"i";"j";"k";"l";"m"',
        '"1";"2023-06-05 18:57:00";"A";"4848";"Deadlift (Barbell)";"{n}";"135.0";"5";"";"";"";"";""',
        "kg",
    ),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(("header", "row", "unit"), GENERATIONS.values(), ids=GENERATIONS.keys())
def test_each_generation_gives_the_same_sets(header: str, row: str, unit: str, ending: str) -> None:
    rows = [row.format(n=n, m=n - 1) for n in (1, 2, 3)]
    found = read_data(ending.join((header, *rows, "")).encode(), unit="lb")
    expected: Unit = "kg" if unit == "kg" else "lb"
    assert found.source == "strong"
    assert [lift.work for lift in lifts(found)] == [(Work(Weight(135.0, expected), Sets(3, 5.0, "reps")),)]
    assert lifts(found)[0].exercise == "deadlift"
    assert (found.unit, found.unit_how) == (expected, "asked" if unit == "asked" else "column")
    assert (found.rows_read, found.sets_stored, found.reported, found.skipped) == (3, 3, (), ())


def test_names_and_marks_of_a_unit_column_are_read_row_by_row() -> None:
    def row(weight: str, unit: str) -> str:
        return f'2019-09-05 13:04:16;"A1";"Pull Up";1;{weight};{unit};5;;;;0;"";""'

    found = strong(row("20", "kg"), row("45", "lbs"), row("", ""), row("10", "stone"), header=S5, unit=None)
    assert work(found) == [("Pull Up", "20kg 1x5"), ("Pull Up", "45lb 1x5"), ("Pull Up", "body 1x5")]
    assert (found.unit, found.unit_how) == (None, "column")
    assert [problem.line for problem in found.reported] == [5]


def test_warm_ups_stand_apart_in_order_and_marks_are_counted() -> None:
    found = strong(
        s3("W", "45"),
        s3("W", "95"),
        s3("1"),
        s3("2"),
        s3("D", "95", "12"),
        s3("F", "155", "3"),
        s3("F", "185", "0"),
    )
    assert work(found) == [
        ("deadlift", "45lb 1x5 95lb 1x5"),
        ("deadlift", "135lb 2x5 95lb 1x12 155lb 1x3 185lb 1x0"),
    ]
    assert [(lift.warmup, lift.missed) for lift in lifts(found)] == [(True, False), (False, True)]
    assert found.warmups == 2
    assert dict(found.left_out) == {"drop-set mark": 1, "failure mark": 1}


def test_absent_is_missing() -> None:
    lift = lifts(strong(s3("1")))[0]
    assert (lift.pain, lift.brace, lift.rpe, lift.shift, lift.missed) == (None, False, None, None, False)


def test_the_highest_rpe_of_the_sets_is_kept_and_the_others_counted() -> None:
    found = strong(s3("1", rpe="7"), s3("2", rpe="8.5"), s3("3"))
    assert lifts(found)[0].rpe == 8.5
    assert dict(found.left_out) == {"an RPE below the highest of its sets": 1}


@pytest.mark.parametrize("mark", ["Rest Timer", "Ruhezeit", "Temps de repos"])
def test_rest_rows_are_no_sets_in_any_language(mark: str) -> None:
    rest = s3(mark, "0", "0.0", seconds="120.0")
    found = strong(s3("1"), rest, s3("2"), rest)
    assert (dict(found.skipped), found.sets_stored, found.rows_read) == ({"rest timer": 2}, 2, 4)
    assert work(found) == [("deadlift", "135lb 2x5")]


def test_a_known_word_for_a_rest_need_not_repeat() -> None:
    assert strong(s3(), s3("Ruhezeit", "0", "0", seconds="90")).skipped == (("rest timer", 1),)


def test_an_unknown_mark_is_reported_not_guessed() -> None:
    once = strong(s3("1"), s3("Pause", "0", "0", seconds="90"))
    lifted = strong(s3("X", "100", "5"), s3("X", "0", "0", seconds="90"), s3("X", "0", "0", seconds="90"))
    worded = strong(s3("X", "0", "0", seconds="long"), s3("X", "0", "0", seconds="90"), s3())
    assert [problem.line for problem in once.reported] == [3]
    assert [problem.line for problem in worded.reported] == [2, 3]
    assert [problem.line for problem in lifted.reported] == [2, 3, 4]


def test_note_rows_are_counted_and_never_shown() -> None:
    found = strong(s3("1"), s3("Note", "0", "0", notes="a secret"), s3("2", notes="another secret"))
    assert dict(found.skipped) == {"note row": 1}
    assert dict(found.left_out) == {"notes": 2}
    assert "secret" not in repr(found)


def test_a_workout_written_twice_is_stored_once() -> None:
    rows = [s3("1"), s3("2"), s3("1", "45.0", exercise="Bench Press (Barbell)")]
    once, twice = strong(*rows), strong(*rows, *rows)
    assert twice.entries == once.entries
    assert (twice.repeated_workouts, dict(twice.skipped)) == (1, {"in a workout written twice": 3})
    assert twice.rows_read == twice.sets_stored + 3


def test_an_export_put_behind_itself_holds_nothing_new() -> None:
    later = "2024-03-04 18:00:00"
    rows = [s3("1"), s3("2"), s3("1", start=later), s3("2", start=later)]
    once, twice = strong(*rows), strong(*rows, S3, *rows)
    assert twice.entries == once.entries
    assert (twice.repeated_workouts, twice.sets_stored) == (2, 4)


def test_equal_single_rows_are_work() -> None:
    block = strong(s3("1"), s3("1"))
    second = strong(s3("1"), s3("2"), s3("1", exercise="Plank", weight="0"), s3("1"), s3("2"))
    unnumbered = strong(s3("W"), s3("W"), s3("W"), s3("W"))
    assert (block.sets_stored, second.sets_stored, unnumbered.sets_stored) == (2, 5, 4)
    assert [name for name, _ in work(second)] == ["deadlift", "Plank", "deadlift"]
    assert len({entry.id for entry in second.entries}) == 3
    assert work(block) == [("deadlift", "135lb 1x5"), ("deadlift", "135lb 1x5")]


def test_a_weight_is_kept_to_a_hundredth_and_never_snapped() -> None:
    weights = [
        "149.99999999999997",
        "185.00000000000003",
        "44.09245243697551",
        "52.163122550000004",
        "6.80388555",
    ]
    found = strong(*(s3(str(n), each) for n, each in enumerate(weights, start=1)))
    assert work(found) == [("deadlift", "150lb 1x5 185lb 1x5 44.09lb 1x5 52.16lb 1x5 6.8lb 1x5")]


def test_assistance_is_no_load() -> None:
    found = strong(
        s3("1", "40", exercise="Chin Up (Assisted)"), s3("2", "-40", exercise="Chin Up (Assisted)")
    )
    assert work(found) == [("Chin Up (Assisted)", "body 2x5")]
    assert sum(dict(found.left_out).values()) == 2


def test_a_lift_without_its_load_keeps_the_name_of_the_file() -> None:
    found = strong(s3("1", "0"), s3("2"), s3("3", "135", "0", seconds="30"), s3("1", "0", exercise="squat"))
    assert work(found) == [
        ("Deadlift (Barbell)", "body 1x5"),
        ("deadlift", "135lb 1x5"),
        ("Deadlift (Barbell)", "135lb 1x30s"),
        ("squat (other)", "body 1x5"),
    ]


def test_times_and_distances() -> None:
    header = "Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds"

    def row(reps: str, miles: str, seconds: str) -> str:
        return f"2016-09-05 13:04:16,A,Run,1,0,{reps},{miles},{seconds}"

    found = strong(
        row("0", "2.0", "0"),
        row("0", "2.0", "900"),
        row("5", "1", "9"),
        row("5", "0", "9"),
        row("5", "1", "0"),
        row("0", "0", "0"),
        header=header,
    )
    assert [sets for _, sets in work(found)] == [
        "body 1x3219m",
        "body 1x900s",
        "body 1x5",
        "body 1x5",
        "body 1x5",
    ]
    assert dict(found.skipped) == {"no repetitions, time or distance": 1}
    assert dict(found.left_out) == {
        "a distance beside repetitions or a time": 3,
        "a time beside repetitions": 2,
    }


def test_a_distance_without_a_unit_is_reported_where_it_is_all() -> None:
    alone, beside = (
        strong(s3(reps="0", distance="2.08")),
        strong(s3(reps="0", distance="2.08", seconds="330")),
    )
    assert [problem.line for problem in alone.reported] == [2]
    assert [sets for _, sets in work(beside)] == ["135lb 1x330s"]


def test_a_workout_before_four_belongs_to_the_day_before() -> None:
    found = strong(
        s3(start="2024-03-02 03:59:00"), s3(start="2024-03-02 04:00:00"), s3(start="2024-03-01 09:30:00")
    )
    assert [(entry.day, entry.time) for entry in found.entries] == [
        (date(2024, 3, 1), 9 * 60 + 30),
        (date(2024, 3, 1), 3 * 60 + 59),
        (date(2024, 3, 2), 4 * 60),
    ]
    assert (found.first_day, found.last_day) == (date(2024, 3, 1), date(2024, 3, 2))
    midnight = strong(s3(start="2024-03-02 03:59:00"), day_start_minutes=0)
    assert midnight.entries[0].day == date(2024, 3, 2)


REPORTED = {
    "too few columns": "2024-03-01 18:00:00,Evening,1h",
    "too many columns": s3() + ",more",
    "date of another form": s3(start="01/03/2024 18:00"),
    "date with a zone": s3(start="2024-03-01T18:00:00Z"),
    "no such day": s3(start="2024-02-30 18:00:00"),
    "a day before 1950": s3(start="1850-02-03 18:00:00"),
    "a day after 2100": s3(start="9999-02-03 18:00:00"),
    "no exercise": s3(exercise=" "),
    "an exercise that cannot be seen": s3(exercise="\u200b"),
    "a word for a weight": s3(weight="heavy"),
    "a decimal comma": s3(weight='"52,5"'),
    "a weight below 0": s3(weight="-5"),
    "a weight nobody lifts": s3(weight="5523"),
    "a weight that is infinite": s3(weight="inf"),
    "half a repetition": s3(reps="4.5"),
    "too many repetitions": s3(reps="1001"),
    "repetitions below 0": s3(reps="-5"),
    "more seconds than a day": s3(reps="0", seconds="86401"),
    "RPE 11": s3(rpe="11"),
    "RPE in thirds": s3(rpe="7.3"),
    "RPE as a word": s3(rpe="hard"),
    "no set order": s3(order=""),
}


@pytest.mark.parametrize("row", REPORTED.values(), ids=REPORTED.keys())
def test_a_row_that_is_not_understood_is_reported_with_its_line(row: str) -> None:
    found = strong(s3(), "", s3("2"), row, s3("3"))
    assert [problem.line for problem in found.reported] == [5]
    assert found.reported[0].message
    assert found.sets_stored == 3
    assert found.rows_read == 4


GERMAN = S3.replace("Date", "Datum").replace("Weight", "Gewicht").replace("Set Order", "Reihenfolge")


def test_a_damaged_row_of_a_localised_file_is_reported_not_the_file_refused() -> None:
    bad = (s3(weight="schwer"), s3(start="gestern"), s3(exercise=""))
    for each in bad:
        found = strong(*(s3(str(n)) for n in range(1, 31)), each, header=GERMAN)
        assert [problem.line for problem in found.reported] == [32]
        assert found.sets_stored == 30


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (s3(), s3(weight="schwer")),
        (s3(), s3(start="01.03.2024")),
        tuple(s3(mark) for mark in ("1", "Pause", "Notiz", "Satz")),
        (s3("W"), s3("W")),
        (s3(exercise="12"),),
    ],
    ids=["no rows", "weights", "dates", "marks", "no numbers", "names"],
)
def test_positions_count_only_where_the_content_agrees(rows: tuple[str, ...]) -> None:
    data = "\n".join((GERMAN, *rows)).encode()
    assert not claims(piece_of("strong.csv", data))
    with pytest.raises(ImportRefused):
        read_data(data)


def test_units_of_the_android_layout() -> None:
    localised = S5.replace("Date", "Datum").replace("Weight Unit", "Einheit").replace("Reps", "Wdh.")

    def row(unit: str, distance: str = "", distance_unit: str = "") -> str:
        return f'2019-09-05 13:04:16;"A1";"Run";1;20;{unit};;;{distance};{distance_unit};;"";""'

    found = strong(row("kg", "2.5", "km"), row("lbs", "400", "m"), row("kg", "2", "rods"), header=localised)
    assert work(found) == [("Run", "20kg 1x2500m"), ("Run", "20lb 1x400m")]
    assert [problem.line for problem in found.reported] == [4]
    with pytest.raises(ImportRefused):
        strong(row("stone"), header=localised)


def test_lines_are_counted_over_notes_of_several_lines() -> None:
    found = strong(s3(notes="one\ntwo\nthree"), s3("2", "x", notes="four\nfive"), s3("3", "x"))
    assert [problem.line for problem in found.reported] == [5, 7]


def test_the_same_file_again_gives_the_same_ids_and_a_later_one_adds_only_the_new() -> None:
    first = [s3("1"), s3("2"), s3("1", "95", exercise="Squat (Barbell)")]
    later = [*first, s3("1", "145", start="2024-03-04 18:00:00")]
    old, again, new = strong(*first), strong(*first), strong(*reversed(later[3:]), *first)
    ids = {entry.id for entry in old.entries}
    assert old == again
    assert ids < {entry.id for entry in new.entries}
    assert len(new.entries) == len(old.entries) + 1
    assert all(entry.id and entry.id.isascii() and " " not in entry.id for entry in new.entries)


@pytest.mark.parametrize(
    ("pounds", "kilos"),
    [("135.0", "61.23496995"), ("44.09245243697551", "20.0"), ("0", "0"), ("137.788913865", "62.5")],
)
def test_an_id_outlives_a_switch_of_units(pounds: str, kilos: str) -> None:
    header = "Date,Workout Name,Exercise Name,Set Order,{},Reps,{},Seconds"
    row = '2016-09-05 13:04:16,"A1","Deadlift",1,{},5,0.0,0'
    in_pounds = strong(row.format(pounds), header=header.format("lb", "mi"))
    in_kilos = strong(row.format(kilos), header=header.format("kg", "km"))
    assert in_pounds.entries[0].id == in_kilos.entries[0].id


def test_an_id_names_the_block_of_a_set_that_was_edited() -> None:
    before, after, other = (
        strong(row).entries[0].id or "" for row in (s3(), s3(reps="4"), s3(start="2024-03-02 18:00:00"))
    )
    assert before != after
    assert before.rpartition("-")[0] == after.rpartition("-")[0] != other.rpartition("-")[0]


def test_a_header_in_the_middle_is_counted_and_passed_over() -> None:
    found = strong(s3(), S3, s3("2"))
    assert (found.sets_stored, dict(found.skipped)) == (2, {"header again": 1})


def test_more_equal_sets_than_a_line_may_count() -> None:
    found = strong(*(s3(str(n)) for n in range(1, 151)))
    assert work(found) == [("deadlift", "135lb 99x5 135lb 51x5")]


def test_a_mapping_goes_before_the_table() -> None:
    rows = (s3(), s3(exercise="Sumo Deadlift (Barbell)", start="2024-03-05 18:00:00"))
    mapped = strong(
        *rows, mapping={"sumo deadlift (barbell)": "deadlift", "Deadlift (Barbell)": "Deadlift (Barbell)"}
    )
    assert [lift.exercise for lift in lifts(mapped)] == ["Deadlift (Barbell)", "deadlift"]
    assert [seen.mapped_to for seen in mapped.exercises] == [None, "deadlift"]
    assert [lift.exercise for lift in lifts(strong(*rows))] == ["deadlift", "Sumo Deadlift (Barbell)"]
    with pytest.raises(ImportRefused, match="deadlfit"):
        strong(*rows, mapping={"Deadlift (Barbell)": "deadlfit"})
