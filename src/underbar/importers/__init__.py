"""What other apps export → entries of the diary. One door: `read` the pieces that `pieces_of` finds."""

from __future__ import annotations

from underbar.importers.door import read
from underbar.importers.found import Asked
from underbar.importers.imported import (
    Brought,
    Imported,
    ImportRefused,
    NeedsColumns,
    NeedsUnit,
    RowProblem,
    Seen,
    Unread,
)
from underbar.importers.members import Piece, digest_of, piece_of, pieces_of
from underbar.importers.zones import Zones

__all__ = [
    "Asked",
    "Brought",
    "ImportRefused",
    "Imported",
    "NeedsColumns",
    "NeedsUnit",
    "Piece",
    "RowProblem",
    "Seen",
    "Unread",
    "Zones",
    "digest_of",
    "piece_of",
    "pieces_of",
    "read",
]
