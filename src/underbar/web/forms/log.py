"""The short kinds that can be logged by hand, and all of them in the order of the page."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django import forms

from underbar.diary import records as r
from underbar.diary.vocabulary import SCORES, SKIPS
from underbar.quantities import Weight, number
from underbar.web.forms.log_fields import LogForm, Name, Number, Told, Whole, pick, scale, unit_field
from underbar.web.forms.log_kinds import Clinician, Exercise, Injection, Release, Stability, Test
from underbar.wording.en_entries import SCORES as SCORE_NAMES
from underbar.wording.en_entries import SKIPS as SKIP_NAMES
from underbar.wording.en_words import capital

LONGEST_NOTE: Final = 4000


class _Short(LogForm):
    """A kind whose fields are those of its record, but for the units in which they are told."""

    made: ClassVar[Any]
    told: ClassVar[Any]

    def build(self, told: Told, old: Any) -> Any:  # noqa: ARG002
        """As `made` says."""
        return type(self).made(told)

    @classmethod
    def answers(cls, record: Any) -> dict[str, Any]:
        """As `told` says."""
        found: dict[str, Any] = cls.told(record)
        return found


class Walk(_Short):
    """Minutes."""

    kind, makes = "walk", r.Walk
    minutes = Whole("Minutes", 1440, least=1)
    made = staticmethod(lambda told: r.Walk(told["minutes"] * 60))
    told = staticmethod(lambda record: {"minutes": record.seconds // 60})


class Stretch(_Short):
    """Minutes."""

    kind, makes = "stretch", r.Stretch
    minutes = Whole("Minutes", 600, least=1)
    made = staticmethod(lambda told: r.Stretch(told["minutes"] * 60))
    told = staticmethod(lambda record: {"minutes": record.seconds // 60})


class Sitting(_Short):
    """Hours of a day."""

    kind, makes = "sitting", r.Sitting
    hours = Number("Hours", 24)
    made = staticmethod(lambda told: r.Sitting(round(float(told["hours"]) * 60) * 60))
    told = staticmethod(lambda record: {"hours": number(round(record.seconds / 3600, 3))})


class Note(_Short):
    """Free text."""

    kind, makes = "note", r.Note
    text = forms.CharField(
        label="Note",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_NOTE,
        error_messages={
            "max_length": "The note holds %(limit_value)d characters and this has %(show_value)d. "
            "Nothing was stored; shorten it, or make two of it."
        },
    )
    text.widget.attrs.pop("maxlength", None)  # cut nothing off while it is typed
    made = staticmethod(lambda told: r.Note(told["text"].replace("\r\n", "\n")))
    told = staticmethod(lambda record: {"text": record.text})


class Painkiller(_Short):
    """One taken."""

    kind, makes = "painkiller", r.Painkiller
    name = Name("Which", "painkillers")
    made = staticmethod(lambda told: r.Painkiller(told["name"]))
    told = staticmethod(lambda record: {"name": record.name})


class Medicine(_Short):
    """Taken daily from here, or stopped."""

    kind, makes = "medicine", r.Medicine
    name = Name("Which")
    daily = pick("From this day on", (("daily", "Taken daily"), ("stopped", "Stopped")))
    made = staticmethod(lambda told: r.Medicine(told["name"], told["daily"] == "daily"))
    told = staticmethod(lambda record: {"name": record.name, "daily": "daily" if record.daily else "stopped"})


class Visit(_Short):
    """To somebody."""

    kind, makes = "visit", r.Visit
    what = Name("To whom")
    made = staticmethod(lambda told: r.Visit(told["what"]))
    told = staticmethod(lambda record: {"what": record.what})


class Score(_Short):
    """A questionnaire's total."""

    kind, makes = "score", r.Score
    what = pick("Questionnaire", [(word, SCORE_NAMES[word]) for word in SCORES])
    value = Number("Total", 100)

    def clean(self) -> dict[str, Any]:
        """One of them ends at 24."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("what") == "rmdq" and (found.get("value") or 0) > 24:
            self.add_error("value", "This questionnaire ends at 24.")
        return found

    made = staticmethod(lambda told: r.Score(told["what"], float(told["value"])))
    told = staticmethod(lambda record: {"what": record.what, "value": number(record.value)})


class Activity(_Short):
    """One of the lifter's own."""

    kind, makes = "activity", r.Activity
    what = Name("Activity", "activities")
    score = scale("How it goes: 0 not at all, 10 as before", required=True)
    made = staticmethod(lambda told: r.Activity(told["what"], told["score"]))
    told = staticmethod(lambda record: {"what": record.what, "score": record.score})


class Bodyweight(_Short):
    """On the scales."""

    kind, makes = "bodyweight", r.Bodyweight
    weight = Number("Weight", 1000, least=20)
    unit = unit_field()
    made = staticmethod(lambda told: r.Bodyweight(Weight(float(told["weight"]), told["unit"])))
    told = staticmethod(lambda record: {"weight": number(record.weight.value), "unit": record.weight.unit})


class Pulse(_Short):
    """At rest."""

    kind, makes = "pulse", r.Pulse
    beats = Number("Beats a minute", 300)
    made = staticmethod(lambda told: r.Pulse(float(told["beats"])))
    told = staticmethod(lambda record: {"beats": number(record.beats)})


class Hrv(_Short):
    """As the device says."""

    kind, makes = "hrv", r.Hrv
    milliseconds = Number("Milliseconds", 1000)
    made = staticmethod(lambda told: r.Hrv(float(told["milliseconds"])))
    told = staticmethod(lambda record: {"milliseconds": number(record.milliseconds)})


class Skip(_Short):
    """A day off, with its reason."""

    kind, makes = "skip", r.Skip
    why = pick("Why", [(word, capital(SKIP_NAMES[word])) for word in SKIPS])
    made = staticmethod(lambda told: r.Skip(told["why"]))
    told = staticmethod(lambda record: {"why": record.why})


class Line(forms.Form):
    """Lines of the notation."""

    text = forms.CharField(
        label="Lines",
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocapitalize": "off"}),
        max_length=20_000,
        strip=False,
    )


GROUPS: Final[tuple[tuple[str, tuple[type[LogForm], ...]], ...]] = (
    ("", (Exercise, Walk, Release, Stability, Note)),
    ("How the day was", (Activity, Painkiller, Sitting, Stretch, Skip)),
    ("Clinic", (Injection, Clinician, Visit, Medicine, Test, Score)),
    ("Body", (Bodyweight, Pulse, Hrv)),
)
FORMS: Final[dict[str, type[LogForm]]] = {form.kind: form for _, forms_ in GROUPS for form in forms_}


def form_for(record: r.Record) -> type[LogForm] | None:
    """The form that asks exactly what the record says; None where the record says more."""
    found = next((form for form in FORMS.values() if form.makes is type(record)), None)
    if found is None or (isinstance(record, r.Lift) and len(record.work) != 1):
        return None
    answers = found.answers(record)
    bound = found(
        {name: value for name, value in answers.items() if value is not None and value is not False}
    )
    same = bound.is_valid() and bound.build(bound.cleaned_data, record) == record
    return found if same else None
