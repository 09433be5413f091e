"""Whole FIT files to sets and nights.

Watches write a file for every activity, day and night, so most of them hold neither. Those are told by
looking for the numbers of the messages, and only files that may have some are walked through.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from underbar.importers.blocks import SetRow
from underbar.importers.fit.messages import Damaged, Message, is_fit, is_whole, messages_of
from underbar.importers.fit.parser import slept, stages_of, workouts_of, zone_of
from underbar.importers.fit.shape import (
    ACTIVITY_FILE,
    FILE_ID,
    MAKERS,
    NEEDLES,
    NO_SETS,
    OTHER_FILE,
    SCORES,
    SET,
    SLEEP_LEVEL,
    SLEEP_SCORES,
    WANTED,
)
from underbar.importers.found import Asked, Found
from underbar.importers.gathering import gather
from underbar.importers.imported import THERE_TWICE, ImportRefused, Tally
from underbar.importers.members import Piece

_MOST: Final = 32_000_000
"""Bytes of a file; a day and night of riding with every sensor has 10 MB."""
_BEGINNING: Final = 512
"""Bytes within which a file says what it is."""


def claims(piece: Piece) -> bool:
    """Whether it is a FIT file, whoever made the watch."""
    return is_fit(piece.head)


def read(pieces: Sequence[Piece], asked: Asked, tally: Tally) -> Found:
    """Sets and stages of all files together. A workout that several files hold is taken from the fullest."""
    found = Found()
    workouts: dict[datetime, list[SetRow]] = {}
    for piece in pieces:
        with tally.reading(piece.name):
            data = piece.read(_MOST)
            if any(needle in data for needle in NEEDLES):
                _read(data, asked, found, workouts, tally)
            elif is_whole(data):
                tally.rows += 1
                tally.skipped[_kind(data)] += 1
            else:
                raise ImportRefused("The FIT file breaks off before its sets or stages of sleep.")
    for sets in workouts.values():
        tally.used += len(sets)
        found.sets += sets
    return found


def _read(
    data: bytes, asked: Asked, found: Found, workouts: dict[datetime, list[SetRow]], tally: Tally
) -> None:
    messages: list[Message] = []
    damage = ""
    try:
        messages.extend(messages_of(data, WANTED))
    except Damaged as problem:
        damage = str(problem)
    numbers = [message.number for message in messages]
    if not {SET, SLEEP_LEVEL} & set(numbers):
        if damage:
            raise ImportRefused(f"The FIT file is damaged: {damage}.")
        tally.rows += 1
        tally.skipped[_kind(data)] += 1
        return
    if damage:
        tally.rows += 1
        tally.report(0, f"the FIT file is damaged: {damage}. What could be read was read")
    for start, sets in workouts_of(messages, asked.zones, tally).items():
        fuller, other = sorted((workouts.get(start, []), sets), key=len, reverse=True)
        tally.skipped[THERE_TWICE] += len(other)
        workouts[start] = fuller
    zone, source = zone_of(messages), _maker(messages)
    gather(
        ((0, stage) for stage in stages_of(messages)),
        lambda stage: slept(stage, source, zone, asked.zones),
        found,
        tally,
    )
    tally.left_out[SCORES] += numbers.count(SLEEP_SCORES)


def _kind(data: bytes) -> str:
    """What a file without sets and sleep is."""
    try:
        about = next(messages_of(data[:_BEGINNING], {FILE_ID}), None)
    except Damaged:
        return OTHER_FILE
    return NO_SETS if about is not None and about.value(0) == ACTIVITY_FILE else OTHER_FILE


def _maker(messages: Sequence[Message]) -> str:
    """The diary's word for whose watch it is, `fit` for one that is not known."""
    about = next((message for message in messages if message.number == FILE_ID), None)
    maker = about.value(1) if about is not None else None
    return MAKERS.get(maker, "fit") if maker is not None else "fit"
