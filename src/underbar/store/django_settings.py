"""What Django needs to know of the store. Which file to open is said by `connection.use`."""

from __future__ import annotations

from typing import Final

NO_FILE: Final = ":memory:"

INSTALLED_APPS = ["underbar.store"]
# IMMEDIATE takes the write lock when a transaction begins, so that two writers wait for each other
# instead of failing half-way; FULL has a commit on the disk before it is acknowledged.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": NO_FILE,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
