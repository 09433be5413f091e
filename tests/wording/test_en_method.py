"""The prose of the method: whole, in the house's words, and naming only what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from wording_samples import NEVER

from underbar.protocol.document import load
from underbar.protocol.limits import written
from underbar.protocol.reasons import FACTS
from underbar.wording import en_method as words
from underbar.wording.en_method_tables import ladder_tables, lift_rows, sign_groups, window_tables, zone_rows

TEMPLATES = Path(words.__file__).parents[1] / "web" / "templates" / "method"
EVERY = (*words.PARTS, *words.QUESTIONS)
CODE = re.compile(r"\{[%{#].*?[%}#]\}|<[^>]*>", re.DOTALL)


def own_prose(one):
    """What we wrote of a part or a question, without what the document says."""
    documents = {component.says for component in load().components.values()}
    return [text for text in words.prose(one) if text not in documents]


def test_parameters_components_and_rules_are_each_placed():
    placed = [name for part in words.PARTS for name in part.parameters]
    assert sorted(placed) == sorted(load().parameters)
    assert {name for part in words.PARTS for name in part.components} == set(load().components)
    assert set(words.COMPONENTS) == set(load().components)
    assert {rule for part in words.PARTS for rule in part.rules} == set(FACTS)
    assert all(words.part_of_rule(rule) is not None for rule in FACTS)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.slug)
def test_a_page_is_whole(one):
    pages = {other.slug for other in EVERY}
    assert set(one.related) <= pages - {one.slug}
    assert one.related
    for text in own_prose(one):
        assert text == text.strip()
        assert "  " not in text
        assert text.count("“") == text.count("”")
        assert '"' not in text
        assert "'" not in text
        assert "!" not in text
    for text in own_prose(one)[1:]:
        assert text[-1] in ".”?", text


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.slug)
def test_prose_keeps_to_the_houses_words(one):
    assert [(text, found[0]) for text in own_prose(one) if (found := NEVER.search(text))] == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_templates_keep_to_the_houses_words(path):
    assert NEVER.search(CODE.sub(" ", path.read_text(encoding="utf-8"))) is None


def test_tables_keep_to_the_houses_words():
    said = [text for row in zone_rows() for text in row]
    said += [text for row in lift_rows() for text in (row.name, row.share)]
    said += [text for _, rows in window_tables() for row in rows for text in row]
    said += [text for group in sign_groups() for text in (group.name, group.what, *group.signs)]
    for ladder in ladder_tables():
        said += [ladder.name, ladder.up, ladder.stop, ladder.caution]
        said += [text for rung in ladder.rungs for text in (rung.name, rung.dose, rung.how, rung.up)]
    assert [text for text in said if NEVER.search(text)] == []


def test_tables_say_what_the_document_says():
    bridge = next(table for table in ladder_tables() if table.name == "single-leg bridge")
    assert [rung.level for rung in bridge.rungs] == list(range(7))
    assert bridge.rungs[4].dose.replace("\N{NO-BREAK SPACE}", " ") == "3 × 5, up to 3 × 8 a side"
    assert bridge.rungs[4].up == "sides within 15 %"
    pallof = next(table for table in ladder_tables() if table.name == "Pallof press")
    assert pallof.up == "hips still, ribs still and breathing goes on"
    assert {rung.up for rung in pallof.rungs} == {""}
    (name, rows), (_, steroid) = window_tables()
    assert name == "After an injection"
    assert [row.days for row in rows] == ["0–2", "3–4", "5–14", "15–21", "22 on"]
    assert [row.bar for row in rows][2:4] == ["at most 75 %, no raise", "at most 90 %, no raise"]
    assert [row.release for row in rows] == ["no", "no", "no", "yes", "yes"]
    assert steroid[-1].days == "15 on"
    romanian = next(row for row in lift_rows() if row.name == "Romanian deadlift")
    assert romanian.share == "or 30 % of the best deadlift before, if less"
    assert (romanian.start, romanian.step) == (("65 lb", "27.5 kg"), ("5 lb", "2.5 kg"))
    assert sum(len(group.signs) for group in sign_groups()) == len(load().screens)


def test_tags_and_grades_have_words():
    used = {parameter.tag for parameter in load().parameters.values()}
    assert used | {source.tag for source in load().sources.values()} <= set(words.TAGS)
    assert {component.grade for component in load().components.values()} <= set(words.GRADES)
    assert words.tag_words("[DES]") == "our judgement"


def test_units_are_words():
    for parameter in load().parameters.values():
        said = words.unit_words(parameter.unit)
        assert "0-" not in said
        if parameter.unit == "hours after midnight":
            assert said == ""
            assert ":" in written(parameter, parameter.value)


def test_reading_takes_its_words_at_220_a_minute():
    for one in EVERY:
        count = len(" ".join(words.prose(one)).split())
        assert (words.minutes_to_read(one) - 1) * 220 < count <= words.minutes_to_read(one) * 220


def test_quotes_are_the_authors():
    shared = [
        "zero next-morning ache", "more inflammation, not less", "quieter", "almost perfectly",
        "before a whisper becomes a flare", "like picking a scab", "just gets angrier",
        "brutally honest about which side is weak", "every single rep like a max attempt",
        "more complicated than the marketing suggests", "worth every patient session",
        "is not building — it is gambling", "no source found", "none of the warning signs we ask about",
    ]  # fmt: skip
    quoted = [found for one in EVERY for text in own_prose(one) for found in re.findall("“([^”]+)”", text)]
    assert set(quoted) == set(shared)
