"""Who may come in, and how a refusal looks: one sentence, and what is wrong where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import APIKeyCookie, HttpBearer

from underbar.services.entries_in import IdTaken, NoSuchEntry
from underbar.services.errors import Issue, NoDiary, NotUnderstood, RuleFailure, ServiceError
from underbar.web import tokens
from underbar.web.api.shapes import Refusal
from underbar.web.uploads import too_large
from underbar.wording.en_api import DESCRIPTION, NOT_SIGNED_IN, TOO_LONG

_STATUS: Final[dict[type[ServiceError], int]] = {
    IdTaken: 409,
    NoSuchEntry: 404,
    NoDiary: 404,
    NotUnderstood: 422,
    RuleFailure: 409,
    ServiceError: 422,
}


class DeviceToken(HttpBearer):
    """A device's token; the middleware has looked at it already."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        """The token where it opened a diary."""
        return token if tokens.opened(request) else None


class SessionCookie(APIKeyCookie):
    """The session of a browser, with Django's CSRF token for what changes something."""

    param_name = "sessionid"

    def __call__(self, request: HttpRequest) -> Any:
        """The user; None for nobody, and for whoever brought a token: that alone counts then."""
        if not request.user.is_authenticated or tokens.opened(request) is not None:
            return None
        return super().__call__(request)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:  # noqa: ARG002
        """The user of the session."""
        return request.user


api = NinjaAPI(
    title="Underbar",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    urls_namespace="api",
    auth=[DeviceToken(), SessionCookie()],
)

REFUSALS: Final[dict[int, Any]] = dict.fromkeys((400, 401, 403, 422), Refusal)
"""What any address may answer besides."""


def answers(what: Any, *more: int) -> dict[int, Any]:
    """The `response` of an operation: `what` for 200, and the refusals, those of `more` too."""
    return {200: what, **REFUSALS, **dict.fromkeys(more, Refusal)}


def refuse(
    request: HttpRequest, status: int, sentence: str, issues: Sequence[Issue] = (), **more: Any
) -> HttpResponse:
    """A refusal as an answer."""
    found = {"error": sentence, "issues": [issue._asdict() for issue in issues], **more}
    return api.create_response(request, found, status=status)


@api.exception_handler(ServiceError)
def _service(request: HttpRequest, error: ServiceError) -> HttpResponse:
    status = next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)
    issues = error.issues if isinstance(error, IdTaken | NotUnderstood) else ()
    return refuse(request, status, error.sentence, issues)


@api.exception_handler(AuthenticationError)
def _nobody(request: HttpRequest, error: AuthenticationError) -> HttpResponse:  # noqa: ARG001
    answer = refuse(request, 401, NOT_SIGNED_IN)
    answer["WWW-Authenticate"] = 'Bearer realm="underbar"'
    return answer


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    sentence = str(error).rstrip(".") + "."
    return refuse(request, error.status_code, sentence)


@api.exception_handler(RequestDataTooBig)
def _too_long(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:  # noqa: ARG001
    return refuse(request, 413, TOO_LONG)


@api.exception_handler(ValidationError)
def _shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
    large = too_large(request)
    if large is not None:
        return refuse(request, 413, large)
    issues = [_issue(found) for found in error.errors]
    return refuse(request, 422, "; ".join(map(str, issues)) + ".", issues)


def _issue(found: dict[str, Any]) -> Issue:
    """A fault of the request's shape: the line is the place in a list, from 1."""
    places = [part for part in found["loc"][1:] if part != "payload"]
    line = next((part + 1 for part in places if isinstance(part, int)), 0)
    named = ".".join(part for part in places if isinstance(part, str))
    message = str(found["msg"]).removeprefix("Value error, ")
    return Issue(line, 0, f"{named}: {message}" if named else message)
