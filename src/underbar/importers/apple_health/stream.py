"""The bytes of an export one after the other, of a file or straight out of a zip."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from gzip import BadGzipFile
from itertools import cycle
from queue import SimpleQueue
from threading import Event, Semaphore, Thread
from typing import IO, Any, BinaryIO, Final, cast
from zipfile import ZIP_DEFLATED, ZipInfo

from isal import igzip_lib, isal_zlib

from underbar.importers.members import Piece

BLOCK: Final = 1 << 21
"""Bytes that are in hand at once, twice."""
_READ: Final = 1 << 20
"""Bytes of a zip that are read at once."""
_LOCAL_HEADER: Final = 30
_DAMAGED: Final = (cast(type[Exception], igzip_lib.IsalError), BadGzipFile)
_GZIP: Final = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


def blocks_of(piece: Piece) -> Iterator[bytearray]:
    """The file in blocks, of which each is good until the next is asked for.

    One is read or inflated, in a thread of its own, while the one before is searched. Raises ImportRefused
    where the file cannot be read, or is not what its zip says.
    """
    ready: SimpleQueue[bytearray | BaseException] = SimpleQueue()
    room, stopped = Semaphore(1), Event()

    def work() -> None:
        try:
            for block in _blocks(piece):
                ready.put(block)
                room.acquire()
                if stopped.is_set():
                    return
            ready.put(bytearray())
        except BaseException as error:  # noqa: BLE001 - it is raised where the block is waited for
            ready.put(error)

    thread = Thread(target=work, daemon=True)
    thread.start()
    try:
        while block := ready.get():
            if isinstance(block, BaseException):
                raise block
            yield block
            room.release()
    finally:
        stopped.set()
        room.release()
        thread.join()


def gzip_parts(file: IO[bytes], info: ZipInfo) -> Iterator[bytes]:
    """The gzip file that a deflated member of a zip nearly is. Raises EOFError where the zip ends first."""
    yield _GZIP
    at, left = _begin(file, info), info.compress_size
    while left:
        file.seek(at)
        data = file.read(min(_READ, left))
        if not data:
            raise EOFError
        at, left = at + len(data), left - len(data)
        yield data
    yield b"".join((number & 0xFFFFFFFF).to_bytes(4, "little") for number in (info.CRC, info.file_size))


def lines_of(piece: Piece, places: Sequence[int]) -> list[int]:
    """The lines, from 1, of places in the file that are given in their order, in bytes from its beginning."""
    lines: list[int] = []
    read, line = 0, 1
    if places:
        for block in blocks_of(piece):
            begin = 0
            while len(lines) < len(places) and places[len(lines)] - read < len(block):
                place = places[len(lines)] - read
                line += block.count(b"\n", begin, place)
                begin = place
                lines.append(line)
            if len(lines) == len(places):
                break
            line += block.count(b"\n", begin)
            read += len(block)
    return lines


def _blocks(piece: Piece) -> Iterator[bytearray]:
    with piece.open() as opened:
        file: Any = opened
        if piece.member is not None and piece.member[1].compress_type == ZIP_DEFLATED:
            # It checks the sum too, and fills a block without waiting for the thread that searches.
            file = isal_zlib._GzipReader(cast(BinaryIO, _Parts(gzip_parts(*piece.member))), _READ)
        try:
            for buffer in cycle((bytearray(BLOCK), bytearray(BLOCK))):
                size = _fill(file, buffer)
                if size < len(buffer):
                    yield buffer[:size]
                    return
                yield buffer
        except _DAMAGED as error:
            raise EOFError from error


def _fill(file: Any, buffer: bytearray) -> int:
    """Read into the buffer until it is full or the file ends; how many bytes."""
    view, size = memoryview(buffer), 0
    while size < len(buffer) and (read := file.readinto(view[size:])):
        size += read
    return size


class _Parts(io.RawIOBase):
    """Parts of a file as one file."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._part = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._part:
            self._part = memoryview(next(self._parts, b""))
        size = min(len(buffer), len(self._part))
        buffer[:size], self._part = self._part[:size], self._part[size:]
        return size


def _begin(file: IO[bytes], info: ZipInfo) -> int:
    """Where the bytes of a member begin, behind a header that the zip has beside its list of members."""
    file.seek(info.header_offset)
    header = file.read(_LOCAL_HEADER)
    if len(header) < _LOCAL_HEADER:
        raise EOFError
    lengths = (int.from_bytes(header[at : at + 2], "little") for at in (26, 28))
    return info.header_offset + _LOCAL_HEADER + sum(lengths)
