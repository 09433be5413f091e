"""Browser code that arrives inside Python packages, put among the static files when the app starts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.staticfiles.finders import get_finder

CHARTS: Final = "underbar/js/vega.js"
"""Where the page of the history finds what draws its picture."""


@contextmanager
def static_files() -> Iterator[None]:
    """Have the bundles lie where the static files are collected from."""
    before = settings.STATICFILES_DIRS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / CHARTS
        path.parent.mkdir(parents=True)
        path.write_text(charts_bundle(), encoding="utf-8")
        settings.STATICFILES_DIRS = [*before, folder]
        _forget_finders()
        try:
            yield
        finally:
            settings.STATICFILES_DIRS = before
            _forget_finders()


def _forget_finders() -> None:
    """A finder reads the folders when it is made, and is kept."""
    get_finder.cache_clear()  # type: ignore[attr-defined]  # functools.lru_cache, untold by its stub


@cache
def charts_bundle() -> str:
    """Vega as one module; put together in about a second."""
    from underbar.charts.draw import browser_bundle  # noqa: PLC0415 - Altair is asked for here alone

    return browser_bundle()
