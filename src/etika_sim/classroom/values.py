"""Values of events: what a field may hold, as readers of plain data that convert or refuse.

A reader takes a value as JSON gives it and returns it typed, or raises BadValue. It stands beside the
type of a field: `Annotated[int, whole(1, 5)]`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]


class BadValue(ValueError):
    """A value that its field may not hold."""


def whole(low: int, high: int) -> Reader:
    """A whole number in a range, both ends included."""

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise BadValue
        return value

    return read


def text(shortest: int, longest: int) -> Reader:
    """A text of so many code points, none of them half of a surrogate pair."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or not shortest <= len(value) <= longest:
            raise BadValue
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            raise BadValue
        return value

    return read


def one_of(*words: str) -> Reader:
    """One of those words."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in words:
            raise BadValue
        return value

    return read


def member(kind: type[StrEnum]) -> Reader:
    """A member of an enumeration of words."""

    def read(value: Any) -> StrEnum:
        if not isinstance(value, str):
            raise BadValue
        try:
            return kind(value)
        except ValueError:
            raise BadValue from None

    return read


def many(item: Reader, fewest: int, most: int) -> Reader:
    """A list of so many values, as a tuple."""

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or not fewest <= len(value) <= most:
            raise BadValue
        return tuple(map(item, value))

    return read


def truth(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise BadValue
    return value


def moment(value: Any) -> float:
    """A time in seconds, finite."""
    if isinstance(value, float) and math.isfinite(value):
        return value
    return float(whole(-(10**15), 10**15)(value))


class Value(NamedTuple):
    """A field of a noun: how it is read, and whether it may be missing."""

    read: Reader
    is_optional: bool


def values_of(noun: type[Any]) -> dict[str, Value]:
    """The fields of a NamedTuple whose types carry readers, by their names."""
    hints = get_type_hints(noun, include_extras=True)
    read = {name: _reader(hint) for name, hint in hints.items()}
    optional = noun._field_defaults
    return {name: Value(reader, name in optional) for name, reader in read.items() if reader}


def _reader(hint: Any) -> Reader | None:
    """The reader that a type carries; `None` beside it says only that the field may be missing."""
    if get_origin(hint) is Annotated:
        found: Reader = get_args(hint)[1]
        return found
    return next(filter(None, map(_reader, get_args(hint))), None)
