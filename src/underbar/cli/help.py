"""What `--help` says of the pure commands, which Typer does not see."""

HELP = {
    "check": """\
Usage: underbar check FILE

All errors of a diary at once, each with line and column, or one line that says it is well formed.
FILE may be - for standard input. Needs no database.

  underbar check my.diary
  underbar export | underbar check -

Exit status: 0 well formed, 1 errors in the diary, 2 wrong usage.
""",
    "plan": """\
Usage: underbar plan FILE [--day YYYY-MM-DD] [--protocol FILE] [--json]

The plan of one day with every reason. FILE may be - for standard input. Needs no database.

  --day DAY   which day; without it the day after the last entry, or the last day
              itself where it has a check-in and no sets yet
  --protocol FILE
              your own copy of the protocol document si_joint.toml instead of ours
  --json      one JSON object (schema underbar.plan/1) instead of text

  underbar plan my.diary
  underbar plan my.diary --day 2026-03-05 --json

Exit status: 0 a plan, 1 errors in the diary, 2 wrong usage, 3 a rule failed (no recommendation).
""",
    "replay": """\
Usage: underbar replay FILE [--protocol FILE] [--json]

One plan a day, from the first entry's day to the day after the last, as today's rules see it.
FILE may be - for standard input. Needs no database.

  --protocol FILE
              your own copy of the protocol document si_joint.toml instead of ours
  --json      one JSON object (schema underbar.plan/1) a line instead of one line of text a day

  underbar replay my.diary | grep progress
  underbar replay my.diary --json > plans.jsonl

Exit status: 0 all planned, 1 errors in the diary, 2 wrong usage, 3 a rule failed.
""",
    "format": """\
Usage: underbar format FILE

The same diary, printed the one way. FILE may be - for standard input; the file is not changed.

  underbar format my.diary > tidy.diary

Exit status: 0 printed, 1 errors in the diary, 2 wrong usage.
""",
}
