"""Small StrongLifts exports of both layouts, for the tests that damage them."""

from __future__ import annotations

HEADER = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,"
    "Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),"
    "End Time (h:mm),Notes,Set 1 (Reps), Set 1 (KG),Set 2 (Reps), Set 2 (KG),Set 3 (Reps), Set 3 (KG)"
)
OLD_HEADER = (
    '"Date","Note","Workout","Body Weight",'
    '"Exercise 1","Weight (KG)","Weight (LB)","Set 1","Set 2","Set 3",'
    '"Exercise 2","Weight (KG)","Weight (LB)","Set 1","Set 2","Set 3"'
)

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "stronglifts.csv",
        f"\ufeff{HEADER}\n"
        '"2024/01/01","1","Workout A","5x5","75","Squat","3x5","","5x40","46","15","600","1000","0.9",'
        '"18:05","19:00","","5","40","5","40","5","40"\n'
        '"2024/01/01","1","Workout A","5x5","75","Bench Press","3x5","","5x30","35","14","450","1000","0.9",'
        '"18:05","19:00","hips","5","30","4","30","-","30"\n'.encode(),
    ),
    (
        "stronglifts_2016.csv",
        f"{OLD_HEADER}\n"
        '07/25/16,"",A,183lb,Squat,60,135,5,5,5,Bench Press,52.5,115,5,4,\n'
        '07/27/16,"",B,183.50lb,Squat,62.5,140,5,5,5,Deadlift,60,135,5,,\n'.encode(),
    ),
)
