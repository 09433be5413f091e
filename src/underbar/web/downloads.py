"""The diary as a file to keep."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse

from underbar.services.exporting import Format, export_as


def diary_file(form: Format = "text", full: bool = False) -> FileResponse:
    """The diary in a format as an attachment, named after today; `full`: the backup."""
    made = export_as(form, full)
    return FileResponse(
        BytesIO(made.data),
        as_attachment=True,
        filename=made.name,
        content_type=made.media,
        headers={"Cache-Control": "private, no-store"},
    )
