"""What the diary can say, all of it from one reading, and the question that the lifter declares first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from underbar.diary.diary import Diary
from underbar.diary.records import Question as Declared
from underbar.insights.answers import QUESTIONS, Answer, Question
from underbar.insights.declared import declared, first_look
from underbar.insights.described import Described, described
from underbar.insights.fan import Forecast
from underbar.insights.observed import Read, read
from underbar.insights.questions import answer_all
from underbar.insights.sides import Series, side_by_side
from underbar.insights.signs import Signs, before_flares
from underbar.protocol.document import load
from underbar.protocol.engine import RuleFailed
from underbar.protocol.limits import ParameterError
from underbar.quantities import Unit
from underbar.services import fold
from underbar.services.clock import now
from underbar.services.database import looking, unit_of_work
from underbar.services.diary_log import Logged, add_record
from underbar.services.errors import ServiceError
from underbar.services.kept import until_changed
from underbar.services.lifter import moment_of, standing, today_of
from underbar.services.setup import NOTHING_NEW
from underbar.store import entries
from underbar.wording.en_answers import CLOSED
from underbar.wording.insights_json import (
    described_json,
    forecast_json,
    questions_json,
    sides_json,
    signs_json,
)


class Whole(NamedTuple):
    """The diary, planned days ahead with it, and what the engine makes of it up to the lifter's day."""

    today: date
    diary: Diary
    read: Read


class Insights(NamedTuple):
    """What the diary says on the lifter's day `today`.

    `first`: the question that is declared first; `open`: whether that may still be chosen, since no
    question has reached its first look. `unit`: of the lifter's loads.
    """

    today: date
    unit: Unit
    first: Question
    open: bool
    answers: dict[Question, Answer]
    signs: Signs
    described: Described
    sides: tuple[Series, ...]


def insights(instant: datetime | None = None) -> Insights:
    """All of it but the forecast; kept until the diary changes. Raises RuleFailure where a rule failed."""
    whole = whole_diary(instant)
    with looking() as owner:
        key = ("insights", whole.today, load().digest)
        return until_changed(owner, key, lambda: _insights(owner, whole))


def whole_diary(instant: datetime | None = None) -> Whole:
    """The diary up to the lifter's day, read once through the engine; kept until the diary changes."""
    with looking() as owner:
        today = moment_of(owner, load(), instant or now()).day
        return until_changed(owner, ("whole diary", today, load().digest), lambda: _whole(today))


def as_dict(found: Insights, forecast: Sequence[Forecast] | None) -> dict[str, Any]:
    """All of it as the API and the command line have it in JSON; loads of `described` in kilograms.

    `forecast`: of each lift with a goal, None while that is being worked out.
    """
    return {
        "schema": "underbar.insights/1",
        "day": found.today.isoformat(),
        "first": found.first,
        "open": found.open,
        "questions": questions_json(found.answers),
        "signs": signs_json(found.signs),
        "sides": sides_json(found.sides),
        "described": described_json(found.described),
        "forecast": None if forecast is None else forecast_json(forecast),
    }


def declare(question: str, instant: datetime | None = None) -> Logged:
    """Ask this question first, of verdicts that come after today; nothing where it is asked first already.

    A second choice of a day corrects the first. Raises ServiceError for a question that there is none of,
    and once any question has reached its first look.
    """
    name = next((known for known in QUESTIONS if known == question), None)
    if name is None:
        raise ServiceError(f"There are three questions: {', '.join(QUESTIONS)}. {question} is none of them.")
    with unit_of_work() as owner:
        today = today_of(owner, load(), instant or now()).day
        if first_look(_whole(today).read.seen) is not None:
            raise ServiceError(CLOSED)
        if declared(_choices(owner, today), None) == name:
            return NOTHING_NEW
        ours = standing(owner, Declared).day_entries(today)
        return add_record(Declared(name), supersedes=ours[-1].id if ours else None, instant=instant)


def _whole(today: date) -> Whole:
    with unit_of_work() as owner:
        ends = entries.days(owner)
        diary = fold.standing_between(owner, *ends) if ends else Diary.of(())
    try:
        return Whole(today, diary, read(load(), diary, today))
    except (RuleFailed, ParameterError) as error:
        raise fold.failure(error) from error


def _choices(owner: int, today: date) -> list[tuple[int, Question]]:
    return [
        (entry.day.toordinal(), entry.record.name)
        for entry in standing(owner, Declared, until=today).entries
        if isinstance(entry.record, Declared)
    ]


def _insights(owner: int, whole: Whole) -> Insights:
    state, seen = whole.read.state, whole.read.seen
    with unit_of_work():
        choices = _choices(owner, whole.today)
    look = first_look(seen)
    first = declared(choices, look)
    return Insights(
        today=whole.today,
        unit=state.units,
        first=first,
        open=look is None,
        answers=answer_all(seen, first),
        signs=before_flares(seen),
        described=described(seen),
        sides=side_by_side(load().with_overrides(state.overrides), whole.diary, whole.today),
    )
