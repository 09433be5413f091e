"""The real answers of Garmin Connect beside the repository, against the totals that stand in them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reading_files import SAMPLES, read_data, read_files

from underbar.diary.records import Sleep

FILES = sorted(SAMPLES.glob("garmin/*.yaml"))


def bodies(path: Path) -> list[dict[str, Any]]:
    """The answers in a cassette: quoted text of YAML, folded at blanks."""
    quoted = re.findall(r"string: '(\{\"dailySleepDTO.*?)'\n    headers", path.read_text(), re.DOTALL)
    return [json.loads(re.sub(r"\n\s+", " ", body).replace("''", "'")) for body in quoted]


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
@pytest.mark.parametrize("path", FILES, ids=[path.stem[-4:] for path in FILES])
def test_real_answers_one_by_one_and_as_a_list(path: Path) -> None:
    answers = bodies(path)
    expected = {
        date.fromisoformat(answer["dailySleepDTO"]["calendarDate"]): answer["dailySleepDTO"][
            "sleepTimeSeconds"
        ]
        for answer in answers
    }
    assert len(expected) in (1, 20)
    found = read_data(json.dumps(answers).encode(), "answers.json")
    nights = {entry.day: entry.record.seconds for entry in found.entries if isinstance(entry.record, Sleep)}
    assert nights == expected
    assert (found.rows_read, found.rows_used, found.reported) == (len(answers), len(expected), ())
    (alone,) = read_files({f"{n}.json": json.dumps(one).encode() for n, one in enumerate(answers)}).accounts
    assert alone.entries == found.entries
