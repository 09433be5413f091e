"""Browser code that arrives inside Python packages, put among the static files when the app starts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def static_files() -> Iterator[None]:
    """Have the bundles lie where the static files are collected from."""
    yield
