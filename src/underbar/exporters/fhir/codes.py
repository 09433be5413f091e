"""Codes that were looked up, and the small parts that every resource is made of.

What has no code here is said as text: a guessed code is worse than none.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final
from uuid import UUID, uuid5

from underbar.diary.records import Entry
from underbar.quantities import Sets, Weight

Resource = dict[str, Any]

_LOINC: Final = "http://loinc.org"
_UCUM: Final = "http://unitsofmeasure.org"
_ICD_10_CM: Final = "http://hl7.org/fhir/sid/icd-10-cm"
_HCPCS: Final = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"
_TERMS: Final = "http://terminology.hl7.org/CodeSystem"
_OURS: Final = UUID("5e1d7c1e-8a8c-4a52-9d0c-3f6d2b7c9a10")
"""The namespace of all ids made here."""
IDENTIFIERS: Final = f"urn:uuid:{_OURS}"
SUBJECT: Final = {"type": "Patient", "display": "The lifter whose diary this is"}

PAIN: Final = (_LOINC, "72514-3")
SLEEP: Final = (_LOINC, "93832-4")
BODY_WEIGHT: Final = (_LOINC, "29463-7")
EXERCISE_DURATION: Final = (_LOINC, "55411-3")
EXERCISE_ACTIVITY: Final = (_LOINC, "73985-4")
ODI: Final = (_LOINC, "97909-6")
PROMIS_PAIN: Final = (_LOINC, "77865-4")
PROLOTHERAPY: Final = (_HCPCS, "M0076")
SACROCOCCYGEAL: Final = (_ICD_10_CM, "M53.3")

_NOT_TAKEN: Final = re.compile(r"[^\S \r\n\t]|[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""Spaces and control characters that a string of FHIR may not hold."""
_UNITS: Final = {"lb": "[lb_av]", "kg": "kg", "reps": "{rep}", "{score}": "{score}"}


def plain(text: str) -> str:
    """Somebody's words, with a plain space for each character that FHIR does not take."""
    return _NOT_TAKEN.sub(" ", text)


def concept(text: str, code: tuple[str, str] | None = None) -> dict[str, Any]:
    """A CodeableConcept: words, and the code where there is one."""
    coding = {"coding": [{"system": code[0], "code": code[1]}]} if code else {}
    return {**coding, "text": plain(text)}


def term(system: str, code: str) -> dict[str, Any]:
    """A CodeableConcept of FHIR's own terms."""
    return {"coding": [{"system": f"{_TERMS}/{system}", "code": code}]}


def quantity(value: float, unit: str) -> dict[str, Any]:
    """A Quantity in UCUM; `unit`: min, s, m, %, or a unit of the diary."""
    code = _UNITS.get(unit, unit)
    return {"value": whole(value), "unit": unit.strip("{}"), "system": _UCUM, "code": code}


def mass(weight: Weight) -> dict[str, Any]:
    """The Quantity of a weight, in the unit that it was written in."""
    return quantity(weight.value, weight.unit)


def amount(sets: Sets) -> dict[str, Any]:
    """The Quantity of one set: repetitions, seconds or metres."""
    return quantity(sets.amount, sets.kind)


def minutes(seconds: int) -> dict[str, Any]:
    """The Quantity of a duration, in minutes."""
    return quantity(round(seconds / 60, 4), "min")


def whole(value: float) -> float:
    """The number, an int where it is one."""
    return int(value) if value == int(value) else value


def made(kind: str, seed: str, **fields: Any) -> Resource:
    """A resource whose id depends on its kind and `seed` alone, without the fields that are None or empty."""
    given = {name: value for name, value in fields.items() if value not in (None, [], {}, "")}
    return {"resourceType": kind, "id": str(uuid5(_OURS, f"{kind} {seed}")), **given}


def reference(resource: Resource) -> dict[str, str]:
    """A Reference to another resource of the bundle."""
    return {"reference": f"urn:uuid:{resource['id']}"}


def identified(entry: Entry) -> list[dict[str, str]]:
    """The identifier by which the resources of an entry are known."""
    return [{"system": IDENTIFIERS, "value": plain(entry.id or "")}]


def noted(*texts: str | None) -> list[dict[str, str]]:
    """Annotations of the texts that are there."""
    return [{"text": plain(text)} for text in texts if text]


def on(day: date) -> str:
    """A day; times are left out, since FHIR wants an offset with them and the diary has none."""
    return day.isoformat()
