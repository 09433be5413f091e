"""What the pages say that bring files in and give the diary out."""

from __future__ import annotations

from typing import Final

BRING_LEAD: Final = (
    "You see what a file holds before anything of it is stored, and can take it out again later."
)
TAKES: Final = (
    ("Underbar", "a diary as text: an export of yours, or one kept by hand (.diary)"),
    ("Strong", "the CSV file of its export"),
    ("Hevy", "the CSV file of its export"),
)
SOURCES: Final = {"diary": "Diary", "strong": "Strong", "hevy": "Hevy"}
CHOOSE_FIRST: Final = "Choose a file first."
TOO_MANY: Final = "Bring at most 20 files at once."
TOO_LARGE: Final = (
    "A lifetime of training is smaller than 256 MB: this is something else. Nothing was stored."
)
LOOK_LEAD: Final = "Nothing is stored yet. Look it over, then store it."
ASK_LEAD: Final = "Nothing is stored yet, and the file does not say in which unit its weights are."
LIKELIER: Final = {"lb": "Pounds look likelier.", "kg": "Kilograms look likelier."}
TAKEN_AS: Final = {
    "lb": "The file does not say; by its weights it is read as pounds.",
    "kg": "The file does not say; by its weights it is read as kilograms.",
}
UNIT_ASK: Final = "Are its weights pounds or kilograms?"
UNIT_MISSING: Final = "Say which unit the weights have: the file does not."
LIFT_WRONG: Final = "Choose a lift of the list for every exercise."
EXERCISES_HELP: Final = (
    "A lift of the method has its loads judged and carried on. "
    "Anything else keeps its own name, and decides nothing."
)
AGAIN_KNOWN: Final = "Everything in it is in your diary already."
NOTHING_FOUND: Final = "There is nothing in it to store."
KEPT_AN_HOUR: Final = "The file waits here for an hour, then it is deleted."
UNDO_WHAT: Final = (
    "Its entries leave the diary, and the plans are made without them. "
    "Corrections that you wrote about them stay."
)
LEAVE_LEAD: Final = (
    "Your diary is text, one entry a line. It is yours to keep, to read and to take elsewhere."
)
LEAVE_PLAIN: Final = (
    "To read, print or show to somebody: what stands today, without what was corrected or removed.",
    "It leaves out ids and times of writing, so the backup is the one to start again from.",
)
LEAVE_FULL: Final = (
    "To keep, or to move to another Underbar: every entry, with its id, its source and when it was written.",
    "Brought into an empty diary, it comes out again byte for byte.",
)
LEAVE_LATER: Final = (
    "These two are the only formats so far; spreadsheets and other apps' formats are not there yet."
)


def out_again(file: str, entries: str) -> str:
    """What is said when a file was taken out again; `entries` with their number."""
    return f"{file} is out again: {entries}."
