"""Reading what comes from outside, strictly."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from classroom.lesson import CASE
from hypothesis import given
from hypothesis import strategies as st

from etika_sim.classroom.event_data import read, to_data
from etika_sim.classroom.events import KINDS, PHONE, TRAINER, Began, Event, Reason, Refused
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.room import HANDLERS
from etika_sim.classroom.state import Settings

VOTE = {"kind": "voted", "at": 1, "token": "t", "decision": 1, "round": 1, "nonce": "n", "option": "a"}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(sorted(KINDS)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=12,
)


def reason_of(data: Any) -> Reason:
    """Why reading refuses the data."""
    with pytest.raises(Refused) as refused:
        read(data, PHONE)
    return refused.value.reason


def test_an_event_comes_back_from_its_data() -> None:
    """Writing an event and reading it gives the event."""
    event = read(VOTE)

    assert read(to_data(event)) == event
    assert to_data(event) == {**VOTE, "at": 1.0}


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "danced"},
        {"kind": 3},
        {"kind": None},
        {"at": "soon"},
        {"at": math.nan},
        {"at": math.inf},
        {"at": True},
        {"at": 10**400},
        {"round": 0},
        {"round": True},
        {"round": "1"},
        {"decision": -1},
        {"decision": 10**30},
        {"option": ""},
        {"option": "x" * 201},
        {"option": ["a"]},
        {"option": "\ud800"},
        {"token": None},
        {"nonce": "x" * 65},
        {"reason": "x" * 2001},
        {"color": "red"},
    ],
    ids=repr,
)
def test_a_value_out_of_range_is_refused(change: dict[str, Any]) -> None:
    """One value that is not as the table says, or a key it does not know, and nothing is read."""
    assert reason_of({**VOTE, **change}) is Reason.MALFORMED


@pytest.mark.parametrize("key", VOTE)
def test_a_key_that_is_missing_is_refused(key: str) -> None:
    """Every key without a question mark must be there."""
    assert reason_of({name: value for name, value in VOTE.items() if name != key}) is Reason.MALFORMED


events = st.sampled_from([*KINDS.values()]).flatmap(st.from_type)


@given(events)
def test_every_event_without_a_fault_comes_back_from_its_data(event: Event) -> None:
    """Whatever kind it is: what is read from the data of an event that could be read is that event."""
    try:
        read_once = read(json.loads(json.dumps(to_data(event))))
    except Refused:
        return
    assert read(json.loads(json.dumps(to_data(read_once)))) == read_once


@pytest.mark.parametrize("data", [None, [], "voted", 1, b"{}", {1: 2}])
def test_what_is_no_event_at_all_is_refused(data: Any) -> None:
    """Lists, texts, numbers and nothing are refused in the same way."""
    assert reason_of(data) is Reason.MALFORMED


@pytest.mark.parametrize(
    ("answers", "is_read"), [([1, "x", None], True), ([6, 1, 1], False), ([1, 1], False)]
)
def test_an_exit_form_has_three_answers(answers: list[Any], is_read: bool) -> None:
    """A number from 1 to 5, a text or nothing, three times."""
    data = {"kind": "answered", "at": 0, "token": "t", "answers": answers}

    if is_read:
        assert to_data(read(data))["answers"] == answers
    else:
        assert reason_of(data) is Reason.MALFORMED


@given(anything)
def test_whatever_a_phone_sends_is_refused_with_a_reason(data: Any) -> None:
    """Nothing but a well-made event is ever read; anything else gives a reason and no other trouble."""
    assert reason_of(data) in (Reason.MALFORMED, Reason.NOT_YOURS)


@pytest.mark.parametrize("kind", TRAINER)
def test_a_phone_cannot_do_what_is_the_trainers(kind: str) -> None:
    """From the phones' door only the phones' events are listened to."""
    assert reason_of({"kind": kind, "at": 9, "token": "t1"}) is Reason.NOT_YOURS


def test_a_trainers_event_without_a_fault_is_not_a_phones() -> None:
    """Even one that is well written."""
    assert reason_of({"kind": "went", "at": 1, "to": "briefing"}) is Reason.NOT_YOURS


def test_every_kind_of_event_is_handled() -> None:
    """The table of events and the table of what they do name the same kinds, but for the first of all."""
    assert HANDLERS.keys() == {*KINDS.values()} - {Began}
    assert PHONE.keys() & TRAINER.keys() == set()


def test_the_example_of_the_document_runs() -> None:
    """What docs/classroom.md shows of the room is run as it stands there."""
    page = (Path(__file__).parents[2] / "docs" / "classroom.md").read_text(encoding="utf-8")
    code = page.partition("```python\n")[2].partition("```")[0]

    exec(compile(code, "docs/classroom.md", "exec"), {"scenario": CASE, "token": "t1"})  # noqa: S102 - ours


@pytest.mark.parametrize("word", [*KINDS, *Reason, *Phase, *Settings._fields])
def test_the_document_tells_of_every_event_reason_phase_and_setting(word: str) -> None:
    """Each stands in docs/classroom.md as code."""
    page = (Path(__file__).parents[2] / "docs" / "classroom.md").read_text(encoding="utf-8")

    assert f"`{word}`" in page
