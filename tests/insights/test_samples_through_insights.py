"""The real exports beside the repository, through everything that is said of a diary.

The files belong to their owners and are not in the repository; nothing of their text is shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Any

import pytest

from underbar.diary.diary import Diary
from underbar.diary.records import Checkin, Entry, Lift, Sleep
from underbar.diary.vocabulary import LIFTS
from underbar.importers import Asked, ImportRefused, NeedsUnit, pieces_of, read
from underbar.insights import observed
from underbar.insights.described import described
from underbar.insights.forecast import forecasts
from underbar.insights.questions import answer_all
from underbar.insights.sides import side_by_side
from underbar.insights.signs import before_flares
from underbar.protocol.document import load

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
FILES = sorted(SAMPLES.glob("*/*"))
NAMES = [f"{path.parent.name}-{path.name[:24]}" for path in FILES]

pytestmark = pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")


@lru_cache(maxsize=1)
def entries_of(path: Path) -> tuple[Entry, ...]:
    """What a lifter would get from a file, answering the unit where asked; nothing where it is refused."""
    with pieces_of(path, path.name) as pieces:
        try:
            brought = read(pieces)
        except NeedsUnit as asked:
            brought = read(pieces, Asked(unit=asked.likelier or "kg"))
        except ImportRefused:
            return ()
    return tuple(entry for account in brought.accounts for entry in account.entries)


def with_mornings(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The same with a check-in on four days of five, an ache on some of them and a flare now and then."""
    first, last = min(entry.day for entry in entries), max(entry.day for entry in entries)
    days = [first + timedelta(away) for away in range((last - first).days + 1)]
    aches = (0, 0, 1, 0, 2, 0, 0, 1, 3, 0, 0)
    mornings = [
        Entry(day, Checkin(ache=5 if at % 45 == 44 else aches[at % 11], flare=at % 45 == 44, woke=420), 430)
        for at, day in enumerate(days)
        if at % 5
    ]
    return (*entries, *mornings)


def numbers(found: Any) -> Iterator[float]:
    """Every number in a result."""
    for value in json.loads(json.dumps(found), parse_constant=float):
        if isinstance(value, float | int):
            yield value
        elif isinstance(value, list):
            yield from numbers(value)


@pytest.mark.parametrize("mornings", [False, True], ids=["as it is", "with mornings"])
@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_a_real_file_gets_sane_answers(path: Path, mornings: bool) -> None:
    entries = entries_of(path)
    if mornings and entries:
        entries = with_mornings(entries)
    diary = Diary.of(entries)
    last = diary.last_day or date(2026, 1, 5)
    protocol = load()
    seen, state = observed.read(protocol, diary, last)
    signs = before_flares(seen)
    sides = side_by_side(protocol.with_overrides(state.overrides), diary, last)
    told = described(seen)
    assert all(isfinite(value) for value in numbers([signs, sides, told]))
    aches = sum(isinstance(entry.record, Checkin) for entry in entries)
    assert told.bar.after.mornings + told.bar.others.mornings == aches
    bar_days = {
        entry.day
        for entry in entries
        if isinstance(entry.record, Lift)
        and entry.record.exercise in LIFTS
        and not entry.record.warmup
        and any(work.weight is not None and work.weight.value > 0 for work in entry.record.work)
    }
    assert told.bar.after.mornings + told.bar.untold == len(bar_days - {last})
    nights = {entry.day for entry in entries if isinstance(entry.record, Sleep)}
    assert {day.day for day in seen.days if day.sleep is not None} == {day.toordinal() for day in nights}
    assert (signs.flares > 0) <= mornings
    for sign in signs.signs:
        assert sign.counted + sign.uncounted == signs.flares
    assert sides == ()


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_questions_of_a_real_file_are_answered_or_not_as_they_should_be(path: Path) -> None:
    """No file tells an ache: nothing can be said. With mornings that go their own way, nothing is found."""
    entries = entries_of(path)
    if not entries:
        pytest.skip("nothing in it that a diary keeps")
    protocol = load()
    for told in (entries, with_mornings(entries)):
        diary = Diary.of(told)
        last = diary.last_day
        assert last is not None
        seen = observed.read(protocol, diary, last)
        answers = answer_all(seen.seen)
        nights = sum(day.sleep is not None and day.ache is not None for day in seen.seen.days)
        assert answers["sleep"].mornings == nights
        assert {answer.verdict for answer in answers.values()} <= {"too-little", "cannot-tell"}
        assert all(
            isfinite(value) for value in numbers([answer._replace(points=()) for answer in answers.values()])
        )
        if told is entries:
            assert nights == 0
        assert forecasts(protocol, seen, paths=3) == ()  # no file names a goal


def test_most_samples_are_read() -> None:
    # The other ten hold nothing that a diary keeps, or are raw answers of a service.
    assert sum(bool(entries_of(path)) for path in FILES) >= 38
