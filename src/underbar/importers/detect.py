"""Which app wrote a file. The one dispatcher."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from underbar.importers.any_table import adapter as any_table
from underbar.importers.apple_health import adapter as apple_health
from underbar.importers.fit import adapter as fit
from underbar.importers.fitbit import adapter as fitbit
from underbar.importers.fitnotes import adapter as fitnotes
from underbar.importers.found import Asked, Found
from underbar.importers.garmin import adapter as garmin
from underbar.importers.health_auto_export import adapter as health_auto_export
from underbar.importers.hevy import adapter as hevy
from underbar.importers.imported import ImportRefused, Tally, listed
from underbar.importers.intervals_icu import adapter as intervals_icu
from underbar.importers.jefit import adapter as jefit
from underbar.importers.liftosaur import adapter as liftosaur
from underbar.importers.members import Piece
from underbar.importers.oura import adapter as oura
from underbar.importers.reading import table_of
from underbar.importers.samsung import adapter as samsung
from underbar.importers.sleep_as_android import adapter as sleep_as_android
from underbar.importers.strong import adapter as strong
from underbar.importers.stronglifts import adapter as stronglifts
from underbar.importers.whoop import adapter as whoop
from underbar.importers.withings import adapter as withings


class Reader(NamedTuple):
    """A source: whether a file is its own, by name and head alone; and what its files hold together.

    `read` counts every row in the tally, and raises ImportRefused where nothing can be made of a file.
    """

    source: str
    claims: Callable[[Piece], bool]
    read: Callable[[Sequence[Piece], Asked, Tally], Found]


READERS: Final = (
    Reader("apple-health", apple_health.claims, apple_health.read),
    Reader("fit", fit.claims, fit.read),
    Reader("fitbit", fitbit.claims, fitbit.read),
    Reader("fitnotes", fitnotes.claims, fitnotes.read),
    Reader("garmin", garmin.claims, garmin.read),
    Reader("health-auto-export", health_auto_export.claims, health_auto_export.read),
    Reader("hevy", hevy.claims, hevy.read),
    Reader("intervals-icu", intervals_icu.claims, intervals_icu.read),
    Reader("jefit", jefit.claims, jefit.read),
    Reader("liftosaur", liftosaur.claims, liftosaur.read),
    Reader("oura", oura.claims, oura.read),
    Reader("samsung", samsung.claims, samsung.read),
    Reader("sleep-as-android", sleep_as_android.claims, sleep_as_android.read),
    Reader("strong", strong.claims, strong.read),
    Reader("stronglifts", stronglifts.claims, stronglifts.read),
    Reader("whoop", whoop.claims, whoop.read),
    Reader("withings", withings.claims, withings.read),
)
"""The first that claims a file reads it."""
TABLE: Final = Reader("table", any_table.claims, any_table.read)
"""What reads a table of no known app, where nobody else claims a file."""


def reader_of(piece: Piece) -> Reader | None:
    """The source of a file, None where no source knows it. Raises ImportRefused where it cannot be read."""
    return next((reader for reader in READERS if reader.claims(piece)), None)


def why_unknown(piece: Piece) -> ImportRefused:
    """The sentence for a file that was dropped alone and that no source knows."""
    try:
        header = table_of(piece.read()).header
    except ImportRefused as error:
        return error
    return ImportRefused(f"This is no export that Underbar knows; its columns are: {listed(header)}.")
