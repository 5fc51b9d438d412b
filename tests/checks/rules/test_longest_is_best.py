"""longest-is-best: the best choice is longest, by half as much again and by twenty characters."""

from __future__ import annotations

import pytest
from generate import choice
from options import BEST, asked, draft, of, options

from etika_sim.checks.rules.longest_is_best import find


@pytest.mark.parametrize(
    ("best", "others", "fires"),
    [
        (60, (40, 40), True),  # exactly half as long again, twenty more
        (59, (40, 40), False),
        (50, (20, 40), True),  # the median of the others is 30
        (44, (20, 40), False),
        (39, (20, 20), False),  # nearly twice as long, but a short difference
        (40, (20, 20), True),
        (60, (30, 60), False),  # not alone the longest
        (60, (10, 61), False),
        (60, (40,), True),
    ],
)
def test_the_threshold(best: int, others: tuple[int, ...], fires: bool) -> None:
    """One and a half times the median of the others, at least 20 characters more, and longer than each."""
    assert bool(list(find(of("x" * best, *("x" * length for length in others))))) == fires


def test_what_is_told() -> None:
    """Scene, choice, its length, and what is usual there; the place is the text of the choice."""
    (warning,) = find(of("x" * 90, "x" * 40, "x" * 51))

    assert warning.path == ("scenes", "one", "choices", "a", "text")
    assert warning.facts == {"scene": "one", "choice": "a", "length": 90, "median": 45}


def test_a_long_choice_that_is_not_best_is_no_cue() -> None:
    """Only the best choice gives itself away by its length."""
    assert list(find(of("x" * 40, "x" * 90, "x" * 40))) == []


def test_recommended_choices_are_the_best_ones() -> None:
    """Where the author recommends, the recommendation counts and not the points."""
    best, other = options("x" * 30, "x" * 90)

    assert list(find(draft(asked(best, other)))) == []
    assert list(find(draft(asked(best, other._replace(recommended=True)))))


def test_where_every_choice_is_best_there_is_nothing_to_guess() -> None:
    """Choices of equal points are all best."""
    alike = (choice(id, "end", text="x" * n, points=BEST) for id, n in (("a", 90), ("b", 20)))

    assert list(find(draft(asked(*alike)))) == []
