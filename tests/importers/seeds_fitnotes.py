"""Small FitNotes exports, for the tests that damage them."""

from __future__ import annotations

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "FitNotes_Export.csv",
        b"Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
        b"2024-03-01,Deadlift,Back,100.0,kgs,5,,,,\n"
        b"2024-03-01,Deadlift,Back,100.0,kgs,5,,,,slow\n"
        b"2024-03-01,Overhead Press (Each Side, Dumbbells),Shoulders,8.0,kgs,12,,,,\n"
        b"2024-03-01,Plank,Abs,,,,,,0:01:30,\n"
        b"2024-03-02,Treadmill,Cardio,,,,5.2,km,0:30:00,\n",
    ),
    (
        "FitNotes_Export_2016.csv",
        b"Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time\n"
        b"2016-03-01,Barbell Squat,Legs,135.0,8,,,\n",
    ),
    (
        "FitNotes_iOS.csv",
        b"Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n"
        b"2021-05-20,Barbell Squat,Legs,42.50,93.70,8,,,,,wr\n"
        b"2021-05-20,Barbell Squat,Legs,61.23,135.00,8,,,,,wr\n",
    ),
    (
        "FitNotes_BodyTracker_Export.csv",
        b"Date,Time,Measurement,Value,Unit,Comment\n"
        b"2024-03-01,07:00:00,Bodyweight,82.4,kgs,\n"
        b"2024-03-01,07:00:00,Waist,90.0,cm,\n",
    ),
)
