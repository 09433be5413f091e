"""No test may reach the diary of whoever runs the suite, whatever their environment says."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def no_data_folder() -> Iterator[None]:
    """Settings without a folder of the test's own fail, here and in the programs that tests start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNDERBAR_HOME", os.path.join(os.devnull, "nowhere"))
        patch.delenv("UNDERBAR_DATABASE", raising=False)
        yield
