"""No test may reach the diary of whoever runs the suite, whatever their environment says."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

# Django is set up once a process, so the whole suite runs with the web's settings: those of the store
# alone are a part of them, and the programs that tests start have them for themselves.
_HOME = Path(tempfile.mkdtemp(prefix="underbar-tests-"))
for _name in [name for name in os.environ if name.startswith("UNDERBAR_")]:
    if _name not in ("UNDERBAR_KILLS", "UNDERBAR_TEST_BROWSER"):
        del os.environ[_name]

# A check-in of 03:00 belongs to yesterday and one of 13:00 is late, so the hour of a run would decide what a
# test sees. The suite and its programs live where it is nine in the morning; a test of another hour names it.
_AHEAD = (9 - time.gmtime().tm_hour + 12) % 24 - 12
if hasattr(time, "tzset"):
    os.environ["TZ"] = f"SUITE{-_AHEAD:+d}"
    time.tzset()
os.environ["UNDERBAR_HOME"] = str(_HOME)
os.environ["DJANGO_SETTINGS_MODULE"] = "underbar.web.django_settings"

import django

django.setup()
del os.environ["DJANGO_SETTINGS_MODULE"]


@pytest.fixture(autouse=True, scope="session")
def no_data_folder() -> Iterator[None]:
    """Settings without a folder of the test's own fail, here and in the programs that tests start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNDERBAR_HOME", os.path.join(os.devnull, "nowhere"))
        yield
    shutil.rmtree(_HOME, ignore_errors=True)
