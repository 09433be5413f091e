"""Somebody with an account, for tests of the app."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.contrib.auth import get_user_model
from django.test import Client

from underbar.diary.notation import format_diary
from underbar.services.accounts import diary_of
from underbar.services.database import acting_for
from underbar.services.history import lifters_today
from underbar.services.importing import import_files
from underbar.services.sample import entries_until

PASSWORD = "a long enough pass phrase"


class Person:
    """Somebody with an account: `client` is signed in, `diary` the number of the diary."""

    def __init__(self, name: str) -> None:
        user = get_user_model().objects.create_user(username=name, password=PASSWORD)
        self.name = name
        self.diary = diary_of(user.pk)
        self.client = Client()
        self.client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    def bring(self, text: str, folder: Path, instant: datetime | None = None) -> None:
        """Entries of a text into the diary, as an import."""
        path = folder / f"{self.name}.diary"
        path.write_text(text, encoding="utf-8")
        with acting_for(self.diary):
            (done,) = import_files([path], instant=instant)
        assert done.refused is None, done

    def bring_sample(self, folder: Path) -> None:
        """The sample diary, up to this morning's check-in."""
        with acting_for(self.diary):
            today = lifters_today().day
        self.bring(format_diary(entries_until(today)), folder)
