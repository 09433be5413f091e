"""An answer of /api/insights, cut short."""

from __future__ import annotations

from typing import Any, Final

_NOBODY: Final = {"mornings": 0, "ached": 0, "mean": None}
_WEEKS: Final = {"weeks": 12, "flares": 3, "days": 75}


def _waiting(question: str) -> dict[str, Any]:
    return {
        "question": question,
        "first": False,
        "verdict": "too-little",
        "mornings": 0,
        "missing": 0,
        "silent": 0,
        "low": _NOBODY,
        "high": _NOBODY,
        "border": None if question == "release" else 6.0,
        "effect": None,
        "runs": [],
        "looks": [],
        "next_look": 90,
        "without": [],
        "caveats": ["few-mornings"],
        "points": [],
        "headline": "Too little to say",
        "says": ["…"],
    }


_SLEEP: Final = {
    **_waiting("sleep"),
    "first": True,
    "verdict": "cannot-tell",
    "mornings": 131,
    "missing": 9,
    "silent": 7,
    "low": {"mornings": 22, "ached": 9, "mean": 0.6},
    "high": {"mornings": 109, "ached": 31, "mean": 0.4},
    "border": 6.5,
    "effect": {
        "scale": "points",
        "estimate": -0.2,
        "low": -0.5,
        "high": 0.1,
        "error": 0.15,
        "p": 0.18,
        "rows": 118,
        "freedom": 107,
        "persistence": 0.04,
        "carried": 0.31,
        "hac": False,
        "below": 0.91,
    },
    "runs": [{"name": "without-events", "estimate": -0.18, "p": 0.24, "agrees": False, "rows": 96}],
    "looks": [{"mornings": 90, "day": "2026-02-01", "p": 0.31, "level": 0.014, "found": False}],
    "next_look": 180,
    "caveats": [],
    "points": [{"day": "2026-03-05", "x": 7.5, "ache": 0}],
    "headline": "Can’t tell",
}
INSIGHTS: Final[dict[str, Any]] = {
    "schema": "underbar.insights/1",
    "day": "2026-03-05",
    "first": "sleep",
    "open": False,
    "questions": {"sleep": _SLEEP, "release": _waiting("release"), "sitting": _waiting("sitting")},
    "signs": {
        "flares": 5,
        "headline": "…",
        "signs": [
            {
                "sign": "sleep-low",
                "after": _WEEKS,
                "without": _WEEKS,
                "stretches": 4,
                "near": 40,
                "untold": 3,
                "uncounted": 0,
                "enough": True,
                "says": "…",
            }
        ],
    },
    "sides": [
        {
            "what": "single-leg-bridge",
            "measure": "test",
            "unit": "s",
            "pairs": [{"day": "2026-03-03", "left": 34.0, "right": 27.0}],
            "wanted": 3,
            "limit": 15.0,
            "mean": -20.6,
            "scatter": 0.0,
            "large": True,
            "same_side": False,
            "beyond_scatter": False,
            "target": None,
            "says": "…",
        }
    ],
    "described": {
        "bar": {
            "after": {"mornings": 40, "ached": 6, "mean": 0.2},
            "others": {"mornings": 91, "ached": 34, "mean": 0.5},
            "untold": 1,
            "thirds": [{"low": 61.2, "high": 74.8, "group": {"mornings": 14, "ached": 2, "mean": 0.1}}],
            "mornings": [{"day": "2026-03-03", "load": 83.9, "ache": 0}],
        },
        "injections": [
            {
                "day": "2026-01-12",
                "what": "prolotherapy",
                "before": {"aches": [2, 3], "median": None, "ached": None},
                "after": None,
                "others": False,
            }
        ],
        "sides": {
            "left": 3,
            "right": 31,
            "alike": 6,
            "quiet": 91,
            "untold": 0,
            "both": 40,
            "left_mean": 0.4,
            "right_mean": 1.3,
        },
    },
    "forecast": None,
}
