"""More, and the settings: who lifts, the day, the mode, the theme, and the end of it all."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from underbar.diary.records import Lifter
from underbar.protocol.limits import written
from underbar.services.accounts import delete_diary
from underbar.services.errors import ServiceError
from underbar.services.facts import Facts, facts
from underbar.services.params import Setting, list_params, set_param
from underbar.services.setup import describe
from underbar.web.forms.setup import YouForm
from underbar.web.owners import page
from underbar.web.pages import clinician, devices, gyms, sources
from underbar.web.sending import add_error, read
from underbar.web.shell import THEME_COOKIE, THEMES
from underbar.wording import en_pages

DAY_START: Final = "day-start"
_YEAR: Final = 365 * 24 * 3600
_THEME_WORDS: Final = (("system", "System"), ("light", "Light"), ("dark", "Dark"))


class DayForm(forms.Form):
    """When a day begins. The limits are the method's own."""

    day_start = forms.CharField(label="A day begins at", max_length=8)


class DeleteForm(forms.Form):
    """The name typed out, and the password where the account has one."""

    name = forms.CharField(label="Your user name", widget=forms.TextInput(attrs={"autocomplete": "off"}))
    password = forms.CharField(
        label="Your password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, user: Any, data: Any = None) -> None:
        super().__init__(data)
        self.user = user
        if not user.has_usable_password():
            del self.fields["password"]

    def clean_name(self) -> str:
        """The account's own name."""
        name: str = self.cleaned_data["name"]
        if name != self.user.get_username():
            raise forms.ValidationError(f"Type {self.user.get_username()}, as it is written here.")
        return name

    def clean_password(self) -> str:
        """The account's own password."""
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError("That is not the password.")
        return password


@page
def more(request: HttpRequest) -> HttpResponse:
    """Everything that is not needed each morning."""
    return render(request, "settings/more.html", {"here": "more"})


@page
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """The lifter, the day and the mode. Each part is a form of its own, named by `what`."""
    known = facts()
    you = YouForm(initial=YouForm.initial_of(known))
    day = DayForm(initial={"day_start": _day_start().text})
    what = request.POST.get("what")
    done = False
    if what == "you":
        you = YouForm(request.POST)
        done = you.is_valid() and _kept(you, lambda: describe(you.records(), read(request).instant))
    elif what == "day":
        day = DayForm(request.POST)
        done = day.is_valid() and _kept(day, lambda: _keep_day_start(request, day.cleaned_data["day_start"]))
    elif what == "mode":
        mode = "background" if request.POST.get("mode") == "background" else "article"
        describe([Lifter(mode="background" if mode == "background" else "article")], read(request).instant)
        done = True
    if done:
        messages.success(request, "Kept.")
        return redirect("settings")
    return _show(request, known, you, day, 422 if request.method == "POST" else 200)


def _show(request: HttpRequest, known: Facts, you: YouForm, day: DayForm, status: int) -> HttpResponse:
    setting = _day_start()
    return render(
        request,
        "settings/settings.html",
        {
            "here": "more",
            "you": you,
            "day": day,
            "setting": setting,
            "day_start_means": en_pages.DAY_START_MEANS,
            "limits": _limits(setting),
            "mode": known.mode,
            "background_label": en_pages.BACKGROUND_LABEL,
            "background_means": en_pages.BACKGROUND_MEANS,
            "themes": _THEME_WORDS,
        },
        status=status,
    )


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Light, dark, or as the device has it; kept by this browser alone."""
    back = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    response = redirect(back if allowed else "settings")
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        # Not HttpOnly: the page switches before the answer is here.
        response.set_cookie(
            THEME_COOKIE, chosen, max_age=_YEAR, samesite="Lax", secure=request.is_secure(), httponly=False
        )
    return response


@page
@require_http_methods(["GET", "POST"])
def delete_all(request: HttpRequest) -> HttpResponse:
    """The end of it all: asked for by name and password, done at once, and for good."""
    form = DeleteForm(request.user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _delete_account(request)
        response = render(request, "settings/gone.html", {"gone": en_pages.GONE})
        response.headers["Clear-Site-Data"] = '"cache", "storage", "cookies"'
        response.headers["Cache-Control"] = "no-store"
        return response
    status = 422 if request.method == "POST" else 200
    context = {"here": "more", "form": form, "means": en_pages.DELETE_MEANS}
    return render(request, "settings/delete.html", context, status=status)


def _delete_account(request: HttpRequest) -> None:
    """The diary, every session of the account, and the account. The diary first: it is what must not stay."""
    user = request.user
    delete_diary()
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
    account = User.objects.get(username=user.get_username())
    logout(request)
    account.delete()


def _kept(form: forms.Form, store: Any) -> bool:
    try:
        store()
    except ServiceError as error:
        add_error(form, error)
        return False
    return True


def _keep_day_start(request: HttpRequest, text: str) -> None:
    if text.strip() != _day_start().text:
        set_param(DAY_START, text.strip(), read(request).instant)


def _day_start() -> Setting:
    return next(setting for setting in list_params() if setting.parameter.id == DAY_START)


def _limits(setting: Setting) -> str:
    limits = setting.parameter.limits
    low, high, first, last = (
        written(setting.parameter, hour)
        for hour in (limits.low, limits.high, limits.recommended_low, limits.recommended_high)
    )
    return f"Between {low} and {high}; {first} to {last} is recommended. {setting.parameter.limits.why}"


urls = [
    path("more/", more, name="more"),
    path("settings/", settings, name="settings"),
    path("settings/theme/", theme, name="theme"),
    path("settings/delete/", delete_all, name="delete_all"),
    *gyms.urls,
    *sources.urls,
    *devices.urls,
    *clinician.urls,
]
