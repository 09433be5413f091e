"""Ids of new entries."""

from __future__ import annotations

import os
from datetime import datetime
from uuid import UUID


def new_id(now: datetime) -> str:
    """A UUID of version 7 (RFC 9562): the milliseconds of `now`, then 74 bits of chance."""
    chance = int.from_bytes(os.urandom(10), "big")
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    value = milliseconds << 80 | 0x7 << 76 | (chance >> 68) << 64 | 0b10 << 62 | chance & (1 << 62) - 1
    return str(UUID(int=value))
