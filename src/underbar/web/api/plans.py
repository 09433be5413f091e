"""Plans, and the numbers that they are made with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.errors import HttpError

from underbar.protocol.limits import UnknownParameter
from underbar.protocol.plan import Plan
from underbar.services.history import lifters_today
from underbar.services.looking_ahead import tomorrow_kept
from underbar.services.params import Setting, list_params, refusal, set_param
from underbar.services.planning import plan_of, plan_today, replay_between
from underbar.web.api.door import answers
from underbar.web.api.entries import bounded
from underbar.web.api.plan_shapes import PlanOut, PlansOut, TomorrowOut
from underbar.web.api.shapes import (
    First,
    Last,
    OneDay,
    ParametersOut,
    ValueIn,
    ValueOut,
)
from underbar.wording.as_json import plan_to_dict, plan_to_json

router = Router(tags=["Plans"])


@router.get("/plan", response=answers(PlanOut, 404, 409), summary="The plan of a day")
def plan(
    request: HttpRequest,  # noqa: ARG001
    day: OneDay = None,
) -> HttpResponse:
    """The plan that the pages show: what to do, why, and who says so. An empty diary has none (404);
    where a rule failed there is no recommendation (409)."""
    found = plan_today() if day is None or day == lifters_today().day else plan_of(day)
    return _json(plan_to_json(found))


@router.get("/replay", response=answers(PlansOut, 404, 409), summary="One plan a day")
def replay(
    request: HttpRequest,  # noqa: ARG001
    from_: First = None,
    to: Last = None,
) -> HttpResponse:
    """The plans of at most 400 days, both ends included, as today's rules see them."""
    last = to or lifters_today().day
    first = from_ or last - timedelta(days=29)
    bounded(first, last)
    return _json(f'{{"plans": {_list(replay_between(first, last))}}}')


@router.get(
    "/tomorrow",
    response=answers(TomorrowOut, 404, 409),
    by_alias=True,
    summary="What tomorrow could bring",
)
def tomorrow(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """The plan for each answer that you might give in the morning, the best answers first."""
    found = tomorrow_kept()
    return {
        **found._asdict(),
        "outcomes": [
            {"answers": [said._asdict() for said in one.answers], "plan": plan_to_dict(one.plan)}
            for one in found.outcomes
        ],
    }


@router.get("/parameters", response=answers(ParametersOut), summary="The numbers of the method")
def parameters(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """Each with its value today, its limits, and who says so."""
    return {"parameters": [_setting(setting) for setting in list_params()]}


@router.put("/parameters/{name}", response=answers(ValueOut, 404, 409), summary="Set a number of the method")
def set_parameter(request: HttpRequest, name: str, payload: ValueIn) -> dict[str, Any]:  # noqa: ARG001
    """It holds from today on; what was planned before stays as it was. Outside its limits it is refused
    (422), outside the recommended range taken with a warning."""
    try:
        against = refusal(name, payload.value)
    except UnknownParameter as error:
        nearest = f"; did you mean {error.nearest}?" if error.nearest else ""
        raise HttpError(404, f"There is no such parameter{nearest}") from error
    if against is not None:
        raise HttpError(422, f"{name} cannot be set so: {against}")
    done = set_param(name, payload.value, id_=payload.id)
    return {"name": name, "value": payload.value, "warnings": done.warnings}


def _setting(setting: Setting) -> dict[str, Any]:
    parameter, limits = setting.parameter, setting.parameter.limits
    return {
        "name": parameter.id,
        "value": setting.text,
        "document": setting.document,
        "own": setting.own,
        "unit": parameter.unit,
        "means": parameter.means,
        "tag": parameter.tag,
        "sources": parameter.sources,
        "low": limits.low,
        "high": limits.high,
        "recommended_low": limits.recommended_low,
        "recommended_high": limits.recommended_high,
        "why": limits.why,
    }


def _json(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="application/json")


def _list(plans: Iterable[Plan]) -> str:
    return f"[{', '.join(map(plan_to_json, plans))}]"
