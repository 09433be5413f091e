"""FIT files for the tests, byte by byte; the checksum is fitdecode's."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from datetime import UTC, datetime

from fitdecode.utils import compute_crc

Field = tuple[int, str, object]
"""The number of a field, what it is (B, H, I as struct has them, s), and its value or values."""
Built = tuple[int, tuple[Field, ...]]

_BASES = {"B": 0x02, "H": 0x84, "I": 0x86, "s": 0x07}
_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)

REST, ACTIVE = 0, 1
LIGHT, DEEP, REM, AWAKE, UNMEASURED = 2, 3, 4, 1, 0


def seconds(at: str) -> int:
    """FIT time of an instant written in ISO, UTC where it has no offset."""
    moment = datetime.fromisoformat(at)
    return int(((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH).total_seconds())


def file_id(kind: int = 4, maker: int = 1) -> Built:
    return 0, ((0, "B", kind), (1, "H", maker), (4, "I", seconds("2026-03-01T18:00:00")))


def session(start: str, sub_sport: int = 20) -> Built:
    return 18, ((2, "I", seconds(start)), (5, "B", 10), (6, "B", sub_sport))


def clock(at: str, local: str) -> Built:
    """The activity, with the watch's own clock."""
    return 34, ((253, "I", seconds(at)), (5, "I", seconds(local)))


def done(
    start: str,
    reps: int | None = None,
    sixteenths: int | None = None,
    *,
    category: int | None = None,
    exercise: int | None = None,
    kind: int = ACTIVE,
    length: int = 30_000,
    unit: int | None = None,
    step: int | None = None,
) -> Built:
    """A set; `length` in milliseconds, the weight in sixteenths of a kilogram, None for what is left open."""
    none = 0xFFFF
    guesses = [none if each is None else each for each in (category, None, None)]
    fields: list[Field] = [
        (254, "I", seconds("2026-03-01T18:00:00")),
        (0, "I", length),
        (6, "I", seconds(start)),
        (3, "H", none if reps is None else reps),
        (4, "H", none if sixteenths is None else sixteenths),
        (7, "H", guesses),
        (8, "H", [none if exercise is None else exercise, none, none]),
        (5, "B", kind),
        (9, "H", none if unit is None else unit),
        (11, "H", none if step is None else step),
    ]
    return 225, tuple(fields)


def level(ended: str, stage: int) -> Built:
    return 275, ((253, "I", seconds(ended)), (0, "B", stage))


def sleep_event(at: str, kind: int) -> Built:
    return 21, ((253, "I", seconds(at)), (0, "B", 74), (1, "B", kind))


def record(at: str) -> Built:
    """A second of an activity: heart rate, and a power of 225 watts, which looks like the number of sets."""
    return 20, ((253, "I", seconds(at)), (3, "B", 120), (7, "H", 225))


def fit(messages: Iterable[Built], *, big: bool = False) -> bytes:
    """A whole file: each message with its definition before it, where that is another than the last."""
    order = ">" if big else "<"
    body = b""
    last = b""
    for number, fields in messages:
        packed = [(field, base, _packed(order, base, value)) for field, base, value in fields]
        layout = b"".join(bytes((field, len(raw), _BASES[base])) for field, base, raw in packed)
        definition = struct.pack(order + "BBBHB", 0x40, 0, big, number, len(packed)) + layout
        if definition != last:
            body += definition
        last = definition
        body += b"\0" + b"".join(raw for _, _, raw in packed)
    return closed(body)


def closed(body: bytes) -> bytes:
    """Header, body and checksum."""
    whole = struct.pack("<BBHI4sH", 14, 0x20, 2132, len(body), b".FIT", 0) + body
    return whole + struct.pack("<H", compute_crc(whole))


def _packed(order: str, base: str, value: object) -> bytes:
    if base == "s":
        return str(value).encode() + b"\0"
    values = value if isinstance(value, list) else [value]
    return struct.pack(f"{order}{len(values)}{base}", *values)
