"""Planted faults: a document that does not fit is refused, and the table and the id are named."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from underbar.protocol import document
from underbar.protocol.document import ProtocolError, parse

TEXT = Path(document.PACKAGED).read_text(encoding="utf-8")


def planted(after: str, old: str, new: str) -> str:
    """The document with the first `old` after the text `after` replaced by `new`."""
    start = TEXT.index(after)
    place = TEXT.index(old, start)
    return TEXT[:place] + new + TEXT[place + len(old) :]


TOP, DOSE, WINDOW = 'name = "si-joint"', "[number.dose-sets]", "[[injection-window]]\nfirst = 3"
LATER, STEROID = "[[injection-window]]\nfirst = 5", "[[steroid-window]]\nfirst = 5"
GAP, GATE, DAYS = "[number.raise-gap]", "[number.go-ache]", "[number.screen-injection-days]"
BRIDGE, PALLOF = "[ladder.single-leg-bridge]", "[ladder.pallof-press]"
PRESS = 'level = 1\nid = "tall-kneel-press"'

FAULTS = [
    ("not a document", TOP, "= ", "= = "),
    ("not a document", GAP, GAP, "[number.squat-gap]"),
    ("the document: name: expected a text", TOP, TOP, ""),
    ("the document: name: expected a text", TOP, TOP, "name = 3"),
    ("the document: name: expected a text", TOP, TOP, 'name = " "'),
    ("the document: unknown nmae", TOP, TOP, TOP + '\nnmae = "x"'),
    ("the document: valid-from: expected a date", TOP, "2026-01-01", "January"),
    ("the document: easier: expected known words, not hop", "easier", "rack-pull", "hop"),
    ("the document: easier: expected each word once", "easier", "rack-pull", "deadlift"),
    ("the document: easier: expected a list of texts", "easier", '"rack-pull"', "3"),
    ("the document: easier: expected a list of texts", "easier", "[", '"deadlift"\nx = ['),
    ("number raise-gap: missing", GAP, GAP, "[number.squat-gap.x]"),
    ("number raise-gop: unknown", GAP, GAP, "[number.raise-gop]"),
    ("number raise-gap: value: expected a number", GAP, "value = 2\n", ""),
    ("number raise-gap: value: expected a number", GAP, "value = 2", "value = true"),
    ("number raise-gap: value: expected a number", GAP, "value = 2", "value = -2"),
    ("number raise-gap: value: expected a number", GAP, "value = 2", "value = inf"),
    ("number raise-gap: value: expected a number", GAP, "value = 2", "value = nan"),
    ("number raise-gap: value: expected a value from 2 to 3", GAP, "value = 2", "value = 9"),
    ("number raise-gap: section: expected a whole number", GAP, "section = 6", "section = 6.5"),
    ("number raise-gap: unknown x", GAP, "value = 2", "value = 2\nx = 1"),
    ("number raise-gap: valid-from: expected a date", GAP, "value = 2", 'value = 2\nvalid-from = "soon"'),
    ("number raise-gap: unit: expected a text", GAP, 'unit = "days"\n', ""),
    ("number raise-gap: means: expected a text", GAP, "means = ", "meens = "),
    ("number raise-gap: why: expected a text", GAP, "why = ", "wy = "),
    ("number go-ache: tag: expected one of", GATE, "[ART]", "[X]"),
    ("number go-ache: sources: expected known words, not smith", GATE, "smith-2017", "smith"),
    ("number go-ache: sources: expected the source of [ART]", GATE, '"article", "smith-2017"', ""),
    ("number screen-injection-days: value: expected a list", DAYS, "[1, 3, 7, 14]", "1"),
    ("number screen-injection-days: value: expected a list", DAYS, "[1, 3, 7, 14]", '["1"]'),
    ("number screen-injection-days: value: expected a value", DAYS, "[1, 3, 7, 14]", "[]"),
    ("number dose-sets: limits and recommended", DOSE, "limits = [1, 3]", "limits = [3]"),
    ("number dose-sets: limits and recommended", DOSE, "limits = [1, 3]", "limits = [3, 1]"),
    ("number dose-sets: recommended: expected a range within", DOSE, "[2, 3]", "[2, 4]"),
    ("number release-injection-days: the table", LATER, "release = false", "release = true"),
    ("number steroid-no-raise-to: the table", STEROID, "raise = false", "raise = true"),
    ("number steroid-no-bar-to: the table", "[[steroid-window]]", "bar-percent = 0", "bar-percent = 50"),
    ("lift squat: missing", "[lift.squat]", "[lift.squat]", "[lift.goblet-squat.squat]"),
    ("lift squad: unknown", "[lift.squat]", "[lift.squat]", "[lift.squad]"),
    ("lift squat: kind: expected that of the diary", "[lift.squat]", '"squat"', '"hinge"'),
    ("lift squat: kind: expected one of hinge, squat", "[lift.squat]", '"squat"', '"hop"'),
    ("lift squat: start-kg: expected a number", "[lift.squat]", "start-kg", "start-st"),
    ("lift squat: unknown x", "[lift.squat]", "kind", "x = 1\nkind"),
    ("screen groin: level: expected one of E, U, R, M", "[screen.groin]", '"R"', '"Z"'),
    ("screen groin: hold: expected true or false", "[screen.groin]", "true", "1"),
    ("screen apnoea: asked: expected full", "[screen.apnoea]", '"full"', '"re"'),
    ("screen apnoea: unknown x", "[screen.apnoea]", "level", "x = 1\nlevel"),
    ("screen apnoea: missing", "[screen.apnoea]", "[screen.apnoea]", "[screen.groin.x]"),
    ("screen: expected a table", "[screen.cauda-equina]", "[screen.cauda-equina]", "[[screen]]"),
    ("ladder pallof-press: unknown x", PALLOF, "tag", "x = 1\ntag"),
    ("ladder pallof-press: level 1: level: expected 1", PALLOF, PRESS, PRESS.replace("1", "2", 1)),
    ("ladder pallof-press: level 1: dose: expected sets", PALLOF, "2x8", "many"),
    ("ladder pallof-press: level 1: unknown x", PALLOF, PRESS, PRESS + "\nx = 1"),
    ("ladder single-leg-bridge: level 1: top: expected no less", BRIDGE, "2x12", "2x9"),
    ("ladder single-leg-bridge: level 1: top: expected no less", BRIDGE, "2x12", "1x12"),
    ("ladder single-leg-bridge: level 1: top: expected no less", BRIDGE, "2x12", "2x12s"),
    ("ladder single-leg-bridge: level 1: top: expected sets", BRIDGE, "2x12", "more"),
    ("injection-window 1: first: expected days that follow", WINDOW, "first = 3", "first = 4"),
    ("injection-window 1: first: expected days that follow", WINDOW, "last = 4", "last = 2"),
    ("injection-window 1: stability: expected", WINDOW, "stability = 1", "stability = 1.5"),
    ("injection-window 1: stability: expected", WINDOW, "stability = 1", 'stability = "some"'),
    ("injection-window 1: raise: expected true or false", WINDOW, "raise = false\n", ""),
    ("injection-window 1: unknown x", WINDOW, "last = 4", "last = 4\nx = 1"),
    ("component brace: grade: expected one of", "[component.brace]", "LIMITED", "GOOD"),
    ("component brace: unknown x", "[component.brace]", "grade", "x = 1\ngrade"),
    ("source mens-2002: unknown x", "[source.mens-2002]", "title", "x = 1\ntitle"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "after", "old", "new"), FAULTS)
def test_a_planted_fault_is_named(says: str, after: str, old: str, new: str) -> None:
    with pytest.raises(ProtocolError) as refused:
        parse(planted(after, old, new))
    assert says in str(refused.value)


@pytest.mark.parametrize("kind", ["number", "lift", "screen", "ladder", "source", "component"])
def test_a_document_without_a_kind_of_tables_is_refused(kind: str) -> None:
    data = tomllib.loads(TEXT)
    del data[kind]
    with pytest.raises(ProtocolError, match=f"^{kind}: expected a table"):
        document._protocol(data, json.dumps(data))


@pytest.mark.parametrize("rows", [[], {}, None])
def test_a_document_without_its_rows_is_refused(rows: object) -> None:
    data = {**tomllib.loads(TEXT), "injection-window": rows}
    with pytest.raises(ProtocolError, match="injection-window: expected a list of tables"):
        document._protocol(data, TEXT)


def test_a_number_younger_than_the_document_says_so() -> None:
    fork = parse(planted(GAP, "value = 2", 'value = 2\nvalid-from = "2027-05-01"'))
    assert fork.parameters["raise-gap"].valid_from.isoformat() == "2027-05-01"
    assert fork.parameters["squat-gap"].valid_from == fork.valid_from


def test_a_fork_may_change_a_number_within_its_own_limits() -> None:
    assert parse(planted(GAP, "value = 2", "value = 3")).numbers.raise_gap == 3
