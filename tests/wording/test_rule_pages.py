"""docs/rules: a page for every rule, whose example diary gives the plan that the page says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from wording_samples import NEVER

from underbar.diary.diary import Diary
from underbar.diary.notation import parse
from underbar.protocol.document import load
from underbar.protocol.engine import decide
from underbar.protocol.numbers import Numbers
from underbar.protocol.plan import Plan
from underbar.protocol.reasons import FACTS
from underbar.wording.en import says, says_long

PAGES = Path(__file__).parents[2] / "docs" / "rules"
PREAMBLE = (PAGES / "_preamble.diary").read_text(encoding="utf-8")
SECTIONS = ["What it does", "Why", "Evidence", "Example", "Parameters"]
PLANNED = re.compile(
    r"^Plan of (\d{4}-\d{2}-\d{2}): (stop|flare|reduce|hold|progress), (no bar|[\d.]+ (?:lb|kg))\.$",
    re.MULTILINE,
)
GRADES = ("strong", "moderate", "limited", "anecdotal", "contradicted", "none")


class Example(NamedTuple):
    """What a page says of its diary: on `day` the verdict, and a load with its unit or `no bar`."""

    diary: str
    day: date
    verdict: str
    load: str


def page(rule: str) -> str:
    """The page of a rule."""
    return (PAGES / f"{rule}.md").read_text(encoding="utf-8")


def example(rule: str) -> Example:
    """The example of a page, its preamble in front where the page names one."""
    text = page(rule)
    blocks = re.findall(r"```diary\n(.*?)```", text, re.DOTALL)
    planned = PLANNED.findall(text)
    assert len(blocks) == len(planned) == 1
    (when, verdict, load_) = planned[0]
    before = PREAMBLE if "(_preamble.diary)" in text else ""
    return Example(before + blocks[0], date.fromisoformat(when), verdict, load_)


def rules_of(plan: Plan) -> set[str]:
    """Every rule that spoke in a plan."""
    parts = (*plan.lifts, *plan.stability, *plan.other, *((plan.release,) if plan.release else ()))
    return {found.rule for reasons in (plan.reasons, *(part.reasons for part in parts)) for found in reasons}


def test_every_rule_has_its_page_and_no_page_is_left_over():
    assert {path.stem for path in PAGES.glob("*.md")} - {"README"} == set(FACTS)


def test_the_index_names_every_rule_and_its_tag():
    listed = re.findall(
        r"^- \[`([a-z-]+)`\]\(([a-z-]+)\.md\) (\S+)$", (PAGES / "README.md").read_text(), re.MULTILINE
    )
    assert sorted(listed) == sorted((rule, rule, says(rule)) for rule in FACTS)


@pytest.mark.parametrize("rule", sorted(FACTS))
def test_page(rule):
    text = page(rule)
    assert text.startswith(f"# `{rule}`\n")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS
    assert 15 <= len(text.splitlines()) <= 50
    said = " ".join(text.split("## Evidence")[1].split("## Example")[0].split())
    assert said.startswith(f"Who says so: {says(rule)}, {says_long(rule)}.")
    strength = said.split("Strength: ")[1].lower()
    assert strength.startswith((*GRADES, "as strong as the clinic"))
    assert NEVER.search(text) is None


@pytest.mark.parametrize("rule", sorted(FACTS))
def test_parameters_exist(rule):
    named = re.findall(r"^- `([a-z-]+)`$", page(rule).split("## Parameters")[1], re.MULTILINE)
    assert set(named) <= {name.replace("_", "-") for name in Numbers.__annotations__}
    assert named or "None of its own." in page(rule)


@pytest.mark.parametrize("rule", sorted(FACTS))
def test_the_example_gives_the_plan_that_the_page_says(rule):
    told = example(rule)
    parsed = parse(told.diary)
    assert parsed.problems == ()
    plan = decide(load(), Diary.of(parsed.entries), told.day)
    loads = {f"{lift.weight:g} {lift.unit}" for lift in plan.lifts} or {"no bar"}
    assert rule in rules_of(plan)
    assert plan.verdict == told.verdict
    assert told.load in loads


def test_every_parameter_of_the_method_is_named_by_a_page():
    everything = "".join(page(rule) for rule in FACTS) + (PAGES / "README.md").read_text(encoding="utf-8")
    ids = {name.replace("_", "-") for name in Numbers.__annotations__}
    assert {name for name in ids if f"`{name}`" not in everything} == set()
