"""`frozen` makes what `dataclass(frozen=True, slots=True)` makes."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys

import pytest

from underbar.frozen import frozen


@frozen
class Pair:
    """Two numbers."""

    first: int
    second: int | None = None

    def total(self) -> int:
        return self.first + (self.second or 0)


@frozen
class Other:
    first: int
    second: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    first: int
    second: int | None = None


def test_fields_by_place_by_name_and_by_default() -> None:
    assert (Pair(1, 2).first, Pair(1, 2).second) == (1, 2)
    assert Pair(second=2, first=1) == Pair(1, 2)
    assert Pair(1).second is None
    assert Pair(1, 2).total() == 3
    assert Pair.__doc__ == "Two numbers."


@pytest.mark.parametrize("call", [Pair, lambda: Pair(1, 2, 3), lambda: Pair(1, third=3)])
def test_wrong_arguments_are_type_errors(call) -> None:
    with pytest.raises(TypeError):
        call()


def test_equal_and_hashed_by_fields_within_one_class() -> None:
    assert Pair(1, 2) == Pair(1, 2)
    assert hash(Pair(1, 2)) == hash(Pair(1, 2))
    assert Pair(1, 2) != Pair(1, 3)
    assert Pair(1, 2) != Other(1, 2)
    assert len({Pair(1, 2), Pair(1, 2), Other(1, 2)}) == 2


def test_nothing_can_be_changed_added_or_removed() -> None:
    pair = Pair(1)
    for act in (
        lambda: setattr(pair, "first", 2),
        lambda: setattr(pair, "third", 3),
        lambda: delattr(pair, "first"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            act()
    assert not hasattr(pair, "__dict__")


def test_the_tools_of_dataclasses_work_on_it() -> None:
    assert dataclasses.is_dataclass(Pair)
    assert [f.name for f in dataclasses.fields(Pair)] == [f.name for f in dataclasses.fields(Standard)]
    assert [f.default for f in dataclasses.fields(Pair)] == [f.default for f in dataclasses.fields(Standard)]
    assert dataclasses.replace(Pair(1, 2), second=5) == Pair(1, 5)
    assert dataclasses.asdict(Pair(1, 2)) == {"first": 1, "second": 2}
    assert repr(Pair(1, 2)) == "Pair(first=1, second=2)"
    assert Pair.__match_args__ == ("first", "second")


def test_copies_and_pickles_are_equal() -> None:
    pair = Pair(1, 2)
    assert pickle.loads(pickle.dumps(pair)) == copy.deepcopy(pair) == copy.copy(pair) == pair  # noqa: S301 - our own


def test_the_records_are_made_without_dataclasses() -> None:
    code = "import sys, underbar.diary.records, underbar.protocol.plan; print('dataclasses' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
