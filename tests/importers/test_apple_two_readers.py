"""The quick reader of Apple Health finds what the full parser finds, or leaves the file to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutating import mutated
from reading_files import SAMPLES
from seeds_apple_health import BEATS, NIGHT, PROLOG, REST, SEEDS, USUAL, WORKOUT, export, quantity, sleep
from test_apple_health_exports import xml_of

from underbar.importers import ImportRefused
from underbar.importers.apple_health import full, scan
from underbar.importers.apple_health.shape import Raw, Seen
from underbar.importers.apple_health.tags import NotVouched

FILES = sorted(SAMPLES.glob("applehealth/*"))
Read = tuple[list[tuple[int, Raw]], Seen]


def cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


def fully(data: bytes, size: int = 1 << 20) -> Read:
    seen = Seen()
    return list(full.records_in(cut(data, size), seen)), seen


def quickly(data: bytes, size: int = 1 << 20, window: int = scan.WINDOW) -> Read:
    """As `fully`, with lines instead of places."""
    seen = Seen()
    found = list(scan.records_in(cut(data, size), seen, window))
    assert [place for place, _ in found] == sorted({place for place, _ in found})
    return [(data.count(b"\n", 0, place) + 1, raw) for place, raw in found], seen


def agree(data: bytes, size: int = 1 << 20, window: int = scan.WINDOW) -> bool:
    """Whether the quick reader takes the file; if it does, both find the same wherever both can read it."""
    try:
        found = quickly(data, size, window)
    except NotVouched:
        return False
    except ImportRefused:
        with pytest.raises(ImportRefused):
            fully(data)
        return True
    try:
        expected = fully(data)
    except ImportRefused:
        return True
    assert found == expected
    return True


def test_the_quick_reader_takes_what_phones_write() -> None:
    for data in (USUAL, SEEDS[1][1]):
        assert quickly(data) == fully(data)
    assert len(quickly(USUAL)[0]) == 10


@pytest.mark.parametrize("size", [1, 7, 64, 500, 4096])
def test_every_border_between_blocks_and_windows(size: int) -> None:
    data = export(*REST, *NIGHT, *REST * 3, WORKOUT, *NIGHT, *REST, *(WORKOUT,) * 3)
    assert quickly(data, size) == quickly(data, 1 << 20, size) == fully(data) == fully(data, size)


MASS = "HKQuantityTypeIdentifierBodyMass"
ODD = {
    "attributes in another order": f'<Record value="3" unit="kg" endDate="a" startDate="b" type="{MASS}"/>',
    "single quotes and blanks": f"<Record\n\ttype = '{MASS}'\r\n sourceName='a\"b' />",
    "an end tag in a value": '<Record type="HKQuantityTypeIdentifierBodyMass" sourceName="a>b" value="/>"/>',
    "a reference in a type": '<Record type="HKQuantityTypeIdentifierBody&#77;ass" unit="kg"/>',
    "references in a value": f'<Record type="{MASS}" sourceName="&lt;&#x263A;&amp;#65;"/>',
    "a reference in the usual place": quantity("BodyMass", "2026-01-11 07:30:00", "80", "kg", "A &amp; B"),
    "lines of other systems": "\r\r\n<Record\rtype='HKQuantityTypeIdentifierBodyMass'\r\n value='a\r\nb'/>",
    "a wanted type as a value": f'<Record type="HKQuantityTypeIdentifierHeight" sourceName="{MASS}"/>',
    "a wanted type as text": "HKQuantityTypeIdentifierBodyMass",
    "a record as text": '<Note>&lt;Record type="HKQuantityTypeIdentifierBodyMass"/></Note>',
    "a name that begins so": '<Records type="HKQuantityTypeIdentifierBodyMass"/>',
    "no attributes": "<Record/><Workout/><Record></Record>",
    "localised numbers": quantity("BodyMass", "2026-01-11 07:30:00", "80,25", "kg"),
    "a control character": quantity("BodyMass", "2026-01-11 07:30:00", "80", "kg", "A\x0bB"),
    "a zone in other words": sleep("Asleep", "2026-01-11 01:00:00", "2026-01-11 02:00:00").replace(
        "HKTimeZone", "HKTime&#90;one"
    ),
    "a zone among others": sleep(
        "Asleep",
        "2026-01-11 01:00:00",
        "2026-01-11 02:00:00",
        inside="<MetadataEntry key='a' value='a'/><MetadataEntry value='Asia/Tokyo' key='HKTimeZone'/>",
    ),
    "a zone without a name": sleep("Asleep", "2026-01-11 01:00:00", "2026-01-11 02:00:00").replace(
        "Europe/Paris", ""
    ),
    "a record in a correlation": '<Correlation type="x"><MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>'
    + REST[5]
    + "</Correlation>",
    "another workout": "<Workout duration='1' workoutActivityType='HKWorkoutActivityTypeYoga'></Workout>",
}
STRANGE = {
    "a control character that parts": "<Record\x0btype='HKQuantityTypeIdentifierBodyMass'/>",
    "a record in a record": f'<Record type="HKQuantityTypeIdentifierBodyMass">{REST[5]}</Record>',
    "a comment": "<!-- " + REST[5] + " -->",
    "a section of text": "<![CDATA[" + REST[5] + "]]>",
    "an instruction": "<?x " + REST[5] + "?>",
    "an entity of its own": '<Record type="HKQuantityTypeIdentifierBodyMass" sourceName="&a;"/>',
    "a root in the root": "<HealthData></HealthData>",
    "an end in the middle": "</HealthData>",
    "an attribute twice": '<Record type="HKQuantityTypeIdentifierBodyMass" type="b"/>',
    "a loose ampersand": '<Record type="HKQuantityTypeIdentifierBodyMass" sourceName="a & b"/>',
    "a forbidden reference": '<Record type="HKQuantityTypeIdentifierBodyMass" sourceName="&#0;"/>',
}


@pytest.mark.parametrize("part", ODD.values(), ids=ODD)
@pytest.mark.parametrize("among", [1, 60])
def test_what_xml_allows_and_phones_do_not_write(part: str, among: int) -> None:
    data = export(*REST * among, part + "\n", *NIGHT * among)
    expected = fully(data)
    assert agree(data)
    assert agree(data, 100, 100)
    alike = export(*REST[:1] * 50 * among, part + "\n", *REST[:1] * 50 * among)
    assert agree(alike)
    assert len(expected[0]) >= 10 * among


@pytest.mark.parametrize("part", STRANGE.values(), ids=STRANGE)
def test_what_cannot_be_vouched_for_is_left_to_the_full_parser(part: str) -> None:
    for data in (export(*REST, part, *NIGHT), export(*REST[:1] * 50, part, *REST[:1] * 50)):
        with pytest.raises(NotVouched):
            quickly(data)


def test_a_billion_laughs_and_a_deep_nest_blow_nothing_up() -> None:
    laughs = '<!DOCTYPE HealthData [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    record = '<Record type="HKQuantityTypeIdentifierBodyMass" sourceName="&i;"/>'
    for reader in (quickly, fully):
        with pytest.raises((ImportRefused, NotVouched)):
            reader(export(record, prolog=laughs + "]>"))
    with pytest.raises(ImportRefused, match="damaged"):
        fully(export("<a>" * 200_000 + "</a>" * 200_000))
    with pytest.raises(ImportRefused):
        fully(export('<Record type="' + "a" * 20_000_000 + '"/>'))
    with pytest.raises(NotVouched):
        quickly(export('<Record type="' + "a" * 20_000_000 + '"/>'))


def test_a_thousand_kinds_of_records_are_refused_by_both() -> None:
    many = export(*(quantity(f"Kind{number}", "2026-01-11 07:30:00", "1", "") for number in range(1001)))
    for reader in (quickly, fully):
        with pytest.raises(ImportRefused, match="kinds"):
            reader(many)


@pytest.mark.parametrize("end", [1, 14, 15, 300, len(USUAL) // 2, len(USUAL) - len(PROLOG)])
def test_a_truncated_file_is_refused_by_both(end: int) -> None:
    with pytest.raises(ImportRefused, match="breaks off"):
        fully(USUAL[: -end - 1])
    with pytest.raises((ImportRefused, NotVouched)):
        quickly(USUAL[: -end - 1])


KINDS = ("BodyMass", "BodyMassIndex", "RestingHeartRate", "HeartRate", "HeartRateVariabilitySDNN")
VALUE = st.lists(
    st.sampled_from(["a", "8", ">", "/>", "=", " ", "\n", "&lt;", "&#65;", "é", "Record", "HKTimeZone"]),
    max_size=4,
).map("".join)
BLANK = st.sampled_from([" ", "  ", "\n", "\t", "\r\n"])


@st.composite
def attributes(draw: st.DrawFn, *names: str, **fixed: str) -> str:
    """Attributes in any order, quoted in either way, blanks around them."""
    said = []
    for name in draw(st.permutations((*names, *fixed))):
        quote = draw(st.sampled_from(['"', '"', "'"]))
        equals = draw(st.sampled_from(["=", "=", " = "]))
        said.append(f"{draw(BLANK)}{name}{equals}{quote}{fixed.get(name) or draw(VALUE)}{quote}")
    return "".join(said)


@st.composite
def odd_record(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from([f"HKQuantityTypeIdentifier{kind}" for kind in KINDS] + ["", "&amp;"]))
    said = draw(attributes("sourceName", "unit", "startDate", "value", type=kind))
    inside = draw(st.sampled_from(["", BEATS, "text"]))
    if draw(st.booleans()):
        inside += f"<MetadataEntry{draw(attributes(key='HKTimeZone', value='Asia/Tokyo'))}/>"
    if inside or draw(st.booleans()):
        return f"<Record{said}>{inside}</Record>\n"
    return f"<Record{said}/>"


ELEMENTS = st.one_of(
    st.sampled_from([*REST, *NIGHT, WORKOUT, *ODD.values()]),
    st.builds(lambda one, times: one * times, st.sampled_from(REST), st.integers(2, 40)),
    odd_record(),
    st.sampled_from([*REST, *NIGHT]),
    st.sampled_from(list(STRANGE.values())),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ELEMENTS, max_size=12), st.integers(1, 3000), st.sampled_from([64, 700, 1 << 18]))
def test_both_agree_on_made_up_exports(parts: list[str], size: int, window: int) -> None:
    agree(export(*parts), size, window)


@settings(max_examples=100, deadline=None)
@given(mutated(SEEDS))
def test_both_agree_on_damaged_exports(case: tuple[str, bytes]) -> None:
    agree(case[1])


@pytest.mark.skipif(not FILES, reason="the shared samples are not on this machine")
@pytest.mark.parametrize("path", FILES, ids=[path.name.split("__")[0] for path in FILES])
def test_both_agree_on_every_real_export(path: Path) -> None:
    data = xml_of(path).encode()
    for size in (2_000, 50_000, 1 << 22):
        assert agree(data, size, size) == (b"<!--" not in data[data.index(b"<HealthData ") :])
