"""What reads well and can still not be so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from underbar.diary.checks import Finding, check
from underbar.diary.notation import parse

SHARED = Path(__file__).parents[3] / "shared"
TODAY = date(2026, 3, 10)
SEEN = "2026-01-05 deadlift 135lb 3x5\n2026-01-08 deadlift 145lb 3x5\n2026-01-12 deadlift 155lb 3x5\n"


def findings(text: str, today: date | None = TODAY) -> tuple[Finding, ...]:
    parsed = parse(text)
    assert parsed.problems == ()
    return check(parsed.entries, today)


@pytest.mark.parametrize(
    ("text", "day", "severity", "said"),
    [
        (
            "2026-03-11 checkin ache 0",
            "2026-03-11",
            "error",
            "The entry checkin lies after today, 2026-03-10",
        ),
        ("2026-03-11 planned-injection prp", "", "", ""),
        ("2026-03-11 injection prp", "2026-03-11", "error", "The entry injection lies"),
        ("2026-03-10 checkin ache 0", "", "", ""),
        ("2026-03-05 lifter born 2008", "", "", ""),
        ("2026-03-05 lifter born 2009", "2026-03-05", "error", "younger than 18"),
        ("2026-03-05 lifter born 1926", "", "", ""),
        ("2026-03-05 lifter born 1925", "2026-03-05", "error", "101 years old"),
        ("2026-03-05 lifter units kg", "", "", ""),
        ("2026-03-05 checkin ache 1\n2026-03-05 checkin ache 1 sleep 7h", "", "", ""),
        ("2026-03-05 checkin ache 1\n2026-03-06 checkin ache 2", "", "", ""),
        (
            "2026-03-05 checkin ache 1 sore\n2026-03-05 checkin ache 2",
            "2026-03-05",
            "warning",
            "differ in ache, sore",
        ),
        ("2026-03-05 checkin ache 1 id A\n2026-03-05 checkin ache 2 supersedes A", "", "", ""),
        ("2026-03-05 checkin ache 1 id A\n2026-03-05 checkin ache 2\n2026-03-05 void A", "", "", ""),
        ("2026-03-05 void A", "2026-03-05", "warning", "removes the entry A, which is not in this diary"),
        ("2026-03-05 walk 1min supersedes A", "2026-03-05", "warning", "corrects the entry A, which is not"),
        (
            "2026-03-05 walk 1min id A supersedes A",
            "2026-03-05",
            "error",
            "The corrections of A lead back to it",
        ),
        (
            "2026-03-05 walk 1min id A\n2026-03-05 walk 2min id A",
            "2026-03-05",
            "error",
            "two different entries",
        ),
        ("2026-03-05 walk 1min id A\n2026-03-05 walk 1min id A", "", "", ""),
        (SEEN + "2026-03-05 deadlift 200lb 3x5", "", "", ""),
        (
            SEEN + "2026-03-05 deadlift 135kg 3x5",
            "2026-03-05",
            "warning",
            "from the usual 65.8kg, as far as kilo",
        ),
        (
            SEEN + "2026-03-05 deadlift 65lb 3x5",
            "2026-03-05",
            "warning",
            "65lb is far from the usual 145lb, as far",
        ),
        (SEEN + "2026-03-05 deadlift 65lb 3x5 warmup", "", "", ""),
        (SEEN + "2026-03-05 deadlift 90lb 3x5", "", "", ""),
        (SEEN + "2026-03-05 deadlift 405lb 3x5", "2026-03-05", "warning", "far above anything before"),
        (
            SEEN + "2026-03-05 deadlift 95lb 1x5 405lb 3x5",
            "2026-03-05",
            "warning",
            "far above anything before",
        ),
        (SEEN + "2026-03-05 squat 405lb 3x5", "", "", ""),
        ('2026-03-05 "pull-up" 3x5\n' * 5, "", "", ""),
        ("2026-01-05 squat 45lb 3x5\n2026-01-08 squat 45lb 3x5\n2026-01-10 squat 100lb 3x5", "", "", ""),
    ],
)
def test_a_finding_names_the_fact(text: str, day: str, severity: str, said: str) -> None:
    found = findings(text)
    if not said:
        assert found == ()
        return
    (finding,) = found
    assert finding.day.isoformat() == day
    assert finding.severity == severity
    assert said in finding.message
    assert finding.message.endswith(".")


def test_without_a_today_nothing_lies_ahead() -> None:
    assert findings("2099-03-11 checkin ache 0", None) == ()


def test_a_weight_reached_three_times_is_odd_no_more() -> None:
    heavy = [f"2026-02-0{day} deadlift 405lb 3x5\n" for day in range(1, 7)]
    assert [finding.day.day for finding in findings(SEEN + "".join(heavy))] == [1, 2, 3]


def test_findings_are_in_the_order_of_the_days() -> None:
    found = findings("2026-03-12 walk 1min\n2026-03-05 lifter born 2020\n2026-03-07 void A\n")
    assert [finding.day.day for finding in found] == [5, 7, 12]


@pytest.mark.skipif(
    not (SHARED / "diaries").is_dir(), reason="the sample diaries do not lie beside the repository"
)
def test_nothing_is_odd_in_the_sample_diaries() -> None:
    for sample in sorted((SHARED / "diaries").glob("*.diary")):
        assert check(parse(sample.read_text("utf-8")).entries) == ()
