"""One export read as a lifter would drop it, for the tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from underbar.importers import Asked, Brought, Imported, piece_of, pieces_of, read

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"


def read_data(data: bytes, name: str = "export.csv", **asked: Any) -> Imported:
    """The account of the one source of a file."""
    (account,) = read([piece_of(name, data)], Asked(**asked)).accounts
    return account


def read_files(files: Mapping[str, bytes], **asked: Any) -> Brought:
    """What a folder of files holds."""
    return read([piece_of(name, data) for name, data in files.items()], Asked(**asked))


def read_path(path: Path, **asked: Any) -> Brought:
    """What a file, folder or zip on the disk holds."""
    with pieces_of(path, path.name) as pieces:
        return read(pieces, Asked(**asked))


__all__ = ["SAMPLES", "read_data", "read_files", "read_path"]
