"""Ids made of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etika_sim.authoring.naming import LONGEST_ID, free, id_of, id_trouble


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Amplop di Loket", "amplop-di-loket"),
        ("  2024: Rapat, lalu?  ", "rapat-lalu"),
        ("Jum'at Pagi", "jumat-pagi"),
        ("Café — Élan", "cafe-elan"),
        ("!!!", ""),
        ("123", ""),
        ("con", "con-1"),
        ("Law", "law-1"),
        ("a" * 100, "a" * LONGEST_ID),
    ],
)
def test_a_title_becomes_an_id(words: str, name: str) -> None:
    """Small letters, numbers, hyphens; it begins with a letter; words that are kept get a number."""
    assert id_of(words) == name


@given(st.text())
def test_whatever_is_made_of_words_can_be_an_id(words: str) -> None:
    """What is made is empty or an id, and stays what it is."""
    name = id_of(words)

    assert name == "" or (id_trouble(name), id_of(name)) == ("", name)


def test_an_id_is_cut_between_words() -> None:
    """No word is cut in two unless it alone is too long."""
    assert id_of("meminta tamu itu pindah ke kursi lain", 20) == "meminta-tamu-itu"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("kasus-saya", ""),
        ("a", ""),
        ("a1-b2", ""),
        ("Kasus", "form"),
        ("kasus saya", "form"),
        ("-a", "form"),
        ("a-", "form"),
        ("a--b", "form"),
        ("1a", "form"),
        ("", "form"),
        ("../a", "form"),
        ("a/b", "form"),
        ("a.b", "form"),
        ("é", "form"),
        ("con", "taken-word"),
        ("com1", "taken-word"),
        ("law", "taken-word"),
        ("channels", "taken-word"),
        ("a" * LONGEST_ID, ""),
        ("a" * (LONGEST_ID + 1), "long"),
    ],
)
def test_what_can_be_no_id_says_why(name: str, reason: str) -> None:
    """Form, length, and the words that systems or registers keep."""
    assert id_trouble(name) == reason


def test_a_taken_id_gets_the_first_free_number() -> None:
    """`a`, else `a-2`, else the next; never longer than an id may be."""
    assert free("a", {"b"}) == "a"
    assert free("a", {"a", "a-2"}) == "a-3"
    assert len(free("a" * LONGEST_ID, {"a" * LONGEST_ID})) <= LONGEST_ID
