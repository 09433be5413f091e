"""A program that works on somebody's diary through the API."""

from __future__ import annotations

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from people import Person

from underbar.services.accounts import MadeToken, make_token
from underbar.services.database import acting_for
from underbar.services.exporting import export
from underbar.services.history import lifters_today
from underbar.web.api.examples import EXAMPLES, FILE

IDS = [f"01956a3e-8d1c-7c3a-9f00-{number:012d}" for number in range(5)]
STRONG = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,"
    "Notes,Workout Notes,Workout Duration\n"
    '2025-03-01 10:00:00,"Legs","Deadlift (Barbell)",1,135.0,lbs,5,,,,0,"","",40m\n'
    '2025-03-01 10:00:00,"Legs","Deadlift (Hex)",1,145.0,lbs,5,,,,0,"","",40m\n'
)


class Device:
    """A program with a token and nothing else."""

    def __init__(self, person: Person, name: str = "watch") -> None:
        with acting_for(person.diary):
            self.token: MadeToken = make_token(name)
        self.client = Client(enforce_csrf_checks=True)
        self.headers = {"Authorization": f"Bearer {self.token.secret}"}

    def get(self, url: str) -> Any:
        return self.client.get(url, headers=self.headers)

    def delete(self, url: str) -> Any:
        return self.client.delete(url, headers=self.headers)

    def put(self, url: str, data: Any) -> Any:
        return self.client.put(url, json.dumps(data), content_type="application/json", headers=self.headers)

    def post(self, url: str, data: Any) -> Any:
        return self.client.post(url, json.dumps(data), content_type="application/json", headers=self.headers)

    def send(self, *lines: dict[str, Any]) -> Any:
        return self.post("/api/entries", {"entries": list(lines)})

    def upload(self, content: bytes, name: str = FILE, **form: str) -> Any:
        file = SimpleUploadedFile(name, content)
        return self.client.post("/api/import", {"file": file, **form}, headers=self.headers)


def full(person: Person) -> str:
    with acting_for(person.diary):
        return export(full=True)


def today(person: Person) -> str:
    with acting_for(person.diary):
        return lifters_today().day.isoformat()


def each(person: Any, entry: str) -> list[tuple[str, str, Any]]:
    """Every operation once, by its example, aimed at `entry`."""
    found = []
    for (method, path), example in EXAMPLES.items():
        url = example.path.replace(IDS[0], entry)
        if "entry_id" in path:
            url = f"/api/entries/{entry}"
        data: Any = {}
        if example.body is not None:
            data = {"data": json.dumps(example.body), "content_type": "application/json"}
        elif example.form is not None:
            data = {"data": {"file": SimpleUploadedFile(FILE, STRONG.encode()), **example.form}}
        found.append((method, path, getattr(person, method)(url, **data)))
    return found
