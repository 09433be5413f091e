"""JSON files, read with limits. Whatever they hold, reading raises ImportRefused or nothing."""

from __future__ import annotations

import json
from typing import Any

from underbar.importers.imported import ImportRefused
from underbar.importers.members import Piece


def json_of(piece: Piece) -> Any:
    """The value in a JSON file: UTF-8 or UTF-16, with or without mark."""
    try:
        return json.loads(piece.read(), parse_constant=_refuse)
    except (UnicodeDecodeError, RecursionError) as error:
        raise ImportRefused("This is no JSON text.") from error
    except ValueError as error:
        line = getattr(error, "lineno", None)
        where = f" at line {line:,}" if line else ""
        raise ImportRefused(f"The JSON breaks off or is damaged{where}: get the file again.") from error


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; anything else in it is left out, and no list has none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def number(value: Any) -> float | None:
    """A number, also one in a string; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if abs(found) < 1e15 else None


def text(value: Any) -> str:
    """A string without blanks around it, "" for anything else."""
    return value.strip() if isinstance(value, str) else ""


def _refuse(_: str) -> None:
    raise ValueError("JSON has neither NaN nor infinity")
