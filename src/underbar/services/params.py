"""The numbers of the method as this lifter has them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from underbar.diary.records import Param
from underbar.protocol.document import load
from underbar.protocol.limits import Parameter, Value, accept, written
from underbar.services.clock import now
from underbar.services.database import unit_of_work
from underbar.services.diary_log import Logged, add_record
from underbar.services.lifter import overrides_on, today_of


class Setting(NamedTuple):
    """A parameter as it is in force today. `text`: its value as it is written; `own`: set by the lifter."""

    parameter: Parameter
    value: Value
    text: str
    own: bool


def list_params(instant: datetime | None = None) -> tuple[Setting, ...]:
    """Every parameter of the method, in the order of its document."""
    protocol = load()
    with unit_of_work() as owner:
        today = today_of(owner, protocol, instant or now()).day
        own = overrides_on(owner, protocol, today)
    found = []
    for name, parameter in protocol.parameters.items():
        value = accept(parameter, own[name]) if name in own else parameter.value
        found.append(Setting(parameter, value, written(parameter, value), name in own))
    return tuple(found)


def set_param(name: str, value: str, instant: datetime | None = None) -> Logged:
    """Set a parameter from today on. Raises NotUnderstood with the limit's reason where it may not be.

    A value outside the recommended range is taken, with a warning.
    """
    done = add_record(Param(name, value), instant=instant)
    parameter = load().parameters[name]
    limits = parameter.limits
    if limits.recommends(accept(parameter, value)):
        return done
    low, high = written(parameter, limits.recommended_low), written(parameter, limits.recommended_high)
    warning = f"{name} {value} is outside the recommended {low} to {high}: {limits.why}"
    return done._replace(warnings=(*done.warnings, warning))
