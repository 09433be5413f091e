"""The protocol document: it holds together with the diary's words, and refuses what does not fit."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from underbar.diary import vocabulary as words
from underbar.protocol import document
from underbar.protocol.document import Protocol, load, parse
from underbar.protocol.method import InjectionRow
from underbar.protocol.numbers import Numbers
from underbar.quantities import Weight

TEXT = Path(document.PACKAGED).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return load()


def test_the_packaged_document_is_read_as_tomllib_reads_it() -> None:
    assert document._plain(TEXT) == tomllib.loads(TEXT)


def test_a_fork_with_the_same_text_is_the_same_method(protocol: Protocol) -> None:
    fork = parse(TEXT)
    assert fork.numbers == protocol.numbers
    assert fork.parameters == protocol.parameters
    assert (fork.title, fork.digest) == ("si-joint 1.0.0", protocol.digest)
    assert (fork.lifts, fork.screens, fork.ladders) == (protocol.lifts, protocol.screens, protocol.ladders)


def test_another_text_is_another_method(protocol: Protocol) -> None:
    other = parse(TEXT.replace('version = "1.0.0"', 'version = "1.0.1"'))
    assert other.title == "si-joint 1.0.1"
    assert other.digest != protocol.digest


def test_the_packaged_document_is_read_once(protocol: Protocol) -> None:
    assert load() is protocol
    assert Path(document.PACKAGED).read_text(encoding="utf-8") == protocol.text


# the numbers


def test_numbers_are_the_fields_of_the_rules_in_their_order(protocol: Protocol) -> None:
    wanted = [name.replace("_", "-") for name in Numbers.__annotations__]
    assert list(tomllib.loads(TEXT)["number"]) == wanted
    for name, parameter in protocol.parameters.items():
        assert getattr(protocol.numbers, name.replace("-", "_")) == parameter.value


def test_every_number_says_what_it_is_and_who_says_so(protocol: Protocol) -> None:
    for parameter in protocol.parameters.values():
        assert parameter.unit, parameter.id
        assert parameter.means.endswith("."), parameter.id
        assert parameter.limits.why.endswith("."), parameter.id
        assert 1 <= parameter.section <= 12, parameter.id
        assert parameter.tag == "[DES]" or parameter.sources, parameter.id
        assert set(parameter.sources) <= set(protocol.sources), parameter.id


def test_sections_follow_one_another(protocol: Protocol) -> None:
    sections = [parameter.section for parameter in protocol.parameters.values()]
    assert sections == sorted(sections)


def test_the_authors_own_numbers_name_the_article(protocol: Protocol) -> None:
    own = {each.id: each.sources for each in protocol.parameters.values() if each.tag == "[ART]"}
    assert {"go-ache", "release-seconds", "injection-spacing-weeks"} <= set(own)
    assert all("article" in sources for sources in own.values())


def test_limits_contain_the_recommendation_and_that_the_value(protocol: Protocol) -> None:
    for parameter in protocol.parameters.values():
        limits = parameter.limits
        assert limits.low <= limits.recommended_low <= limits.recommended_high <= limits.high, parameter.id
        assert limits.suggestion == parameter.value
        assert limits.recommends(parameter.value), parameter.id


AT_MOST = (
    "timely-after-waking", "timely-until", "quiet-ache", "quiet-above-background", "rescreen-days",
    "flare-ache", "flare-above-background", "flare-pain", "back-off-pain", "back-off-ache",
    "back-off-second-ache", "hold-second-ache", "go-pain", "go-pain-background", "go-ache",
    "background-mode-limit", "stalled-holds", "stalled-factor", "back-off-factor", "back-off-again-factor",
    "ceiling-percent", "dose-sets", "dose-reps", "effort-first", "effort-later", "hinge-per-week",
    "recent-training-days", "not-ready-background", "not-ready-leg-raise", "no-maxing-percent",
    "release-discomfort", "carry-per-week", "carry-cap", "carry-cap-older", "injection-expected-last",
    "sleep-debt-below", "sleep-debt-factor", "flare-hinge-percent", "flare-short-days",
    "flare-return-short", "flare-return-long", "flare-refer-days", "flare-hold-days", "flare-hold-count",
    "whisper-signs", "layoff-free-days", "layoff-short-days", "layoff-short-factor", "layoff-middle-days",
    "layoff-middle-factor", "layoff-long-days", "layoff-long-factor", "sitting-hours",
)  # fmt: skip
AT_LEAST = (
    "background-minimum", "background-after-bar", "background-after-injection", "medicine-steady-days",
    "pregnancy-release-weeks", "ill-free-mornings", "ceiling-days", "effort-weeks", "hinge-gap",
    "squat-gap", "raise-gap", "raise-after-go", "not-ready-bridge", "not-ready-injection-days",
    "not-ready-days", "not-ready-done", "no-maxing-weeks", "no-maxing-go", "no-maxing-injection-weeks",
    "release-injection-days", "stability-up-exposures", "stability-down-back-off", "stability-down-flare",
    "copenhagen-long-exposures", "copenhagen-long-days", "injection-spacing-weeks", "steroid-no-bar-to",
    "steroid-no-raise-to", "short-sleep", "sleep-debt-mean", "sleep-debt-most", "flare-no-bar-days",
    "flare-quiet-mornings", "flare-hold-window", "whisper-sleep", "whisper-over-days",
)  # fmt: skip


@pytest.mark.parametrize("name", AT_MOST)
def test_a_lifter_can_not_raise_what_is_careful_when_low(protocol: Protocol, name: str) -> None:
    assert protocol.parameters[name].limits.high == protocol.parameters[name].value


@pytest.mark.parametrize("name", AT_LEAST)
def test_a_lifter_can_not_lower_what_is_careful_when_high(protocol: Protocol, name: str) -> None:
    assert protocol.parameters[name].limits.low == protocol.parameters[name].value


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("back-off-factor", "stalled-factor"),
        ("back-off-again-factor", "back-off-factor"),
        ("layoff-middle-factor", "layoff-short-factor"),
        ("layoff-long-factor", "layoff-middle-factor"),
        ("flare-hinge-percent", "back-off-again-factor"),
        ("flare-return-long", "flare-return-short"),
        ("go-pain", "back-off-pain"),
        ("back-off-pain", "flare-pain"),
        ("layoff-free-days", "layoff-short-days"),
        ("layoff-short-days", "layoff-middle-days"),
        ("layoff-middle-days", "layoff-long-days"),
    ],
)
def test_no_overrides_together_turn_an_order_round(protocol: Protocol, worse: str, better: str) -> None:
    assert protocol.parameters[worse].limits.high <= protocol.parameters[better].limits.low


# words of the diary and of the document


def test_lifts_are_those_of_the_diary(protocol: Protocol) -> None:
    assert tuple(protocol.lifts) == words.LIFTS
    assert {lift.id for lift in protocol.lifts.values() if lift.kind == "hinge"} == set(words.HINGES)
    assert protocol.easier == (
        "deadlift",
        "trap-bar-deadlift",
        "rack-pull",
        "romanian-deadlift",
        "single-leg-bridge",
    )


@pytest.mark.parametrize(
    ("lift", "masses", "share"),
    [
        ("deadlift", ((135, 60), (10, 5), (20, 10)), (40, "deadlift")),
        ("trap-bar-deadlift", ((135, 60), (10, 5), (20, 10)), (40, "trap-bar-deadlift")),
        ("rack-pull", ((135, 60), (10, 5), (20, 10)), (40, "rack-pull")),
        ("romanian-deadlift", ((65, 27.5), (5, 2.5), (10, 5)), (30, "deadlift")),
        ("squat", ((95, 42.5), (5, 2.5), (10, 5)), (40, "squat")),
        ("goblet-squat", ((25, 10), (5, 2), (10, 5)), (None, "goblet-squat")),
    ],
)
def test_lifts_start_and_climb_as_the_method_says(
    protocol: Protocol, lift: str, masses: object, share: object
) -> None:
    rule = protocol.lifts[lift]
    assert tuple((of("lb"), of("kg")) for of in (rule.start, rule.step, rule.cap)) == masses
    assert (rule.start_percent, rule.start_of) == share
    assert Weight(rule.start_kg, "kg").to("lb") <= rule.start_lb


def test_signs_are_those_of_the_diary_with_their_level(protocol: Protocol) -> None:
    assert tuple(protocol.screens) == words.FLAGS
    routine = words.ROUTINE_HOLD_FLAGS + words.ROUTINE_FLAGS
    by_level = (
        ("E", words.EMERGENCY_FLAGS),
        ("U", words.URGENT_FLAGS),
        ("R", routine),
        ("M", words.MODIFY_FLAGS),
    )
    for level, flags in by_level:
        assert {rule.id for rule in protocol.screens.values() if rule.level == level} == set(flags)
    assert {rule.id for rule in protocol.screens.values() if rule.hold} == set(words.ROUTINE_HOLD_FLAGS)


@pytest.mark.parametrize(
    ("flag", "disables", "adds"),
    [
        ("anticoagulant", {"release"}, ()),
        ("release-exclusion", {"release"}, ()),
        ("aneurysm", {"release"}, ("M",)),
        ("pregnancy", {"release", "course", "bar"}, ("R",)),
        ("groin", set(), ()),
    ],
)
def test_signs_take_out_what_the_method_says(
    protocol: Protocol, flag: str, disables: set[str], adds: tuple[str, ...]
) -> None:
    assert set(protocol.screens[flag].disables) == disables
    assert protocol.screens[flag].adds == adds


def test_each_screen_asks_what_can_change(protocol: Protocol) -> None:
    asks = {
        scope: {r.id for r in protocol.screens.values() if scope in r.asked}
        for scope in ("full", "re", "injection")
    }
    assert asks["full"] == set(words.FLAGS)
    assert set(words.EMERGENCY_FLAGS) < asks["re"] < asks["full"]
    assert {"after-injection", "after-injection-severe", "fever", "fever-unwell", "cauda-equina"} < asks[
        "injection"
    ]
    assert asks["injection"] < asks["re"]


def test_ladders_are_those_of_the_diary_and_count_from_zero(protocol: Protocol) -> None:
    assert tuple(protocol.ladders) == words.STABILITY
    for ladder in protocol.ladders.values():
        assert [level.level for level in ladder.levels] == list(range(len(ladder.levels)))
        assert len({level.id for level in ladder.levels}) == len(ladder.levels)
        assert all(level.up for level in ladder.levels)


@pytest.mark.parametrize(
    ("ladder", "doses"),
    [
        ("single-leg-bridge", "5x10s 2x10 3x8 3x5 3x5 3x8 3x8"),
        ("pallof-press", "3x10s 2x8 3x8 3x10 3x10 3x8"),
        ("copenhagen-plank", "5x10s 2x4 2x5 2x5 3x5 3x6 3x5"),
        ("suitcase-carry", "3x20s 3x15m 3x20m 3x25m 3x30m 3x40m"),
    ],
)
def test_doses_are_those_of_the_evidence(protocol: Protocol, ladder: str, doses: str) -> None:
    assert " ".join(str(level.dose) for level in protocol.ladders[ladder].levels) == doses


def test_the_top_of_a_dose_is_the_dose_unless_a_range_is_given(protocol: Protocol) -> None:
    tops = {
        (name, level.level): str(level.top)
        for name, ladder in protocol.ladders.items()
        for level in ladder.levels
        if level.top != level.dose
    }
    assert tops == {
        ("single-leg-bridge", 1): "2x12",
        ("single-leg-bridge", 4): "3x8",
        ("copenhagen-plank", 6): "3x8",
    }


def test_the_carry_is_a_share_of_body_weight(protocol: Protocol) -> None:
    assert [level.body_percent for level in protocol.ladders["suitcase-carry"].levels] == [
        10,
        10,
        15,
        20,
        25,
        30,
    ]


def allowed(row: InjectionRow) -> tuple[object, ...]:
    return row.first, row.last, row.bar_percent, row.raises, row.release, row.stability


def test_the_days_after_an_injection(protocol: Protocol) -> None:
    assert [allowed(row) for row in protocol.windows] == [
        (0, 2, 0, False, False, -1),
        (3, 4, 0, False, False, 1),
        (5, 14, 75, False, False, None),
        (15, 21, 90, False, True, None),
    ]
    assert [allowed(row) for row in protocol.steroid_windows] == [
        (0, 2, 0, False, False, -1),
        (3, 4, None, False, False, 1),
        (5, 14, None, False, False, None),
    ]


def test_every_source_is_used(protocol: Protocol) -> None:
    p = protocol
    groups = (p.parameters, p.lifts, p.screens, p.ladders, p.components)
    used = {source for group in groups for each in group.values() for source in each.sources}
    used |= {source for row in (*p.windows, *p.steroid_windows) for source in row.sources}
    assert used == set(p.sources)
