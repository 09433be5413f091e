"""The app of the pages, and the one thing that has to be put right once Django has started."""

from __future__ import annotations

import os
import time
from typing import Any

from django.apps import AppConfig
from django.conf import settings


class WebConfig(AppConfig):
    """Has the process keep the zone of its machine, which the lifter's day is reckoned in.

    Django sets the whole process to its `TIME_ZONE`; it needs that for nothing but naive datetimes,
    and there are none here.
    """

    name = "underbar.web"

    def ready(self) -> None:
        if not hasattr(time, "tzset"):
            return
        zone: Any = getattr(settings, "MACHINE_ZONE", None)
        if zone is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = zone
        time.tzset()
