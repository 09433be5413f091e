"""Small files of a Withings export, in English and in German."""

from __future__ import annotations

_REST = (
    '"Duration to sleep (s)","Duration to wake up (s)","Snoring (s)","Snoring episodes",'
    '"Average heart rate","Heart rate (min)","Heart rate (max)"\n'
)
SLEEP = (
    'from,to,"light (s)","deep (s)","rem (s)","awake (s)","wake up",' + _REST +
    "2026-03-01T19:46:09-07:00,2026-03-01T20:06:09-07:00,0,0,0,1200,0,0,0,0,0,0,0,0\n"
    "2026-03-01T22:00:00-07:00,2026-03-02T06:00:00-07:00,14000,8000,4000,2800,1,600,0,0,0,61,52,86\n"
)  # fmt: skip
GERMAN = (
    'von,bis,"leicht (s)","tief (s)","rem (s)","wach (s)",Aufwachen,' + _REST +
    "2026-03-03T00:26:00+01:00,2026-03-03T08:26:00+01:00,14000,8000,4000,2800,0,120,600,0,0,61,52,86\n"
)  # fmt: skip
STATES = (
    "start,duration,value\n"
    '2026-03-02T22:00:00+01:00,"[600,1800,1800,3600]","[0,1,1,2]"\n'
    '2026-03-03T00:10:00+01:00,"[7200,300,3600]","[3,0,1]"\n'
    '2026-03-03T04:00:00+01:00,"[300]","[0]"\n'
)
WEIGHT = (
    'Date,"Weight (kg)","Fat mass (kg)","Bone mass (kg)","Muscle mass (kg)","Hydration (kg)",Comments\n'
    '"2026-03-02 07:12:00",80.35,16.02,3.22,61.65,43.93,\n'
    '"2026-03-01 21:00:00",81.1,,,,,private\n'
    '"2026-03-01 07:10:00",80.6,,,,,\n'
)
OLD_WEIGHT = (
    '"Date","Gewicht (kg)","Fettmasse (kg)","Fettfreier Anteil (kg)","Kommentare"\n'
    '"2016-02-13 6:04 Uhr","94.34","26.81","68.43",""\n'
)
POUNDS = (
    'Date,"Weight (lb)","Fat mass (lb)","Bone mass (lb)","Muscle mass (lb)","Hydration (lb)",Comments\n'
    '"2026-03-01 08:15:00",178,39.6,7.2,116.4,84.3,\n'
)
SEEDS: tuple[tuple[str, bytes], ...] = (
    ("sleep.csv", SLEEP.encode()),
    ("sleep.csv", GERMAN.encode()),
    ("raw_tracker_sleep-state.csv", STATES.encode()),
    ("weight.csv", WEIGHT.encode()),
    ("weight.csv", OLD_WEIGHT.encode()),
    ("weight.csv", POUNDS.encode()),
)
