"""The app for a server of WSGI; importing it makes Django ready, not the database."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "underbar.web.django_settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
