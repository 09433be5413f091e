"""One Bundle of everything that FHIR has a place for, and a count of what it has none for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from underbar.diary.records import Entry, Goal, Injection
from underbar.exporters.fhir.codes import Resource
from underbar.exporters.fhir.events import answers, conditions, flags, goals, origins, plans, procedures
from underbar.exporters.fhir.observations import observations
from underbar.exporters.standing import standing


class Bundled(NamedTuple):
    """`bundle`: a Bundle of type collection. `left_out`: entries that it says nothing of, by kind."""

    bundle: dict[str, Any]
    left_out: Mapping[str, int]


def bundled(entries: Iterable[Entry], recorded: str) -> Bundled:
    """What stands in the diary as FHIR R4. `recorded`: the present, ISO 8601 with seconds and offset."""
    known = standing(entries)
    found: list[Resource] = []
    left_out: Counter[str] = Counter()
    by_source: dict[str, list[Resource]] = {}
    for entry in known:
        made = [*observations(entry), *answers(entry), *procedures(entry)]
        if not made and not _told_below(entry):
            left_out[type(entry.record).__name__.lower()] += 1
        if made and entry.source is not None:
            by_source.setdefault(entry.source, []).extend(made)
        found += made
    aims = goals(known)
    found += [*aims, *plans(known, aims), *conditions(known), *flags(known), *origins(by_source, recorded)]
    return Bundled({"resourceType": "Bundle", "type": "collection", **_entries(found)}, dict(left_out))


def _told_below(entry: Entry) -> bool:
    return isinstance(entry.record, Goal) or (isinstance(entry.record, Injection) and entry.record.planned)


def _entries(found: list[Resource]) -> dict[str, Any]:
    """FHIR knows no empty lists."""
    if not found:
        return {}
    return {"entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in found]}
