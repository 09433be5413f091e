"""A small Hevy export, for the tests that damage it."""

from __future__ import annotations

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "workout_data.csv",
        b'"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",'
        b'"set_index","set_type","weight_kg","reps","distance_miles","duration_seconds","rpe"\n'
        b'"Legs","5 Mai 2026, 07:34","5 Mai 2026, 08:40","","Deadlift (Barbell)",,"two\nlines",'
        b'0,"warmup",60,5,,,\n'
        b'"Legs","5 Mai 2026, 07:34","5 Mai 2026, 08:40","","Deadlift (Barbell)",,"",1,"normal",100,5,,,8\n'
        b'"Legs","5 Mai 2026, 07:34","5 Mai 2026, 08:40","","Chin Up (Assisted)",1,"",0,"failure",20,0,,,\n'
        b'"Run","2026-05-03 07:30:00","2026-05-03 08:00:00","","Running",,"",0,"normal",,,3.1,1500,\n',
    ),
)
