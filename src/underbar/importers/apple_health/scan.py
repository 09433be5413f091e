"""The quick reader: walks over the bytes window by window and parses only the records that are wanted.

Every `<` of a window is accounted for by the tag that it begins. Real exports have millions of records of
one type after the other, so most windows are done with counting `<` and `<Record type="…"`: where the
numbers agree there is nothing else in it. The others are halved, and the short parts in which one type
borders on the next are looked at tag by tag. Comments, sections of CDATA,
instructions, a second root, a broken tag: whatever is not one of the tags of an export is NotVouched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from stringzilla import count

from underbar.importers.apple_health.shape import OTHERS, TRUNCATED, WANTED, Bytes, Raw, Seen
from underbar.importers.apple_health.tags import NotVouched, tag_at
from underbar.importers.imported import ImportRefused

WINDOW: Final = 1 << 19
"""Bytes: so few that they stay in the cache of a processor."""
_SHORT: Final = 1 << 14
"""Bytes of a window that is not halved."""
_JOINT: Final = 1 << 15
"""Bytes of a block that are put to the rest of the one before, more than a record has."""
LONGEST: Final = 1 << 22
"""Bytes of a record, or before the root."""

_ROOT: Final = re.compile(rb"<HealthData(?=[ \t\r\n>])")
_LAST: Final = re.compile(rb"</HealthData[ \t\r\n]*>[ \t\r\n]*\Z")
_QUICK: Final = re.compile(rb'<Record type="(HK[A-Za-z0-9]{1,100})"')
_HEAD: Final = re.compile(
    rb'<(?:Record type="(HK[A-Za-z0-9]{1,100})"'
    rb'|Workout workoutActivityType="(HK[A-Za-z0-9]{1,100})"'
    rb"|(/?[A-Za-z]+)(?=[ \t\r\n/>]))"
)
_WANTED: Final = re.compile(
    rb'<Record(?= type="(?:%b)")' % b"|".join(sorted(name.encode() for name in WANTED))
)
_INSIDE: Final = (
    b"</Record>",
    b"<MetadataEntry ",
    b"<InstantaneousBeatsPerMinute ",
    b"<HeartRateVariabilityMetadataList>",
    b"</HeartRateVariabilityMetadataList>",
)
"""Tags within records."""
_NAMED: Final = {
    name: re.compile(rb"<%b(?=[ \t\r\n/>])" % name) for name in (b"Record", b"Workout", b"MetadataEntry")
}
_TEXT: Final = rb'([^"<&\x00-\x1f]*)"'
_USUAL: Final = re.compile(
    rb'<Record type="(HK[A-Za-z0-9]{1,100})" sourceName="%b(?: sourceVersion="[^"<]*")?(?: device="[^"<]*")?'
    rb'(?: unit="%b)?(?: creationDate="[^"<]*")? startDate="%b endDate="%b(?: value="%b)?'
    rb'(/?)>(?:\s*<MetadataEntry key="HKTimeZone" value="%b/>\s*</Record>)?'
    % (*(_TEXT,) * 5, _TEXT.replace(b"*", b"+"))
)


def records_in(blocks: Iterable[Bytes], seen: Seen, size: int = WINDOW) -> Iterator[tuple[int, Raw]]:
    """The wanted records with the place where each begins; everything that is there is counted in `seen`.

    Raises NotVouched where the bytes may mean something else, and ImportRefused where they break off.
    """
    coming = iter(blocks)
    place, first = _body(coming)
    for window, before in _windows(chain((first,), coming), size):
        for begin in _accounted(window, seen):
            yield place + before + begin, _record(window.data, begin, window.end)


class _Window(NamedTuple):
    """The bytes of `data` from `begin` to `end`: whole tags, and whole records."""

    data: Bytes
    begin: int
    end: int


def _body(blocks: Iterator[Bytes]) -> tuple[int, Bytes]:
    """Where the content of the root begins, and the first of it."""
    head: Bytes = b""
    for block in blocks:
        head = head + block
        root = _ROOT.search(head)
        if root is not None and b">" in head[root.end() :]:
            tag = tag_at(head, root.end(), len(head))
            if tag.empty:
                raise NotVouched
            return tag.end, head[tag.end :]
        if len(head) > LONGEST:
            raise NotVouched
    raise ImportRefused(TRUNCATED)


def _windows(blocks: Iterable[Bytes], size: int) -> Iterator[tuple[_Window, int]]:
    """All bytes up to the end of the root, each window with the bytes before its `data`."""
    rest: Bytes = b""
    before = 0
    for block in blocks:
        data, begin = rest + block[: min(size, _JOINT)], 0
        end = _end(data, 0, len(data))
        if end >= len(rest):  # nearly always; the block itself need not be copied
            yield _Window(data, 0, end), before
            before += len(rest)
            data, begin = block, end - len(rest)
        else:
            data = rest + block
        while end := _end(data, begin, begin + size) or _end(data, begin, len(data)):
            yield _Window(data, begin, end), before
            begin = end
        rest, before = data[begin:], before + begin
        if len(rest) > LONGEST:
            raise NotVouched
    last = _LAST.search(rest)
    if last is not None:
        yield _Window(rest, 0, last.start()), before
    elif b"</HealthData" in rest:
        raise NotVouched
    else:
        raise ImportRefused(TRUNCATED)


def _end(data: Bytes, begin: int, stop: int) -> int:
    """Where to cut: before a `<` and never within a record. 0: more bytes are needed."""
    last = data.rfind(b"<", begin, stop)
    record = data.rfind(b"<Record", begin, last) if last > begin else begin
    if record != begin:
        return record if record > 0 else last
    whole = data.find(b"</Record", begin, last) > 0 or _is_empty(data, begin)
    return last if last > begin and whole else 0


def _is_empty(data: Bytes, begin: int) -> bool:
    return data[begin : data.find(b"<", begin + 1)].rstrip().endswith(b"/>")


def _accounted(window: _Window, seen: Seen) -> Iterator[int]:
    """Where the wanted records of a window begin; everything that is in it is counted."""
    data, begin, end = window
    wanted = _alike(window, seen)
    if wanted is None and end - begin > _SHORT:
        middle = _end(data, begin, (begin + end) // 2)
        if middle:
            yield from _accounted(_Window(data, begin, middle), seen)
            yield from _accounted(_Window(data, middle, end), seen)
            return
    yield from _tag_by_tag(window, seen) if wanted is None else wanted


def _alike(window: _Window, seen: Seen) -> list[int] | None:
    """Where the wanted records begin, of a window with records of one type, or two if it is short.

    None, and nothing is counted, where there is anything else in it.
    """
    data, begin, end = window
    heads: dict[str, bytes] = {}
    for at in (begin, data.rfind(b"<Record", begin, end)):
        head = _QUICK.match(data, at, end) if at >= 0 else None
        if head is None:
            return None
        heads[head[1].decode()] = head[0]
    if len(heads) > 1 and end - begin > _SHORT:
        return None
    found = {kind: count(data, head, begin, end) for kind, head in heads.items()}
    left = count(data, b"<", begin, end) - sum(found.values())
    for other in _INSIDE:
        if left:
            left -= count(data, other, begin, end)
    if left:
        return None
    for kind, number in found.items():
        seen.records[kind] += number
    seen.check()
    return _wanted(window) if WANTED.intersection(found) else []


def _wanted(window: _Window) -> list[int]:
    return [match.start() for match in _WANTED.finditer(*window)]


def _tag_by_tag(window: _Window, seen: Seen) -> list[int]:
    """Where the wanted records begin, of a window of whatever kind, of which everything is counted."""
    data, begin, end = window
    heads = _HEAD.findall(*window)
    if len(heads) != count(data, b"<", begin, end):
        raise NotVouched
    if not heads:
        return []
    records, workouts, names = (Counter(column) for column in zip(*heads, strict=True))
    if names[b"HealthData"] or names[b"/HealthData"]:
        raise NotVouched
    for kinds, ours in ((records, seen.records), (workouts, seen.workouts)):
        ours.update({name.decode(): number for name, number in kinds.items() if name})
    seen.others.update({name: number for name in OTHERS if (number := names[name.encode()])})
    wanted = _wanted(window)
    if names[b"Workout"]:
        for place in _unusual(b"Workout", window):
            seen.workouts[tag_at(data, place, end).attributes.get("workoutActivityType", "")] += 1
    if names[b"Record"]:
        for place in _unusual(b"Record", window):
            kind = tag_at(data, place, end).attributes.get("type", "")
            seen.records[kind] += 1
            if kind in WANTED:
                wanted.append(place - len(b"<Record"))
        wanted.sort()
    seen.check()
    return wanted


def _unusual(name: bytes, window: _Window) -> Iterator[int]:
    """Where the names of the tags end whose type does not stand where Apple writes it."""
    for match in _NAMED[name].finditer(*window):
        head = _HEAD.match(window.data, match.start(), window.end)
        if head is not None and head[3]:
            yield match.end()


def _record(data: Bytes, begin: int, end: int) -> Raw:
    usual = _USUAL.match(data, begin, end)
    if usual is None:
        tag = tag_at(data, begin + len(b"<Record"), end)
        zone = "" if tag.empty else _zone(data, tag.end, end)
        names = ("type", "sourceName", "unit", "startDate", "endDate", "value")
        return Raw._make([*(tag.attributes.get(name, "") for name in names), zone])
    try:
        *texts, empty, zone = map(bytes.decode, usual.groups(b""))
    except UnicodeDecodeError as error:
        raise NotVouched from error
    return Raw._make([*texts, zone if empty or zone else _zone(data, usual.end(), end)])


def _zone(data: Bytes, begin: int, end: int) -> str:
    """The HKTimeZone of the metadata of a record whose content begins there."""
    close = data.find(b"</Record", begin, end)
    if close < 0 or data.find(b"<Record", begin, close) >= 0:
        raise NotVouched
    zone = ""
    content = data[begin:close]
    if b"TimeZone" in content or b"&#" in content:
        for match in _NAMED[b"MetadataEntry"].finditer(content):
            attributes = tag_at(content, match.end(), len(content)).attributes
            if attributes.get("key") == "HKTimeZone":
                zone = attributes.get("value", "")
    return zone
