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

from underbar.services.exporting import Format
from underbar.services.import_asked import Said
from underbar.services.importing import Part, import_together, imports, undo_import
from underbar.web.api.door import answers, refuse
from underbar.web.api.shapes import FilesOut, ImportOut, ImportRefusal, UndoneOut, Unit
from underbar.web.downloads import diary_file
from underbar.wording.en_leave import FULL_IS_TEXT

router = Router(tags=["Files"])
_FILES = {
    "description": "OK",
    "content": {
        "text/plain": {"schema": {"type": "string"}},
        "application/x-ndjson": {"schema": {"type": "string"}},
        "text/calendar": {"schema": {"type": "string"}},
        "application/fhir+json": {"schema": {"type": "object"}},
        "application/zip": {"schema": {"type": "string", "format": "binary"}},
    },
}


@router.post("/import", response={**answers(ImportOut, 413), 422: ImportRefusal}, summary="Bring a file in")
def bring(
    request: HttpRequest,
    file: Annotated[UploadedFile, File(description="An app's export, a zip of it, or a diary's text.")],
    dry_run: Annotated[bool, Form(description="Say what would be stored, and store nothing.")] = False,
    unit: Annotated[Unit | None, Form(description="Of the weights, where the file names none.")] = None,
    mapping: Annotated[
        str, Form(max_length=100_000, description="JSON: an exercise's name → a lift of the method.")
    ] = "",
    columns: Annotated[
        str, Form(max_length=100_000, description="JSON: a column's name → what it holds (docs/imports.md).")
    ] = "",
) -> Any:
    """What a file is, it finds out itself. Brought in twice, it adds nothing. Rows that were not understood
    are listed and not stored. A file that cannot be read is refused as a whole (422); where its unit is
    unknown, `likelier_unit` says what it looks like; of a table of no known app, `columns` do."""
    if not isinstance(file, TemporaryUploadedFile):
        raise HttpError(400, "The file did not arrive as one")
    called = Path(file.name or "file").name
    done = import_together(
        [(Path(file.temporary_file_path()), called)],
        Said(unit, _said(mapping, "mapping"), _said(columns, "columns")),
        dry_run=dry_run,
    )
    if done.refused:
        asked = done.needs_columns
        return refuse(
            request,
            422,
            done.refused,
            done.issues,
            likelier_unit=done.likelier,
            columns=dict(zip(asked.header, asked.guess, strict=True)) if asked else None,
        )
    return {
        "file": called,
        "dry_run": dry_run,
        "added": len(done.added),
        "known": done.known,
        "parts": [_part(part) for part in done.parts],
        "unread": [unread._asdict() for unread in done.unread],
    }


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
    summary="The whole diary as a file",
    openapi_extra={"responses": {200: _FILES}},
)
def leave(
    request: HttpRequest,  # noqa: ARG001
    format: Annotated[Format, Query(description="docs/exports.md says what each holds.")] = "text",
    full: Annotated[bool, Query(description="Text with ids, sources and corrections: a backup.")] = False,
) -> FileResponse:
    """Text is one entry a line. Brought into an empty diary, either text comes out again byte for byte."""
    if full and format != "text":
        raise HttpError(422, FULL_IS_TEXT)
    return diary_file(format, full)


def _said(text: str, name: str) -> dict[str, str]:
    if not text:
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise HttpError(422, f"“{name}” is no JSON") from error
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise HttpError(422, f"“{name}” is no JSON object of names and words")
    return found


def _part(part: Part) -> dict[str, Any]:
    account = part.account
    days = [entry.day for entry in part.added]
    return {
        "source": part.source,
        "batch": part.batch,
        "added": len(part.added),
        "known": part.known,
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
        "sets": account.sets_stored if account else 0,
        "nights": account.nights if account else 0,
        "readings": dict(account.readings) if account else {},
        "unit": account.unit if account else None,
        "exercises": [
            {"name": seen.name, "lift": seen.mapped_to, "sets": seen.sets} for seen in account.exercises
        ]
        if account
        else [],
        "left_aside": dict((*account.skipped, *account.left_out)) if account else {},
        "not_understood": [issue._asdict() for issue in part.reported],
        "warnings": part.warnings,
    }
