"""The bundle is valid FHIR, holds no code that was not looked up, and says what it leaves out."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from diary_strategies import entries
from hypothesis import given, settings
from hypothesis import strategies as st
from written import CORRECTED, DIARIES, EVERY_KIND, ROOT, read

from underbar.diary.records import Entry
from underbar.exporters.fhir.bundle import Bundled, bundled

# Its R4B is release 4.3.0: of the resources made here it changed nothing that R4 (4.0.1) has.
Bundle = pytest.importorskip(
    "fhir.resources.R4B.bundle", reason="a tool of tests: make test brings it"
).Bundle

EVIDENCE = ROOT.parent / "shared" / "reference" / "EVIDENCE.md"
NOW = "2026-06-01T08:00:00+02:00"
LISTED = {
    "Observation",
    "QuestionnaireResponse",
    "Condition",
    "Procedure",
    "CarePlan",
    "Goal",
    "Flag",
    "Provenance",
}
FHIRS_OWN = "http://terminology.hl7.org/CodeSystem/"


def bundle_of(text: str) -> Bundled:
    return bundled(read(text), NOW)


def resources(text: str, kind: str) -> list[dict[str, Any]]:
    found = bundle_of(text).bundle.get("entry", [])
    return [one["resource"] for one in found if one["resource"]["resourceType"] == kind]


def observed(text: str) -> dict[str, Any]:
    """Observations by the words of their code."""
    return {one["code"]["text"]: one for one in resources(text, "Observation")}


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in it."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from walk(part)
    elif isinstance(value, list):
        for part in value:
            yield from walk(part)


def codes(bundle: dict[str, Any]) -> set[tuple[str, str]]:
    """Every code of somebody else's system; units are quantities, and FHIR's own terms are aside."""
    found = {(one["system"], one["code"]) for one in walk(bundle) if {"system", "code"} <= set(one)}
    return {(system, code) for system, code in found if not system.startswith(FHIRS_OWN)}


@pytest.mark.parametrize("path", DIARIES, ids=lambda path: path.stem)
def test_a_diary_is_valid_and_points_to_nothing_outside(path: Path) -> None:
    made = bundle_of(path.read_text(encoding="utf-8")).bundle
    assert len(Bundle.model_validate_json(json.dumps(made)).entry) == len(made["entry"]) > 100
    urls = [one["fullUrl"] for one in made["entry"]]
    assert len(set(urls)) == len(urls)
    assert {one["reference"] for one in walk(made) if "reference" in one} <= set(urls)


@settings(max_examples=100, deadline=None)
@given(st.lists(entries, max_size=4))
def test_whatever_is_written_is_valid(written: list[Entry]) -> None:
    made = bundled(written, NOW).bundle
    Bundle.model_validate_json(json.dumps(made))
    text = json.dumps(made, ensure_ascii=False)
    assert re.search(r"\\u00[01][0-9a-f]", text) is None


def test_odd_spaces_and_control_characters_become_spaces() -> None:
    text = '2026-03-02 activity "get\N{NO-BREAK SPACE}out\\x07of\\nit" 6\n'
    (answers,) = resources(text, "QuestionnaireResponse")
    assert answers["item"][0]["text"].startswith("get out of\nit:")
    Bundle.model_validate(bundle_of(text).bundle)


def test_every_code_stands_in_the_evidence() -> None:
    if not EVIDENCE.exists():
        pytest.skip("the evidence is not beside this repository")
    section = EVIDENCE.read_text(encoding="utf-8").partition("## E. ")[2].partition("\n## ")[0]
    looked_up = [line for line in section.splitlines() if "[L" in line or "high confidence" in line]
    found = codes(bundle_of(EVERY_KIND + "2026-03-04 score promis-pi 55\n").bundle)
    outside = {code for system, code in found if system != "http://unitsofmeasure.org"}
    assert len(outside) == 9
    assert {code for code in outside if not any(code in line for line in looked_up)} == set()


def test_the_codes_are_these_and_no_licensed_ones() -> None:
    found = codes(bundle_of(EVERY_KIND + "2026-03-04 score promis-pi 55\n").bundle)
    by_system: dict[str, set[str]] = {}
    for system, code in found:
        by_system.setdefault(system, set()).add(code)
    assert by_system == {
        "http://loinc.org": {"72514-3", "93832-4", "29463-7", "55411-3", "73985-4", "97909-6", "77865-4"},
        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets": {"M0076"},
        "http://hl7.org/fhir/sid/icd-10-cm": {"M53.3"},
        "http://unitsofmeasure.org": {"kg", "[lb_av]", "min", "s", "m", "{score}", "{rep}"},
    }


def test_only_the_listed_resources_are_made() -> None:
    made = bundle_of(EVERY_KIND).bundle["entry"]
    assert {one["resource"]["resourceType"] for one in made} == LISTED


def test_a_check_in_says_ache_by_side_sleep_and_the_evening_before() -> None:
    text = "2026-03-02 checkin left 1 right 0 stiff none sleep 7h30 quality 7 evening 2 ; hot\n"
    aches = [
        one for one in resources(text, "Observation") if "valueInteger" in one and "coding" in one["code"]
    ]
    assert [(one["bodySite"]["text"], one["valueInteger"], one["effectiveDateTime"]) for one in aches] == [
        ("left sacroiliac joint", 1, "2026-03-02"),
        ("right sacroiliac joint", 0, "2026-03-02"),
        ("sacroiliac joint", 2, "2026-03-01"),
    ]
    assert [note["text"] for note in aches[2]["note"]] == ["in the evening", "hot"]
    sleep = observed(text)["Sleep"]
    assert sleep["code"]["coding"] == [{"system": "http://loinc.org", "code": "93832-4"}]
    assert (sleep["valueQuantity"]["value"], sleep["valueQuantity"]["code"]) == (450, "min")
    assert "coding" not in observed(text)["Quality of sleep, 0 to 10"]["code"]


def test_sets_are_components_with_the_weight_as_written() -> None:
    found = resources("2026-03-02 deadlift 95lb 1x5 135lb 3x5 pain 1\n", "Observation")
    assert [one["valueCodeableConcept"]["text"] for one in found] == ["deadlift", "deadlift"]
    parts = {part["code"]["text"]: part for part in found[1]["component"]}
    assert parts["Weight"]["valueQuantity"] == {
        "value": 135, "unit": "lb", "system": "http://unitsofmeasure.org", "code": "[lb_av]",
    }  # fmt: skip
    assert parts["Sets"]["valueInteger"] == 3
    assert parts["Repetitions in each set"]["valueQuantity"]["code"] == "{rep}"
    assert parts["Pain during it, 0 to 10"]["valueInteger"] == 1


def test_a_body_weight_is_a_vital_sign() -> None:
    for text in ("2026-03-02 bodyweight 92.5kg\n", "2026-03-02 lifter born 1983 bodyweight 92.5kg\n"):
        weight = observed(text)["Body weight"]
        assert (weight["valueQuantity"]["value"], weight["valueQuantity"]["code"]) == (92.5, "kg")
        assert weight["category"][0]["coding"][0]["code"] == "vital-signs"


def test_an_injection_that_is_only_planned_is_no_procedure() -> None:
    text = """
2026-03-03 injection prolotherapy side right number 1
2026-04-14 planned-injection prolotherapy number 2
"""
    (done,) = resources(text, "Procedure")
    assert (done["status"], done["performedDateTime"]) == ("completed", "2026-03-03")
    assert done["code"]["coding"][0]["code"] == "M0076"
    (plan,) = resources(text, "CarePlan")
    (activity,) = plan["activity"]
    assert activity["detail"]["status"] == "scheduled"
    assert activity["detail"]["scheduledPeriod"] == {"start": "2026-04-14", "end": "2026-04-14"}
    given_since = text + "2026-04-14 injection prolotherapy number 2\n"
    assert resources(given_since, "CarePlan")[0]["activity"][0]["detail"]["status"] == "completed"


def test_a_goal_is_what_its_last_entries_leave() -> None:
    text = "2026-03-01 goal deadlift target 315lb best 405lb on mon\n2026-03-05 goal deadlift target 300lb\n"
    (goal,) = resources(text, "Goal")
    assert goal["target"][0]["detailQuantity"]["value"] == 300
    assert [note["text"] for note in goal["note"]] == ["Best before: 405lb", "On mon"]
    assert (goal["lifecycleStatus"], goal["startDate"], goal["statusDate"]) == (
        "active", "2026-03-01", "2026-03-05",
    )  # fmt: skip
    assert resources(f"{text}2026-03-06 goal deadlift off\n", "Goal")[0]["lifecycleStatus"] == "cancelled"


def test_a_grave_sign_is_flagged_until_a_clinician_has_looked() -> None:
    text = "2026-03-01 screen trauma anticoagulant unsure:fever\n"
    (flag,) = resources(text, "Flag")
    assert (flag["status"], flag["period"]) == ("active", {"start": "2026-03-01"})
    (flag,) = resources(f"{text}2026-03-04 clinician assessed\n", "Flag")
    assert (flag["status"], flag["period"]["end"]) == ("inactive", "2026-03-04")
    (answers,) = resources(text, "QuestionnaireResponse")
    given_ = {item["linkId"]: item["answer"][0]["valueString"] for item in answers["item"]}
    assert given_ == {"trauma": "yes", "anticoagulant": "yes", "fever": "unsure"}


def test_the_ache_is_the_lifters_word_and_unconfirmed() -> None:
    assert resources("2026-03-02 checkin ache 0\n", "Condition") == []
    (condition,) = resources("2026-03-02 checkin ache 0\n2026-03-03 checkin ache 2\n", "Condition")
    assert condition["verificationStatus"]["coding"][0]["code"] == "unconfirmed"
    assert condition["recordedDate"] == "2026-03-03"


def test_what_was_imported_names_its_source() -> None:
    text = "2026-03-02 sleep 7h from oura\n2026-03-03 sleep 8h quality 7 from oura\n2026-03-03 walk 20min\n"
    (origin,) = resources(text, "Provenance")
    assert origin["entity"][0]["what"]["display"] == "oura"
    assert (len(origin["target"]), origin["recorded"]) == (3, NOW)


def test_what_has_no_place_is_counted() -> None:
    assert bundle_of(EVERY_KIND).left_out == {
        "gym": 1, "zone": 1, "param": 1, "sources": 1, "clinician": 3, "visit": 1, "painkiller": 1,
        "medicine": 1, "skip": 1, "question": 1, "experiment": 1, "arm": 1, "note": 1,
    }  # fmt: skip
    assert bundle_of("2026-03-01 lifter born 1983\n").left_out == {"lifter": 1}


def test_what_was_corrected_is_not_in_it_and_an_empty_diary_is_valid() -> None:
    walked, ache = resources(CORRECTED, "Observation")
    assert (walked["valueQuantity"]["value"], ache["valueInteger"]) == (30, 2)
    assert Bundle.model_validate(bundle_of("").bundle).entry is None


def test_ids_do_not_change_when_the_diary_grows() -> None:
    before = Counter(one["fullUrl"] for one in bundle_of(EVERY_KIND).bundle["entry"])
    after = Counter(
        one["fullUrl"] for one in bundle_of(EVERY_KIND + "2026-03-05 walk 9min\n").bundle["entry"]
    )
    assert len(after - before) == 1
    assert not before - after
