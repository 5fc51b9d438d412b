"""Whose plays they are: aliases are cleaned, told apart, and never lead out of their own streams."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from kept import AT

from etika_sim.journal.owner import (
    GUEST,
    LAPTOP,
    LONGEST_ALIAS,
    MYSELF,
    is_alias,
    is_shared,
    known_as,
    remember_shared,
)
from etika_sim.prose import UNSAFE
from etika_sim.store.log import Store
from etika_sim.store.trouble import Taken

HOSTILE = [
    "/",
    "//",
    "../mawar",
    "play/mawar/",
    "%",
    "%2F",
    "mawar%",
    "mawar/x",
    "mawar\x00",
    "mawar\x1b[31m",
    "mawar\u202e",
    "a" * 4000,
    "'; DROP TABLE entry; --",
    "_",
    "mawar_",
    "\U0001f33a",
    "\ud800",
    "\N{LATIN CAPITAL LETTER SHARP S}",
]


def test_an_alias_is_the_same_however_it_is_typed() -> None:
    """Blanks around it, capitals and the way an accent is composed do not matter."""
    typed = ["Mélati", " mélati ", "MÉLATI", "Me\u0301lati", "mélati\t"]

    assert {known_as(name) for name in typed} == {known_as("mélati")}
    assert known_as(" dua   kata ").alias == "dua kata"


@pytest.mark.parametrize("name", ["", " ", "\t", "\u3000"])
def test_without_a_name_one_is_a_guest(name: str) -> None:
    """Nothing but blanks is no alias."""
    assert known_as(name) == GUEST


def test_neither_a_guest_nor_an_alias_is_the_person_of_the_laptop() -> None:
    """Three different owners."""
    assert len({GUEST, MYSELF, known_as("mawar")}) == 3


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_a_hostile_alias_is_kept_like_any_other(name: str, store: Store) -> None:
    """It can be written and found again, and sees nobody else's plays."""
    owner = known_as(name)
    store.append(f"{MYSELF.plays}a", 0, AT, "{}")
    store.append(f"{known_as('mawar').plays}a", 0, AT, "{}")

    store.append(f"{owner.plays}b", 0, AT, "{}")

    assert [stream.name for stream in store.streams(owner.plays)] == [f"{owner.plays}b"]
    assert len(owner.alias) <= LONGEST_ALIAS
    assert not UNSAFE.search(owner.alias)


@given(some.text(max_size=60), some.text(max_size=60))
@example("mawar", "mawar/")
@example("a%2f", "a/")
@example("", "/")
def test_no_owner_reads_in_the_streams_of_another(one: str, other: str) -> None:
    """What one's streams begin with never begins another's, unless they are the same person."""
    first, second = known_as(one), known_as(other)

    assert first.plays.startswith(second.plays) == (first.alias == second.alias)
    assert first.plays.count("/") == 2


@pytest.mark.parametrize("name", ["", "melati", "Pak Budi 2", "\U0001f33a", "é" * LONGEST_ALIAS, "a/b%c"])
def test_what_can_be_typed_again_is_an_alias(name: str) -> None:
    """Any letters and signs that are seen; none at all is a guest's."""
    assert is_alias(name)


@pytest.mark.parametrize(
    "name", ["a" * 41, "a" * 4000, "mawar\x1b[A", "mawar\x00", "mawar\u200b", "\u00adx", "\u202ex", "ß" * 21]
)
def test_what_cannot_be_typed_again_is_none(name: str) -> None:
    """Hidden characters, and names that would be cut off and then be one with others."""
    assert not is_alias(name)


def test_whether_the_laptop_is_shared_is_what_was_said_last(store: Store) -> None:
    """Nobody has said anything, then one thing, then the other."""
    answers = [is_shared(store)]
    for shared in (True, False):
        remember_shared(store, shared, AT)
        answers.append(is_shared(store))

    assert answers == [None, True, False]


@pytest.mark.parametrize("data", ["{}", "[]", "null", "{", '"shared"'])
def test_an_entry_that_does_not_answer_is_passed_over(data: str, store: Store) -> None:
    """Something else that is remembered of the laptop changes nothing."""
    store.append(LAPTOP, 0, AT, data)
    before = is_shared(store)
    remember_shared(store, True, AT)
    store.append(LAPTOP, 2, AT, data)

    assert (before, is_shared(store)) == (None, True)


def test_two_windows_that_are_asked_at_once_both_get_through(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one was faster: the answer is written behind its answer."""
    append, late = store.append, iter([True])

    def beaten(stream: str, n: int, at: str, data: str) -> None:
        if next(late, False):
            append(stream, n, at, '{"shared": false}')
            raise Taken(stream, n)
        append(stream, n, at, data)

    monkeypatch.setattr(store, "append", beaten)
    remember_shared(store, True, AT)

    assert is_shared(store) is True
    assert len(store.read(LAPTOP)) == 2
