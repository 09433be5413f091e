"""Files that are brought in: streamed to a private temporary file, and refused past their limit."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

from underbar.web.tokens import opened

MEGABYTE: Final = 1024 * 1024
_TOO_LARGE: Final = "underbar.too_large"


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Stops reading a request that brings, or says that it will bring, more than `UNDERBAR_UPLOAD_MB`.

    Of nobody no file is read at all: Django looks for the form's token before a page asks who it is.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        self.left = settings.CHOSEN.upload_mb * MEGABYTE
        self.announced = 0

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ARG002 - Django's signature, here and below
        META: Any,  # noqa: ARG002
        content_length: int,
        boundary: Any,  # noqa: ARG002
        encoding: str | None = None,  # noqa: ARG002
    ) -> None:
        """Note how much the request says that it brings; a little of it is no file."""
        self.announced = content_length - MEGABYTE

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins: nothing of it is read where the request is too large as a whole."""
        if self.announced > self.left:
            self._refuse(connection_reset=True)
        if self.request is None or not (self.request.user.is_authenticated or opened(self.request)):
            raise StopUpload(connection_reset=True)
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """One chunk to the disk, while there is room for it."""
        self.left -= len(raw_data)
        if self.left < 0:
            self.file.close()
            self._refuse(connection_reset=False)
        super().receive_data_chunk(raw_data, start)

    def _refuse(self, connection_reset: bool) -> None:
        if self.request is not None:
            self.request.META[_TOO_LARGE] = True
        raise StopUpload(connection_reset=connection_reset)


def too_large(request: HttpRequest) -> str | None:
    """Why the files of a request were not read, None where they were; asked after `request.FILES`."""
    if not request.META.get(_TOO_LARGE):
        return None
    most = settings.CHOSEN.upload_mb
    return f"That is more than {most} MB, the most that this server takes at once. Nothing was stored."
