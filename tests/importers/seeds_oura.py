"""Small Oura exports, as its Trends page and its account export write them."""

from __future__ import annotations

TRENDS = (
    "date,Sleep Score,Total Sleep Duration,Total Bedtime ,Bedtime Start,Bedtime End,"
    "Average Resting Heart Rate,Lowest Resting Heart Rate,Average HRV\n"
    "2026-03-01,84,28320,29640,2026-02-28T22:39:08-06:00,2026-03-01T06:53:08-06:00,58.6,51.0,43\n"
    "2026-03-02,79,25200,27000,2026-03-01T23:00:00-06:00,2026-03-02T06:30:00-06:00,59.1,52.0,None\n"
    "2026-03-03,None,None,None,None,None,None,None,None\n"
)
SLEEPS = (
    "id;average_hrv;bedtime_end;bedtime_start;day;lowest_heart_rate;total_sleep_duration;type\n"
    "a;43;2026-03-01T06:30:00.000+01:00;2026-02-28T23:00:00.000+01:00;2026-03-01;51;25200;long_sleep\n"
    "b;70;2026-03-01T19:00:00.000+01:00;2026-03-01T18:20:00.000+01:00;2026-03-02;60;2100;late_nap\n"
    "c;;2026-03-02T01:00:00.000+01:00;2026-03-02T00:30:00.000+01:00;2026-03-02;0;0;deleted\n"
    "d;;2026-03-02T14:00:00.000+01:00;2026-03-02T13:00:00.000+01:00;2026-03-02;;1800;rest\n"
)
DOCUMENT = """{"daily_activity": [{"day": "2026-03-01", "steps": 9000}, {"day": "2026-03-02", "steps": 70}],
"sleep": [
{"day": "2026-03-01", "bedtime_start": "2026-02-28T23:00:00.000+01:00", "type": "long_sleep",
 "bedtime_end": "2026-03-01T06:30:00.000+01:00", "total_sleep_duration": 25200, "average_hrv": 43,
 "lowest_heart_rate": 51, "sleep_phase_5_min": "4221133"},
{"day": "2026-03-01", "bedtime_start": "2026-03-01T14:00:00.000+01:00", "type": "sleep",
 "bedtime_end": "2026-03-01T14:50:00.000+01:00", "total_sleep_duration": 2400, "average_hrv": null}]}
"""
SEEDS: tuple[tuple[str, bytes], ...] = (
    ("oura_trends.csv", TRENDS.encode()),
    ("sleepmodel.csv", SLEEPS.encode()),
    ("oura_export.json", DOCUMENT.encode()),
)
