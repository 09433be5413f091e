"""Forms for what a lifter tells once: who lifts, the lifts wanted back, the gym at hand."""

from __future__ import annotations

import re
from typing import Any, Final, cast

from django import forms

from underbar.diary.records import Goal, Gym, Lifter, Record, Zone
from underbar.diary.vocabulary import LIFTS
from underbar.quantities import Unit, Weight, number
from underbar.services.facts import Facts
from underbar.services.setup import zone_exists
from underbar.wording.en_pages import LIFT_NOTES
from underbar.wording.en_words import WEEKDAYS, capital, lift_name

UNITS: Final = (("lb", "Pounds (lb)"), ("kg", "Kilograms (kg)"))
HEAVIEST: Final[dict[Unit, int]] = {"lb": 1500, "kg": 700}
BODY: Final[dict[Unit, tuple[int, int]]] = {"lb": (60, 900), "kg": (27, 410)}
USUAL_PLATES: Final[dict[Unit, tuple[float, ...]]] = {
    "lb": (45, 35, 25, 10, 5, 2.5, 1.25),
    "kg": (25, 20, 15, 10, 5, 2.5, 1.25, 0.5),
}
COMMON_PLATES: Final[dict[Unit, tuple[float, ...]]] = {
    "lb": (45, 25, 10, 5, 2.5),
    "kg": (20, 15, 10, 5, 2.5, 1.25),
}
USUAL_BAR: Final[dict[Unit, float]] = {"lb": 45, "kg": 20}
TRAP: Final = "trap-bar-deadlift"
_PLATE: Final = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)\s*(lb|kg)?")


class WeightField(forms.DecimalField):
    """A weight without its unit, above 0."""

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(
            label=label,
            min_value=0,
            max_digits=7,
            decimal_places=3,
            required=more.pop("required", False),
            **more,
        )
        self.widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        """Takes a comma for the point, too."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class WeightsField(forms.CharField):
    """Weights, with commas between them; each in the form's unit unless it says its own."""

    def __init__(self, label: str, help_text: str) -> None:
        super().__init__(label=label, help_text=help_text, required=False, max_length=200)

    @staticmethod
    def read(text: str, unit: Unit) -> tuple[Weight, ...]:
        """The weights of `text`. Raises ValidationError with the word that is none."""
        found = []
        for word in filter(None, (part.strip() for part in re.split(r"[,;\n]", text))):
            match = _PLATE.fullmatch(word)
            if match is None or float(match[1]) == 0:
                raise forms.ValidationError(
                    f"“{word}” is no weight. Write numbers with commas between: 25, 35, 45."
                )
            found.append(Weight(float(match[1]), cast(Unit, match[2] or unit)))
        return tuple(found)


class YouForm(forms.Form):
    """Who lifts. The year is asked because the steps are halved from 65."""

    units = forms.ChoiceField(label="You think in", choices=UNITS, widget=forms.RadioSelect)
    born = forms.IntegerField(
        label="Year of birth",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "bday-year", "maxlength": 4}),
        help_text="From 65 on, steps are half as large. Adults only.",
    )
    bodyweight = WeightField("Body weight", help_text="If you like. In the unit above.")
    zone = forms.CharField(
        label="Time zone",
        required=False,
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-zone": "", "spellcheck": "false"}),
        help_text="A name such as Europe/Berlin or America/Chicago. Your day starts at 04:00 there.",
    )

    @staticmethod
    def initial_of(known: Facts) -> dict[str, Any]:
        """What the diary says already."""
        weighs = known.bodyweight
        return {
            "units": known.units if known.units_told else None,
            "born": known.born,
            "bodyweight": number(round(weighs.to(known.units), 1)) if weighs else "",
            "zone": known.zone or "",
        }

    def clean_zone(self) -> str:
        """A zone that exists, or none."""
        name: str = self.cleaned_data["zone"].strip()
        if name and not zone_exists(name):
            raise forms.ValidationError(f"There is no time zone {name}; write a name such as Europe/Berlin.")
        return name

    def clean(self) -> dict[str, Any]:
        """A body weight that a body has."""
        found: dict[str, Any] = super().clean() or {}
        weight, unit = found.get("bodyweight"), found.get("units")
        if weight is not None and unit:
            low, high = BODY[unit]
            if not low <= weight <= high:
                self.add_error("bodyweight", f"Between {low} and {high} {unit}, please.")
        return found

    def records(self) -> list[Record]:
        """What was told."""
        said = self.cleaned_data
        unit = cast(Unit, said["units"])
        weight = Weight(float(said["bodyweight"]), unit) if said["bodyweight"] is not None else None
        zone: list[Record] = [Zone(said["zone"])] if said["zone"] else []
        return [Lifter(born=said["born"], units=unit, bodyweight=weight), *zone]


class GoalForm(forms.Form):
    """One lift: wanted back or not, the best before, the target, the days."""

    wanted = forms.BooleanField(required=False)
    best = WeightField("Best before", help_text="The injury, that is. Empty if never tested.")
    target = WeightField("Target", help_text="The weight you want back.")
    days = forms.TypedMultipleChoiceField(
        label="Days",
        required=False,
        coerce=int,
        choices=[(place, name[:3]) for place, name in enumerate(WEEKDAYS)],
        widget=forms.CheckboxSelectMultiple,
        help_text="None chosen: any day that allows it.",
    )

    def __init__(self, lift: str, known: Facts, data: Any = None, unit: Unit | None = None) -> None:
        self.lift, self.known, self.unit = lift, known.goals.get(lift), unit or known.units
        super().__init__(data, prefix=lift, initial=self._initial())
        self.fields["wanted"].label = capital(lift_name(lift))
        self.note = LIFT_NOTES.get(lift, "")

    def _initial(self) -> dict[str, Any]:
        goal = self.known
        if goal is None:
            return {}
        return {
            "wanted": True,
            "best": number(round(goal.best.to(self.unit), 2)) if goal.best else "",
            "target": number(round(goal.target.to(self.unit), 2)) if goal.target else "",
            "days": list(goal.days or ()),
        }

    def clean(self) -> dict[str, Any]:
        """A wanted lift has a target."""
        found: dict[str, Any] = super().clean() or {}
        if not found.get("wanted"):
            return found
        name = capital(lift_name(self.lift))
        if found.get("target") is None and "target" not in self.errors:
            self.add_error("target", f"{name}: which weight do you want back?")
        for field in ("target", "best"):
            weight = found.get(field)
            if weight is not None and not 0 < weight <= HEAVIEST[self.unit]:
                self.add_error(field, f"{name}: between 1 and {HEAVIEST[self.unit]} {self.unit}, please.")
        return found

    def record(self) -> Goal | None:
        """The goal as told; None for a lift that is not and was not wanted."""
        said = self.cleaned_data
        if not said["wanted"]:
            return Goal(self.lift, off=True) if self.known else None
        return Goal(
            self.lift,
            target=self._weight("target"),
            best=self._weight("best"),
            days=tuple(sorted(said["days"])),
        )

    def _weight(self, field: str) -> Weight | None:
        """What was typed; what the diary has, in the unit it was written in, where that was left alone."""
        value = self.cleaned_data[field]
        if field not in self.changed_data and self.known is not None:
            kept: Weight | None = getattr(self.known, field)
            return kept
        return Weight(float(value), self.unit) if value is not None else None


def goal_forms(known: Facts, data: Any = None) -> list[GoalForm]:
    """A form for each of the six lifts, in the order of the method."""
    return [GoalForm(lift, known, data) for lift in LIFTS]


class GymForm(forms.Form):
    """A place with its bar and plates."""

    name = forms.CharField(label="Name of the gym", max_length=40)
    unit = forms.ChoiceField(label="Its plates are in", choices=UNITS, widget=forms.RadioSelect)
    bar = WeightField("Bar", required=True, help_text="What it weighs.")
    trap = WeightField("Trap bar", help_text="Where there is one.")
    plates_lb = forms.MultipleChoiceField(
        label="Pairs of plates",
        required=False,
        choices=[(number(plate), number(plate)) for plate in USUAL_PLATES["lb"]],
        widget=forms.CheckboxSelectMultiple,
    )
    plates_kg = forms.MultipleChoiceField(
        label="Pairs of plates",
        required=False,
        choices=[(number(plate), number(plate)) for plate in USUAL_PLATES["kg"]],
        widget=forms.CheckboxSelectMultiple,
    )
    more = WeightsField("Other plates", "With commas between: 0.75, 55. A plate of the other unit: 1.25kg.")
    bells = WeightsField("Dumbbells or kettlebells", "For carries and goblet squats: 25, 35, 45.")

    def __init__(self, data: Any = None, gym: Gym | None = None, unit: Unit = "lb") -> None:
        self.gym = gym
        super().__init__(data, initial=self._initial(gym, unit))

    @staticmethod
    def _initial(gym: Gym | None, unit: Unit) -> dict[str, Any]:
        if gym is None:
            common = {f"plates_{u}": [number(plate) for plate in COMMON_PLATES[u]] for u in USUAL_PLATES}
            return {"name": "home", "unit": unit, "bar": number(USUAL_BAR[unit]), **common}
        unit = gym.unit or unit
        bars = dict(gym.bars)
        usual = [plate for plate in gym.plates if plate.unit == unit and plate.value in USUAL_PLATES[unit]]
        return {
            "name": gym.name,
            "unit": unit,
            "bar": number(bars[""].to(unit)) if "" in bars else number(USUAL_BAR[unit]),
            "trap": number(bars[TRAP].to(unit)) if TRAP in bars else "",
            f"plates_{unit}": [number(plate.value) for plate in usual],
            "more": _listed((plate for plate in gym.plates if plate not in usual), unit),
            "bells": _listed(gym.bells, unit),
        }

    def clean(self) -> dict[str, Any]:
        """Plates and bells as weights; a bar that is one."""
        found: dict[str, Any] = super().clean() or {}
        unit = cast(Unit, found.get("unit") or "lb")
        for field in ("more", "bells"):
            try:
                found[field] = WeightsField.read(found.get(field) or "", unit)
            except forms.ValidationError as error:
                self.add_error(field, error)
        for field in ("bar", "trap"):
            weight = found.get(field)
            if weight is not None and not 0 < weight <= 200:
                self.add_error(field, "Between 1 and 200, please.")
        return found

    def record(self) -> Gym:
        """The gym as told; bars that this form does not ask for stay."""
        said = self.cleaned_data
        unit = cast(Unit, said["unit"])
        bars = dict(self.gym.bars) if self.gym is not None else {}
        for key, field in (("", "bar"), (TRAP, "trap")):
            bars.pop(key, None)
            if said[field] is not None:
                bars[key] = Weight(float(said[field]), unit)
        plates = {Weight(float(text), unit) for text in said[f"plates_{unit}"]} | set(said["more"])
        ordered = sorted(plates, key=lambda plate: -plate.to("kg"))
        return Gym(
            said["name"].strip(),
            unit=unit,
            bars=tuple(sorted(bars.items())),
            plates=tuple(ordered),
            bells=tuple(sorted(set(said["bells"]), key=lambda bell: bell.to("kg"))),
        )


def _listed(weights: Any, unit: Unit) -> str:
    return ", ".join(number(w.value) if w.unit == unit else str(w) for w in weights)
