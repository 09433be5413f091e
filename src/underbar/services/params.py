"""The numbers of the method as this lifter has them."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from underbar.diary.records import Param
from underbar.protocol.document import Protocol, load
from underbar.protocol.limits import Parameter, ParameterError, Value, accept, find, written
from underbar.services.clock import now
from underbar.services.database import looking, unit_of_work
from underbar.services.diary_log import Logged, add_record
from underbar.services.kept import until_changed
from underbar.services.lifter import moment_of, overrides_on, standing


class Setting(NamedTuple):
    """A parameter as it is in force today.

    `text`: its value as it is written; `own`: the lifter's, and another than the document's.
    `was`: every value that the lifter set, with its day, the oldest first.
    """

    parameter: Parameter
    value: Value
    text: str
    own: bool
    was: tuple[tuple[date, str], ...] = ()

    @property
    def document(self) -> str:
        """The document's value, as it is written."""
        return written(self.parameter, self.parameter.value)

    @property
    def recommended(self) -> bool:
        """Whether the value lies in the recommended range."""
        return self.parameter.limits.recommends(self.value)


def list_params(instant: datetime | None = None) -> tuple[Setting, ...]:
    """Every parameter of the method, in the order of its document; kept until the diary changes."""
    protocol = load()
    with looking() as owner:
        today = moment_of(owner, protocol, instant or now()).day
        return until_changed(owner, ("params", today, protocol.digest), lambda: _settings(protocol, today))


def set_param(name: str, value: str, instant: datetime | None = None, id_: str | None = None) -> Logged:
    """Set a parameter from today on. Raises NotUnderstood with the limit's reason where it may not be.

    A value outside the recommended range is taken, with a warning. `id_`: the sender's, stored once.
    """
    done = add_record(Param(name, value), instant=instant, id_=id_)
    parameter = load().parameters[name]
    limits = parameter.limits
    if limits.recommends(accept(parameter, value)):
        return done
    low, high = written(parameter, limits.recommended_low), written(parameter, limits.recommended_high)
    warning = f"{name} {value} is outside the recommended {low} to {high}: {limits.why}"
    return done._replace(warnings=(*done.warnings, warning))


def reset_param(name: str, instant: datetime | None = None, id_: str | None = None) -> Logged:
    """Set a parameter back to the document's value from today on; what was in force before stays so.

    Raises UnknownParameter.
    """
    parameter = find(load().parameters, name)
    return add_record(Param(name, written(parameter, parameter.value)), instant=instant, id_=id_)


def refusal(name: str, value: str) -> str | None:
    """Why a parameter can't be set so, the limit's own reason last; None where it can.

    Raises UnknownParameter.
    """
    parameter = find(load().parameters, name, value)
    try:
        accept(parameter, value)
    except ParameterError as error:
        return error.why if error.why.endswith(".") else f"{error.why}."
    return None


def _settings(protocol: Protocol, today: date) -> tuple[Setting, ...]:
    with unit_of_work() as owner:
        own = overrides_on(owner, protocol, today)
        was: dict[str, list[tuple[date, str]]] = {}
        for entry in standing(owner, Param, until=today).entries:
            if isinstance(entry.record, Param):
                was.setdefault(entry.record.name, []).append((entry.day, entry.record.value))
    found = []
    for name, parameter in protocol.parameters.items():
        value = accept(parameter, own[name]) if name in own else parameter.value
        text = written(parameter, value)
        found.append(Setting(parameter, value, text, value != parameter.value, tuple(was.get(name, ()))))
    return tuple(found)
