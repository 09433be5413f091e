"""One night, one number: which of those who tell a night is heard, whatever the night is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from underbar.protocol.rules.night import Night, night_of

SOURCES = ("oura", "whoop", "fitbit", None)
seconds = st.integers(0, 86_400)
told = st.lists(st.tuples(st.sampled_from(SOURCES), seconds), max_size=6)
orders = st.permutations(["oura", "whoop", "fitbit"]).flatmap(
    lambda names: st.integers(0, 3).map(lambda many: tuple(names[:many]))
)
typings = st.lists(seconds, max_size=2)
H = 3600


def test_nobody_tells_it() -> None:
    assert night_of([], [], ("oura",)) == Night(None, None, None)


def test_typed_counts_and_what_was_measured_is_still_told() -> None:
    night = night_of([7 * H, 6 * H], [("oura", 5 * H), ("whoop", 8 * H)], ("whoop",))
    assert night == Night(6 * H, 8 * H, "whoop")


def test_equal_nights_are_from_the_first_name_whatever_came_first() -> None:
    assert night_of([], [("whoop", H), ("oura", H)]).source == "oura"


def test_a_nap_of_the_first_source_is_no_night() -> None:
    assert night_of([], [("oura", 7 * H), ("oura", H), ("whoop", 6 * H)], ("oura",)).seconds == 7 * H


def test_written_by_hand_is_heard_beside_the_first() -> None:
    assert night_of([], [("oura", 7 * H), (None, 5 * H)], ("oura",)) == Night(5 * H, 5 * H, None)
    assert night_of([], [("oura", 5 * H), (None, 7 * H)], ("oura",)) == Night(5 * H, 5 * H, "oura")


@given(typed=st.lists(seconds, min_size=1, max_size=2), told=told, order=orders)
def test_what_was_typed_wins_whatever_the_order(
    typed: list[int], told: list[tuple[str | None, int]], order: tuple[str, ...]
) -> None:
    assert night_of(typed, told, order).seconds == min(typed)


@given(told=told, order=orders.filter(bool), later=st.data())
def test_a_night_of_a_later_source_changes_nothing(
    told: list[tuple[str | None, int]], order: tuple[str, ...], later: st.DataObject
) -> None:
    told = [*told, (order[0], later.draw(seconds))]
    rest = [name for name in SOURCES if name is not None and name != order[0]]
    more = (later.draw(st.sampled_from(rest)), later.draw(seconds))
    assert night_of([], [*told, more], order) == night_of([], told, order)


@given(told=told, order=orders)
def test_an_order_hears_no_night_shorter_than_the_shortest(
    told: list[tuple[str | None, int]], order: tuple[str, ...]
) -> None:
    """Without an order no source can make the night longer: the default is the careful one."""
    default, ordered = night_of([], told).seconds, night_of([], told, order).seconds
    assert (default is None) == (ordered is None)
    if default is not None and ordered is not None:
        assert default <= ordered
        assert any(slept == ordered for _, slept in told)


@given(typed=typings, told=told, order=orders, data=st.data())
def test_less_sleep_is_never_more(
    typed: list[int], told: list[tuple[str | None, int]], order: tuple[str, ...], data: st.DataObject
) -> None:
    """METHOD 15, property 4, at its root."""
    before = night_of(typed, told, order).seconds
    less = [(name, data.draw(st.integers(0, slept))) for name, slept in told]
    after = night_of(typed, less, order).seconds
    assert before is None or (after is not None and after <= before)


@given(told=told, order=orders, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_arrival_decides_nothing(
    told: list[tuple[str | None, int]], order: tuple[str, ...], shuffled: object
) -> None:
    mixed = list(told)
    shuffled.shuffle(mixed)  # type: ignore[attr-defined]  # Hypothesis gives a Random
    assert night_of([], mixed, order) == night_of([], told, order)
