"""A small wellness table of intervals.icu, newest first, with a column of the user's own."""

from __future__ import annotations

WELLNESS = (
    "\ufeffdate,weight,restingHR,hrv,hrvSDNN,sleepSecs,sleepScore,soreness,comments,injury,MyOwn\n"
    "2026-03-04,,50,31.351267,59.5,26724,80,2,a secret,,7\n"
    "2026-03-03,72.1,52,,52.3,,,,,left knee,\n"
    "2026-03-02,,,,,,,,,,\n"
)
APPLE = (
    "id,sleepSecs,restingHR,hrv,hrvSDNN,weight\n"
    "2026-03-03,25858,52,,52.3,\n"
    "2026-03-04,26724,51,,48.0,\n"
)  # fmt: skip
SEEDS: tuple[tuple[str, bytes], ...] = (
    ("wellness.csv", WELLNESS.encode()),
    ("wellness.csv", APPLE.encode()),
)
