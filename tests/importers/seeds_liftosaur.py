"""A small Liftosaur CSV and backup, for the tests that damage them."""

from __future__ import annotations

import json
from typing import Any

HEADER = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,"
    "Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,"
    "Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes"
)


def a_set(reps: int | None, weight: float, **more: Any) -> dict[str, Any]:
    """A set as a backup has it, done with that weight in pounds where `reps` is given."""
    load = {"value": weight, "unit": "lb"}
    return {"reps": 5, "weight": load, "completedReps": reps, "completedWeight": load, **more}


BACKUP: dict[str, Any] = {
    "version": "20250301",
    "currentProgramId": "gzclp",
    "settings": {"exercises": {"qwerty": {"id": "qwerty", "name": "Farmer Hold"}}},
    "history": [
        {
            "id": 1747730000000,
            "date": "2025-05-20T17:15:00.000Z",
            "startTime": 1747761300000,
            "programName": "GZCLP",
            "dayName": "Day 1",
            "entries": [
                {
                    "exercise": {"id": "squat", "equipment": "barbell"},
                    "warmupSets": [a_set(5, 95)],
                    "sets": [a_set(5, 135, completedRpe=8), a_set(3, 135), a_set(None, 135)],
                },
                {"exercise": {"id": "qwerty"}, "sets": [a_set(8, 50, completedRepsLeft=7)]},
            ],
        }
    ],
}

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "liftosaur.csv",
        f"{HEADER}\n"
        '2025-05-20T17:15:00.000Z,GZCLP,Day 1,Squat,1,5,5,0,,,0,95,lb,95,lb,0,,"Quadriceps,Glutes",,\n'
        "2025-05-20T17:15:00.000Z,GZCLP,Day 1,Squat,0,5,5,0,,8,1,135,lb,135,lb,0,,,,\n"
        '2025-05-20T17:15:00.000Z,GZCLP,Day 1,"Deadlift, Trap Bar",0,5,,1,,,0,60,kg,,,0,,,,\n'.encode(),
    ),
    ("liftosaur-2025-05-21.json", json.dumps(BACKUP).encode()),
)
