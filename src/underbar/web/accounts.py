"""Who may open an account: the first visitor, who becomes the owner; others where the owner's server says so.

And the pages at the door, with our words on them.
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.views import LoginView, SignupView
from django.conf import settings
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path

from underbar.wording import en_pages


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library is untyped
    """allauth's rules, but for who may sign up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library's signature
        """True while nobody has an account, and where `UNDERBAR_SIGNUP` is `open`."""
        return settings.CHOSEN.open_signup or no_account_yet()


def no_account_yet() -> bool:
    """Whether the app is new here."""
    return not User.objects.exists()


def _plainly(form: Any, password: str) -> Any:
    """The form without words in its fields, and `password` as the one help."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = password if name.startswith("password") else ""
        if name in ("username", "login"):
            field.label = "User name"
            field.widget.attrs.update(autocapitalize="none", spellcheck="false")
    return form


class _Login(LoginView):  # type: ignore[misc]  # the library is untyped
    """Signing in; on a new server there is nobody who could, so it leads to the first account."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "GET" and no_account_yet():
            return redirect("account_signup")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_form(self, form_class: Any = None) -> Any:
        return _plainly(super().get_form(form_class), "")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "motto": en_pages.MOTTO,
            "signup_open": settings.CHOSEN.open_signup,
        }


class _Signup(SignupView):  # type: ignore[misc]  # the library is untyped
    """Opening an account, where one may."""

    def get_form(self, form_class: Any = None) -> Any:
        return _plainly(super().get_form(form_class), en_pages.PASSWORD_HELP)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "motto": en_pages.MOTTO,
            "what_it_is": en_pages.WHAT_IT_IS,
            "where_it_stays": en_pages.WHERE_IT_STAYS,
            "has_accounts": not no_account_yet(),
        }

    def closed(self) -> HttpResponse:
        return render(self.request, "account/signup_closed.html", {"signup_closed": en_pages.SIGNUP_CLOSED})


def _forgotten(request: HttpRequest) -> HttpResponse:
    """What to do without the password: there is no e-mail to send a link to."""
    return render(request, "account/password_reset.html", {"forgotten": en_pages.FORGOTTEN})


def _nothing(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The library's page of e-mail addresses: nobody's is kept."""
    raise Http404


urls = [
    path("account/login/", _Login.as_view()),
    path("account/signup/", _Signup.as_view()),
    path("account/password/reset/", _forgotten),
    path("account/email/", _nothing),
]
"""Before the library's own addresses, whose names they keep."""
