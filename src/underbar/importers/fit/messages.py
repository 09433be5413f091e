"""The bytes of a FIT file as its messages; only those that are wanted are looked into."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, Literal, NamedTuple

from underbar.importers.imported import ImportRefused

_MAGIC: Final = b".FIT"
_MOST_WANTED: Final = 20_000
"""Messages of interest in a file; a day of workouts has a few hundred."""

# Base types: bytes of a value, whether it has a sign, and the value that stands for none.
_BASES: Final = {
    0x00: (1, False, 0xFF), 0x01: (1, True, 0x7F), 0x02: (1, False, 0xFF), 0x0A: (1, False, 0),
    0x83: (2, True, 0x7FFF), 0x84: (2, False, 0xFFFF), 0x8B: (2, False, 0),
    0x85: (4, True, 0x7FFFFFFF), 0x86: (4, False, 0xFFFFFFFF), 0x8C: (4, False, 0),
}  # fmt: skip
_Order = Literal["little", "big"]


class Damaged(ValueError):
    """Where a file breaks. The message is a clause that says how."""


class Message(NamedTuple):
    """One message: its number, and by the number of a field its base type and bytes."""

    number: int
    order: _Order
    fields: dict[int, tuple[int, bytes]]

    def values(self, field: int) -> tuple[int | None, ...]:
        """The whole numbers of a field, None for one that the watch left open; empty where it has none."""
        base, raw = self.fields.get(field, (-1, b""))
        if base not in _BASES:
            return ()
        width, signed, none = _BASES[base]
        if len(raw) % width:
            return ()
        every = (
            int.from_bytes(raw[at : at + width], self.order, signed=signed)
            for at in range(0, len(raw), width)
        )
        return tuple(None if value == none else value for value in every)

    def value(self, field: int) -> int | None:
        """The first number of a field; None where it is open or not there."""
        return next(iter(self.values(field)), None)

    def text(self, field: int) -> str:
        """The text of a field, "" where there is none."""
        raw = self.fields.get(field, (-1, b""))[1]
        return raw.partition(b"\0")[0].decode(errors="replace").strip()


class _Layout(NamedTuple):
    number: int
    order: _Order
    size: int
    fields: bytes


def is_fit(head: bytes) -> bool:
    """Whether a file begins as FIT files do."""
    return head[8:12] == _MAGIC and head[:1] in (b"\x0c", b"\x0e")


def is_whole(data: bytes) -> bool:
    """Whether a FIT file is as long as it says that it is."""
    size = int.from_bytes(data[4:8], "little")
    return size > 0 and data[0] + size + 2 <= len(data)


def messages_of(data: bytes, wanted: Collection[int]) -> Iterator[Message]:
    """The messages with the wanted numbers, in order.

    Raises Damaged where the file breaks off or stops making sense, after all that stands before; and
    ImportRefused for more messages than a watch writes.
    """
    at = found = 0
    while is_fit(data[at : at + 12]):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        begin = at + data[at]
        end = begin + size if size else len(data)  # a watch that was cut off had no time to write the size
        for message in _part(data, begin, min(end, len(data)), wanted):
            found += 1
            if found > _MOST_WANTED:
                raise ImportRefused("It holds more sets or stages of sleep than a watch writes.")
            yield message
        if end + 2 > len(data):
            raise Damaged("it breaks off")
        if any(data[end : end + 2]) and _crc(data[at : end + 2]):
            raise Damaged("its checksum does not fit, so that something in it may be wrong")
        at = end + 2
    if data[at:].strip(b"\0"):
        raise Damaged("something follows after its end")


def _part(data: bytes, at: int, end: int, wanted: Collection[int]) -> Iterator[Message]:
    layouts: dict[int, _Layout] = {}
    sizes: dict[int, int] = {}  # of messages that nobody wants: nearly all
    while at < end:
        first = data[at]
        local = first >> 5 & 3 if first & 0x80 else first & 15
        if first & 0xC0 == 0x40:
            layout, at = _layout(data, at, end)
            sizes.pop(local, None)
            if layout.number in wanted:
                layouts[local] = layout
            else:
                sizes[local] = layout.size
        elif local in sizes:
            at += sizes[local]
        elif local in layouts:
            layout = layouts[local]
            if at + layout.size > end:
                break
            yield Message(layout.number, layout.order, _fields(layout, data, at + 1))
            at += layout.size
        else:
            raise Damaged(f"it makes no sense from byte {at:,} on")
    if at != end:
        raise Damaged("it breaks off")


def _layout(data: bytes, at: int, end: int) -> tuple[_Layout, int]:
    """The layout that is defined at a place, and the place after it."""
    order: _Order = "big" if data[at + 2 : at + 3] == b"\1" else "little"
    after = at + 6
    if after > end:
        raise Damaged("it breaks off")
    number = int.from_bytes(data[at + 3 : at + 5], order)
    fields = data[after : after + 3 * data[at + 5]]
    after += 3 * data[at + 5]
    size = 1 + sum(fields[1::3])
    if data[at] & 0x20:
        count = data[after] if after < end else 0
        size += sum(data[after + 2 : after + 1 + 3 * count : 3])
        after += 1 + 3 * count
    if after > end:
        raise Damaged("it breaks off")
    return _Layout(number, order, size, fields), after


def _fields(layout: _Layout, data: bytes, at: int) -> dict[int, tuple[int, bytes]]:
    fields: dict[int, tuple[int, bytes]] = {}
    for number, size, base in zip(layout.fields[::3], layout.fields[1::3], layout.fields[2::3], strict=True):
        fields[number] = (base, data[at : at + size])
        at += size
    return fields


def _table() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        rest = byte
        for _ in range(8):
            rest = rest >> 1 ^ (0xA001 if rest & 1 else 0)
        table.append(rest)
    return tuple(table)


_CRC: Final = _table()


def _crc(data: bytes) -> int:
    """The checksum of FIT files; 0 over a part that ends with its own."""
    crc = 0
    table = _CRC
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xFF]
    return crc
