"""Small files of a Garmin export and answers of Garmin Connect, for the tests that damage them."""

from __future__ import annotations

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "2026-01-01_2026-04-01_1234_sleepData.json",
        b'[{"sleepStartTimestampGMT": "2026-03-01T22:00:00.0",\n'
        b'"sleepEndTimestampGMT": "2026-03-02T06:00:00.0",\n'
        b'"calendarDate": "2026-03-02", "sleepWindowConfirmationType": "ENHANCED_CONFIRMED_FINAL",\n'
        b'"deepSleepSeconds": 7200, "lightSleepSeconds": 14400, "remSleepSeconds": 3600,\n'
        b'"awakeSleepSeconds": 3600, "unmeasurableSeconds": 0, "retro": false,\n'
        b'"napList": [{"napTimeSec": 1800, "napStartTimestampGMT": "2026-03-02T13:00:00.0"}]},\n'
        b'{"retro": false}]',
    ),
    (
        "UDSFile_2026-01-01_2026-04-01.json",
        b'[{"calendarDate": "2026-03-02", "totalSteps": 9000, "restingHeartRate": 52,\n'
        b'"currentDayRestingHeartRate": 50},\n'
        b'{"calendarDate": {"date": "2026-03-03"}, "restingHeartRate": 51}]',
    ),
    (
        "2026-01-01_2026-04-01_1234_healthStatusData.json",
        b'[{"calendarDate": "2026-03-02",\n'
        b'"metrics": [{"type": "HRV", "value": 48.0, "status": "IN_RANGE"},\n'
        b'{"type": "HR", "value": 49.0}, {"type": "SPO2"}]}]',
    ),
    (
        "1234_userBioMetrics.json",
        b'[{"metaData": {"calendarDate": "2026-03-02T00:00:00.0", "sequence": 1},\n'
        b'"weight": {"weight": 81500.0, "timestampGMT": "2026-03-02T06:30:00.0"}, "height": 180.0}]',
    ),
    (
        "sleep_2026-03-02.json",
        b'{"dailySleepDTO": {"id": 1, "calendarDate": "2026-03-02", "sleepTimeSeconds": 25200,\n'
        b'"sleepStartTimestampGMT": 1772402400000, "sleepEndTimestampGMT": 1772431200000,\n'
        b'"sleepStartTimestampLocal": 1772406000000, "sleepEndTimestampLocal": 1772434800000,\n'
        b'"deepSleepSeconds": 7200, "lightSleepSeconds": 14400, "remSleepSeconds": 3600},\n'
        b'"restingHeartRate": 52, "avgOvernightHrv": 48.0, "sleepMovement": []}',
    ),
)
