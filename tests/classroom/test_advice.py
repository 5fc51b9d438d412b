"""What the votes suggest."""

from __future__ import annotations

import pytest
from classroom.lesson import CASE, Lesson, ordered, voting
from generate import choice

from etika_sim.classroom.advice import Advice, advice, minority
from etika_sim.play.goodness import is_poor, is_sound


def after(a: int, b: int, c: int, **settings: bool) -> tuple[Lesson, Advice]:
    """A class whose hands in round 1 were those; a is sound, b is poor, c crosses a red line."""
    lesson = voting(0, **settings)
    lesson.do("counted", counts=ordered(lesson, a=a, b=b, c=c), **lesson.asking())
    return lesson, advice(CASE, lesson.ballot, lesson.ballot.rounds[0])


@pytest.mark.parametrize(
    ("votes", "code"),
    [
        ((0, 0, 0), "nobody"),
        ((8, 2, 0), "skip"),
        ((79, 21, 0), "either"),
        ((71, 29, 0), "either"),
        ((70, 30, 0), "discuss"),
        ((40, 30, 30), "discuss"),
        ((1, 9, 0), "counter-view"),
        ((4, 6, 0), "discuss"),
        ((30, 0, 70), "counter-view"),
        ((31, 0, 69), "discuss"),
        ((1, 1, 0), "discuss"),
        ((10, 0, 0), "skip"),
    ],
)
def test_the_spread_of_the_votes_suggests_what_to_do(votes: tuple[int, int, int], code: str) -> None:
    """Spread out: talk; agreed on a sound option: go on; agreed on a poor one: a counter-view first."""
    assert after(*votes)[1].code == code


def test_the_numbers_behind_the_advice_are_told() -> None:
    """Who leads, with how many, how many chose what the author advises, of how many."""
    assert after(2, 5, 1)[1] == ("discuss", ("b",), 5, 2, 8)


def test_what_is_usual_wants_a_second_question() -> None:
    """Whatever the votes: the class has not decided yet."""
    assert after(1, 9, 0, usual=True)[1].code == "compare"
    assert after(0, 0, 0, usual=True)[1].code == "nobody"


def test_the_view_of_the_few_is_named() -> None:
    """The smallest group that is not silent and does not lead."""
    lesson, _ = after(5, 2, 1)
    assert minority(lesson.ballot, lesson.ballot.rounds[0]) == "c"
    lesson, _ = after(5, 0, 0)
    assert minority(lesson.ballot, lesson.ballot.rounds[0]) is None


def test_sound_is_recommended_or_best_and_never_over_the_line() -> None:
    """Poor is over the line, or not sound and no better than the mean."""
    best = choice("a", "x", points=(2, 2, None, None, None))
    advised = choice("b", "x", points=(1, 0, None, None, None), recommended=True)
    low = choice("c", "x", points=(-2, 0, None, None, None))
    over = choice("d", "x", points=(2, 2, None, None, None), red_line=True)
    offered = (best, advised, low, over)

    assert [is_sound(one, offered) for one in offered] == [True, True, False, False]
    assert [is_poor(one, offered) for one in offered] == [False, False, True, True]
