"""A table as the lifter is asked of it, and as it is read once they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from reading_files import read_data

from underbar.importers import Asked, Imported, NeedsColumns, piece_of, read
from underbar.importers.reading import table_of


def asked_of(data: bytes, columns: Mapping[str, str] | None = None) -> NeedsColumns:
    """What is asked of a table of that header, after `columns` was said of it."""
    header = table_of(data).header
    with pytest.raises(NeedsColumns) as caught:
        read([piece_of("table.csv", data)], Asked(columns={header: columns} if columns else {}))
    return caught.value


def told(data: bytes, columns: Mapping[str, str], **asked: Any) -> Imported:
    """The table read by what is said of its columns."""
    return read_data(data, "table.csv", columns={table_of(data).header: columns}, **asked)
