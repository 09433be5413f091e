"""The bytes of an export out of a file or a zip, as much of them as is told, and damaged zips."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reading_files import read_data, read_path
from seeds_apple_health import STRANGE, USUAL

from underbar.importers import ImportRefused, Piece, piece_of, pieces_of, read
from underbar.importers.apple_health import stream

NAME = "apple_health_export/Export.xml"
LARGE = USUAL.replace(b"</HealthData>", b" <Me/>\n" * 40_000 + b"</HealthData>")


@pytest.fixture(params=[stream.BLOCK, 1000])
def _blocks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "BLOCK", request.param)


@contextmanager
def piece_in(path: Path, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> Iterator[Piece]:
    with zipfile.ZipFile(path, "w", how) as archive:
        archive.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
        archive.writestr(NAME, data)
    with pieces_of(path, path.name) as pieces:
        yield next(piece for piece in pieces if piece.name == NAME)


@pytest.mark.usefixtures("_blocks")
@pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2])
def test_a_zip_gives_the_bytes_of_its_member(tmp_path: Path, how: int) -> None:
    for data in (USUAL, LARGE):
        with piece_in(tmp_path / "export.zip", data, how) as piece:
            assert b"".join(map(bytes, stream.blocks_of(piece))) == data


def test_only_the_export_of_the_zip_is_read(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with piece_in(path, LARGE):
        pass
    (found,) = read_path(path).accounts
    assert found.files == (NAME,)
    assert found.entries == read_data(LARGE, "export.xml").entries
    outer = tmp_path / "outer.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(path, "export.zip")
    assert read_path(outer).accounts == (found,)
    assert [unread.name for unread in read_path(path).unread] == ["apple_health_export/export_cda.xml"]


@pytest.mark.parametrize("damage", ["a bit", "the check sum", "the size", "the end", "the local header"])
def test_a_damaged_zip_is_refused(tmp_path: Path, damage: str) -> None:
    with piece_in(tmp_path / "export.zip", LARGE) as piece:
        assert piece.member is not None
        file, info = piece.member
        data = bytearray(file.seek(0) or file.read())
        if damage == "a bit":
            data[info.header_offset + 30 + len(NAME) + info.compress_size // 2] ^= 16
        elif damage == "the check sum":
            info.CRC ^= 1
        elif damage == "the size":
            info.file_size -= 1
        elif damage == "the end":
            info.compress_size //= 2
        else:
            info.header_offset = len(data) - 10
        broken = Piece(NAME, info.file_size, lambda: io.BytesIO(USUAL), member=(io.BytesIO(data), info))
        with pytest.raises(ImportRefused, match="is damaged"):
            read([broken])


@pytest.mark.usefixtures("_blocks")
def test_how_far_the_reading_is_adds_up_once() -> None:
    for data in (USUAL, STRANGE, USUAL.replace(b"</HealthData>", b"<!-- --></HealthData>")):
        told: list[int] = []
        piece = Piece("export.xml", len(data), lambda data=data: io.BytesIO(data), told.append)
        read([piece])
        assert sum(told) == len(data)


@pytest.mark.usefixtures("_blocks")
def test_lines_of_places_are_counted_over_blocks() -> None:
    places = sorted({0, 1, len(LARGE) - 1, *range(0, len(LARGE), 997)})
    expected = [LARGE.count(b"\n", 0, place) + 1 for place in places]
    assert stream.lines_of(piece_of("export.xml", LARGE), places) == expected
    assert stream.lines_of(piece_of("export.xml", LARGE), places[:3]) == expected[:3]
    assert stream.lines_of(piece_of("export.xml", LARGE), [5, 5]) == [1, 1]
