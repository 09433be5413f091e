"""A small export of Sleep as Android, for the tests that damage it."""

from __future__ import annotations

_HEAD = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo"

SEEDS: tuple[tuple[str, bytes], ...] = (
    (
        "sleep-export.csv",
        (
            f'{_HEAD},"1:23","1:27","1:32",Event,Event\n'
            '"1772490000000","Europe/Berlin","02. 03. 2026 23:20","03. 03. 2026 7:20","03. 03. 2026 7:30",'
            '"8.000","0.0"," #rain","10000","-1","-1.0","5","0.49","-20","","2.1","0.4","0.1",'
            '"LIGHT_START-1772493600000","LUX-1772493600000-42.0"\n'
            ',,,,,,,,,,,,,,,"0.1","0.2","0.1"\n'
            f'{_HEAD},"7:00"\n'
            '"1772577000000","Europe/Berlin","03. 03. 2026 23:30","04. 03. 2026 6:30","04. 03. 2026 6:30",'
            '"7.000","3.0"," \\n ","10007","-1","-1.0","-1","-1.0","-1.0","","0.0"\n'
        ).encode(),
    ),
)
