"""twin-options: two choices of which more than 85 percent of the words are shared."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending, flag
from options import of

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.twin_options import find
from etika_sim.model import Flag, Not

WORDS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belasan"


def first(n: int) -> str:
    """The first n of twelve words."""
    return " ".join(WORDS.split()[:n])


@pytest.mark.parametrize(
    ("n", "of_words", "fires"), [(6, 7, True), (5, 6, False), (11, 12, True), (12, 12, True)]
)
def test_the_threshold(n: int, of_words: int, fires: bool) -> None:
    """6 of 7 words are 86 percent, 5 of 6 are 83."""
    assert bool(list(find(of(first(of_words), first(n), "Lain sekali.")))) == fires


def test_seventeen_of_twenty_is_not_more_than_85_percent() -> None:
    """Exactly 85 percent is still different enough."""
    shared = [f"kata{letter}" for letter in "abcdefghijklmnopq"]
    texts = (" ".join([*shared, "x", "y"]), " ".join([*shared, "z"]))

    assert list(find(of(*texts))) == []


@pytest.mark.parametrize(("n", "fires"), [(9, True), (8, False)])
def test_one_word_in_the_place_of_another(n: int, fires: bool) -> None:
    """Eight shared words and one that differs are 80 percent, and a twin all the same; seven are none."""
    one, other = f"{first(n - 1)} merah", f"{first(n - 1)} biru"

    assert bool(list(find(of("Lain sekali.", one, other)))) == fires
    assert list(find(of("Lain sekali.", one, f"{first(n - 1)} biru muda"))) == []


def test_the_pair_is_named_at_the_second() -> None:
    """The finding stands at the text of the later choice."""
    (warning,) = find(of("Pergi.", first(8), first(8)))

    assert warning.path == ("scenes", "one", "choices", "c", "text")
    assert warning.facts == {"scene": "one", "choice": "c", "other": "b"}


@pytest.mark.parametrize("word", ["tidak", "tanpa", "belum", "12"])
def test_a_pair_that_is_meant_so_is_left_alone(word: str) -> None:
    """A turn of the sentence or a number is the whole point of such a pair."""
    assert list(find(of(first(12), f"{first(12)} {word}"))) == []


def test_choices_that_never_stand_together_may_be_alike() -> None:
    """Two versions of a choice under opposite conditions are one choice to the participant."""
    pair = [
        choice("a", "end", text=first(9), when=Flag("f")),
        choice("b", "end", text=first(9), when=Not(Flag("f"))),
    ]
    way_in = decision("in", choice("x", "one"), choice("y", "one", text="Ya.", set={"f": 1}))
    both = decision("one", *pair, choice("c", "end", text="Lain."))

    assert list(find(Draft(case(way_in, both, ending("end"), state=[flag("f")])))) == []
