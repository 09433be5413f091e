"""Immutable records with named fields, as `dataclass(frozen=True, slots=True)` makes them, but at once.

A command that answers in the time of an import cannot pay for the standard decorator: it compiles
seven functions a class and imports `inspect`. Here a class gets its slots when it is made and its
constructor when it is first called. Everything that `dataclasses` offers (`fields`, `replace`,
`asdict`) works on these classes; decision 0004 has the figures.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[_T]) -> type[_T]:
    """The class with its annotated names as slots: immutable, compared and hashed by its fields.

    At least one field; those without a default come first, as in a signature. Classes are not derived
    from each other.
    """
    body = dict(cls.__dict__)
    names = tuple(body.get("__annotations__", ()))
    defaults = {name: body.pop(name) for name in names if name in body}
    for made_anew in ("__dict__", "__weakref__"):
        body.pop(made_anew, None)
    body |= {
        "__slots__": names,
        "__qualname__": cls.__qualname__,
        "__match_args__": names,
        "__init__": _first_init,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__repr__": _repr,
        "__reduce__": _reduce,
        "__dataclass_fields__": _Fields(),
        "_defaults": defaults,
        "_values": attrgetter(*names),
    }
    body.setdefault("__eq__", _eq)
    body.setdefault("__hash__", _hash)
    made: type[_T] = type(cls.__name__, cls.__bases__, body)
    return made


class _Fields:
    """What `dataclasses` asks a class for, made when it asks."""

    def __get__(self, instance: object, cls: Any) -> dict[str, Any]:
        from dataclasses import field, make_dataclass

        kinds, defaults = cls.__annotations__, cls._defaults
        columns = [
            (name, kinds[name], field(default=defaults[name]) if name in defaults else field())
            for name in cls.__slots__
        ]
        made: dict[str, Any] = make_dataclass(cls.__name__, columns).__dict__["__dataclass_fields__"]
        return made


def _first_init(self: Any, *args: Any, **kwargs: Any) -> None:
    """Compiles the constructor of the class, puts it in its own place, and calls it."""
    cls = type(self)
    defaults = cls._defaults
    names = cls.__slots__
    signature = "".join(f", {name}" + (f"=_defaults[{name!r}]" if name in defaults else "") for name in names)
    lines = "".join(f"\n  _set(self, {name!r}, {name})" for name in names)
    scope: dict[str, Any] = {"_set": object.__setattr__, "_defaults": defaults}
    exec(f"def __init__(self{signature}):{lines}", scope)  # noqa: S102 - names of fields, as dataclasses does
    scope["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    cls.__init__ = scope["__init__"]
    cls.__init__(self, *args, **kwargs)


def _refuse(_self: Any, name: str, *_value: Any) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r}")


def _eq(self: Any, other: Any) -> Any:
    return self._values(self) == self._values(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({shown})"


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), tuple([getattr(self, name) for name in self.__slots__])
