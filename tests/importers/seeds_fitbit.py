"""Small files of a Fitbit account, for the tests that damage them."""

from __future__ import annotations

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "Takeout/Fitbit/Global Export Data/sleep-2026-03-01.json",
        b'[{"logId" : 11, "dateOfSleep" : "2026-03-02", "startTime" : "2026-03-01T23:00:30.000",'
        b' "endTime" : "2026-03-02T07:00:30.000", "duration" : 28800000, "minutesAsleep" : 430,'
        b' "minutesAwake" : 50, "timeInBed" : 480, "type" : "stages", "mainSleep" : true, "levels" :'
        b' {"data" : [{"dateTime" : "2026-03-01T23:00:30.000", "level" : "light", "seconds" : 28800}],'
        b' "shortData" : [{"dateTime" : "2026-03-02T01:00:30.000", "level" : "wake", "seconds" : 60}]}},\n'
        b'{"logId" : 12, "dateOfSleep" : "2026-03-02", "startTime" : "2026-03-02T14:00:00.000",'
        b' "endTime" : "2026-03-02T15:00:00.000", "duration" : 3600000, "minutesAsleep" : 55,'
        b' "timeInBed" : 60, "type" : "classic", "mainSleep" : false}]',
    ),
    (
        "Takeout/Fitbit/Global Export Data/resting_heart_rate-2026-03-01.json",
        b'[{"dateTime":"03/01/26 00:00:00","value":{"date":"03/01/26","value":53.01,"error":6.7}},'
        b'{"dateTime":"03/02/26 00:00:00","value":{"date":null,"value":0.0,"error":0.0}}]',
    ),
    (
        "Takeout/Fitbit/Global Export Data/weight-2026-03-01.json",
        b'[{"logId":1,"weight":180.4,"bmi":24.5,"fat":20.1,"date":"03/01/26","time":"07:10:00","source":"Aria"},'
        b'{"logId":2,"weight":181.0,"bmi":24.6,"date":"03/01/26","time":"21:10:00","source":"API"}]',
    ),
    (
        "fitbit_export_20260303.csv",
        b"Body\nDate,Weight,BMI,Fat\n2026-03-01,82.0,24.5,0\n\nFoods\nDate,Calories In\n2026-03-01,0\n\n"
        b"Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,"
        b"Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep\n"
        b'"2026-03-01 11:12PM","2026-03-02 7:12AM","430","50","27","480","94","251","85"\n'
        b'"2026-03-03 12:07AM","2026-03-03 8:10AM","459","24","3","483","N/A","N/A","N/A"\n\n',
    ),
    (
        "Takeout/Google Health/Health Fitness Data_GoogleData/UserSleeps_2026-03-01.csv",
        b"sleep_id,sleep_type,minutes_in_sleep_period,minutes_after_wake_up,minutes_to_fall_asleep,"
        b"minutes_asleep,minutes_awake,minutes_longest_awakening,minutes_to_persistent_sleep,"
        b"start_utc_offset,sleep_start,end_utc_offset,sleep_end,data_source,sleep_created\n"
        b"111,STAGES,480,5,12,430,50,10,15,+01:00,2026-03-01 22:00:30+0000,+01:00,2026-03-02 06:00:30+0000,"
        b"PASSIVELY_MEASURED,2026-03-02 06:05:00+0000\n"
        b"112,CLASSIC,300,0,0,290,10,0,0,-05:00,2026-03-05T03:30:00Z,-05:00,2026-03-05T08:30:00Z,MANUAL,\n",
    ),
    (
        "Daily Heart Rate Variability Summary - 2026-03-(2).csv",
        b"timestamp,rmssd,nremhr,entropy\n2026-03-02T00:00:00,39.9,56.1,2.9\n2026-03-03T00:00:00,41.2,55,2.1\n",
    ),
    (
        "Physical Activity_GoogleData/daily_heart_rate_variability.csv",
        b"timestamp,average heart rate variability milliseconds,non rem heart rate beats per minute,entropy,"
        b"data source\n2026-03-04T00:00:00Z,44.5,55,2.5,Pixel Watch\n",
    ),
    (
        "Physical Activity_GoogleData/daily_resting_heart_rate.csv",
        b"timestamp,beats per minute,data source\n2026-03-04T00:00:00Z,57,Pixel Watch\n"
        b"2026-03-05T00:00:00Z,0,Pixel Watch\n",
    ),
    (
        "Physical Activity_GoogleData/weight.csv",
        b"timestamp,weight grams,data source\n2026-03-04T05:10:12.123456Z,82400,Renpho\n",
    ),
)
