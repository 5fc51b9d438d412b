"""What a scorecard counts and tells: first answers, what was offered, red lines, the comparator."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from amplop import answered, played
from generate import case, choice, decision, ending, flag

from etika_sim.model import PRINCIPLES, Flag, Principle
from etika_sim.play.engine import start, undo
from etika_sim.play.goodness import total
from etika_sim.play.scoring import RedLine, Tally, scorecard

INTEGRITY, FAIRNESS, ACCOUNTABILITY, TRANSPARENCY, PROFESSIONALISM = PRINCIPLES


def test_an_undone_red_line_at_a_decision_no_longer_on_the_path_does_not_count() -> None:
    """A red line at a scene that the final path leaves out was withdrawn with it."""
    scenes = decision("one", choice("in", "two"), choice("past", "end"))
    red = choice("red", "end", points=(-1, None, 0, 1, -2), red_line=True)
    play = answered(start(case(scenes, decision("two", red), ending("end"))), "in", "red")

    lines = scorecard(answered(undo(undo(play)), "past")).red_lines
    assert lines == (RedLine("two", "red", (INTEGRITY, PROFESSIONALISM), counted=False),)


def test_red_lines_stand_in_the_order_of_the_path() -> None:
    """Counted red lines come first, each group in the order in which its red lines were met."""
    names = ["kilo", "alfa", "zulu", "echo", "mike", "end"]
    scenes = [
        decision(name, choice("red", after, red_line=True), choice("other", after, red_line=True))
        for name, after in pairwise(names)
    ]
    play = answered(start(case(*scenes, ending("end"))), "other", "red", "red", "red", "red")

    lines = scorecard(answered(undo(undo(play)), "other", "red")).red_lines
    assert [(line.scene, line.choice, line.counted) for line in lines] == [
        ("kilo", "other", True),
        ("alfa", "red", True),
        ("zulu", "red", True),
        ("echo", "red", True),
        ("mike", "red", True),
        ("echo", "other", False),
    ]


def test_a_decision_met_again_scores_once() -> None:
    """Later visits never score: only the first answer at a decision does."""
    again = choice("again", "loop", points=(-2, None, None, None, None))
    on = choice("on", "end", points=(2, None, None, None, None))
    play = answered(start(case(decision("loop", again, on), ending("end"))), "again", "again", "on")

    tally = scorecard(play).principles[INTEGRITY]
    assert tally == Tally(earned=0, range=4, blind=Fraction(2), k=1)


def test_only_what_was_offered_is_compared() -> None:
    """Points of a choice that was hidden at the answer do not count."""
    hidden = choice("hidden", "end", when=Flag("f"), points=(2, None, None, None, None))
    low = choice("low", "end", points=(-2, None, None, None, None))
    high = choice("high", "end", points=(0, None, None, None, None))
    play = answered(start(case(decision("one", hidden, low, high), ending("end"), state=[flag("f")])), "high")

    card = scorecard(play)
    assert card.principles[INTEGRITY].score == 100
    assert [offered.id for offered in card.judged[0].offered] == ["low", "high"]


def test_points_left_out_count_nothing() -> None:
    """The points of a choice are summed over the principles its author rated."""
    rated = choice("one", "end", points=(2, None, -1, None, 1))

    assert total(rated) == 2


def comparator(*choices, state=()):
    """The comparator of a decision between those choices, answered with the last of them."""
    scenario = case(decision("one", *choices), ending("end"), state=state)
    return scorecard(answered(start(scenario), choices[-1].id)).judged[0].comparator.id


HIGH, LOW, LOWEST = (2, 2, 2, 2, 2), (0, 0, 0, 0, 0), (-2, -2, -2, -2, -2)


def test_the_comparator_is_the_recommended_choice() -> None:
    """A recommended choice is the comparator even where another has more points."""
    found = comparator(choice("a", "end", points=HIGH), choice("b", "end", points=LOW, recommended=True))

    assert found == "b"


def test_the_comparator_of_a_true_dilemma_is_the_better_recommended_choice() -> None:
    """Of two recommended choices the one with more points is the comparator."""
    poor = choice("a", "end", points=LOWEST, recommended=True)
    good = choice("b", "end", points=LOW, recommended=True)

    assert comparator(poor, good, choice("c", "end", points=HIGH)) == "b"


def test_the_comparator_without_an_offered_recommendation_is_the_best_choice() -> None:
    """Where the recommended choice is hidden, the offered choice with most points stands in."""
    hidden = choice("a", "end", points=HIGH, recommended=True, when=Flag("f"))
    best = choice("b", "end", points=LOW)

    assert comparator(hidden, best, choice("c", "end", points=LOWEST), state=[flag("f")]) == "b"


def test_the_comparator_is_scored_on_the_same_decisions() -> None:
    """The comparator of play C,A,A,A scores 100 on every principle of the same four decisions."""
    card = scorecard(played("C", "A", "A", "A"))

    assert [tally.score for tally in card.comparator.values()] == [100] * 5
    ranges = [tally.range for tally in card.principles.values()]
    assert [tally.range for tally in card.comparator.values()] == ranges
    assert list(card.comparator) == list(Principle)
