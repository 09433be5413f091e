"""Write the golden transcripts anew, after reading what changed and finding it right.

    make golden            show the difference of every transcript, write nothing
    make golden ARGS=--approve
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

DIARIES = Path(__file__).parents[1] / "tests" / "diaries"
sys.path.insert(0, str(DIARIES))

import transcripts  # noqa: E402 - found by the line above


def main(arguments: list[str]) -> int:
    """0 where nothing changed or all was approved; 1 where something waits to be read."""
    changed = 0
    for path in transcripts.diaries():
        golden = path.with_suffix(".golden")
        old = golden.read_text(encoding="utf-8") if golden.exists() else ""
        new = transcripts.transcript(path)
        if old == new:
            continue
        changed += 1
        both = old.splitlines(), new.splitlines()
        print("\n".join(difflib.unified_diff(*both, golden.name, "today", lineterm="", n=2)))
        if "--approve" in arguments:
            golden.write_text(new, encoding="utf-8")
    print(f"{changed} of {len(transcripts.diaries())} transcripts changed.")
    return 1 if changed and "--approve" not in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
