"""What a phone sends, as data of an event: from JSON as it is, from a plain form field by field.

Whatever does not fit becomes data that are refused as malformed; nothing here decides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs

from etika_sim.classroom.event_data import fields_of
from etika_sim.classroom.events import PHONE, Event

KINDS = frozenset(PHONE) - {"joined"}
"""What may be posted as an act; joining has a door of its own, since the server gives the name."""

MOST_FIELDS = 80
NUMBERS = ("decision", "round", "people", "slot")
_PLACED = re.compile(r"(count|answer)-(\d{1,2})", re.ASCII)

Fields = Mapping[str, Sequence[str]]


class Unreadable(ValueError):
    """A body that is neither JSON nor a form."""


def from_json(body: bytes) -> dict[str, Any]:
    """The object that a body holds. Raises Unreadable."""
    try:
        data = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(data, dict):
        raise Unreadable
    return data


def fields(body: bytes) -> Fields:
    """The fields of a form that a browser sent. Raises Unreadable."""
    try:
        return parse_qs(
            body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict"
        )
    except ValueError as error:
        raise Unreadable from error


def from_form(form: Fields) -> dict[str, Any]:
    """The data of an act out of a form's fields: those of its kind; an empty reason is no reason."""
    data = {name: _value(name, values) for name, values in form.items() if not _PLACED.fullmatch(name)}
    counts, answers = _placed(form, "count"), _placed(form, "answer")
    if counts:
        data["counts"] = [number(counts[n] or "0") for n in sorted(counts)]
    if data.get("kind") == "answered":
        data["answers"] = [_answer(answers.get(n, "")) for n in range(3)]
    if data.get("kind") == "ticked":
        data.setdefault("principles", [])
    if not data.get("reason", "x").strip():
        del data["reason"]
    noun = PHONE.get(data.get("kind", ""))
    if noun is None:
        return data
    return {name: data[name] for name in data if name == "kind" or name in _told_by_phones(noun)}


def _told_by_phones(noun: type[Event]) -> set[str]:
    """The fields that a phone fills in: all but the token, which is the server's to give."""
    return {*fields_of(noun)} - {"token"}


def _value(name: str, values: Sequence[str]) -> Any:
    if name == "principles":
        return [value for value in values if value]
    return number(values[-1]) if name in NUMBERS else values[-1]


def _placed(form: Fields, prefix: str) -> dict[int, str]:
    """The fields of a name with numbers, as `count-0`, by their number."""
    found = ((_PLACED.fullmatch(name), values[-1]) for name, values in form.items())
    return {int(match[2]): value for match, value in found if match and match[1] == prefix}


def number(text: str) -> Any:
    """The whole number that a text is, or the text, for the room to refuse."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else text


def _answer(text: str) -> Any:
    return number(text) if text.isdigit() else text.strip() or None
