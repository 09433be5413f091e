"""Small files of Samsung Health, for the tests that damage them."""

from __future__ import annotations

_PRE = "com.samsung.health.sleep."

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "com.samsung.shealth.sleep.20260305101112.csv",
        (
            "\ufeffcom.samsung.shealth.sleep,6307003,11\n"
            f"sleep_type,efficiency,sleep_duration,{_PRE}start_time,{_PRE}time_offset,{_PRE}comment,"
            f"{_PRE}end_time,{_PRE}datauuid\n"
            "-1,90.0,480,2026-03-01 18:00:00.000,UTC+0530,,2026-03-02 02:00:00.000,aaaa-1,\n"
            ",0.0,,2026-03-02 18:30:00.000,UTC+0530,,2026-03-03 01:30:00.000,aaaa-2,\n"
            "-1,88.0,60,2026-03-03 08:00:00.000,UTC+0530,,2026-03-03 09:00:00.000,aaaa-3,\n"
        ).encode(),
    ),
    (
        "com.samsung.health.sleep_stage.20260305101112.csv",
        b"com.samsung.health.sleep_stage,7006011,7\n"
        b"create_sh_ver,start_time,sleep_id,stage,time_offset,end_time,datauuid\n"
        b",2026-03-01 18:00:00.000,aaaa-1,40001,UTC+0530,2026-03-01 18:20:00.000,s1,\n"
        b",2026-03-01 18:20:00.000,aaaa-1,40002,UTC+0530,2026-03-01 22:00:00.000,s2,\n"
        b",2026-03-01 22:00:00.000,aaaa-1,40003,UTC+0530,2026-03-01 23:00:00.000,s3,\n"
        b",2026-03-01 23:00:00.000,aaaa-1,40004,UTC+0530,2026-03-02 02:00:00.000,s4,\n",
    ),
    (
        "com.samsung.health.weight.20260305101112.csv",
        b"com.samsung.health.weight,7006003,12\n"
        b"start_time,weight,body_fat,time_offset,datauuid\n"
        b"2026-03-01 22:54:00.000,82.5,,UTC+0100,w1,\n2026-03-02 06:29:10.346,82.1,10.8,UTC+0100,w2,\n",
    ),
    (
        "jsons/com.samsung.health.hrv/0/0ab1.binning_data.json",
        b'[{"start_time":1772402400000,"end_time":1772402700000,"sdnn":41.2,"rmssd":38.5},'
        b'{"start_time":1772402700000,"end_time":1772403000000,"sdnn":44.0,"rmssd":42.5},'
        b'{"start_time":1772403000000,"end_time":1772403300000,"sdnn":50.0,"rmssd":60.5}]',
    ),
)
