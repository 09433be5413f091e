"""A request and its answer for every address: shown at /api/docs, and asked by a test."""

from __future__ import annotations

import json
import shlex
from typing import Any, Final, NamedTuple

from underbar.web.api.insight_example import INSIGHTS

ID: Final = "01956a3e-8d1c-7c3a-9f00-5b1d2c3e4f50"
FILE: Final = "strong.csv"


class Example(NamedTuple):
    """`path`: with values for its parts. `body`: what is sent as JSON; `form`: as a form with FILE."""

    path: str
    answer: Any
    body: Any = None
    form: dict[str, str] | None = None

    def curl(self, method: str, url: str) -> str:
        """The request as a line of a shell, `url` being where the app is."""
        parts = ["curl" if method == "get" else f"curl -X {method.upper()}"]
        parts.append('-H "Authorization: Bearer $UNDERBAR_TOKEN"')
        if self.body is not None:
            parts.append('-H "Content-Type: application/json"')
            parts.append(f"-d {shlex.quote(json.dumps(self.body, ensure_ascii=False))}")
        if self.form is not None:
            parts.append(f"-F file=@{FILE}")
            parts += [f"-F {shlex.quote(f'{name}={value}')}" for name, value in self.form.items()]
        parts.append(shlex.quote(url + self.path))
        return " \\\n  ".join(parts)

    def shown(self) -> str:
        """The answer as text."""
        return (
            self.answer
            if isinstance(self.answer, str)
            else json.dumps(self.answer, indent=2, ensure_ascii=False)
        )


_REASON: Final = {
    "rule": "zero-ache-morning",
    "binding": True,
    "facts": {"session": "2026-03-02", "ache": 0},
    "says": "[ART]",
    "text": "…",
}
_PLAN: Final = {
    "schema": "underbar.plan/1",
    "protocol": "si-joint 1.0.0",
    "day": "2026-03-05",
    "phase": "reload",
    "verdict": "progress",
    "headline": "…",
    "lifts": [
        {
            "lift": "deadlift",
            "weight": 145.0,
            "unit": "lb",
            "sets": 3,
            "reps": 5,
            "working": 145.0,
            "effort_max": 6,
            "warmup": [{"weight": 45.0, "reps": 5}],
            "plates": [45.0, 5.0],
            "verdict": "progress",
            "change": 10.0,
            "reasons": [_REASON],
            "plates_unit": "lb",
            "easier": None,
            "harder": None,
        }
    ],
    "next_lift_day": None,
    "release": {"left_s": 90, "right_s": 90, "reasons": []},
    "stability": [],
    "other": [{"item": "walk", "minutes": 20, "reasons": [], "times": 1}],
    "signs": [],
    "stop": None,
    "refer": [],
    "reasons": [],
    "experiment": None,
}

EXAMPLES: Final[dict[tuple[str, str], Example]] = {
    ("post", "/api/entries"): Example(
        "/api/entries",
        {"entries": [{"id": ID, "state": "stored"}], "warnings": []},
        {"entries": [{"id": ID, "line": "walk 20min ; along the river"}]},
    ),
    ("get", "/api/entries"): Example(
        "/api/entries?from=2026-03-01&to=2026-03-05",
        {
            "entries": [
                {
                    "id": ID,
                    "day": "2026-03-05",
                    "time": "17:40",
                    "line": "17:40 walk 20min ; along the river",
                    "supersedes": None,
                    "superseded": False,
                }
            ]
        },
    ),
    ("delete", "/api/entries/{entry_id}"): Example(
        f"/api/entries/{ID}", {"id": ID, "void": "01956a41-0e77-7d02-8a51-0c9e1b2a3d44", "state": "stored"}
    ),
    ("get", "/api/plan"): Example("/api/plan?day=2026-03-05", _PLAN),
    ("get", "/api/replay"): Example("/api/replay?from=2026-03-01&to=2026-03-05", {"plans": [_PLAN]}),
    ("get", "/api/tomorrow"): Example(
        "/api/tomorrow",
        {
            "day": "2026-03-06",
            "short_h": 5.0,
            "enough_h": 7.5,
            "outcomes": [
                {"answers": [{"ache": 0, "short_sleep": False, "painkiller": False}], "plan": _PLAN}
            ],
        },
    ),
    ("get", "/api/insights"): Example("/api/insights", INSIGHTS),
    ("get", "/api/parameters"): Example(
        "/api/parameters",
        {
            "parameters": [
                {
                    "name": "day-start",
                    "value": "04:00",
                    "document": "04:00",
                    "own": False,
                    "unit": "hours after midnight",
                    "means": "…",
                    "tag": "[DES]",
                    "sources": [],
                    "low": 0.0,
                    "high": 12.0,
                    "recommended_low": 2.0,
                    "recommended_high": 6.0,
                    "why": "…",
                }
            ]
        },
    ),
    ("put", "/api/parameters/{name}"): Example(
        "/api/parameters/day-start",
        {"name": "day-start", "value": "05:00", "warnings": []},
        {"value": "05:00"},
    ),
    ("post", "/api/import"): Example(
        "/api/import",
        {
            "file": FILE,
            "dry_run": True,
            "added": 412,
            "known": 0,
            "parts": [
                {
                    "source": "strong",
                    "batch": None,
                    "added": 412,
                    "known": 0,
                    "first_day": "2024-01-08",
                    "last_day": "2026-02-27",
                    "sets": 2310,
                    "nights": 0,
                    "readings": {},
                    "unit": "lb",
                    "exercises": [{"name": "Deadlift (Barbell)", "lift": "deadlift", "sets": 188}],
                    "left_aside": {"rest timer": 96},
                    "not_understood": [{"line": 77, "column": 0, "message": "…"}],
                    "warnings": [],
                }
            ],
            "unread": [],
        },
        form={"dry_run": "true", "unit": "lb", "mapping": '{"Deadlift (Hex)": "trap-bar-deadlift"}'},
    ),
    ("get", "/api/imports"): Example(
        "/api/imports",
        {
            "imports": [
                {
                    "batch": 1,
                    "file": FILE,
                    "source": "strong",
                    "made": "2026-03-05T07:10:00+01:00",
                    "added": 412,
                    "known": 0,
                    "not_understood": 1,
                    "undone": "",
                }
            ]
        },
    ),
    ("delete", "/api/imports/{batch}"): Example("/api/imports/1", {"batch": 1, "taken_out": 412}),
    ("get", "/api/export"): Example(
        "/api/export?full=true",
        f"2026-03-05 06:41 checkin ache 0 stiff none sleep 7h30 id {ID}\n…",
    ),
}
