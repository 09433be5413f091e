"""What the pages say that bring files in."""

from __future__ import annotations

from typing import Final

BRING_LEAD: Final = (
    "You see what a file holds before anything of it is stored, and can take it out again later."
)
TAKES: Final = (
    (
        "Training",
        (
            ("Strong", "its CSV file, of any year and language"),
            ("Hevy", "its CSV file"),
            ("FitNotes", "its CSV file"),
            ("StrongLifts", "its CSV file"),
            ("Liftosaur", "its CSV file or JSON backup"),
            ("JEFIT", "its backup text"),
            ("FIT files", "strength workouts and sleep of Garmin, Suunto and Coros watches"),
        ),
    ),
    (
        "Sleep, pulse, HRV, weight",
        (
            ("Apple Health", "export.zip or export.xml, of any size"),
            ("Garmin", "the zip of your data"),
            ("Oura", "the CSV of Trends, or the account export"),
            ("Whoop", "the zip of your data"),
            ("Fitbit", "the zip of Google Takeout, or single files"),
            ("Samsung Health", "the zip of your personal data"),
            ("Withings", "the zip of your data"),
            ("Sleep as Android", "its CSV or zip"),
            ("Health Auto Export", "its JSON file"),
            ("intervals.icu", "the wellness CSV"),
        ),
    ),
    (
        "Anything else",
        (
            ("A table", "CSV with a column of dates: you say once what its columns hold"),
            ("Underbar", "a diary as text: an export of yours, or one kept by hand (.diary)"),
        ),
    ),
)
NO_FORMAT: Final = "What it is, Underbar finds out itself."
CHOOSE_FIRST: Final = "Choose a file first."
LOOK_LEAD: Final = "Nothing is stored yet. Look it over, then store it."
ASK_LEAD: Final = "Nothing is stored yet, and the file does not say in which unit its weights are."
COLUMNS_LEAD: Final = "Nothing is stored yet. What you say is remembered for the next file like it."
COLUMNS_ASK: Final = "What its columns hold"
NOT_USED: Final = "Nothing of use"
LIKELIER: Final = {"lb": "Pounds look likelier.", "kg": "Kilograms look likelier."}
TAKEN_AS: Final = {
    "lb": "The file does not say; by its weights it is read as pounds.",
    "kg": "The file does not say; by its weights it is read as kilograms.",
}
UNIT_ASK: Final = "Are its weights pounds or kilograms?"
UNIT_MISSING: Final = "Say which unit the weights have: the file does not."
CHOICE_WRONG: Final = "Choose from the lists."
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


def out_again(file: str, entries: str) -> str:
    """What is said when a file was taken out again; `entries` with their number."""
    return f"{file} is out again: {entries}."
