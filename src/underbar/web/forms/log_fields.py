"""Fields of what is logged by hand, and what every kind of it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django import forms

from underbar.wording import en_log as said

HEAVIEST: Final = 2000
LONGEST_NAME: Final = 80
_UNITS: Final = (("lb", "lb"), ("kg", "kg"))


class Number(forms.DecimalField):
    """A number as it is typed, a comma for the point too; at most three decimals."""

    def __init__(
        self, label: str, most: float, *, least: float = 0, required: bool = True, **more: Any
    ) -> None:
        super().__init__(
            label=label, min_value=least, max_value=most, decimal_places=3, required=required, **more
        )
        self.widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        """The number, None where nothing was typed."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class Whole(forms.IntegerField):
    """A whole number."""

    def __init__(self, label: str, most: int, *, least: int = 0, required: bool = True, **more: Any) -> None:
        super().__init__(label=label, min_value=least, max_value=most, required=required, **more)
        self.widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})


class Name(forms.CharField):
    """A short text on one line; the page offers what the diary has."""

    def __init__(self, label: str, listed: str = "", **more: Any) -> None:
        super().__init__(label=label, max_length=LONGEST_NAME, **more)
        if listed:
            self.widget.attrs |= {"list": listed, "autocomplete": "off"}


def pick(label: str, choices: Any, *, required: bool = True, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, required=required, widget=forms.RadioSelect, **more
    )


def select(label: str, choices: Any, *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=required)


def scale(label: str, required: bool = False) -> forms.TypedChoiceField:
    found = [(str(n), str(n)) for n in range(11)]
    return forms.TypedChoiceField(
        label=label,
        choices=[("", "Choose" if required else "Not told"), *found],
        coerce=int,
        empty_value=None,
        required=required,
    )


def unit_field() -> forms.ChoiceField:
    """Pounds or kilograms."""
    return forms.ChoiceField(label="Unit", choices=_UNITS, widget=forms.RadioSelect)


Told = Mapping[str, Any]


class LogForm(forms.Form):
    """One kind. `day`: when it was, None for the day of the page."""

    kind: ClassVar[str]
    makes: ClassVar[type[Any]]
    on = forms.DateField(
        label="Day", required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    @classmethod
    def title(cls) -> str:
        """What the lifter taps."""
        return said.TITLES[cls.kind]

    @classmethod
    def help(cls) -> str:
        """A line under it; empty where the title says it."""
        return said.HELP.get(cls.kind, "")

    def build(self, told: Told, old: Any) -> Any:
        """The record of valid answers; `old` is the record that it corrects, None for a new one."""
        raise NotImplementedError

    @classmethod
    def answers(cls, record: Any) -> dict[str, Any]:
        """The answers that make `record`."""
        raise NotImplementedError
