"""import: what other apps hold, and diaries, in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from underbar.cli import show

if TYPE_CHECKING:
    from underbar.services.importing import FileImport, Part

SHOWN = 20
SHOWN_WARNINGS = 5
SHOWN_KINDS = 8
"""Rows not understood, warnings, and kinds of rows left aside that are shown of a file; --json has all."""


def import_(
    *,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH...", help="Files, folders or zips: an app's export, or a diary."),
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
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column", metavar="NAME=WHAT", help="Say what a column holds, in a table of no known app."
        ),
    ] = None,
    undo: Annotated[int | None, typer.Option("--undo", metavar="N", help="Take import N out again.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List what was imported.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON instead of text.")] = False,
) -> None:
    """Bring in what other apps and devices hold, or diaries.

    What a file is, it finds out itself. Bringing it in twice adds nothing.
    What you say of exercises and columns is remembered.

    \b
      underbar import strong.csv --dry-run
      underbar import strong.csv --unit lb --map "Deadlift (Hex)=trap-bar-deadlift"
      underbar import export.zip takeout/ backup.diary
      underbar import nights.csv --column Date=date --column Slept=asleep-hours
      underbar import --list
      underbar import --undo 3

    Exit status 1 where a file was refused; the others are stored all the same.
    """
    from underbar.services import importing
    from underbar.wording.en_import import STOPPED, entries

    if listed:
        for batch in importing.imports():
            undone = f", undone {batch.undone}" if batch.undone else ""
            show.lines([f"{batch.number}\t{batch.file}\t{batch.source}{undone}"])
        return
    if undo is not None:
        gone = importing.undo_import(undo)
        show.lines([f"Import {undo} is out again: {entries(len(gone))}."])
        return
    if not files:
        raise typer.BadParameter("give one PATH or more")
    if unit not in (None, "lb", "kg"):
        raise typer.BadParameter("expected lb or kg", param_hint="--unit")
    chosen: Any = unit
    refused = False
    for path in files:
        try:
            with show.measuring() as progress:
                (result,) = importing.import_files(
                    [path],
                    dry_run=dry_run,
                    unit=chosen,
                    mapping=_pairs(mapping or [], "--map", "NAME=LIFT"),
                    columns=_pairs(columns or [], "--column", "NAME=WHAT"),
                    progress=progress,
                )
        except KeyboardInterrupt as error:
            show.fail(STOPPED)
            raise typer.Exit(130) from error
        refused = refused or result.refused is not None
        if json:
            show.as_json(_as_json(result, dry_run))
        else:
            _print(result, dry_run)
    if refused:
        raise typer.Exit(1)


def _pairs(given: list[str], option: str, form: str) -> dict[str, str]:
    found = {}
    for pair in given:
        name, equals, value = pair.rpartition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{pair}: expected {form}", param_hint=option)
        found[name] = value
    return found


def _print(result: FileImport, dry_run: bool) -> None:
    from underbar.wording.en_import import others

    name = str(result.path)
    if result.refused:
        _print_refused(name, result)
        return
    for part in result.parts:
        show.lines(_part_lines(name, part, dry_run))
        for issue in part.reported[:SHOWN]:
            show.fail(f"  {name}: {issue}")
        _more(part.reported)
    for unread in result.unread[:SHOWN]:
        why = f": {unread.why}" if unread.why else ""
        show.lines([f"  not read: {others(unread.name, unread.files)}{why}"])
    _more(result.unread)
    show.warn(result.warnings[:SHOWN_WARNINGS])
    _more(result.warnings, SHOWN_WARNINGS)


def _print_refused(name: str, result: FileImport) -> None:
    show.fail(f"{name}: {result.refused}")
    if result.likelier is not None:
        show.fail(f"  Its weights look like {result.likelier}: then add --unit {result.likelier}")
    if result.needs_columns is not None:
        from underbar.services.import_asked import ROLES

        asked = result.needs_columns
        show.fail("  It looks like this; change what is wrong, and leave out what is of no use:")
        for column, guess in zip(asked.header, asked.guess, strict=True):
            show.fail(f'    --column "{column}={guess}"')
        show.fail("  A column can hold:")
        for role, words in ROLES:
            show.fail(f"    {role:<16} {words}")
    for issue in result.issues[:SHOWN]:
        show.fail(f"  {issue}")
    _more(result.issues)


def _part_lines(name: str, part: Part, dry_run: bool) -> list[str]:
    from underbar.wording.en_import import entries, found, source_name, span

    would = "would add" if dry_run else "added"
    lines = [f"{name} ({source_name(part.source)}): {would} {entries(len(part.added))}"]
    if part.known:
        lines.append(f"  there already: {part.known:,}")
    account = part.account
    if account is not None:
        if account.first_day is not None and account.last_day is not None:
            what = "; ".join(found(account.sets_stored, account.nights, account.readings))
            lines.append(f"  {span(account.first_day, account.last_day)}: {what}")
        lines.append(
            f"  rows read {account.rows_read:,}, used {account.rows_used:,}, "
            f"not understood {len(account.reported):,}"
        )
        lines += _kinds("left aside", account.skipped)
        lines += _kinds("no place for", account.left_out)
        lines += [
            f"  taken for {seen.mapped_to}: {seen.name} ({seen.sets:,} sets)"
            for seen in account.exercises
            if seen.mapped_to
        ]
        kept = sum(seen.mapped_to is None for seen in account.exercises)
        if kept:
            lines.append(f"  kept under their own names: {kept:,} exercises")
        if account.unit_how == "inferred":
            lines.append(f"  weights taken as {account.unit}; if that is wrong, undo it and give --unit")
    if part.batch is not None:
        lines.append(f"  to take it out again: underbar import --undo {part.batch}")
    return lines


def _kinds(lead: str, counted: tuple[tuple[str, int], ...]) -> list[str]:
    lines = [f"  {lead}: {count:,} x {what}" for what, count in counted[:SHOWN_KINDS]]
    left = sum(count for _, count in counted[SHOWN_KINDS:])
    return [*lines, f"  {lead}: {left:,} x something else (--json has all)"] if left else lines


def _more(what: tuple[object, ...], shown: int = SHOWN) -> None:
    if len(what) > shown:
        show.fail(f"  and {len(what) - shown:,} more (--json has all)")


def _as_json(result: FileImport, dry_run: bool) -> dict[str, Any]:
    asked = result.needs_columns
    return {
        "file": str(result.path),
        "source": result.source,
        "dry_run": dry_run,
        "refused": result.refused,
        "columns": dict(zip(asked.header, asked.guess, strict=True)) if asked else None,
        "added": len(result.added),
        "known": result.known,
        "parts": [_part_json(part, dry_run) for part in result.parts],
        "unread": [unread._asdict() for unread in result.unread],
        "reported": [issue._asdict() for issue in result.reported],
        "warnings": list(result.warnings),
    }


def _part_json(part: Part, dry_run: bool) -> dict[str, Any]:
    from underbar.diary.notation import format_entry

    account = part.account
    return {
        "source": part.source,
        "batch": part.batch,
        "added": len(part.added),
        "known": part.known,
        "rows_read": account.rows_read if account else None,
        "sets_stored": account.sets_stored if account else None,
        "nights": account.nights if account else None,
        "readings": dict(account.readings) if account else {},
        "unit": account.unit if account else None,
        "exercises": [seen._asdict() for seen in account.exercises] if account else [],
        "skipped": dict(account.skipped) if account else {},
        "left_out": dict(account.left_out) if account else {},
        "entries": [format_entry(entry) for entry in part.added] if dry_run else None,
    }
