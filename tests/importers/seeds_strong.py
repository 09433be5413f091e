"""Small Strong exports, for the tests that damage them."""

from __future__ import annotations

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "strong.csv",
        b"Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
        b"Workout Notes,RPE\n"
        b'2024-03-01 18:00:00,"Evening",1h 5m,"Deadlift (Barbell)",W,60.0,5,0,0,"slow","",\n'
        b'2024-03-01 18:00:00,"Evening",1h 5m,"Deadlift (Barbell)",1,100.0,5,0,0,"","",8.5\n'
        b'2024-03-01 18:00:00,"Evening",1h 5m,"Deadlift (Barbell)",Rest Timer,0,0.0,0,120.0,"","",\n'
        b'2024-03-01 18:00:00,"Evening",1h 5m,"Deadlift (Barbell)",F,140.0,0,0,0,"","",10\n'
        b'2024-03-04 18:30:00,"Run",25m,"Running",1,0,0,5.2,1500,"","",\n',
    ),
    (
        "strong_android.csv",
        b"Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;"
        b"Seconds;Notes;Workout Notes\n"
        b'2019-09-05 13:04:16;"A1";"Squat (Barbell)";1;135;lbs;5;;;;0;"";""\n'
        b'2019-09-05 13:04:16;"A1";"Pull Up";1;;;8;;;;0;"";""\n'
        b'2019-09-05 13:04:16;"A1";"Rowing";1;;;;;2000;m;0;"";""\n',
    ),
    (
        "strong_6.csv",
        b'"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";'
        b'"Reps";"RPE";"Distance (meters)";"Seconds";"Notes";"Workout Notes"\n'
        b'"1";"2023-06-05 18:57:00";"A";"4848";"Goblet Squat";"1";"24.0";"10";"7";"";"";"";""\n'
        b'"1";"2023-06-05 18:57:00";"A";"4848";"Plank";"1";"";"";"";"";"60";"";""\n',
    ),
)
