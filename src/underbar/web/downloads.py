"""The diary as a file to keep."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse

from underbar.services.exporting import export
from underbar.services.history import lifters_today


def diary_file(full: bool) -> FileResponse:
    """The diary's text as an attachment, named after today; `full`: the backup."""
    text = export(full)
    kind = "-full" if full else ""
    name = f"underbar-{lifters_today().day.isoformat()}{kind}.diary"
    return FileResponse(
        BytesIO(text.encode()),
        as_attachment=True,
        filename=name,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "private, no-store"},
    )
