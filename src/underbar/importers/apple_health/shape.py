"""What an export of Apple Health holds, and the names that its elements have there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from underbar.importers.imported import ImportRefused

SOURCE: Final = "apple-health"

SLEEP: Final = "HKCategoryTypeIdentifierSleepAnalysis"
HRV: Final = "HKQuantityTypeIdentifierHeartRateVariabilitySDNN"
PULSE: Final = "HKQuantityTypeIdentifierRestingHeartRate"
WEIGHT: Final = "HKQuantityTypeIdentifierBodyMass"
WANTED: Final = frozenset({SLEEP, HRV, PULSE, WEIGHT})
"""Types of records that are read; every other record is counted by its type."""
OTHERS: Final = frozenset(
    {"ActivitySummary", "Audiogram", "ClinicalRecord", "Correlation", "VisionPrescription"}
)
"""Elements beside records and workouts that are counted; the children of all of these are not."""

TRUNCATED: Final = "The export breaks off before its end: export it again on the phone."
DAMAGED: Final = "The XML of the export is damaged: export it again on the phone."
_STRENGTH: Final = frozenset({"TraditionalStrengthTraining", "FunctionalStrengthTraining", "CoreTraining"})
_MOST_KINDS: Final = 1000
_PREFIX: Final = re.compile(r"HK(?:[A-Za-z]{1,40}TypeIdentifier|WorkoutActivityType|DataType)")
_PLAIN: Final = re.compile(r"[A-Za-z0-9]{1,60}")
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


Bytes = bytes | bytearray


class Raw(NamedTuple):
    """A record that is read, its attributes as they stand there; "" for one that it does not have.

    `zone`: the value of its metadata entry HKTimeZone.
    """

    type: str
    source: str
    unit: str
    start: str
    end: str
    value: str
    zone: str


@dataclass(slots=True)
class Seen:
    """Everything that an export holds, by name: types of records, kinds of workout, other elements."""

    records: Counter[str] = field(default_factory=Counter)
    workouts: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)

    def check(self) -> None:
        """Raises ImportRefused where there are more names than any export has, so that memory stays small."""
        if max(len(self.records), len(self.workouts)) > _MOST_KINDS:
            raise ImportRefused(f"It holds over {_MOST_KINDS:,} kinds of records: no export of Apple does.")

    def unused(self) -> Counter[str]:
        """What is not read, by plain words, with how often it is there."""
        words: Counter[str] = Counter()
        for name, count in self.records.items():
            if name not in WANTED:
                words[_words(name) or "a record of another kind"] += count
        for name, count in self.workouts.items():
            plain = _words(name) or "of another kind"
            sets = ", of which no sets are told" if _PREFIX.sub("", name) in _STRENGTH else ""
            words[f"workout: {plain}{sets}"] += count
        for name, count in self.others.items():
            words[_words(name)] += count
        return words


def _words(name: str) -> str:
    """`HKQuantityTypeIdentifierStepCount` as `step count`; "" for what no name of Apple's looks like."""
    plain = _PREFIX.sub("", name, count=1)
    return _HUMP.sub(" ", plain).lower() if _PLAIN.fullmatch(plain) else ""
