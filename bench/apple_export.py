"""Writes an Apple Health export of any size: the same seed gives the same bytes on every machine.

    python bench/apple_export.py OUT.xml MEGABYTES [--by-day] [--seed N]

The mix of records a day is that of one real export of 682 days, with the sleep stages that watches write
since 2022. A real export has its records by type, one type after the other, each in the order of time; with
`by_day` the same records stand day by day, so that the wanted ones lie scattered over the whole file.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

SEED: Final = 7
_FIRST_DAY: Final = date(2016, 1, 1)
_BYTES_A_DAY: Final = 2_216_000
_OFFSET: Final = "+0200"
"""The one of the day of the export, which Apple writes for every day of the year."""
_WATCH: Final = "Sam’s Apple\u00a0Watch"
_PHONE: Final = "Sam’s iPhone"
_Q: Final = "HKQuantityTypeIdentifier"
_SLEEP: Final = "HKCategoryTypeIdentifierSleepAnalysis"
_STAGES: Final = ("AsleepCore", "AsleepDeep", "AsleepCore", "AsleepREM", "Awake", "AsleepCore")
_CLOCK: Final = [
    f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02} {_OFFSET}" for second in range(86_400)
]

_TOP: Final = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData locale CDATA #REQUIRED>
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
<!ATTLIST Record
  type          CDATA #REQUIRED
  unit          CDATA #IMPLIED
  value         CDATA #IMPLIED
  sourceName    CDATA #REQUIRED
  sourceVersion CDATA #IMPLIED
  device        CDATA #IMPLIED
  creationDate  CDATA #IMPLIED
  startDate     CDATA #REQUIRED
  endDate       CDATA #REQUIRED
>
]>
<HealthData locale="en_GB">
 <ExportDate value="2026-07-01 09:00:00 +0200"/>
 <Me HKCharacteristicTypeIdentifierDateOfBirth="" HKCharacteristicTypeIdentifierBiologicalSex=\
"HKBiologicalSexNotSet"/>
"""
_ZONE: Final = '  <MetadataEntry key="HKTimeZone" value="Europe/Paris"/>\n'
_TYPED_IN: Final = '  <MetadataEntry key="HKWasUserEntered" value="1"/>\n'


class _Day:
    """A day of the export: what its times look like, and the chance of one group of records on it."""

    def __init__(self, number: int, seed: int, group: int) -> None:
        self.number = number
        self.chance = random.Random((seed * 1_000 + group) * 100_000 + number)
        self._days = [f"{_FIRST_DAY + timedelta(days=number + further)} " for further in range(3)]

    def at(self, second: int) -> str:
        """The time so many seconds after midnight, up to the third day."""
        return self._days[second // 86_400] + _CLOCK[second % 86_400]

    def device(self, source: str) -> str:
        """The attribute by which Apple describes what measured: a new address in memory each time."""
        model, hardware = ("Watch", "Watch6,10") if source == _WATCH else ("iPhone", "iPhone16,1")
        name = "Apple Watch" if source == _WATCH else "iPhone"
        address = 0x303000000 + int(self.chance.random() * 1_048_576) * 16
        return (
            f' device="&lt;&lt;HKDevice: 0x{address:x}&gt;, name:{name}, manufacturer:Apple Inc.,'
            f' model:{model}, hardware:{hardware}, software:10.6.1,'
            ' creation date:2024-08-24 17:12:03 +0000&gt;"'
        )

    def record(
        self,
        kind: str,
        start: int,
        end: int,
        value: str,
        *,
        unit: str = "",
        source: str = _WATCH,
        device: bool = False,
        inside: str = "",
    ) -> str:
        """A record in the usual order of its attributes."""
        created = self.at(end + 60 + int(self.chance.random() * 1740))
        measured = (self.device(source) if device else "") + (f' unit="{unit}"' if unit else "")
        return (
            f' <Record type="{kind}" sourceName="{source}" sourceVersion="10.6.1"{measured}'
            f' creationDate="{created}" startDate="{self.at(start)}"'
            f' endDate="{self.at(end)}" value="{value}"' + (f">\n{inside} </Record>\n" if inside else "/>\n")
        )


def _bulk(kind: str, unit: str, a_day: int, mean: float) -> Callable[[_Day], str]:
    """A quantity that is measured all day long: `mean` 0 for whole numbers."""

    def records(day: _Day) -> str:
        chance = day.chance
        found = []
        for number in range(a_day):
            start = 86_400 * number // a_day
            source = _PHONE if kind in ("FlightsClimbed", "StepCount") and chance.random() < 0.45 else _WATCH
            share = chance.random()
            value = f"{mean * (0.2 + 1.6 * share):.6g}" if mean else f"{int(share * 300) + 1}"
            found.append(
                day.record(
                    _Q + kind,
                    start,
                    start + 3 + int(chance.random() * 157),
                    value,
                    unit=unit,
                    source=source,
                    device=True,
                )
            )
        return "".join(found)

    return records


def _pulse(day: _Day) -> str:
    chance = day.chance
    return "".join(
        day.record(
            _Q + "HeartRate",
            125 * number,
            125 * number,
            str(44 + int(chance.random() * 120)),
            unit="count/min",
            device=True,
            inside='  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext"'
            f' value="{int(chance.random() * 3)}"/>\n',
        )
        for number in range(690)
    )


def _stand(day: _Day) -> str:
    words = ("HKCategoryValueAppleStandHourStood", "HKCategoryValueAppleStandHourIdle")
    return "".join(
        day.record(
            "HKCategoryTypeIdentifierAppleStandHour",
            3600 * hour,
            3600 * hour + 3600,
            day.chance.choice(words),
            device=True,
        )
        for hour in range(8, 23)
    )


def _resting(day: _Day) -> str:
    value = str(day.chance.randrange(44, 70))
    return day.record(_Q + "RestingHeartRate", 60, 54_000, value, unit="count/min")


def _variability(day: _Day) -> str:
    found = []
    for _ in range(3):
        start = day.chance.randrange(84_000)
        beats = "".join(
            f'   <InstantaneousBeatsPerMinute bpm="{day.chance.randrange(45, 80)}"'
            f' time="{_CLOCK[start + beat][:8]},{day.chance.randrange(100):02}"/>\n'
            for beat in range(45)
        )
        beats = (
            f"  <HeartRateVariabilityMetadataList>\n{beats}  </HeartRateVariabilityMetadataList>\n"
        )
        value = f"{day.chance.uniform(20, 80):.3f}"
        kind = _Q + "HeartRateVariabilitySDNN"
        found.append(day.record(kind, start, start + 60, value, unit="ms", device=True, inside=beats))
    return "".join(found)


def _weight(kind: str, unit: str, low: float, high: float) -> Callable[[_Day], str]:
    def records(day: _Day) -> str:
        start = day.chance.randrange(21_600, 32_400)
        value = f"{day.chance.uniform(low, high):.2f}"
        return day.record(_Q + kind, start, start, value, unit=unit, source="Scale")

    return records


def _sleep(day: _Day) -> str:
    chance = day.chance
    bed = 79_200 + chance.randrange(120) * 60
    now, found = bed, []
    for number in range(chance.randrange(20, 36)):
        after = now + 60 * chance.randrange(2, 24)
        stage = "HKCategoryValueSleepAnalysis" + _STAGES[number % len(_STAGES)]
        found.append(day.record(_SLEEP, now, after, stage, inside=_ZONE))
        now = after
    in_bed, asleep = ("HKCategoryValueSleepAnalysis" + word for word in ("InBed", "AsleepUnspecified"))
    found.append(day.record(_SLEEP, bed - 900, now + 600, in_bed, source=_PHONE, inside=_ZONE))
    if chance.random() < 0.3:
        found.append(day.record(_SLEEP, bed + 300, now, asleep, source="AutoSleep", inside=_ZONE))
    if chance.random() < 0.1:
        found.append(day.record(_SLEEP, 50_400, 51_900, asleep, source=_PHONE, inside=_TYPED_IN))
    return "".join(found)


def _workout(day: _Day) -> str:
    if day.number % 2:
        return ""
    start = 64_800 + day.chance.randrange(60) * 60
    end = start + day.chance.randrange(38, 85) * 60
    minutes = f'duration="{(end - start) / 60}" durationUnit="min"'
    span = f'startDate="{day.at(start)}" endDate="{day.at(end)}"'
    pulse = (
        f'<WorkoutStatistics type="{_Q}HeartRate" {span} average="112.4" minimum="71" maximum="158"'
        ' unit="count/min"/>\n'
    )
    kind = day.chance.choice(("TraditionalStrengthTraining", "FunctionalStrengthTraining", "Walking"))
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" {minutes} sourceName="{_WATCH}"'
        f' sourceVersion="10.6.1"{day.device(_WATCH)} creationDate="{day.at(end)}" {span}>\n'
        f'  <MetadataEntry key="HKIndoorWorkout" value="1"/>\n{_ZONE}'
        '  <MetadataEntry key="HKAverageMETs" value="4.2 kcal/hr·kg"/>\n'
        f'  <WorkoutEvent type="HKWorkoutEventTypeSegment" date="{day.at(start)}" {minutes}/>\n'
        f'  <WorkoutActivity uuid="{day.chance.getrandbits(128):032X}" {span} {minutes}>\n   {pulse}'
        f"  </WorkoutActivity>\n  {pulse} </Workout>\n"
    )


def _summary(day: _Day) -> str:
    return (
        f' <ActivitySummary dateComponents="{day.at(0)[:10]}"'
        f' activeEnergyBurned="{day.chance.uniform(200, 900):.3f}"'
        ' activeEnergyBurnedGoal="500" activeEnergyBurnedUnit="kcal" appleStandHours="11"/>\n'
    )


_GROUPS: Final[tuple[Callable[[_Day], str], ...]] = (
    _weight("BodyMassIndex", "count", 22, 26),
    _weight("BodyMass", "kg", 76, 84),
    _pulse,
    _bulk("StepCount", "count", 396, 0),
    _bulk("DistanceWalkingRunning", "km", 441, 0.02),
    _bulk("BasalEnergyBurned", "kcal", 1280, 1.2),
    _bulk("ActiveEnergyBurned", "kcal", 1915, 0.31),
    _bulk("FlightsClimbed", "count", 36, 0),
    _bulk("AppleExerciseTime", "min", 89, 0),
    _resting,
    _stand,
    _sleep,
    _variability,
    _workout,
    _summary,
)


def blocks(days: int, *, by_day: bool = False, seed: int = SEED) -> Iterator[bytes]:
    """The export of so many days, in blocks of bytes."""
    yield _TOP.encode()
    cells = (
        ((group, day) for day in range(days) for group in range(len(_GROUPS)))
        if by_day
        else ((group, day) for group in range(len(_GROUPS)) for day in range(days))
    )
    for group, day in cells:
        yield _GROUPS[group](_Day(day, seed, group)).encode()
    yield b"</HealthData>\n"


def write(path: Path, megabytes: float, *, by_day: bool = False, seed: int = SEED) -> int:
    """Write an export of about so many megabytes (of 1,000,000 bytes); its days."""
    days = max(1, round(megabytes * 1_000_000 / _BYTES_A_DAY))
    with path.open("wb", buffering=1 << 20) as file:
        for block in blocks(days, by_day=by_day, seed=seed):
            file.write(block)
    return days


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("out", type=Path)
    words.add_argument("megabytes", type=float)
    words.add_argument("--by-day", action="store_true")
    words.add_argument("--seed", type=int, default=SEED)
    said = words.parse_args()
    print(said.out, write(said.out, said.megabytes, by_day=said.by_day, seed=said.seed), "days")
