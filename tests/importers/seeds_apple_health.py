"""Small exports of Apple Health: as phones write them now, and with everything that XML allows as well."""

from __future__ import annotations

PROLOG = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
]>
"""
BROKEN_PROLOG = PROLOG.replace("#REQUIRED\n>\n]>", "#REQUIRED\n]>")
"""As iOS 16 wrote it."""
NAME = "Sam\u2019s Apple\u00a0Watch"
DEVICE = "&lt;&lt;HKDevice: 0x30340a1c0&gt;, name:Apple Watch, model:Watch&gt;"
ZONE = '\n  <MetadataEntry key="HKTimeZone" value="Europe/Paris"/>\n '


def record(
    kind: str, start: str, end: str, value: str, unit: str = "", source: str = NAME, inside: str = ""
) -> str:
    """A record in the usual order of its attributes; `start` and `end` without offset."""
    measured = f' unit="{unit}"' if unit else ""
    return (
        f' <Record type="{kind}" sourceName="{source}" sourceVersion="10.2" device="{DEVICE}"{measured}'
        f' creationDate="{end} +0200" startDate="{start} +0200" endDate="{end} +0200" value="{value}"'
        + (f">{inside}</Record>\n" if inside else "/>\n")
    )


def sleep(stage: str, start: str, end: str, source: str = NAME, inside: str = ZONE) -> str:
    """A stage of sleep; in the zone that it names."""
    value = f"HKCategoryValueSleepAnalysis{stage}"
    return record("HKCategoryTypeIdentifierSleepAnalysis", start, end, value, "", source, inside)


def quantity(name: str, start: str, value: str, unit: str, source: str = NAME, inside: str = "") -> str:
    """A measurement."""
    return record(f"HKQuantityTypeIdentifier{name}", start, start, value, unit, source, inside)


def export(*parts: str, prolog: str = PROLOG) -> bytes:
    """An export of these elements."""
    top = '<HealthData locale="en_GB">\n <ExportDate value="2026-07-01 09:00:00 +0200"/>\n'
    return "".join((prolog, top, *parts, "</HealthData>\n")).encode()


BEATS = (
    "\n  <HeartRateVariabilityMetadataList>\n"
    '   <InstantaneousBeatsPerMinute bpm="57" time="00:20:37,80"/>\n'
    "  </HeartRateVariabilityMetadataList>\n "
)
NIGHT = (
    sleep("InBed", "2026-01-10 22:45:00", "2026-01-11 07:10:00", "Sam\u2019s iPhone"),
    sleep("AsleepCore", "2026-01-10 23:00:00", "2026-01-11 02:00:00"),
    sleep("AsleepDeep", "2026-01-11 02:00:00", "2026-01-11 03:00:00"),
    sleep("Awake", "2026-01-11 03:00:00", "2026-01-11 03:10:00"),
    sleep("AsleepREM", "2026-01-11 03:10:00", "2026-01-11 06:40:00"),
    sleep("AsleepUnspecified", "2026-01-10 23:05:00", "2026-01-11 06:50:00", "AutoSleep", ""),
)
WORKOUT = (
    ' <Workout workoutActivityType="HKWorkoutActivityTypeTraditionalStrengthTraining" duration="51"'
    f' durationUnit="min" sourceName="{NAME}" startDate="2026-01-11 18:00:00 +0200"'
    f' endDate="2026-01-11 18:51:00 +0200">{ZONE}<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate"'
    ' average="112" unit="count/min"/>\n </Workout>\n'
)
REST = (
    quantity("StepCount", "2026-01-11 08:00:00", "212", "count", "Sam\u2019s iPhone"),
    quantity("HeartRate", "2026-01-11 08:01:00", "61", "count/min", "", '<MetadataEntry key="k" value="1"/>'),
    quantity("RestingHeartRate", "2026-01-11 06:05:00", "52", "count/min"),
    quantity("HeartRateVariabilitySDNN", "2026-01-11 04:00:00", "48.5", "ms", inside=BEATS),
    quantity("HeartRateVariabilitySDNN", "2026-01-11 05:00:00", "41.5", "ms", inside=BEATS),
    quantity("BodyMass", "2026-01-11 07:30:00", "80.25", "kg", "Scale"),
    quantity("BodyMassIndex", "2026-01-11 07:30:00", "24.1", "count", "Scale"),
)
USUAL = export(*REST, *NIGHT, WORKOUT, ' <ActivitySummary dateComponents="2026-01-11"/>\n')
STRANGE = (
    b"<HealthData locale='en_GB'><!-- HKCategoryTypeIdentifierSleepAnalysis -->\n"
    b"<Record value='52' endDate='2026-01-11 12:00:00 +0100'\n startDate = '2026-01-11 00:05:00 +0100'"
    b" unit='count/min' sourceName='A&#x263A;'\n type='HKQuantityTypeIdentifierRestingHeartRate'></Record>"
    b"<![CDATA[<Record type=\"HKQuantityTypeIdentifierBodyMass\"/>]]></HealthData>"
)
SEEDS: tuple[tuple[str, bytes], ...] = (
    ("export.xml", USUAL),
    ("Export.xml", export(*NIGHT, *REST, prolog=BROKEN_PROLOG)),
    ("strange.xml", STRANGE),
)
