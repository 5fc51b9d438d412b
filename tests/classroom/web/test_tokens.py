"""Who a phone is: tokens, codes to come back by, how often one may ask, the words a class gives."""

from __future__ import annotations

import secrets
from random import Random

import pytest

from etika_sim.classroom import random_words
from etika_sim.classroom.web import tokens
from etika_sim.classroom.web.rate_limit import Limits

SECRET = b"0123456789abcdef"
RANDOM = "A" * 22


def test_a_token_is_ours_only_with_our_mark() -> None:
    """Another secret, another random part, a cut or a foreign text are all refused."""
    token = tokens.marked(SECRET, RANDOM)

    assert tokens.is_marked(SECRET, token)
    assert not tokens.is_marked(b"another secret..", token)
    changed = ["", token[1:], token[:-1], "B" + token[1:], token + "\n", "t1", "é" * 39, token.upper()]
    assert not any(tokens.is_marked(SECRET, other) for other in changed)


def test_a_token_cannot_be_guessed() -> None:
    """128 random bits in it, and no two alike in a large class."""
    made = {tokens.marked(SECRET, secrets.token_urlsafe(16)) for _ in range(2000)}

    assert len(made) == 2000
    assert all(tokens.SHAPE.fullmatch(token) for token in made)


def test_a_seat_is_found_again_by_its_code_however_it_is_typed() -> None:
    """Small letters, blanks and hyphens do not matter; another code finds nothing."""
    held = [f"token-{n}" for n in range(50)]
    code = tokens.code_of("token-7")

    assert len(code) == tokens.CODE
    for typed in (code, code.lower(), f" {code[:3]} {code[3:]} ", f"{code[:3]}-{code[3:]}"):
        assert tokens.of_code(held, typed) == "token-7"
    for typed in ("", "A", "AAAAAAA", "ÀÀÀÀÀÀÀ", code[:-1], code * 2):
        assert tokens.of_code(held, typed) is None


def test_two_classes_on_one_laptop_have_two_cookies() -> None:
    """Cookies do not know ports, so the class is in their name."""
    names = {tokens.cookie_name(*pair) for pair in (("a", "k"), ("b", "k"), ("a", "m"), ("", "k"))}

    assert len(names) == 4


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    """Three at once, then two a second; what one phone asks takes nothing from another."""
    limits = Limits(rate=2, burst=3)

    assert [limits.allows("a", 10.0) for _ in range(4)] == [True, True, True, False]
    assert limits.allows("b", 10.0)
    assert [limits.allows("a", 10.5), limits.allows("a", 10.5), limits.allows("a", 9.0)] == [
        True,
        False,
        False,
    ]
    assert [limits.allows("a", 99.0) for _ in range(4)] == [True, True, True, False]


def test_buckets_are_not_remembered_without_end() -> None:
    """A flood of names does not fill the memory."""
    limits = Limits(rate=1, burst=1, most=10)
    for n in range(1000):
        limits.allows(str(n), 1.0)

    assert len(limits) == 10


def test_names_are_two_plain_words_and_seldom_alike() -> None:
    """A class of sixty gets sixty names; when none is free any will do."""
    choose, taken = Random(1).choice, set[str]()  # noqa: S311 - the same names every time
    for _ in range(60):
        taken.add(random_words.name(choose, taken))

    assert len(taken) == 60
    assert all(len(name.split()) == 2 and name.isascii() for name in taken)
    assert random_words.name(lambda words: words[0], {"angin baru"}) == "angin baru"


@pytest.mark.parametrize("seed", range(20))
def test_a_join_word_is_read_without_doubt(seed: int) -> None:
    """Four signs, none of them taken for another."""
    word = random_words.word(Random(seed).choice)  # noqa: S311 - the same words every time

    assert len(word) == random_words.WORD
    assert not set(word) & set("0O1IL5SZ")
