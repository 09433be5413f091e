"""FIT files as fitdecode reads them, the second opinion of the tests."""

from __future__ import annotations

from fitdecode import FIT_FRAME_DATA, CrcCheck, ErrorHandling, FitDataMessage, FitError, FitReader

from underbar.diary.records import Lift
from underbar.importers import Imported


def work(found: Imported) -> list[tuple[str, str]]:
    """Each entry as its exercise, and its sets as the notation writes them."""
    lifts = [entry.record for entry in found.entries if isinstance(entry.record, Lift)]
    return [
        (
            lift.exercise + (" warm-up" if lift.warmup else ""),
            " ".join(f"{each.weight or 'body'} {each.sets}" for each in lift.work),
        )
        for lift in lifts
    ]


def frames(data: bytes) -> list[FitDataMessage]:
    """The messages of a file as far as it goes."""
    found = []
    reader = FitReader(data, processor=None, check_crc=CrcCheck.DISABLED, error_handling=ErrorHandling.IGNORE)
    try:
        for frame in reader:
            if frame.frame_type == FIT_FRAME_DATA:
                found.append(frame)
    except FitError:
        pass
    return found


def sets(data: bytes) -> list[FitDataMessage]:
    """The sets and rests of a file as far as it goes."""
    return [frame for frame in frames(data) if frame.name == "set"]
