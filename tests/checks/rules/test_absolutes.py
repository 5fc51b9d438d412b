"""absolutes: words without exception in choices that are not best, and in no best one."""

from __future__ import annotations

import pytest
from options import of

from etika_sim.checks.rules.absolutes import find

WORDS = ("selalu", "tidak pernah", "semua", "pasti", "hanya", "mutlak", "sama sekali", "apa pun")


@pytest.mark.parametrize("word", WORDS)
def test_an_absolute_word_is_found_where_it_stands(word: str) -> None:
    """The word is named, and the place is the word itself."""
    (warning,) = find(of("Menunggu.", f"Menolak {word} di loket.", "Pergi."))

    assert warning.path == ("scenes", "one", "choices", "b", "text")
    assert warning.facts == {"scene": "one", "choice": "b", "word": word}
    assert warning.inside == (len("Menolak "), len(word))


def test_an_absolute_word_in_the_best_choice_gives_nothing_away() -> None:
    """Neither alone nor beside another."""
    assert list(find(of("Menolak semua.", "Pergi.", "Duduk."))) == []
    assert list(find(of("Menolak semua.", "Pasti pergi.", "Duduk."))) == []


@pytest.mark.parametrize(
    "text", ["Yang wajib dilakukan.", "Itu dilarang.", "Memastikan jamnya.", "Bersemangat pergi."]
)
def test_what_rules_say_and_parts_of_words_do_not_count(text: str) -> None:
    """ "wajib" and "dilarang" are the words of law; "pasti" inside another word is no absolute."""
    assert list(find(of("Menunggu.", text, "Duduk."))) == []


def test_a_decision_is_told_once() -> None:
    """The first word is enough to look at the decision."""
    assert len(list(find(of("Menunggu.", "Selalu pergi.", "Pasti duduk.")))) == 1
