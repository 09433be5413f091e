"""Files that are brought in: streamed to a private temporary file, and refused past their limit."""

from __future__ import annotations

from django.conf import settings
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Stops reading once a request has sent more than `UNDERBAR_UPLOAD_MB`; the view then finds
    `request.META["underbar.too_large"]`."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        self.left = settings.CHOSEN.upload_mb * 1024 * 1024

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """One chunk to the disk, while there is room for it."""
        self.left -= len(raw_data)
        if self.left < 0:
            if self.request is not None:
                self.request.META["underbar.too_large"] = True
            self.file.close()
            raise StopUpload(connection_reset=False)
        super().receive_data_chunk(raw_data, start)
