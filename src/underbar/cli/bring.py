"""import, export: files in, and the whole diary out."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from underbar.cli import show

if TYPE_CHECKING:
    from underbar.services.importing import FileImport

SHOWN = 20
SHOWN_WARNINGS = 5
"""Rows not understood, and warnings, that are shown of a file; --json has all."""


def import_(
    *,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="Diaries, or exports of Strong or Hevy.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be stored, and store nothing.")
    ] = False,
    unit: Annotated[
        str | None, typer.Option(metavar="lb|kg", help="Unit of the weights, where a file names none.")
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="NAME=LIFT", help="Take an exercise of the file for a lift of the method."
        ),
    ] = None,
    undo: Annotated[int | None, typer.Option("--undo", metavar="N", help="Take import N out again.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what was imported.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Bring in diaries, or exports of other apps.

    Bringing a file in twice adds nothing.

    \b
      underbar import strong.csv --dry-run
      underbar import strong.csv --unit lb --map "Deadlift (Hex)=trap-bar-deadlift"
      underbar import backup.diary
      underbar import --list
      underbar import --undo 3

    Exit status 1 where a file was refused; the others are stored all the same.
    """
    from underbar.services import importing

    if listed:
        for batch in importing.imports():
            undone = f", undone {batch.undone}" if batch.undone else ""
            show.lines([f"{batch.number}\t{batch.file}\t{batch.source}{undone}"])
        return
    if undo is not None:
        gone = importing.undo_import(undo)
        show.lines([f"Import {undo} is out again: {len(gone)} entries."])
        return
    if not files:
        raise typer.BadParameter("give one FILE or more")
    if unit not in (None, "lb", "kg"):
        raise typer.BadParameter("expected lb or kg", param_hint="--unit")
    chosen: Any = unit
    with show.working("Reading ..."):
        done = importing.import_files(files, dry_run=dry_run, unit=chosen, mapping=_mapping(mapping or []))
    for result in done:
        if json:
            show.as_json(_as_json(result, dry_run))
        else:
            _print(result, dry_run)
    if any(result.refused for result in done):
        raise typer.Exit(1)


def _mapping(pairs: list[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        name, equals, lift = pair.rpartition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{pair}: expected NAME=LIFT", param_hint="--map")
        found[name] = lift
    return found


def _print(result: FileImport, dry_run: bool) -> None:
    name = str(result.path)
    if result.refused:
        show.fail(f"{name}: {result.refused}")
        if result.likelier is not None:
            show.fail(f"  Its weights look like {result.likelier}: then add --unit {result.likelier}")
        for issue in result.reported[:SHOWN]:
            show.fail(f"  {issue}")
        _more(result.reported)
        return
    would = "would add" if dry_run else "added"
    lines = [f"{name} ({result.source}): {would} {len(result.added)} entries, {result.known} known already"]
    account = result.account
    if account is not None:
        sets = f"sets stored {account.sets_stored}, not understood {len(result.reported)}"
        lines.append(f"  rows read {account.rows_read}, {sets}")
        lines += [f"  left aside: {count} x {what}" for what, count in account.skipped]
        lines += [
            f"  taken for {seen.mapped_to}: {seen.name} ({seen.sets} sets)"
            for seen in account.exercises
            if seen.mapped_to
        ]
        kept = Counter(seen.mapped_to is None for seen in account.exercises)[True]
        lines.append(f"  kept under their own names: {kept} exercises")
        if account.unit_how == "inferred":
            lines.append(f"  weights taken as {account.unit}; if that is wrong, undo it and give --unit")
    if result.batch is not None:
        lines.append(f"  to take it out again: underbar import --undo {result.batch}")
    show.lines(lines)
    for issue in result.reported[:SHOWN]:
        show.fail(f"  {name}: {issue}")
    _more(result.reported)
    show.warn(result.warnings[:SHOWN_WARNINGS])
    _more(result.warnings, SHOWN_WARNINGS)


def _more(what: tuple[object, ...], shown: int = SHOWN) -> None:
    if len(what) > shown:
        show.fail(f"  and {len(what) - shown} more (--json has all)")


def _as_json(result: FileImport, dry_run: bool) -> dict[str, Any]:
    from underbar.diary.notation import format_entry

    account = result.account
    return {
        "file": str(result.path),
        "source": result.source,
        "dry_run": dry_run,
        "refused": result.refused,
        "batch": result.batch,
        "added": len(result.added),
        "known": result.known,
        "rows_read": account.rows_read if account else None,
        "sets_stored": account.sets_stored if account else None,
        "unit": account.unit if account else None,
        "exercises": [seen._asdict() for seen in account.exercises] if account else [],
        "skipped": dict(account.skipped) if account else {},
        "reported": [issue._asdict() for issue in result.reported],
        "warnings": list(result.warnings),
        "entries": [format_entry(entry) for entry in result.added] if dry_run else None,
    }


def export(
    full: Annotated[
        bool, typer.Option("--full", help="With ids, sources and corrections: a backup.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Into a file.")
    ] = None,
) -> None:
    """Print the whole diary as text.

    Brought into an empty database it comes out again byte for byte.

    \b
      underbar export > my.diary
      underbar export --full -o backup.diary
    """
    from underbar.services.exporting import export as whole

    with show.working("Writing ..."):
        data = whole(full).encode()
    if output is None:
        sys.stdout.buffer.write(data)
        return
    try:
        _write(output, data)
    except OSError as error:
        show.fail(f"{output}: {error.strerror or error}")
        raise typer.Exit(1) from error
    count = data.count(b"\n")
    show.lines([f"{output}: {count} lines"])


def _write(path: Path, data: bytes) -> None:
    """The file whole or as it was, readable by its owner alone."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError:
        os.unlink(draft)
        raise
