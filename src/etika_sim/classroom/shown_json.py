"""Views read back from JSON: whether plain data have the shape that a view promises.

Keys beyond those of a view are let pass, as its type lets them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeGuard, Union, get_args, get_origin, get_type_hints, is_typeddict

from etika_sim.classroom.shown import NotesView


def is_notes_view(found: object) -> TypeGuard[NotesView]:
    """Whether those are the trainer's notes of a class."""
    return fits(found, NotesView)


def fits(found: object, kind: Any) -> bool:
    """Whether plain data are of that kind: a TypedDict, list, dict, union or literal, or a plain type."""
    if is_typeddict(kind):
        return isinstance(found, dict) and _has_fields(found, kind)
    parts = get_args(kind)
    match get_origin(kind):
        case origin if origin in (Union, UnionType):
            return any(fits(found, part) for part in parts)
        case origin if origin is Literal:
            return found in parts
        case origin if origin is list:
            return isinstance(found, list) and all(fits(one, parts[0]) for one in found)
        case origin if origin is dict:
            return isinstance(found, dict) and all(
                fits(name, parts[0]) and fits(value, parts[1]) for name, value in found.items()
            )
    return _is_plain(found, kind)


def _has_fields(found: Mapping[object, object], kind: Any) -> bool:
    hints = _hints(kind)
    return kind.__required_keys__ <= found.keys() and all(
        fits(found[name], hint) for name, hint in hints.items() if name in found
    )


def _is_plain(found: object, kind: Any) -> bool:
    """A text, number, truth or nothing; a whole number is one with a point as well, a truth is no number."""
    if kind is float:
        return type(found) in (int, float)
    return type(found) is kind


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
