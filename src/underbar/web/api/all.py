"""Every address of the API."""

from __future__ import annotations

from underbar.web.api import entries, files, insights, plans
from underbar.web.api.door import api

for _part in (entries, plans, insights, files):
    api.add_router("", _part.router)

__all__ = ["api"]
