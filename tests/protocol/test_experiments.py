"""An experiment through the engine: a day's arm, what ends it, and that what it leaves out is not missed."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

import pytest

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.protocol.document import load
from underbar.protocol.engine import advance, start
from underbar.protocol.plan import ExperimentPlan, Plan
from underbar.protocol.rules.experiments import drawn, first_of_pair
from underbar.protocol.state import Registered, State

PROTOCOL = load()
FIRST = date(2026, 1, 5)
SCREEN = "screen none scope full"
DAILY = "release left 90s right 90s"
ASKS = 'experiment "does release help" seed 5 stop "a flare" what release pairs 8 block 7'


def lived(days: int, *lines: str) -> tuple[list[State], list[Plan]]:
    """The states and plans of so many days; a line begins with the number of its day, from 0."""
    text = "\n".join(
        f"{FIRST + timedelta(int(number))} {line}"
        for number, line in (whole.split(maxsplit=1) for whole in lines)
    )
    parsed = parse(text)
    assert not parsed.problems, parsed.problems
    diary = Diary.of(parsed.entries)
    states, plans, state = [], [], start()
    for index in range(days):
        day = FIRST + timedelta(index)
        state, plan = advance(PROTOCOL, state, day, diary.day_entries(day), diary.superseded)
        states.append(state)
        plans.append(plan)
    return states, plans


def released(plan: Plan) -> bool:
    return plan.release is not None and plan.release.left_s > 0


def arms(plans: list[Plan]) -> list[str]:
    return [plan.experiment.arm if plan.experiment else "-" for plan in plans]


def test_the_arm_of_any_day_is_the_lowest_bit_of_a_digest_of_seed_and_pair() -> None:
    asked = Registered(0, "release", 5, 8, 7)
    wanted = []
    for pair in range(1, 9):
        coin = int(sha256(f"5:{pair}".encode()).hexdigest(), 16) % 2
        wanted += ["on"] * 7 + ["off"] * 7 if coin else ["off"] * 7 + ["on"] * 7
    got = [drawn(asked, day) for day in range(1, 113)]
    assert [plan.arm for plan in got if plan] == wanted
    assert got[0] == ExperimentPlan("release", wanted[0], 1, 112, 1)  # type: ignore[arg-type]
    assert got[20] == ExperimentPlan("release", wanted[20], 21, 112, 2)  # type: ignore[arg-type]
    assert drawn(asked, 0) is None
    assert drawn(asked, 113) is None


def test_the_coin_is_fair_and_differs_by_seed() -> None:
    heads = [first_of_pair(seed, pair) == "on" for seed in range(50) for pair in range(1, 41)]
    assert 920 < sum(heads) < 1080
    assert heads[:40] != heads[40:80]


def test_it_begins_on_the_next_day_and_release_is_off_where_it_was_drawn_so() -> None:
    states, plans = lived(116, f"0 {SCREEN}", f"0 {DAILY}", f"2 {ASKS}")
    assert arms(plans[:3]) == ["-", "-", "-"]
    assert [plan.experiment is not None for plan in plans[3:115]] == [True] * 112
    assert arms(plans)[115] == "-"
    assert states[115].experiments[0].ended == states[115].day
    assert states[115].experiments[0].why == "finished"
    for plan in plans[3:115]:
        assert released(plan) == (plan.experiment is not None and plan.experiment.arm == "on")
        if not released(plan):
            assert plan.release is not None
            assert dict(plan.release.reasons[0].facts)["why"] == "experiment"


@pytest.mark.parametrize("what", ["bedtime", "sitting"])
def test_another_question_leaves_the_release_as_it_is(what: str) -> None:
    _, plans = lived(60, f"0 {SCREEN}", f"0 {DAILY}", f'2 experiment "q" seed 5 what {what} pairs 28 block 1')
    assert set(arms(plans[3:59])) == {"on", "off"}
    assert all(released(plan) for plan in plans)


@pytest.mark.parametrize("checkin", [True, False])
def test_days_that_it_leaves_out_are_never_missed(checkin: bool) -> None:
    mornings = [f"{day} checkin ache 0" for day in range(20)] if checkin else []
    states, plans = lived(20, f"0 {SCREEN}", f"0 {DAILY}", f"2 {ASKS}", *mornings)
    for state, plan in zip(states[3:], plans[3:], strict=True):
        assert plan.experiment is not None
        assert state.release_log[-1] == ("m" if plan.experiment.arm == "on" else "o")
    off = arms(plans).index("off", 3)
    assert arms(plans)[off : off + 7] == ["off"] * 7
    assert states[off + 6].release_log == "ooooooo"
    assert "release-lapsed" not in plans[min(off + 7, 19)].signs


def test_release_on_a_day_that_was_off_is_still_done() -> None:
    _, plans = lived(12, f"0 {SCREEN}", f"0 {DAILY}", f"2 {ASKS}")
    off = arms(plans).index("off", 3)
    states, _ = lived(12, f"0 {SCREEN}", f"0 {DAILY}", f"2 {ASKS}", f"{off} {DAILY}")
    assert states[off].release_log[-1] == "d"


def test_an_arm_in_the_diary_wins_over_the_draw_and_of_two_the_one_that_asks_for_less() -> None:
    setup = (f"0 {SCREEN}", f"0 {DAILY}", f"2 {ASKS}")
    _, plans = lived(20, *setup)
    off, on = arms(plans).index("off"), arms(plans).index("on")
    states, changed = lived(20, *setup, f"{off} arm release on", f"{on} arm release off")
    assert (arms(changed)[off], released(changed[off]), states[off].release_log[-1]) == ("on", True, "m")
    assert (arms(changed)[on], released(changed[on]), states[on].release_log[-1]) == ("off", False, "o")
    _, both = lived(20, *setup, f"{on} arm release on", f"{on} arm release off", f"{off} arm bedtime on")
    assert (arms(both)[on], arms(both)[off]) == ("off", "off")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("checkin ache 6", "flare"),
        ("checkin flare", "flare"),
        ("screen fall", "stop"),
        ("experiment off", "off"),
        ("deadlift 135lb 1x5 pain 8", "flare"),
    ],
)
def test_what_ends_it_does_so_from_that_day_on(line: str, why: str) -> None:
    states, plans = lived(14, f"0 {SCREEN}", f"0 {DAILY}", f"2 {ASKS}", f"8 {line}")
    assert arms(plans[8:]) == ["-"] * 6
    assert "-" not in arms(plans[3:8])
    (one,) = states[13].experiments
    assert (one.ended, one.why) == ((FIRST + timedelta(8)).toordinal(), why)


@pytest.mark.parametrize("line", ["checkin ache 6", "deadlift 135lb 1x5 pain 8", "experiment off"])
def test_what_was_left_out_on_the_day_it_ended_is_not_missed(line: str) -> None:
    _, plans = lived(20, f"0 {SCREEN}", f"0 {DAILY}", f"2 {ASKS}")
    off, on = (arms(plans).index(arm) + 1 for arm in ("off", "on"))
    for day, log in ((off, "o"), (on, "m")):
        states, _ = lived(21, f"0 {SCREEN}", f"0 {DAILY}", f"2 {ASKS}", f"{day} {line}")
        assert states[day].release_log[-1] == log
        assert states[day + 1].release_log[-1] == "m"
    states, _ = lived(21, f"0 {SCREEN}", f"0 {DAILY}", f"2 {ASKS}", f"{off} {line}", f"{off} arm release on")
    assert states[off].release_log[-1] == "m"


def test_a_new_one_replaces_a_running_one_that_keeps_its_arm_of_the_day() -> None:
    setup = (f"0 {SCREEN}", f"2 {ASKS}")
    _, plans = lived(10, *setup)
    states, changed = lived(10, *setup, '6 experiment "q" seed 9 what sitting pairs 6 block 7')
    assert arms(changed[:7]) == arms(plans[:7])
    assert [plan.experiment.what for plan in changed[7:] if plan.experiment] == ["sitting"] * 3
    old, new = states[9].experiments
    assert (old.why, old.ended, new.ended) == ("replaced", new.first, None)


def test_registered_and_taken_back_on_one_day() -> None:
    states, plans = lived(6, f"2 08:00 {ASKS}", "2 09:00 experiment off")
    assert arms(plans) == ["-"] * 6
    (one,) = states[5].experiments
    assert (one.ended, one.why) == (one.first, "off")


def test_ended_and_asked_again_on_one_day() -> None:
    states, plans = lived(9, f"2 {ASKS}", "5 08:00 experiment off", f"5 09:00 {ASKS}")
    assert [plan.experiment.day for plan in plans if plan.experiment] == [1, 2, 1, 2, 3]
    assert [one.why for one in states[8].experiments] == ["off", None]


def test_one_that_begins_in_a_flare_ends_before_its_first_day() -> None:
    states, plans = lived(6, f"0 {SCREEN}", "1 checkin ache 6", f"2 {ASKS}")
    assert arms(plans) == ["-"] * 6
    (one,) = states[5].experiments
    assert (one.ended, one.why) == (one.first, "flare")


def test_an_old_line_without_a_plan_is_followed_by_nothing() -> None:
    states, plans = lived(6, f"0 {SCREEN}", '1 experiment "does it help" seed 7 stop "day 28"')
    assert arms(plans) == ["-"] * 6
    assert states[5].experiments == ()


def test_under_a_lock_nothing_is_said_of_it() -> None:
    _, plans = lived(6, f"0 {SCREEN}", f"1 {ASKS}", "4 screen fall")
    assert plans[4].stop is not None
    assert plans[4].experiment is None
    assert plans[3].experiment is not None
