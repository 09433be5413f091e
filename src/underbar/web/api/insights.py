"""What the diary can say."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from underbar.services.forecast import forecasts_if_ready
from underbar.services.insights import as_dict
from underbar.services.insights import insights as look
from underbar.web.api.door import answers
from underbar.web.api.insight_shapes import InsightsOut

router = Router(tags=["Findings"])


@router.get("/insights", response=answers(InsightsOut, 409), by_alias=True, summary="What the diary can say")
def insights(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """Three questions with a verdict, and what is counted beside them. The forecast takes some
    seconds in the background: null until then, ask again. Where a rule failed there is nothing (409)."""
    return as_dict(look(), forecasts_if_ready())
