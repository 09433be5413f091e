"""export: the whole diary out."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Annotated, get_args

import typer

from underbar.cli import show


def export(
    form: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="text, jsonl, csv, parquet, fhir or ical."),
    ] = "text",
    full: Annotated[
        bool, typer.Option("--full", help="Text with ids, sources and corrections: a backup.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Into a file.")
    ] = None,
) -> None:
    """Print the whole diary, as text or in another format.

    Text that is brought into an empty database comes out again byte for byte.

    \b
      underbar export > my.diary
      underbar export --full -o backup.diary
      underbar export --format csv -o tables.zip
    """
    from underbar.services.exporting import Format, export_as
    from underbar.wording import en_leave

    if form not in get_args(Format):
        raise typer.BadParameter(f"expected {', '.join(get_args(Format))}", param_hint="--format")
    if full and form != "text":
        raise typer.BadParameter(en_leave.FULL_IS_TEXT)
    with show.working("Writing ..."):
        made = export_as(form, full)  # type: ignore[arg-type]  # it is one
    if output is None:
        if made.binary and sys.stdout.isatty():
            raise typer.BadParameter(en_leave.NOT_ON_A_TERMINAL)
        sys.stdout.buffer.write(made.data)
    else:
        _into(output, made.data)
        show.lines([f"{output}: {en_leave.counted(form, made.amount)}"])
    if made.left_out:
        show.fail(en_leave.left_out(made.left_out))


def _into(path: Path, data: bytes) -> None:
    try:
        _write(path, data)
    except OSError as error:
        show.fail(f"{path}: {error.strerror or error}")
        raise typer.Exit(1) from error


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
