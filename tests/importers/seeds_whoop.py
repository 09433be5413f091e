"""Small Whoop exports, in English, in German, and as a spreadsheet saves them."""

from __future__ import annotations

CYCLES = (
    "Cycle start time,Cycle end time,Cycle timezone,Recovery score %,Resting heart rate (bpm),"
    "Heart rate variability (ms),Day Strain,Sleep onset,Wake onset,Asleep duration (min),"
    "In bed duration (min)\n"
    "2026-03-02 22:10:00,,UTC-04:00,91,51,64,,2026-03-02 22:10:00,2026-03-03 06:20:00,445,480\n"
    "2026-03-01 20:24:00,2026-03-02 22:10:00,UTC-04:00,12,58,40,4.3,2026-03-01 20:24:00,"
    "2026-03-02 05:00:00,480,516\n"
    "2026-02-28 04:00:00,2026-03-01 20:24:00,UTC-04:00,,,,6.0,,,,\n"
)
SLEEPS = (
    "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Asleep duration (min),"
    "In bed duration (min),Nap\n"
    "2026-03-02 22:10:00,,UTC-04:00,2026-03-02 22:10:00,2026-03-03 06:20:00,445,480,false\n"
    "2026-03-01 20:24:00,2026-03-02 22:10:00,UTC-04:00,2026-03-02 15:00:00,2026-03-02 15:45:00,40,45,true\n"
    "2026-03-01 20:24:00,2026-03-02 22:10:00,UTC-04:00,2026-03-01 20:24:00,2026-03-02 05:00:00,480,516,"
    "false\n"
)
GERMAN = (
    "Startzeit des Zyklus,Endzeit des Zyklus,Zeitzone des Zyklus,Erholungswert %,"
    "Ruheherzfrequenz (Schläge pro Minute),Herzfrequenzvariabilität (ms),Beginn des Schlafs,"
    "Beginn des Aufwachens,Schlafdauer (Min.)\n"
    "2026-03-02 22:10:00,,UTC+01:00,91,51,64,2026-03-02 22:10:00,2026-03-03 06:20:00,445\n"
)
SAVED_AGAIN = (
    "Cycle start time;Cycle end time;Cycle timezone;Sleep onset;Wake onset;Asleep duration (min);Nap\n"
    "02/03/2026 22:10;;UTC-04:00;02/03/2026 22:10;03/03/2026 06:20;445;FALSE\n"
    "13/03/2026 22:10;;UTC-04:00;13/03/2026 22:10;14/03/2026 06:20;440;FALSE\n"
)
WORKOUTS = (
    "Cycle start time,Cycle end time,Cycle timezone,Workout start time,Workout end time,Duration (min),"
    "Activity name\n"
    "2026-03-01 20:24:00,,UTC-04:00,2026-03-02 17:00:00,2026-03-02 18:00:00,60,Weightlifting\n"
)
JOURNAL = (
    "Cycle start time,Cycle end time,Cycle timezone,Question text,Answered yes,Notes\n"
    "2026-03-01 20:24:00,,UTC-04:00,Have any alcoholic drinks?,true,a secret\n"
)
SEEDS: tuple[tuple[str, bytes], ...] = (
    ("physiological_cycles.csv", CYCLES.encode()),
    ("sleeps.csv", SLEEPS.encode()),
    ("physiologische_zyklen.csv", GERMAN.encode()),
    ("sleeps.csv", SAVED_AGAIN.encode()),
    ("workouts.csv", WORKOUTS.encode()),
    ("journal_entries.csv", JOURNAL.encode()),
)
