"""The check-in: four questions in the morning, or a past day filled in."""

from __future__ import annotations

from datetime import date
from typing import Any, Final
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import path

from underbar.diary.records import Checkin
from underbar.services import diary_log
from underbar.services.clock import now
from underbar.services.errors import NotUnderstood, ServiceError
from underbar.services.history import lifters_today
from underbar.services.ids import new_id
from underbar.services.mornings import BeforeAnswering, Said, before_answering
from underbar.web import sending
from underbar.web.owners import page
from underbar.wording import en_checkin as words
from underbar.wording.en_words import clock, long_day

_SIDES: Final = (("left", "Left"), ("right", "Right"), ("both", "Both"))
_STIFF: Final = (("none", "No"), *_SIDES)
_WOKE: Final = (
    ("0", "just now"),
    ("30", "½ h ago"),
    ("60", "1 h ago"),
    ("120", "2 h ago"),
    ("180", "3 h ago"),
    ("earlier", "earlier"),
)
_TENS: Final = tuple((number, str(number)) for number in range(11))
_WHOLE_DAY: Final = 24 * 60


class CheckinForm(forms.Form):
    """The morning's answers as they are typed. Nothing is answered for the lifter."""

    ache = forms.TypedChoiceField(
        choices=_TENS, coerce=int, error_messages={"required": "Say how much it aches; 0 is none."}
    )
    side = forms.ChoiceField(choices=_SIDES, required=False)
    left = forms.IntegerField(min_value=0, max_value=10, required=False)
    right = forms.IntegerField(min_value=0, max_value=10, required=False)
    stiff = forms.ChoiceField(choices=_STIFF, required=False)
    sleep_h = forms.IntegerField(min_value=0, max_value=23, required=False)
    sleep_min = forms.IntegerField(min_value=0, max_value=59, required=False)
    sleep_was = forms.CharField(required=False)
    painkiller = forms.ChoiceField(
        choices=(("no", "No"), ("yes", "Yes")),
        error_messages={"required": "Say whether you took a painkiller in the last 24 hours."},
    )
    woke = forms.ChoiceField(choices=_WOKE, required=False)
    woke_at = forms.TimeField(required=False, input_formats=["%H:%M", "%H:%M:%S"])
    sore = forms.BooleanField(required=False)
    flare = forms.BooleanField(required=False)
    ill = forms.BooleanField(required=False)
    evening = forms.IntegerField(min_value=0, max_value=10, required=False)

    def clean(self) -> dict[str, Any]:
        """Answers that contradict each other are asked again, never guessed."""
        told = self.cleaned_data
        ache, left, right = told.get("ache"), told.get("left"), told.get("right")
        if ache and (left is None) != (right is None):
            self.add_error("right" if right is None else "left", "Give both sides a number, or neither.")
        elif ache and left is not None and right is not None and max(left, right) != ache:
            self.add_error("left", f"The worse side is the ache, and that is {ache} above.")
        if told.get("sleep_min") is not None and told.get("sleep_h") is None:
            self.add_error("sleep_h", "Say the hours too.")
        if told.get("woke") == "earlier" and told.get("woke_at") is None:
            self.add_error("woke_at", "Say about when you woke.")
        return told

    def answers(self, minute: int) -> Checkin:
        """The record, made at that minute of the lifter's day. Sleep that a device had told and that
        nobody touched is not told again."""
        told = self.cleaned_data
        apart = bool(told["ache"]) and told["left"] is not None
        return Checkin(
            ache=told["ache"],
            side=(told["side"] or None) if told["ache"] and not apart else None,
            left=told["left"] if apart else None,
            right=told["right"] if apart else None,
            stiff=told["stiff"] or None,
            sleep=self._typed_sleep(),
            woke=self._woke(minute),
            painkiller=told["painkiller"] == "yes",
            evening=told["evening"],
            sore=told["sore"],
            flare=told["flare"],
            ill=told["ill"],
        )

    def _typed_sleep(self) -> int | None:
        hours, minutes = self.cleaned_data["sleep_h"], self.cleaned_data["sleep_min"] or 0
        if hours is None or self.cleaned_data["sleep_was"] == f"{hours}:{minutes:02d}":
            return None
        return int(hours * 3600 + minutes * 60)

    def _woke(self, minute: int) -> int | None:
        woke = self.cleaned_data["woke"]
        if woke == "earlier":
            at = self.cleaned_data["woke_at"]
            return int(at.hour * 60 + at.minute)
        return (minute - int(woke)) % _WHOLE_DAY if woke else None


@page
def checkin(request: HttpRequest) -> HttpResponseBase:
    """This morning's questions."""
    if request.method == "POST":
        return _sent(request, None)
    return _shown(request, lifters_today().day, late=False)


@page
def checkin_day(request: HttpRequest, text: str) -> HttpResponseBase:
    """The questions of a past day, to fill it in."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
    today = lifters_today().day
    if day > today:
        raise Http404
    if request.method == "POST":
        return _sent(request, day)
    return redirect("checkin") if day == today else _shown(request, day, late=True)


def _sent(request: HttpRequest, day: date | None) -> HttpResponseBase:
    sent = sending.read(request)
    form = CheckinForm(request.POST)
    on = day or sent.day

    def again(sentence: str = "") -> HttpResponse:
        missed = sent.shown if sent.shown and sent.shown < sent.day and day is None else None
        return _shown(request, on, day is not None, form, sentence, missed)

    if day is None and (sentence := sending.stale(sent)):
        form.is_valid()
        return sending.refused(request, lambda: again(sentence), sentence=sentence, status=409)
    if not form.is_valid():
        return sending.refused(request, again, form=form)
    answers = form.answers(lifters_today(sent.instant).minutes)
    try:
        logged = _log(answers, on, sent, request.POST)
    except (NotUnderstood, ServiceError) as error:
        sending.add_error(form, error)
        return sending.refused(request, again, form=form)
    before = before_answering(on)
    if answers.sleep is not None and before.device is not None:
        source, measured = before.device
        if abs(answers.sleep - measured) > before.differs:
            said = words.sleep_differs(answers.sleep / 3600, measured / 3600, source)
            logged = logged._replace(warnings=(*logged.warnings, said))
    return sending.stored(request, sent, logged, "today", words.filled_in(on) if day else "Noted.")


def _log(answers: Checkin, on: date, sent: sending.Sent, told: QueryDict) -> diary_log.Logged:
    """Store it. Without JavaScript the page brings its own id: sent a second time with other answers, as
    after going back, it corrects what it told first."""
    seen = told.getlist("seen")
    if sent.id is not None:
        return diary_log.checkin(answers, on, sent.instant, id_=sent.id, seen=seen)
    page_id = _page_id(told.get("form", ""))
    try:
        return diary_log.checkin(answers, on, sent.instant, id_=page_id, seen=seen)
    except NotUnderstood:
        raise
    except ServiceError:
        if page_id is None:
            raise
        return diary_log.checkin(answers, on, sent.instant, seen=[*seen, page_id])


def _page_id(text: str) -> str | None:
    try:
        return str(UUID(text))
    except ValueError:
        return None


def _shown(
    request: HttpRequest,
    day: date,
    late: bool,
    form: CheckinForm | None = None,
    sentence: str = "",
    missed: date | None = None,
) -> HttpResponse:
    before = before_answering(day)
    if form is None:
        form = CheckinForm(initial=_initial(before))
    minute = lifters_today().minutes
    return render(
        request,
        "checkin/checkin.html",
        {
            "here": "today",
            "form": form,
            "day": day,
            "long_day": long_day(day),
            "late": words.LATE if late else "",
            "sentence": sentence,
            "missed": missed,
            "missed_day": long_day(missed) if missed else "",
            "before": before,
            "said": words.you_said([_phrase(one) for one in before.standing]) if before.standing else "",
            "many": words.ONE_OF_MANY if len(before.standing) > 1 else "",
            "not_in_time": words.TOO_LATE if _none_in_time(before) and not late else "",
            "earlier": [
                (*_phrase(one), words.KEPT if one.counts else words.REPLACED)
                for one in before.said
                if not one.stands
            ],
            "device": before.device and (before.device[0], *divmod(before.device[1] // 60, 60)),
            "usual": (before.usual or 0) // 60 or None,
            "after_noon": words.WHOLE_DAY_ON if not late and minute >= before.noon else "",
            "tens": range(11),
            "sides": _SIDES,
            "stiffs": _STIFF,
            "wokes": _WOKE,
            "seen": [one.id for one in before.standing],
            "id": new_id(now()),
        },
    )


def _phrase(one: Said) -> tuple[str, str]:
    return clock(one.minute), words.answers_phrase(one.answers)


def _none_in_time(before: BeforeAnswering) -> bool:
    return bool(before.standing) and not any(one.timely for one in before.standing)


def _initial(before: BeforeAnswering) -> dict[str, Any]:
    """What was said already (of several answers the one with most ache), else what a device measured."""
    initial: dict[str, Any] = {}
    if before.device is not None:
        hours, minutes = divmod(before.device[1] // 60, 60)
        initial |= {"sleep_h": hours, "sleep_min": minutes, "sleep_was": f"{hours}:{minutes:02d}"}
    if not before.standing:
        return initial
    answers = max(before.standing, key=lambda one: (one.answers.ache or 0, one.answers.painkiller)).answers
    initial |= {
        "ache": answers.ache,
        "side": answers.side,
        "left": answers.left,
        "right": answers.right,
        "stiff": answers.stiff,
        "painkiller": "yes" if answers.painkiller else "no",
        "sore": answers.sore,
        "flare": answers.flare,
        "ill": answers.ill,
        "evening": answers.evening,
    }
    if answers.woke is not None:
        initial |= {"woke": "earlier", "woke_at": clock(answers.woke)}
    if answers.sleep is not None:
        hours, minutes = divmod(answers.sleep // 60, 60)
        initial |= {"sleep_h": hours, "sleep_min": minutes, "sleep_was": ""}
    return initial


urls = [
    path("checkin/", checkin, name="checkin"),
    path("checkin/<str:text>/", checkin_day, name="checkin_day"),
]
