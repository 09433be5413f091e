"""Files in a zip, the same bytes for the same files."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def zipped(files: Iterable[tuple[str, bytes]], packed: bool = True) -> bytes:
    """A zip of (name, content). `packed` False where the contents are compressed already."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED if packed else ZIP_STORED) as archive:
        for name, content in files:
            about = ZipInfo(name)  # dated 1980, whenever it is made
            about.compress_type = archive.compression
            archive.writestr(about, content)
    return made.getvalue()
