"""The gym page: a session set by set, what it leaves in the diary, and what the gate makes of it."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from people import Person

from underbar.diary.notation import format_diary
from underbar.diary.records import Entry, Goal, Lift
from underbar.services.database import acting_for
from underbar.services.diary_log import add_lines
from underbar.services.facts import day_entries, facts
from underbar.services.history import lifters_today
from underbar.services.planning import plan_of, plan_today
from underbar.services.sample import entries_until
from underbar.services.session import Choice, bar_work
from underbar.web.plan.gym_steps import gym_html

JSON = {"Accept": "application/json"}
THURSDAY = 3


def uuid(number: int) -> str:
    """An id as a phone makes it."""
    return f"0190a000-0000-7000-8000-{number:012d}"


@pytest.fixture
def lifting(owner: Person, tmp_path: Path) -> Person:
    """The owner on a bar day of the sample diary, at home, where a gym in kilograms is known too."""
    with acting_for(owner.diary):
        today = lifters_today().day
    ahead = timedelta(days=(THURSDAY - today.weekday()) % 7)
    entries = [_moved(entry, ahead) for entry in entries_until(today + ahead)]
    # Before the home of the sample, so that he is at home from then on.
    hotel = f'{entries[0].day} gym "hotel" unit kg bar 20kg plates 25kg,20kg,15kg,10kg,5kg,2.5kg,1.25kg\n'
    owner.bring(hotel + format_diary(entries), tmp_path)
    return owner


def _moved(entry: Entry, ahead: timedelta) -> Entry:
    record = entry.record
    if isinstance(record, Goal) and record.days:
        days = tuple(sorted((day - ahead.days) % 7 for day in record.days))
        record = Goal(record.lift, record.target, record.best, record.start, days, record.off)
    return entry._replace(day=entry.day - ahead, record=record)


def sets_of(person: Person) -> list[Lift]:
    """Today's lines of lifts."""
    with acting_for(person.diary):
        entries = day_entries(lifters_today().day)
    return [entry.record for entry in entries if isinstance(entry.record, Lift)]


def fields(person: Person, **more: object) -> dict[str, object]:
    """One set as the page sends it."""
    with acting_for(person.diary):
        plan = plan_today()
    lift = plan.lifts[0]
    return {
        "day": plan.day.isoformat(), "lift": lift.lift, "unit": lift.unit, "weight": lift.weight,
        "asked": lift.weight, "reps": lift.reps, "number": 1, "as": "planned", **more,
    }  # fmt: skip


def test_the_page_shows_every_step_without_javascript(lifting: Person) -> None:
    page = lifting.client.get("/gym/").content.decode()
    assert page.count('data-step="warmup"') == 3
    assert page.count('data-step="work"') == 3
    assert "Set 2 of 3 · 5 reps" in page
    assert "360° brace" in page
    assert page.count("csrfmiddlewaretoken") >= 8
    assert 'aria-label="On each side:' in page


def test_a_set_is_logged_at_once_and_once(lifting: Person) -> None:
    first = fields(lifting, id=uuid(1), brace="on")
    answers = [lifting.client.post("/gym/set/", first, headers=JSON) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    (line,) = sets_of(lifting)
    assert line.brace
    assert not line.warmup
    assert line.pain is None


def test_three_lines_of_one_set_are_judged_as_one_line_of_three(lifting: Person, tmp_path: Path) -> None:
    """The plan of the next bar day, after either way of writing the same session, and a quiet morning."""
    with acting_for(lifting.diary):
        plan = plan_today()
        lift, day = plan.lifts[0], plan.day
    for number in range(3):
        sent = fields(lifting, id=uuid(number + 1), number=number + 1, brace="on" if number == 0 else "")
        assert lifting.client.post("/gym/set/", sent, headers=JSON).status_code == 200
    done = {"lift": lift.lift, "last": uuid(3), "pain": 1, "rpe": 6, "id": uuid(9), "day": day.isoformat()}
    assert lifting.client.post("/gym/finish/", done, headers=JSON).status_code == 200
    with acting_for(lifting.diary):
        apart = plan_of(day + timedelta(days=4))
    with acting_for(lifting.diary):
        lines = [entry.id for entry in day_entries(day) if isinstance(entry.record, Lift)]
    for line in lines:
        lifting.client.post("/undo/", {"entry": line}, headers=JSON)
    with acting_for(lifting.diary):
        add_lines(f"{lift.lift} {lift.weight:g}{lift.unit} 3x5 brace pain 1 rpe 6")
        together = plan_of(day + timedelta(days=4))
    rules = [{reason.rule for reason in found.lifts[0].reasons} for found in (apart, together)]
    assert rules[0] == rules[1]
    assert not rules[0] & {"set-missed", "brace-missing", "pain-missing"}
    assert apart.lifts == together.lifts


def test_pain_goes_on_the_last_set_and_is_missing_until_then(lifting: Person) -> None:
    for number in range(3):
        lifting.client.post(
            "/gym/set/", fields(lifting, id=uuid(number + 1), number=number + 1), headers=JSON
        )
    assert [line.pain for line in sets_of(lifting)] == [None, None, None]
    done = fields(lifting, last=uuid(3), pain="2", shift="left", id=uuid(9))
    answer = lifting.client.post("/gym/finish/", done, headers=JSON)
    assert answer.status_code == 200
    assert sorted((line.pain or 0, line.shift) for line in sets_of(lifting) if line.pain) == [(2, "left")]
    assert len(sets_of(lifting)) == 3
    again = lifting.client.post("/gym/finish/", done, headers=JSON)
    assert again.status_code == 200
    assert len(sets_of(lifting)) == 3


def test_pain_told_without_a_last_set_finds_the_last_work_set(lifting: Person) -> None:
    lifting.client.post("/gym/set/", fields(lifting, warmup="on", weight=45, asked=""))
    lifting.client.post("/gym/set/", fields(lifting))
    lifting.client.post("/gym/finish/", fields(lifting, pain="0"))
    assert [(line.warmup, line.pain) for line in sets_of(lifting)] == [(True, None), (False, 0)]


def test_not_as_planned(lifting: Person) -> None:
    asked = fields(lifting)["asked"]
    got = lifting.client.post(
        "/gym/set/", fields(lifting, **{"as": "done", "reps_done": 3, "weight_done": 150}), headers=JSON
    )
    assert got.status_code == 200, (asked, got.content)
    got = lifting.client.post("/gym/set/", fields(lifting, **{"as": "missed", "number": 2}), headers=JSON)
    assert got.status_code == 200, got.content
    lighter, missed = sets_of(lifting)
    assert (lighter.work[0].weight.value, lighter.work[0].sets.amount) == (150, 3)  # type: ignore[union-attr]
    assert missed.missed
    assert missed.work[0].weight.value == asked  # type: ignore[union-attr]


def test_heavier_wants_a_reason_and_keeps_it(lifting: Person) -> None:
    sent = fields(lifting, **{"as": "done", "weight_done": 250})
    refused = lifting.client.post("/gym/set/", sent, headers=JSON)
    assert refused.status_code == 422
    assert "because" in refused.json()["errors"]
    assert sets_of(lifting) == []
    assert (
        lifting.client.post("/gym/set/", {**sent, "because": "felt light"}, headers=JSON).status_code == 200
    )
    assert [line.because for line in sets_of(lifting)] == ["felt light"]


def test_a_set_of_yesterdays_page_is_refused_whole(lifting: Person) -> None:
    stale = fields(lifting, day="2020-01-01")
    answer = lifting.client.post("/gym/set/", stale, headers=JSON)
    assert answer.status_code == 409
    assert "Nothing was stored" in answer.json()["sentence"]
    assert sets_of(lifting) == []


@pytest.mark.parametrize("weight", ["nan", "inf", "-5", "1e9", "heavy"])
def test_a_weight_that_is_none_is_refused_by_name(lifting: Person, weight: str) -> None:
    answer = lifting.client.post("/gym/set/", fields(lifting, weight=weight), headers=JSON)
    assert answer.status_code == 422
    assert "weight" in answer.json()["errors"]


def test_a_gym_in_kilograms_shows_its_load_and_logs_the_planned_one(lifting: Person) -> None:
    with acting_for(lifting.diary):
        before = plan_today().lifts[0]
    assert lifting.client.post("/gym/at/", {"gym": "hotel"}).status_code == 302
    with acting_for(lifting.diary):
        assert facts().gym is not None
        assert facts().gym.name == "hotel"  # type: ignore[union-attr]
        plan = plan_today()
        (work,) = bar_work(plan)
        load = work.work[0].load
    assert plan.lifts[0].working == before.working
    assert (load.gym_unit, load.unit) == ("kg", "lb")
    assert load.bar + 2 * sum(load.plates) == load.made
    page = lifting.client.get("/gym/").content.decode()
    assert re.search(r'class="load">[\d.]+</span> <span class="unit">kg · [\d.]+ lb<', page)
    lifting.client.post("/gym/set/", fields(lifting))
    assert sets_of(lifting)[0].work[0].weight.unit == "lb"  # type: ignore[union-attr]


def test_a_gym_that_nobody_named_is_refused(lifting: Person) -> None:
    assert lifting.client.post("/gym/at/", {"gym": "elsewhere"}, headers=JSON).status_code == 422


def test_lighter_and_shorter_are_shown_without_a_word_of_failure(lifting: Person) -> None:
    page = lifting.client.get("/gym/?lighter=135").content.decode()
    assert 'class="load">135<' in page
    assert "your call" in page
    short = lifting.client.get("/gym/?sets=2").content.decode()
    assert short.count('data-step="work"') == 2
    assert "Set 2 of 2" in short
    assert lifting.client.get("/gym/?lighter=abc&sets=-1").status_code == 200


def test_a_load_that_the_plates_cannot_make_says_so(lifting: Person) -> None:
    with acting_for(lifting.diary):
        (work,) = bar_work(plan_today(), Choice(weight=153))
    load = work.work[0].load
    assert load.plates == ()
    assert load.below == 150
    assert (
        "What is here makes 150 lb and not 153." in lifting.client.get("/gym/?lighter=153").content.decode()
    )


def test_steps_come_from_a_plan_alone(lifting: Person) -> None:
    with acting_for(lifting.diary):
        html = gym_html(plan_today())
    assert html.count('data-step="work"') == 3
    assert "csrfmiddlewaretoken" not in html


def test_a_day_without_bar_work_says_when(lifter: Person) -> None:
    with acting_for(lifter.diary):
        plan = plan_today()
        later = plan._replace(lifts=(), next_lift_day=plan.day + timedelta(days=1))
        html = gym_html(later)
    assert "The next bar day is tomorrow." in html
    assert "data-step" not in html


def test_under_a_lock_there_is_its_text_alone(lifting: Person) -> None:
    with acting_for(lifting.diary):
        add_lines("screen cauda-equina")
    page = lifting.client.get("/gym/").content.decode()
    assert "data-step" not in page
    assert "next bar day" not in page.lower()
    assert 'name="gym"' not in page


def test_pain_of_seven_ends_the_bar_work_in_a_calm_sentence(lifting: Person) -> None:
    lifting.client.post("/gym/set/", fields(lifting, id=uuid(1)), headers=JSON)
    answer = lifting.client.post("/gym/finish/", fields(lifting, pain="7", last=uuid(1)), headers=JSON)
    assert "flare" in answer.json()["said"]


def test_undo_takes_a_set_out_once_and_for_all(lifting: Person) -> None:
    lifting.client.post("/gym/set/", fields(lifting, id=uuid(1)), headers=JSON)
    undo = {"entry": uuid(1), "id": uuid(2), "then": "gym"}
    answers = [lifting.client.post("/undo/", undo, headers=JSON) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[1].json()["known"] == [uuid(2)]
    assert sets_of(lifting) == []


def test_another_lifters_entry_is_not_there(lifting: Person, stranger: Person) -> None:
    lifting.client.post("/gym/set/", fields(lifting, id=uuid(1)), headers=JSON)
    assert stranger.client.post("/undo/", {"entry": uuid(1)}, headers=JSON).status_code == 404
    assert lifting.client.post("/undo/", {"entry": "no-such-entry"}).status_code == 404
    assert len(sets_of(lifting)) == 1


def test_the_page_works_before_there_is_a_diary(owner: Person) -> None:
    assert owner.client.get("/gym/").status_code == 200


def test_the_shell_takes_a_plan_that_a_phone_worked_out(lifting: Person) -> None:
    """What the service worker asks of this page: the place of the plan, and the script, on any day."""
    with acting_for(lifting.diary):
        add_lines("goal deadlift off")
    bare = lifting.client.get("/gym/").content.decode()
    shell = lifting.client.get("/gym/?shell").content.decode()
    assert "gym.js" not in bare
    for part in ("gym.js", "<!--plan-->", "<!--/plan-->", 'data-step="rest"', 'data-step="end"'):
        assert part in shell
