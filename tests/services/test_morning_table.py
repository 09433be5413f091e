"""The table of a morning says exactly what the engine says, for any answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from underbar.diary.diary import Diary
from underbar.diary.notation import format_diary, parse_bytes
from underbar.diary.records import Checkin, Entry
from underbar.protocol import engine
from underbar.protocol.document import load
from underbar.protocol.plan import Plan
from underbar.protocol.state import State
from underbar.services import kept, morning_table
from underbar.services.database import close_database, open_database
from underbar.services.importing import import_files
from underbar.services.morning_table import Answers, MorningTable
from underbar.services.planning import what_to_do
from underbar.services.sample import SAMPLE
from underbar.settings import Settings

AT = 6 * 60 + 30
_ONE = timedelta(days=1)


class Morning:
    """A day, its table, and the state of the evening before."""

    def __init__(self, table: MorningTable, state: State) -> None:
        self.table, self.state = table, state

    def engine(self, said: Answers) -> Plan:
        """What the engine itself says, with nothing of the table."""
        record = Checkin(
            ache=said.ache,
            side=said.side,
            stiff=said.stiff,
            sleep=None if said.sleep is None else said.sleep * 60,
            woke=AT,
            painkiller=said.painkiller,
            flare=said.flare,
            ill=said.ill,
        )
        entry = Entry(self.table.day, record, time=AT)
        return engine.advance(load(), self.state, self.table.day, (entry,))[1]


@pytest.fixture(scope="module")
def mornings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Morning]]:
    """Mornings after a stretch of the sample diary: bar days and others, a flare, short nights."""
    folder = tmp_path_factory.mktemp("table")
    everything = parse_bytes(SAMPLE.read_bytes()).entries
    found = []
    kept.forget()
    open_database(Settings(folder, folder / "d.sqlite3", "a key of tests"))
    path = folder / "d.diary"
    first = min(entry.day for entry in everything)
    told = first
    before: list[Entry] = []
    for after in (30, 45, 58, 59, 72, 90):
        day = first + timedelta(days=after)
        new = [_worse(entry, day) for entry in everything if told <= entry.day < day]
        path.write_text(format_diary(new), encoding="utf-8")
        (done,) = import_files([path])
        assert done.refused is None
        told = day
        before += new
        found.append(_morning(before, day))
    yield found
    close_database()


def _worse(entry: Entry, day: date) -> Entry:
    """Every other stretch ends with two aching mornings, the last one stiff: one more is a whisper."""
    if isinstance(entry.record, Checkin) and day - entry.day <= 2 * _ONE and day.day % 2:
        stiff = "right" if day - entry.day == _ONE else "none"
        return entry._replace(record=replace(entry.record, ache=1, side="right", stiff=stiff))
    return entry


def _morning(entries: list[Entry], day: date) -> Morning:
    before = Diary.of(entries)
    state = engine.start()
    at = before.days[0]
    while at < day:
        state, _ = engine.advance(load(), state, at, before.day_entries(at), before.superseded)
        at += _ONE
    return Morning(morning_table.morning_table(day), state)


answers = st.builds(
    Answers,
    ache=st.integers(0, 10),
    side=st.sampled_from(("left", "right", "both", None)),
    stiff=st.sampled_from(("none", "left", "right", "both", None)),
    painkiller=st.booleans(),
    flare=st.booleans(),
    ill=st.booleans(),
    sleep=st.one_of(st.none(), st.integers(0, 23 * 60 + 59)),
)


def rules(plan: Plan) -> tuple[object, ...]:
    found = [(reason.rule, reason.binding) for reason in plan.reasons]
    first = [work.left_first for work in plan.stability]
    return (*what_to_do(plan), plan.signs, plan.refer, found, first)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), said=answers)
def test_it_is_the_engines_word_for_any_answers(
    data: st.DataObject, said: Answers, mornings: list[Morning]
) -> None:
    morning = data.draw(st.sampled_from(mornings))
    said = said if said.ache else said._replace(side=None)
    cell = morning.table.cell(said)
    expected = morning.engine(said)
    assert rules(cell.low) == rules(expected)
    assert rules(cell.high) == rules(expected)


def test_every_edge_of_a_band_is_the_engines(mornings: list[Morning]) -> None:
    """The minute on either side of each edge, where a wrong one would show."""
    edges = 0
    for morning in mornings:
        for band in morning.table.bands[1:]:
            for minute in (band.low - 1, band.low):
                for ache in (0, 1, 4):
                    said = Answers(ache, None, "none", False, False, False, minute)
                    assert rules(morning.table.cell(said).low) == rules(morning.engine(said))
            edges += 1
    assert edges >= 5


def test_the_known_thresholds_are_found(mornings: list[Morning]) -> None:
    """On a bar day a night of less than six hours raises nothing: METHOD section 9."""
    bar_days = [m for m in mornings if m.table.cells[0].low.lifts]
    assert bar_days
    assert any(band.low == 6 * 60 for morning in bar_days for band in morning.table.bands)


def test_it_is_quick_enough_to_be_asked_for_in_a_page(mornings: list[Morning]) -> None:
    # What it costs is how often the engine is asked; a plan takes a quarter of a millisecond.
    for morning in mornings:
        assert len(morning.table.cells) < 6000
