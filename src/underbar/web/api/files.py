"""Files in, and the whole diary out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import FileResponse, HttpRequest
from ninja import File, Form, Query, Router
from ninja.errors import HttpError
from ninja.files import UploadedFile

from underbar.services.importing import FileImport, import_files, imports, undo_import
from underbar.web.api.door import answers, refuse
from underbar.web.api.shapes import FilesOut, ImportOut, UndoneOut, Unit, UnitRefusal
from underbar.web.downloads import diary_file

router = Router(tags=["Files"])
_TEXT = {
    "description": "OK",
    "content": {"text/plain": {"schema": {"type": "string"}}},
}


@router.post("/import", response={**answers(ImportOut, 413), 422: UnitRefusal}, summary="Bring a file in")
def bring(
    request: HttpRequest,
    file: Annotated[UploadedFile, File(description="A diary's text, or an export of Strong or Hevy.")],
    dry_run: Annotated[bool, Form(description="Say what would be stored, and store nothing.")] = False,
    unit: Annotated[Unit | None, Form(description="Of the weights, where the file names none.")] = None,
    mapping: Annotated[
        str, Form(max_length=100_000, description="JSON: an exercise's name → a lift of the method.")
    ] = "",
) -> Any:
    """Brought in twice, it adds nothing. Rows that were not understood are listed and not stored. A file that
    cannot be read is refused as a whole (422); where its unit is unknown, `likelier_unit` says what it looks
    like."""
    if not isinstance(file, TemporaryUploadedFile):
        raise HttpError(400, "The file did not arrive as one")
    called = Path(file.name or "file").name
    (done,) = import_files(
        [Path(file.temporary_file_path())],
        dry_run=dry_run,
        unit=unit,
        mapping=_mapping(mapping),
        names=[called],
    )
    if done.refused:
        return refuse(request, 422, done.refused, done.reported, likelier_unit=done.likelier)
    return _import(done, called, dry_run)


@router.get("/imports", response=answers(FilesOut), summary="What was brought in")
def brought(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001
    """Every file, the oldest first."""
    return {
        "imports": [
            {
                "batch": batch.number,
                "file": batch.file,
                "source": batch.source,
                "made": batch.made,
                "added": batch.added,
                "known": batch.known,
                "not_understood": batch.reported,
                "undone": batch.undone,
            }
            for batch in imports()
        ]
    }


@router.delete("/imports/{batch}", response=answers(UndoneOut, 404, 409), summary="Take a file out again")
def undo(request: HttpRequest, batch: int) -> dict[str, Any]:  # noqa: ARG001
    """Its entries leave the diary; what you wrote about them, corrections and voids, stays."""
    found = [known for known in imports() if known.number == batch]
    if not found:
        raise HttpError(404, f"There is no import {batch}")
    if found[0].undone:
        raise HttpError(409, f"Import {batch} was taken out at {found[0].undone}")
    return {"batch": batch, "taken_out": len(undo_import(batch))}


@router.get(
    "/export",
    response=answers(None),
    summary="The whole diary as text",
    openapi_extra={"responses": {200: _TEXT}},
)
def leave(
    request: HttpRequest,  # noqa: ARG001
    full: Annotated[bool, Query(description="With ids, sources and corrections: a backup.")] = False,
) -> FileResponse:
    """Plain text, one entry a line. Brought into an empty diary, either comes out again byte for byte."""
    return diary_file(full)


def _mapping(text: str) -> dict[str, str]:
    if not text:
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise HttpError(422, "“mapping” is no JSON") from error
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise HttpError(422, "“mapping” is no JSON object of names and lifts")
    return found


def _import(done: FileImport, called: str, dry_run: bool) -> dict[str, Any]:
    account = done.account
    days = [entry.day for entry in done.added]
    return {
        "file": called,
        "source": done.source,
        "dry_run": dry_run,
        "batch": done.batch,
        "added": len(done.added),
        "known": done.known,
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
        "unit": account.unit if account else None,
        "exercises": [
            {"name": seen.name, "lift": seen.mapped_to, "sets": seen.sets} for seen in account.exercises
        ]
        if account
        else [],
        "left_aside": dict(account.skipped) if account else {},
        "not_understood": [issue._asdict() for issue in done.reported],
        "warnings": done.warnings,
    }
