"""What can be logged by hand, a form a kind: the fields it asks, the record it makes, and back again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, Literal

from django import forms

from underbar.diary import records as r
from underbar.diary.vocabulary import INJECTIONS as INJECTION_WORDS
from underbar.diary.vocabulary import LIFTS, STABILITY, TESTS
from underbar.quantities import Sets, Weight, number
from underbar.web.forms.log_fields import (
    HEAVIEST,
    LogForm,
    Name,
    Number,
    Told,
    Whole,
    pick,
    scale,
    select,
    unit_field,
)
from underbar.wording.en_entries import INJECTIONS
from underbar.wording.en_words import capital, exercise_name

_SIDES: Final = (("", "Not told"), ("left", "Left"), ("right", "Right"), ("both", "Both"))


class Exercise(LogForm):
    """Any exercise, one weight."""

    kind, makes = "exercise", r.Lift
    exercise = Name("Exercise", "exercises")
    weight = Number("Weight", HEAVIEST, required=False, help_text="Empty for body weight.")
    unit = unit_field()
    sets = Whole("Sets", 50, least=1)
    reps = Whole("Reps", 1000)
    pain = scale("Worst pain during, at the joint")
    pelvis = forms.BooleanField(
        label="Loads the pelvis", required=False, help_text="Hip thrusts, lunges, heavy rows, runs."
    )

    def clean_exercise(self) -> str:
        """A lift of the method under its own word, anything else as it is typed."""
        typed: str = self.cleaned_data["exercise"]
        word = "-".join(typed.lower().split())
        if word in STABILITY:
            raise forms.ValidationError("This one is stability work: log it there.")
        return word if word in LIFTS else typed

    def build(self, told: Told, old: Any) -> r.Lift:
        """A correction keeps what the form does not ask: brace, effort, shift."""
        weight = told["weight"]
        work = r.Work(
            None if weight is None else Weight(float(weight), told["unit"]),
            Sets(told["sets"], told["reps"], "reps"),
        )
        base = old if old is not None else r.Lift(told["exercise"], (work,))
        return replace(
            base, exercise=told["exercise"], work=(work,), pain=told["pain"], pelvis=told["pelvis"]
        )

    @classmethod
    def answers(cls, record: r.Lift) -> dict[str, Any]:
        """Of its first weight."""
        (weight, sets), unit = record.work[0], "lb"
        return {
            "exercise": exercise_name(record.exercise), "weight": number(weight.value) if weight else None,
            "unit": weight.unit if weight else unit, "sets": sets.count, "reps": int(sets.amount),
            "pain": record.pain, "pelvis": record.pelvis,
        }  # fmt: skip


class Release(LogForm):
    """Iliacus release that was not timed here."""

    kind, makes = "release", r.Release
    left = Whole("Left, seconds", 1800, required=False)
    right = Whole("Right, seconds", 1800, required=False)
    pain = scale("Discomfort")

    def clean(self) -> dict[str, Any]:
        """At least one side."""
        found: dict[str, Any] = super().clean() or {}
        if not self.errors and found.get("left") is None and found.get("right") is None:
            self.add_error("left", "Tell the seconds of one side at least.")
        return found

    def build(self, told: Told, old: Any) -> r.Release:  # noqa: ARG002
        """Seconds a side, as they are."""
        return r.Release(told["left"], told["right"], told["pain"])

    @classmethod
    def answers(cls, record: r.Release) -> dict[str, Any]:
        """The same fields."""
        return {"left": record.left, "right": record.right, "pain": record.pain}


class Stability(LogForm):
    """Stability work, the same on each side that was done."""

    kind, makes = "stability", r.Stability
    exercise = select("Exercise", [(word, capital(exercise_name(word))) for word in STABILITY])
    level = Whole("Level", 6, required=False)
    sets = Whole("Sets", 20, least=1)
    amount = Whole("Each", 1000, least=0)
    measure = pick("Counted in", (("reps", "Reps"), ("s", "Seconds"), ("m", "Metres")), initial="reps")
    side = pick(
        "Side", (("both", "Each side"), ("left", "Left only"), ("right", "Right only")), initial="both"
    )
    weight = Number("Weight", 200, required=False)
    unit = unit_field()
    pain = scale("Worst pain during, at the joint")
    form = pick("Form", (("", "Not told"), ("ok", "Held"), ("off", "Was off")), required=False, initial="")

    def build(self, told: Told, old: Any) -> r.Stability:  # noqa: ARG002
        """The sets on the sides that were done."""
        sets = Sets(told["sets"], float(told["amount"]), told["measure"])
        left, right = told["side"] in ("both", "left"), told["side"] in ("both", "right")
        weight = told["weight"]
        return r.Stability(
            told["exercise"], told["level"], sets if left else None, sets if right else None,
            pain=told["pain"], form=told["form"] or None,
            weight=None if weight is None else Weight(float(weight), told["unit"]),
        )  # fmt: skip

    @classmethod
    def answers(cls, record: r.Stability) -> dict[str, Any]:
        """Of a line with the same sets on both sides, or one side alone."""
        sets = record.left or record.right or record.both or Sets(1, 1, "reps")
        side = "both" if record.left and record.right else "left" if record.left else "right"
        return {
            "exercise": record.exercise, "level": record.level, "sets": sets.count, "side": side,
            "amount": int(sets.amount), "measure": sets.kind,
            "weight": number(record.weight.value) if record.weight else None,
            "unit": record.weight.unit if record.weight else "lb", "pain": record.pain,
            "form": record.form or "",
        }  # fmt: skip


class Injection(LogForm):
    """Given, or planned by the clinic."""

    kind, makes = "injection", r.Injection
    planned = pick("It was", (("", "Given"), ("on", "Planned, by the clinic")), required=False, initial="")
    what = pick("Kind", [(word, capital(INJECTIONS[word])) for word in INJECTION_WORDS])
    side = pick("Side", _SIDES, required=False, initial="")
    number = Whole("Number in its course", 99, least=1, required=False)

    def build(self, told: Told, old: Any) -> r.Injection:  # noqa: ARG002
        """As told."""
        return r.Injection(told["what"], told["side"] or None, told["number"], told["planned"] == "on")

    @classmethod
    def answers(cls, record: r.Injection) -> dict[str, Any]:
        """As told."""
        return {"what": record.what, "side": record.side or "", "number": record.number,
                "planned": "on" if record.planned else ""}  # fmt: skip


class Clinician(LogForm):
    """What a clinician said or did; windows and courses are lines of the notation."""

    kind, makes = "clinician", r.Clinician
    what = pick(
        "What", (("assessed", "Assessed me"), ("bar_ok", "Allowed the bar"), ("says", "Said something else"))
    )
    says = forms.CharField(
        label="In their words", required=False, max_length=1000, help_text="Shown to you, never obeyed."
    )

    def clean(self) -> dict[str, Any]:
        """Words where words are what was told."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("what") == "says" and not found.get("says") and "says" not in self.errors:
            self.add_error("says", "Write what was said.")
        return found

    def build(self, told: Told, old: Any) -> r.Clinician:  # noqa: ARG002
        """Exactly one of the three."""
        what = told["what"]
        return r.Clinician(what == "assessed", what == "bar_ok", told["says"] if what == "says" else None)

    @classmethod
    def answers(cls, record: r.Clinician) -> dict[str, Any]:
        """Which of the three."""
        what = "assessed" if record.assessed else "bar_ok" if record.bar_ok else "says"
        return {"what": what, "says": record.says or ""}


class Test(LogForm):
    """A measurement a side."""

    __test__ = False
    kind, makes = "test", r.Test
    what = select("Test", [(word, capital(exercise_name(word))) for word in TESTS])
    unit = pick("Counted in", (("s", "Seconds"), ("", "Reps, or 0 to 10")), required=False, initial="s")
    left = Number("Left", 10_000)
    right = Number("Right", 10_000)

    def build(self, told: Told, old: Any) -> r.Test:  # noqa: ARG002
        """As measured."""
        unit: Literal["s", ""] = "s" if told["unit"] == "s" else ""
        return r.Test(told["what"], float(told["left"]), float(told["right"]), unit)

    @classmethod
    def answers(cls, record: r.Test) -> dict[str, Any]:
        """As measured."""
        return {
            "what": record.what,
            "left": number(record.left),
            "right": number(record.right),
            "unit": record.unit,
        }
