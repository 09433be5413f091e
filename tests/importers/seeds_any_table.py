"""Small tables of no known app, for the tests that damage them."""

from __future__ import annotations

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "nights.csv",
        b"Datum;Schlaf (h);Ruhepuls;HRV;Gewicht (kg);Notiz\r\n"
        b"1.3.2026;7,5;52;61;82,4;gut\r\n2.3.2026;6:45;54;;82,1;\r\n13.3.2026;8,25;51;70;;\r\n",
    ),
    (
        "sets.csv",
        b"Day,Exercise,Weight,Reps,Sets\n3/1/2026,Deadlift,135,5,3\n3/15/2026,Curl,30,10,2\n",
    ),
)
