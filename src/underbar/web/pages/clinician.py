"""What a clinician said or did: an assessment, the bar, rules for the days after an injection, a course."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from underbar.diary.records import Clinician, Course, Window
from underbar.services.diary_log import add_record
from underbar.services.errors import ServiceError
from underbar.services.screening import signs
from underbar.web.owners import page
from underbar.web.sending import add_error, read
from underbar.wording import en_pages
from underbar.wording.en import flag_name
from underbar.wording.en_words import capital

_DAYS: Final = {"inputmode": "numeric", "autocomplete": "off"}


class AssessedForm(forms.Form):
    """An assessment, confirmed."""

    sure = forms.BooleanField(
        label=en_pages.ASSESSED_ASKS, error_messages={"required": "Tick this first; it opens the plan again."}
    )

    def record(self) -> Clinician:
        """What was told."""
        return Clinician(assessed=True)


class BarForm(forms.Form):
    """The bar, allowed."""

    sure = forms.BooleanField(
        label="A clinician says that the bar is fine for me now.",
        error_messages={"required": "Tick this first."},
    )

    def record(self) -> Clinician:
        """What was told."""
        return Clinician(bar_ok=True)


class SaysForm(forms.Form):
    """Free words."""

    words = forms.CharField(label="What they said", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def record(self) -> Clinician:
        """What was told, on one line."""
        return Clinician(says=" ".join(self.cleaned_data["words"].split()))


class WindowForm(forms.Form):
    """A rule for some days after an injection."""

    first = forms.IntegerField(
        label="From day", min_value=0, max_value=365, widget=forms.TextInput(attrs=_DAYS)
    )
    last = forms.IntegerField(label="to day", min_value=0, max_value=365, widget=forms.TextInput(attrs=_DAYS))
    most = forms.IntegerField(
        label="At most, in % of the working load",
        required=False,
        min_value=0,
        max_value=100,
        widget=forms.TextInput(attrs=_DAYS),
        help_text="0 is no bar. Leave it empty where nothing was said of the bar.",
    )
    release = forms.ChoiceField(
        label="Release",
        required=False,
        choices=(("", "Not said"), ("on", "Yes"), ("off", "No")),
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        """Days in their order, and something said of them."""
        found: dict[str, Any] = super().clean() or {}
        first, last = found.get("first"), found.get("last")
        if first is not None and last is not None and last < first:
            self.add_error("last", "The last day comes before the first.")
        if found.get("most") is None and not found.get("release") and "most" not in self.errors:
            self.add_error("most", "Say something of the bar, or of release.")
        return found

    def record(self) -> Clinician:
        """What was told."""
        said = self.cleaned_data
        most = None if said["most"] is None else float(said["most"])
        release = {"on": True, "off": False}.get(said["release"])
        return Clinician(window=Window(said["first"], said["last"], most, release))


class CourseForm(forms.Form):
    """A clinic's plan of injections."""

    planned = forms.IntegerField(
        label="How many", min_value=1, max_value=99, widget=forms.TextInput(attrs=_DAYS)
    )
    weeks = forms.IntegerField(
        label="Weeks between them", min_value=1, max_value=52, widget=forms.TextInput(attrs=_DAYS)
    )

    def record(self) -> Clinician:
        """What was told."""
        return Clinician(course=Course(self.cleaned_data["planned"], 7 * self.cleaned_data["weeks"]))


_FORMS: Final[dict[str, type[Any]]] = {
    "assessed": AssessedForm,
    "bar": BarForm,
    "says": SaysForm,
    "window": WindowForm,
    "course": CourseForm,
}
_SAID: Final = {
    "assessed": "Noted: a clinician assessed you.",
    "bar": "Noted: the bar is fine, says your clinician.",
    "says": "Noted.",
    "window": "Noted: the clinic's days replace the method's.",
    "course": "Noted.",
}


@page
@require_http_methods(["GET", "POST"])
def clinician(request: HttpRequest) -> HttpResponse:
    """Each kind of word has its form, named by `kind`."""
    kind = request.POST.get("kind", "")
    forms_ = {
        name: form(request.POST if name == kind else None, auto_id=f"{name}_%s")
        for name, form in _FORMS.items()
    }
    status = 200
    if request.method == "POST" and kind in forms_:
        form, sent, status = forms_[kind], read(request), 422
        if form.is_valid():
            try:
                add_record(form.record(), instant=sent.instant, id_=sent.id)
            except ServiceError as error:
                add_error(form, error)
            else:
                messages.success(request, _SAID[kind])
                return redirect("today" if kind == "assessed" else "clinician")
    found = signs()
    context = {
        "here": "more",
        "forms": forms_,
        "open": kind,
        "standing": [capital(flag_name(flag)) for flag, level in found.standing.items() if level != "M"],
        "pregnancy": "pregnancy" in found.standing,
        "words": {
            "assessed": en_pages.ASSESSED_MEANS,
            "bar": en_pages.BAR_OK_MEANS,
            "says": en_pages.SAYS_MEANS,
            "window": en_pages.WINDOW_MEANS,
            "course": en_pages.COURSE_MEANS,
        },
    }
    return render(request, "settings/clinician.html", context, status=status)


urls = [path("clinician/", clinician, name="clinician")]
