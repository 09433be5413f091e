"""What is dropped: a file, a folder or a zip, as the files that it holds. Nothing is ever unpacked."""

from __future__ import annotations

import codecs
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import IO, Final

from underbar.importers.imported import ImportRefused
from underbar.importers.reading import Table, table_of

HEAD: Final = 1 << 16
"""Bytes at the beginning of a file by which it is known."""
MOST_TEXT: Final = 100_000_000
"""Bytes of a file that is read as a whole: half a million sets, or twenty years of nights."""
MOST_FILES: Final = 200_000
MOST_NESTED: Final = 2_000_000_000
"""Bytes of a zip within a zip, as Garmin sends them."""
MOST_BLOWN_UP: Final = 250
"""Times that a member may be larger than what it takes up in its zip; health exports reach 25."""
_SMALL: Final = 10_000_000
"""Bytes below which a member may be blown up as far as it likes."""
_ZIP: Final = b"PK\x03\x04"

Advance = Callable[[int], None]


class Piece:
    """A file within what was dropped.

    `name`: its path there, with slashes; of use for telling what it is, and never opened as a path.
    `size`: bytes. `path`: where it lies on the disk, None within a zip. `member`: the zip and the entry
    of it, None for a file of its own.
    """

    def __init__(
        self,
        name: str,
        size: int,
        opened: Callable[[], IO[bytes]],
        advance: Advance = lambda _: None,
        path: Path | None = None,
        member: tuple[IO[bytes], zipfile.ZipInfo] | None = None,
    ) -> None:
        self.name = name
        self.size = size
        self.path = path
        self.member = member
        self.advance = advance
        self._opened = opened

    @cached_property
    def base(self) -> str:
        """Its name without folders, lower case."""
        return PurePosixPath(self.name).name.casefold()

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB. Raises ImportRefused where they cannot be read."""
        with self.open() as file:
            return file.read(HEAD)

    @cached_property
    def table(self) -> Table | None:
        """Header and first rows, as far as its head goes; None where it is no table of text."""
        head = self.head
        if len(head) < self.size:
            end = b"\n\0" if head.startswith(codecs.BOM_UTF16_LE) else b"\n"
            head = head[: head.rfind(end) + len(end)]
        try:
            return table_of(head)
        except ImportRefused:
            return None

    @cached_property
    def columns(self) -> frozenset[str]:
        """The names of its columns in lower case, without blanks around them; empty where it is no table."""
        return frozenset(name.casefold() for name in self.table.header) if self.table else frozenset()

    @property
    def unmarked(self) -> bytes:
        """Its head without the mark of UTF-8."""
        return self.head.removeprefix(codecs.BOM_UTF8)

    @property
    def is_json(self) -> bool:
        """Whether it begins as JSON does."""
        return self.unmarked.lstrip()[:1] in (b"{", b"[")

    def begins(self, prefix: bytes) -> bool:
        """Whether it begins so; no more of it is read. Raises ImportRefused where it cannot be read."""
        with self.open() as file:
            return file.read(len(prefix)) == prefix

    def forget(self) -> None:
        """Let go of its head and what was told by it; what is asked for again is read again.

        The heads of ten thousand files are half a gigabyte: whoever looks at one of many lets go of it.
        """
        for known in ("head", "table", "columns"):
            self.__dict__.pop(known, None)

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The file's bytes. Whoever reads a large one tells `advance` how many of them were read.

        Raises ImportRefused where it cannot be opened or is damaged, also while it is read.
        """
        try:
            with self._opened() as file:
                yield file
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise ImportRefused("The zip is damaged, or locked with a password.") from error
        except OSError as error:
            raise ImportRefused(f"It cannot be read: {error.strerror or error}.") from error

    def read(self, most: int = MOST_TEXT) -> bytes:
        """All bytes. Raises ImportRefused where there are more than `most`, whatever the zip says."""
        if self.size <= most:
            with self.open() as file:
                data = file.read(most + 1)
            if len(data) <= most:
                self.advance(len(data))
                return data
        raise ImportRefused(f"It is over {most // 1_000_000} MB; no export of this kind is that long.")


def piece_of(name: str, data: bytes) -> Piece:
    """A piece that is held in memory."""
    return Piece(name, len(data), lambda: io.BytesIO(data))


def digest_of(pieces: Iterable[Piece]) -> str:
    """Of files, by their sizes and first bytes: none is read through for it. SHA-256, hexadecimal."""
    digest = sha256()
    for piece in pieces:
        digest.update(f"{piece.size} ".encode() + piece.head)
        piece.forget()
    return digest.hexdigest()


@contextmanager
def pieces_of(path: Path, name: str, advance: Advance = lambda _: None) -> Iterator[list[Piece]]:
    """The files that a path holds, by name; they can be read until the block ends.

    A folder is walked without following links; a zip within a zip is looked into once. `name`: what
    the lifter calls it. Raises ImportRefused.
    """
    with ExitStack() as stack:
        try:
            if path.is_dir():
                files = [file for file in sorted(path.rglob("*")) if _is_file(file)]
                pieces = [_on_disk(file, file.relative_to(path).as_posix(), advance) for file in files]
            else:
                pieces = [_on_disk(path, name, advance)]
        except OSError as error:
            raise ImportRefused(f"It cannot be read: {error.strerror or error}.") from error
        except ValueError as error:
            raise ImportRefused(f"It cannot be opened: {error}.") from error
        if len(pieces) > MOST_FILES:
            raise ImportRefused(f"It holds over {MOST_FILES:,} files; drop the folder of the export alone.")
        yield [inner for piece in pieces for inner in _inside(piece, stack, nested=False)]


def _is_file(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts[-1:])
    return not hidden and stat.S_ISREG(path.lstat().st_mode)


def _on_disk(path: Path, name: str, advance: Advance) -> Piece:
    return Piece(name, path.stat().st_size, lambda: path.open("rb"), advance, path)


def _inside(piece: Piece, stack: ExitStack, *, nested: bool) -> Sequence[Piece]:
    """The members of a zip, or the piece itself where it is none."""
    if piece.size < len(_ZIP) or not piece.begins(_ZIP):
        return [piece]
    if piece.path is not None:
        file: IO[bytes] = stack.enter_context(piece.path.open("rb"))
    else:
        file = stack.enter_context(TemporaryFile())  # noqa: SIM115 - the stack closes it
        _copy(piece, file)
    try:
        archive = stack.enter_context(zipfile.ZipFile(file))
        members = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise ImportRefused("The zip is damaged: get it again.") from error
    _refuse_trick(members)
    inside: list[Piece] = []
    for info in members:
        if info.filename.startswith("__MACOSX/"):
            continue
        member = Piece(
            info.filename,
            info.file_size,
            _opener(archive, info),
            piece.advance,
            member=(file, info),
        )
        inside += [member] if nested or not info.filename.casefold().endswith(".zip") else _inside(
            member, stack, nested=True
        )
    return inside


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(info)


def _refuse_trick(members: Sequence[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES:
        raise ImportRefused(f"The zip holds over {MOST_FILES:,} files: this is no export.")
    for info in members:
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or name[1:3] == ":/":
            raise ImportRefused("The zip names files outside itself: no app writes that. Nothing was read.")
        if info.flag_bits & 1:
            raise ImportRefused("The zip is locked with a password: unpack it, and drop the folder.")
        if info.file_size > _SMALL and info.file_size > MOST_BLOWN_UP * max(1, info.compress_size):
            raise ImportRefused("The zip blows up to many times its size: no export does. Nothing was read.")
    names = {info.filename for info in members}
    if "[Content_Types].xml" in names:
        raise ImportRefused("This is a spreadsheet; save it as CSV.")


def _copy(piece: Piece, file: IO[bytes]) -> None:
    left = MOST_NESTED
    with piece.open() as source:
        while chunk := source.read(1 << 20):
            left -= len(chunk)
            if left < 0:
                raise ImportRefused(f"A zip within the zip is over {MOST_NESTED // 10**9} GB.")
            file.write(chunk)
    file.seek(0)
