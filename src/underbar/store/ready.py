"""Django, set up for the store unless a program of its own has done so; and then the models.

Whoever needs the models takes them from here: Django refuses to load them any earlier.
"""

from __future__ import annotations

import django
from django.conf import settings

from underbar.store import django_settings

if not settings.configured:
    settings.configure(**{name: value for name, value in vars(django_settings).items() if name.isupper()})
    django.setup()

from underbar.store import models

__all__ = ["models"]
