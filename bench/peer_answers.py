"""The question of the benchmark, answered by another reader of Apple Health in its own environment.

    python peer_answers.py healthkit-to-sqlite|apple-health-parser EXPORT FOLDER

Prints how many nights it finds, and how many days with HRV, resting pulse and weight.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path
from typing import Final

NIGHTS: Final = """
select substr(endDate, 1, 10),
  sum(strftime('%s', substr(endDate, 1, 19)) - strftime('%s', substr(startDate, 1, 19)))
from rSleepAnalysis where value like '%Asleep%' group by 1
"""
DAYS: Final = "select substr(startDate, 1, 10), avg(cast(value as real)) from r{} group by 1"
FLAGS: Final = {
    "hrv": "HeartRateVariabilitySDNN",
    "pulse": "RestingHeartRate",
    "weight": "BodyMass",
}


def healthkit_to_sqlite(export: Path, folder: Path) -> dict[str, int]:
    """Everything into a database, then four questions to it."""
    from healthkit_to_sqlite.cli import cli  # noqa: PLC0415 - it lies in another environment

    path = folder / "health.db"
    cli.main([str(export), str(path), "--silent", "--xml"], standalone_mode=False)
    with sqlite3.connect(path) as database:
        answers = {"nights": len(database.execute(NIGHTS).fetchall())}
        for word, name in FLAGS.items():
            answers[word] = len(database.execute(DAYS.format(name)).fetchall())
    return answers


def apple_health_parser(export: Path, folder: Path) -> dict[str, int]:
    """The tree of the whole file, then a table for each of four types."""
    from apple_health_parser.utils.parser import Parser  # noqa: PLC0415 - it lies in another environment

    read = Parser(str(export), output_dir=str(folder), overwrite=True)
    sleep = read.get_flag_records("HKCategoryTypeIdentifierSleepAnalysis").records
    asleep = sleep[sleep["value"].astype(str).str.contains("Asleep")]
    answers = {"nights": len({str(end)[:10] for end in asleep["end_date"]})}
    for word, name in FLAGS.items():
        table = read.get_flag_records(f"HKQuantityTypeIdentifier{name}").records
        answers[word] = len({str(start)[:10] for start in table["start_date"]})
    return answers


if __name__ == "__main__":
    peers = {"healthkit-to-sqlite": healthkit_to_sqlite, "apple-health-parser": apple_health_parser}
    print(json.dumps(peers[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))))
