"""What browsers without scripts send becomes the same data as what scripts send."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from etika_sim.classroom.web.form_parsing import Unreadable, fields, from_form, from_json


def form(*pairs: tuple[str, str]) -> dict[str, object]:
    """The data of a form with those fields."""
    return from_form(fields(urlencode(pairs).encode()))


def test_a_vote_carries_numbers_and_no_empty_reason() -> None:
    """Decision and round are numbers; blanks are no reason; a reason given stays."""
    sent = [("kind", "voted"), ("decision", "1"), ("round", "2"), ("option", "a"), ("nonce", "n")]
    data = {"kind": "voted", "decision": 1, "round": 2, "option": "a", "nonce": "n"}

    assert form(*sent, ("reason", " ")) == data
    assert form(*sent, ("reason", "Because.")) == {**data, "reason": "Because."}


def test_a_table_sends_its_counts_in_the_order_of_the_letters() -> None:
    """However the fields stand; an empty one counts nobody; what is no number the room refuses."""
    sent = [("kind", "tabled"), ("count-2", "1"), ("count-0", "4"), ("count-1", "")]

    assert form(*sent)["counts"] == [4, 0, 1]
    assert form(("kind", "tabled"), ("count-0", "-1"), ("count-1", "9" * 30))["counts"] == ["-1", "9" * 30]


def test_an_exit_form_may_have_gaps() -> None:
    """A question left out is answered with nothing."""
    assert form(("kind", "answered"), ("answer-0", "4"), ("answer-2", " ")) == {
        "kind": "answered",
        "answers": [4, None, None],
    }


def test_ticks_may_all_be_taken_away() -> None:
    """Browsers do not send boxes that are not ticked."""
    assert form(("kind", "ticked"), ("decision", "1")) == {"kind": "ticked", "decision": 1, "principles": []}
    assert form(("kind", "ticked"), ("principles", "a"), ("principles", "b"))["principles"] == ["a", "b"]


def test_fields_that_an_act_does_not_know_are_left_out() -> None:
    """A page may send more than the act needs; a token in a form is never looked at."""
    assert form(("kind", "seated"), ("people", "4"), ("nonce", "n"), ("token", "t")) == {
        "kind": "seated",
        "people": 4,
    }


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[1]", b"7", b'"a"', b"\xff", b"[" * 8000, b"1" * 8000, b'{"a":' * 1500, b"nullx"],
    ids=lambda body: repr(body[:6]),
)
def test_json_that_is_no_object_is_unreadable(body: bytes) -> None:
    """Broken, deep or large: one exception, whatever it is."""
    with pytest.raises(Unreadable):
        from_json(body)


@pytest.mark.parametrize("body", [b"a=%ff", b"\xff=1", b"a=1&" * 500], ids=["escaped", "raw", "many"])
def test_a_form_that_is_no_text_is_unreadable(body: bytes) -> None:
    """Bytes that are no UTF-8, and more fields than any page of ours has."""
    with pytest.raises(Unreadable):
        fields(body)
