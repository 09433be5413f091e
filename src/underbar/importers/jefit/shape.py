"""The sections of a JEFIT backup, each a table with a header of its own."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from underbar.importers.imported import ImportRefused
from underbar.importers.reading import Table

SETTING: Final = "setting"
SESSIONS: Final = "workout sessions"
LOGS: Final = "exercise logs"
SET_LOGS: Final = "exercise set logs"
CARDIO: Final = "cardio logs"

CARDIO_LOG: Final = "cardio without the name of an exercise"

_TITLE: Final = re.compile(
    rb"^#{3,} ?(?:SETTING|PROFILE|ROUTINES|WORKOUT SESSIONS|EXERCISE LOGS)[ #\r]*$", re.MULTILINE
)


def is_backup(head: bytes) -> bool:
    """Whether a text that begins so is a backup of JEFIT."""
    return _TITLE.search(head) is not None and b"_id" in head


def sections_of(text: str) -> dict[str, Table]:
    """The sections by their names in lower case; of two with the same name the rows of both.

    Raises ImportRefused where the text breaks.
    """
    reader = csv.reader(io.StringIO(text, newline=""))
    sections: dict[str, Table] = {}
    name, before = "", 0
    try:
        for row in reader:
            line, before = before + 1, reader.line_num
            if row and row[0].startswith("##"):
                name = row[0].strip("# ").casefold()
            elif any(row) and name in sections:
                sections[name].rows.append((line, row))
            elif any(row) and name:
                sections[name] = Table(tuple(cell.strip().casefold() for cell in row), [])
    except csv.Error as error:
        raise ImportRefused(
            f"The file breaks at line {before + 1}: a quotation mark may be missing."
        ) from error
    return sections
