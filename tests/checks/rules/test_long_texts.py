"""long-choice and long-sentence: 25 words a choice, 20 a sentence, 30 at the very most."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending
from options import of

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules import long_choice, long_sentence
from etika_sim.model import Part


def words(count: int) -> str:
    """One sentence of so many words."""
    return " ".join(["Kata", *["kata"] * (count - 1)]) + "."


@pytest.mark.parametrize(("count", "fires"), [(25, False), (26, True), (60, True)])
def test_a_choice_has_25_words_at_most(count: int, fires: bool) -> None:
    """Whichever choice it is; what it counts is told."""
    found = list(long_choice.find(of("Satu.", words(count))))

    assert [warning.facts["count"] for warning in found] == ([count] if fires else [])


def told(text: str) -> list[tuple[int, str | None, str]]:
    """What is found in a scene of this text: how many words, how far, and which place."""
    scene = decision("one", choice("a", "end"), choice("b", "end"), text=(Part(text),))
    found = long_sentence.find(Draft(case(scene, ending("end"))))
    return [
        (one.facts["count"], one.facts.get("reason"), text[one.inside[0] : sum(one.inside)])
        for one in found
        if one.inside
    ]


@pytest.mark.parametrize(
    ("count", "found"), [(20, None), (21, (21, None)), (30, (30, None)), (31, (31, "far")), (99, (99, "far"))]
)
def test_a_sentence_has_20_words_at_most(count: int, found: tuple[int, str | None] | None) -> None:
    """Beyond 30 it is said more firmly."""
    assert told(words(count)) == ([(*found, words(count))] if found else [])


def test_a_text_is_named_once_with_its_longest_sentence() -> None:
    """The place is that sentence."""
    assert told(f"{words(22)} {words(25)} Ya. {words(25)}") == [(25, None, words(25))]


def test_what_is_said_in_quotation_marks_counts() -> None:
    """A long speech is read with the same breath; short sentences in it are short."""
    long = f'"{words(22)[:-1]}," katanya.'

    assert told(long) == [(23, None, long)]
    assert told(f'"{words(12)} {words(12)}" Ia diam.') == []


def test_many_short_sentences_are_fine() -> None:
    """Only sentences are measured, never the text."""
    assert told(" ".join([words(20)] * 30)) == []


def test_the_beginning_is_told() -> None:
    """Five words are enough to find it by."""
    scene = decision("one", choice("a", "end"), choice("b", "end"), ask=words(40))
    (warning,) = long_sentence.find(Draft(case(scene, ending("end"))))

    assert warning.path == ("scenes", "one", "ask")
    assert warning.facts == {"count": 40, "most": 30, "begins": "Kata kata kata kata kata", "reason": "far"}
