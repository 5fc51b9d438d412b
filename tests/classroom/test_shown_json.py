"""Views read back from JSON: what is one of ours, and what is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from classroom.lesson import voting

from etika_sim.classroom.shown import NotesView
from etika_sim.classroom.shown_json import fits, is_notes_view
from etika_sim.classroom.trainer_view import for_notes

JUNK = ({"of": [0.5]}, [{"of": "another kind"}], 0.5, object())
"""Values that stand in no view."""

FREE = {"principles", "hands", "missing", "ticks"}
"""Where keys are principles, rounds or groups, and none must be there."""


def notes() -> Any:
    """Notes with something in every corner, as they come over HTTP."""
    lesson = voting(6).vote("aabbcc").do("asked", token="t1", text="Why?", nonce="q")
    return json.loads(json.dumps(for_notes(lesson.do("closed").go("reveal").room)))


def places(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value that stands somewhere in the data."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield (*way, key)
        yield from places(value, (*way, key))


def at(data: Any, way: tuple[Any, ...]) -> Any:
    """What stands there."""
    for key in way:
        data = data[key]
    return data


def test_notes_that_came_over_http_are_known_again() -> None:
    """With a key more, as a later version may send it, as well."""
    assert is_notes_view(notes())
    assert is_notes_view({**notes(), "later": 1})


def test_a_value_of_another_kind_is_found_wherever_it_stands() -> None:
    """No place in the notes takes what its type does not."""
    whole = notes()
    ways = [way for way in places(whole) if way != ("since",)]

    for way in ways:
        for junk in JUNK:
            spoilt = notes()
            at(spoilt, way[:-1])[way[-1]] = junk
            assert not is_notes_view(spoilt), (way, junk)
    assert len(ways) > 150


def test_a_key_that_is_missing_is_found_wherever_it_stood() -> None:
    """All keys of a view must be there, but how a decision ahead is played."""
    for way in places(notes()):
        spoilt = notes()
        holder = at(spoilt, way[:-1])
        if isinstance(holder, dict) and not {*way[-2:-1]} & FREE:
            del holder[way[-1]]
            assert not is_notes_view(spoilt), way


@pytest.mark.parametrize("data", [None, [], {}, "notes", 3, True, {"v": 1, "phase": "read"}])
def test_what_is_no_view_at_all_is_refused(data: object) -> None:
    """Whatever else answers at that port."""
    assert not is_notes_view(data)


def test_a_truth_is_no_number_and_a_whole_number_may_stand_for_one_with_a_point() -> None:
    """JSON knows one kind of number; Python calls a truth a number too."""
    assert (fits(True, int), fits(1, bool), fits(1, float), fits(1.0, int)) == (False, False, True, False)


def test_the_whole_view_is_checked() -> None:
    """Not one key of the type is left out in the notes that are spoilt here."""
    assert notes().keys() == NotesView.__required_keys__
