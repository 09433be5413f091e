"""Which column of a Whoop export means what. File names and headers are in the language of the app."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, Literal

Role = Literal["cycle", "zone", "pulse", "hrv", "onset", "wake", "asleep", "nap", "workout"]

# One line a language: English, German, Spanish, French, Portuguese.
_NAMES: Final[Mapping[Role, tuple[str, ...]]] = {
    "cycle": (
        "cycle start time",
        "startzeit des zyklus",
        "hora de inicio del ciclo",
        "heure de debut du cycle",
        "hora de inicio do ciclo",
    ),
    "zone": (
        "cycle timezone",
        "zeitzone des zyklus",
        "zona horaria del ciclo",
        "fuseau horaire du cycle",
        "fuso horario do ciclo",
    ),
    "pulse": (
        "resting heart rate bpm",
        "ruheherzfrequenz schlage pro minute",
        "frecuencia cardiaca en reposo lpm",
        "frequence cardiaque au repos bpm",
        "frequencia cardiaca em repouso bpm",
    ),
    "hrv": (
        "heart rate variability ms",
        "herzfrequenzvariabilitat ms",
        "variabilidad de la frecuencia cardiaca ms",
        "variabilite de la frequence cardiaque ms",
        "variabilidade da frequencia cardiaca ms",
    ),
    "onset": (
        "sleep onset",
        "beginn des schlafs",
        "inicio del sueno",
        "premiers signes de sommeil",
        "inicio do sono",
    ),
    "wake": (
        "wake onset",
        "beginn des aufwachens",
        "inicio de la vigilia",
        "premiers signes de reveil",
        "inicio da vigilia",
    ),
    "asleep": (
        "asleep duration min",
        "schlafdauer min",
        "duracion del sueno min",
        "duree du sommeil min",
        "duracao do sono min",
    ),
    "nap": ("nap", "nickerchen", "siesta", "sieste", "sesta"),
    "workout": (
        "workout start time",
        "startzeit des trainings",
        "hora de inicio del entrenamiento",
        "heure de debut de l entrainement",
        "hora de inicio do treino",
    ),
}
_ROLES: Final[Mapping[str, Role]] = {name: role for role, names in _NAMES.items() for name in names}
SLEEP: Final[frozenset[Role]] = frozenset({"cycle", "onset", "wake", "asleep"})
"""What a file of sleeps or of cycles has."""
_ELSE: Final = re.compile(r"[^a-z0-9]+")


def roles_of(header: Iterable[str]) -> dict[Role, int] | None:
    """The column of each role; None where the table has no cycles and so is none of Whoop's."""
    roles: dict[Role, int] = {}
    for column, name in enumerate(header):
        role = _ROLES.get(_plain(name))
        if role is not None:
            roles.setdefault(role, column)
    return roles if {"cycle", "zone"} <= roles.keys() else None


def _plain(name: str) -> str:
    """Without accents and signs, lower case, single blanks."""
    letters = (c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return _ELSE.sub(" ", "".join(letters)).strip()
