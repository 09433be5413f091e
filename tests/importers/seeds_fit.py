"""Small FIT files, for the tests that damage them."""

from __future__ import annotations

from building_fit import (
    DEEP,
    LIGHT,
    REST,
    clock,
    done,
    file_id,
    fit,
    level,
    record,
    session,
    sleep_event,
)

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "strength.fit",
        fit(
            (
                file_id(),
                record("2026-03-01T18:00:10"),
                (27, ((254, "H", 0), (7, "B", 2), (10, "H", 28), (11, "H", 61))),
                (264, ((254, "H", 0), (0, "H", 28), (1, "H", 61), (2, "s", "Squat"))),
                done("2026-03-01T18:00:00", 10, 320, category=28, exercise=61, step=0),
                done("2026-03-01T18:00:30", kind=REST),
                done("2026-03-01T18:02:00", 5, 980, category=8, exercise=0, unit=2),
                done("2026-03-01T18:04:00", category=19),
                session("2026-03-01T18:00:00"),
                clock("2026-03-01T18:30:00", "2026-03-01T19:30:00"),
            )
        ),
    ),
    (
        "sleep.fit",
        fit(
            (
                file_id(49),
                sleep_event("2026-03-01T22:00:00", 0),
                level("2026-03-01T22:20:00", LIGHT),
                level("2026-03-02T05:00:00", DEEP),
                sleep_event("2026-03-02T05:00:00", 1),
                (346, ((6, "B", 80),)),
            ),
            big=True,
        ),
    ),
)
