"""One table of a document, read key by key; nothing missing, nothing left over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any


class ProtocolError(ValueError):
    """A document that can not be the method: one sentence that names the table and the id."""


class Table:
    """One table of a document. Every key is taken once; `end` refuses what is left."""

    def __init__(self, where: str, data: object) -> None:
        if not isinstance(data, dict):
            raise ProtocolError(f"{where}: expected a table")
        self.where = where
        self._left: dict[str, Any] = dict(data)

    def wrong(self, key: str, expected: str) -> ProtocolError:
        """The error of a key that is not as expected."""
        return ProtocolError(f"{self.where}: {key}: expected {expected}")

    def text(self, key: str, among: Iterable[str] | None = None) -> str:
        """A text that is not empty, one of `among` where given."""
        found = self._left.pop(key, None)
        if not isinstance(found, str) or not found.strip():
            raise self.wrong(key, "a text")
        if among is not None and found not in among:
            raise self.wrong(key, f"one of {', '.join(among)}, not {found}")
        return found

    def text_or_none(self, key: str, among: Iterable[str] | None = None) -> str | None:
        """The same, None where it is left out."""
        return self.text(key, among) if key in self._left else None

    def number(self, key: str) -> float:
        """A number that is not negative."""
        found = self._left.pop(key, None)
        if not is_number(found):
            raise self.wrong(key, "a number")
        return float(found)

    def number_or_none(self, key: str) -> float | None:
        """The same, None where it is left out."""
        return self.number(key) if key in self._left else None

    def count(self, key: str) -> int:
        """A whole number that is not negative."""
        found = self.number(key)
        if found != int(found):
            raise self.wrong(key, "a whole number")
        return int(found)

    def yes(self, key: str, missing: bool | None = None) -> bool:
        """true or false; `missing` where it is left out, None where it may not be."""
        found = self._left.pop(key, missing)
        if not isinstance(found, bool):
            raise self.wrong(key, "true or false")
        return found

    def day(self, key: str, missing: date | None = None) -> date:
        """A date written as text; `missing` where it is left out, None where it may not be."""
        if missing is not None and key not in self._left:
            return missing
        found = self.text(key)
        try:
            return date.fromisoformat(found)
        except ValueError as error:
            raise self.wrong(key, 'a date as "2026-01-31"') from error

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of numbers, empty where it is left out."""
        found = self._left.pop(key, [])
        if not isinstance(found, list) or not all(is_number(item) for item in found):
            raise self.wrong(key, "a list of numbers")
        return tuple(float(item) for item in found)

    def words(self, key: str, among: Iterable[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each at most once and one of `among` where given; empty where left out."""
        found = self._left.pop(key, [])
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            raise self.wrong(key, "a list of texts")
        if len(set(found)) != len(found):
            raise self.wrong(key, "each word once")
        for item in found if among is not None else ():
            if item not in among:  # type: ignore[operator]  # the loop is empty where it is None
                raise self.wrong(key, f"known words, not {item}")
        return tuple(found)

    def value(self, key: str) -> Any:
        """Whatever stands there, None where nothing does."""
        return self._left.pop(key, None)

    def tables(self, key: str) -> dict[str, Table]:
        """The named tables of one kind, by id."""
        kind = Table(key, self._left.pop(key, None))
        return {name: Table(f"{key} {name}", data) for name, data in kind._left.items()}

    def listed(self, key: str) -> list[Table]:
        """The tables of a list, in their order, at least one."""
        found = self._left.pop(key, None)
        if not isinstance(found, list) or not found:
            raise self.wrong(key, "a list of tables")
        return [Table(f"{self.where}: {key} {index}", data) for index, data in enumerate(found)]

    def end(self) -> None:
        """Refuse what nobody asked for."""
        if self._left:
            raise ProtocolError(f"{self.where}: unknown {', '.join(sorted(self._left))}")


def is_number(found: object) -> bool:
    """Whether it is a finite number that is not negative; true and false are none."""
    return isinstance(found, int | float) and not isinstance(found, bool) and 0 <= found < float("inf")
