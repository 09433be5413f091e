"""Files that wait between the look at them and the storing, each in a private folder of its diary."""

from __future__ import annotations

import json
import re
import secrets
import shutil
from collections.abc import Iterable, Sequence
from datetime import datetime
from errno import EFBIG
from pathlib import Path
from typing import Final, NamedTuple

from underbar.services.clock import now
from underbar.services.database import looking, open_database
from underbar.services.errors import ServiceError
from underbar.services.import_progress import Progress, Told

KEPT_FOR: Final = 3600
"""Seconds for which a file waits."""
_TOKEN: Final = re.compile(r"[0-9a-f]{32}")
_NAMES: Final = "names.json"
_PROGRESS: Final = "progress.json"
_LONGEST_NAME: Final = 200


class Waiting(NamedTuple):
    """A file that waits, and what the lifter calls it; the name leads nowhere."""

    path: Path
    name: str


class NotWaiting(ServiceError):
    """Nothing waits under that token: used, too old, or another diary's."""


def put(
    files: Sequence[tuple[str, Iterable[bytes]]],
    most: int,
    token: str | None = None,
    instant: datetime | None = None,
) -> str:
    """Keep files, each a name and its bytes in pieces; the token that opens them for this diary.

    `most`: bytes that may wait under one token. `token`: of files that wait already, to which these are
    added; None for a drop of their own. What has waited for more than an hour is deleted. Raises NotWaiting
    for an unknown token, and ServiceError where there is too much of it or the disk is full: then nothing of
    the drop is kept.
    """
    folder = _folder()
    _sweep(folder, (instant or now()).timestamp())
    before = () if token is None else waiting(token)
    token = token or secrets.token_hex(16)
    mine = _place(folder, token)
    left = most - sum(file.path.stat().st_size for file in before)
    try:
        mine.mkdir(mode=0o700, exist_ok=bool(before))
        for number, (_, pieces) in enumerate(files, start=len(before)):
            with (mine / str(number)).open("xb") as file:
                for piece in pieces:
                    left -= len(piece)
                    if left < 0:
                        raise OSError(EFBIG, f"they are over {most // 1024**2:,} MB together")
                    file.write(piece)
        names = [*(file.name for file in before)]
        names += [name.replace("\\", "/").rsplit("/", 1)[-1][:_LONGEST_NAME] or "file" for name, _ in files]
        (mine / _NAMES).write_text(json.dumps(names), encoding="ascii")
    except OSError as error:
        shutil.rmtree(mine, ignore_errors=True)
        raise ServiceError(f"The file cannot be kept: {error.strerror or error}.") from error
    return token


def waiting(token: str) -> tuple[Waiting, ...]:
    """The files that wait under a token of this diary. Raises NotWaiting."""
    mine = _place(_folder(), token) if _TOKEN.fullmatch(token) else None
    try:
        if mine is None or now().timestamp() - mine.stat().st_mtime > KEPT_FOR:
            raise FileNotFoundError
        names: list[str] = json.loads((mine / _NAMES).read_text(encoding="ascii"))
    except (OSError, ValueError) as error:
        raise NotWaiting("That file does not wait here any more: choose it again.") from error
    return tuple(Waiting(mine / str(number), name) for number, name in enumerate(names))


def telling(token: str) -> Told:
    """Keeps beside what waits under a token how far its import is, for whoever asks meanwhile."""
    mine = _place(_folder(), token)

    def tell(at: Progress) -> None:
        draft = mine / f"{_PROGRESS}.new"
        try:
            draft.write_text(json.dumps(at), encoding="ascii")
            draft.replace(mine / _PROGRESS)
        except OSError:
            return  # the files were dropped meanwhile, or the disk is full: only the bar stands still

    return tell


def how_far(token: str) -> Progress | None:
    """How far the import of what waits under a token of this diary is; None while nobody works on it."""
    if not _TOKEN.fullmatch(token):
        return None
    try:
        return Progress(*json.loads((_place(_folder(), token) / _PROGRESS).read_text(encoding="ascii")))
    except (OSError, ValueError):
        return None


def drop(token: str) -> None:
    """Delete what waits under a token of this diary; nothing happens where nothing does."""
    if _TOKEN.fullmatch(token):
        shutil.rmtree(_place(_folder(), token), ignore_errors=True)


def _folder() -> Path:
    folder = open_database().home / "incoming"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _place(folder: Path, token: str) -> Path:
    with looking() as owner:
        return folder / f"{owner}-{token}"


def _sweep(folder: Path, at: float) -> None:
    for old in folder.iterdir():
        try:
            late = at - old.stat().st_mtime > KEPT_FOR
        except OSError:
            continue  # another process was quicker
        if late:
            shutil.rmtree(old, ignore_errors=True)
