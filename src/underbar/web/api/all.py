"""Every address of the API."""

from __future__ import annotations

from underbar.web.api import entries, files, plans
from underbar.web.api.door import api

for _part in (entries, plans, files):
    api.add_router("", _part.router)

__all__ = ["api"]
