"""Small files of Health Auto Export, with sleep in each of the three shapes that it has had."""

from __future__ import annotations

import json
from typing import Any


def document(*metrics: tuple[str, str, list[Any]], **beside: list[Any]) -> bytes:
    """A file with the records of metrics, each with its name and units, and other lists beside them."""
    listed = [{"name": name, "units": units, "data": data} for name, units, data in metrics]
    return json.dumps({"data": {"metrics": listed, **beside}}).encode()


OLD_NIGHT = {
    "date": "2021-03-02 00:00:00 -0500",
    "asleep": 7.5,
    "sleepStart": "2021-03-01 22:00:00 -0500",
    "sleepEnd": "2021-03-02 06:00:00 -0500",
    "sleepSource": "Sam's Apple Watch",
    "inBed": 8.2,
    "inBedStart": "2021-03-01 21:50:00 -0500",
    "inBedEnd": "2021-03-02 06:02:00 -0500",
    "inBedSource": "iPhone",
}
NIGHT = {
    "date": "2026-03-02 00:00:00 +0100",
    "sleepStart": "2026-03-01 10:30:00\u202fPM +0100",
    "sleepEnd": "2026-03-02 6:30:00\u202fAM +0100",
    "asleep": 0,
    "core": 4,
    "deep": 1.25,
    "rem": 1.75,
    "awake": 0.5,
    "source": "Oura",
}
STAGES = [
    {
        "startDate": f"2026-03-0{start} +0100",
        "endDate": f"2026-03-0{end} +0100",
        "value": value,
        "qty": 1,
        "source": "Sam\u2019s Apple\u00a0Watch",
    }
    for start, end, value in (
        ("2 22:50:00", "3 06:10:00", "In Bed"),
        ("2 23:00:00", "3 02:00:00", "Core"),
        ("3 02:00:00", "3 02:30:00", "Awake"),
        ("3 02:30:00", "3 04:00:00", "Deep"),
        ("3 04:00:00", "3 06:00:00", "REM"),
    )
]
SLEEP = ("sleep_analysis", "hr", [OLD_NIGHT, NIGHT, *STAGES])
PULSE = ("resting_heart_rate", "count/min", [{"date": "2026-03-02 00:00:00 +0100", "qty": 51, "source": ""}])
HRV = (
    "heart_rate_variability",
    "ms",
    [
        {"date": "2026-03-02 02:00:00 +0100", "qty": 40.25, "source": "Sam's Apple Watch"},
        {"date": "2026-03-02 04:00:00 +0100", "qty": 50.25, "source": "Sam's Apple Watch"},
    ],
)
WEIGHT = (
    "weight_body_mass",
    "lb",
    [{"date": "2026-03-02 07:00:00 +0100", "qty": 178.4, "source": "Scale|X"}],
)
STEPS = ("step_count", "count", [{"date": "2026-03-02 00:00:00 +0100", "qty": 9000}])
WHOLE = document(
    SLEEP,
    PULSE,
    HRV,
    WEIGHT,
    STEPS,
    workouts=[{"id": "1", "name": "Traditional Strength Training", "start": "2026-03-02 17:00:00 +0100"}],
    symptoms=[{"name": "Headache"}],
)
SEEDS: tuple[tuple[str, bytes], ...] = (("HealthAutoExport.json", WHOLE),)
