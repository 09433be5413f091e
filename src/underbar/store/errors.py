"""What the store can find wrong with a file."""

from __future__ import annotations


class NewerDatabase(Exception):
    """The file was written by a later version; the message names its first migration unknown here."""


class Unreadable(Exception):
    """A stored line is not notation any more: something else changed the file, or the code did."""
