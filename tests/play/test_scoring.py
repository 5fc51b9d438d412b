"""The scorecard of the worked example, figure by figure, and what a scorecard says besides."""

from __future__ import annotations

from fractions import Fraction

import pytest
from amplop import amplop, answered, played

from etika_sim.model import PRINCIPLES
from etika_sim.play.engine import Play, start, undo
from etika_sim.play.scoring import RedLine, Tally, pool, scorecard

INTEGRITY, FAIRNESS, ACCOUNTABILITY, TRANSPARENCY, PROFESSIONALISM = PRINCIPLES


def percents(play: Play) -> list[float | None]:
    """The five scores and the overall one as people see them, to one decimal."""
    card = scorecard(play)
    scores = [tally.score for tally in (*card.principles.values(), card.overall)]
    return [None if score is None else round(float(score), 1) for score in scores]


def test_refusing_then_postponing_scores_as_in_the_worked_example() -> None:
    """Play A,B of the oracle has the scores 75.0, 100.0, 57.1, 71.4, 100.0 and 75.9 overall."""
    scores = percents(played("A", "B"))

    assert scores == [75.0, 100.0, 57.1, 71.4, 100.0, 75.9]


def test_refusing_then_postponing_keeps_its_sums_unreduced() -> None:
    """Play A,B earns 6 of 8 on integrity over two decisions, and 22 of 29 overall."""
    card = scorecard(played("A", "B"))

    integrity = card.principles[INTEGRITY]
    assert (integrity.earned, integrity.range, integrity.k) == (6, 8, 2)
    assert integrity.chance == Fraction(100 * 13, 24)
    assert round(float(integrity.chance), 1) == 54.2
    assert [tally.k for tally in card.principles.values()] == [2, 1, 2, 2, 1]
    assert (card.overall.earned, card.overall.range) == (22, 29)


def test_accepting_then_repairing_scores_as_in_the_worked_example() -> None:
    """Play C,A,A,A of the oracle has the scores 71.4, 50.0, 70.0, 66.7, 0.0 and 60.9 overall."""
    scores = percents(played("C", "A", "A", "A"))

    assert scores == [71.4, 50.0, 70.0, 66.7, 0.0, 60.9]


def test_accepting_then_repairing_keeps_its_sums_unreduced() -> None:
    """Play C,A,A,A earns 10 of 14 on integrity over four decisions, and 28 of 46 overall."""
    card = scorecard(played("C", "A", "A", "A"))

    integrity = card.principles[INTEGRITY]
    assert (integrity.earned, integrity.range, integrity.k, integrity.chance) == (10, 14, 4, 50)
    assert card.principles[PROFESSIONALISM].k == 1
    assert (card.overall.earned, card.overall.range, card.overall.k) == (28, 46, 4)
    assert round(float(card.overall.chance), 2) == 49.28


def test_a_red_line_is_counted_with_the_principles_it_touches() -> None:
    """Play C,A,A,A has one red line, which touches all five principles."""
    card = scorecard(played("C", "A", "A", "A"))

    assert card.red_lines == (RedLine("D1", "C", PRINCIPLES, counted=True),)


@pytest.mark.parametrize(("choices", "score"), [("AA", 100.0), ("CCCC", 0.0)])
def test_the_best_and_the_worst_play_reach_the_ends_of_the_scale(choices: str, score: float) -> None:
    """Play A,A is 100 everywhere and play C,C,C,C is 0 everywhere."""
    scores = percents(played(*choices))

    assert scores == [score] * 6


@pytest.mark.parametrize(("choices", "score", "k"), [("AB", 83.3, 2), ("CAAA", 55.6, 4)])
def test_a_weight_counts_a_decision_several_times(choices: str, score: float, k: int) -> None:
    """With weight 2 on the first decision, integrity becomes 83.3 and 55.6; it stays one decision."""
    play = played(*choices, first_weight=2)

    assert percents(play)[0] == score
    assert scorecard(play).principles[INTEGRITY].k == k


def test_chance_is_weighted_too() -> None:
    """With weight 2 on the first decision, blind choosing earns 20/3 of 12 on integrity in play A,B."""
    tally = scorecard(played("A", "B", first_weight=2)).principles[INTEGRITY]

    assert tally == Tally(earned=10, range=12, blind=Fraction(20, 3), k=2)


def test_an_undone_first_answer_still_scores() -> None:
    """A at D1, undone, then C,A,A,A is scored with A at D1."""
    play = answered(undo(played("A")), "C", "A", "A", "A")

    card = scorecard(play)
    assert [one.answer.id for one in card.judged] == ["A", "A", "A", "A"]
    assert card.overall.score == 100
    assert card.undone == 1


def test_a_later_red_line_is_told_apart() -> None:
    """A red line that was not the first answer does not count but is told."""
    play = answered(undo(played("A")), "C", "A", "A", "A")

    lines = scorecard(play).red_lines
    assert lines == (RedLine("D1", "C", PRINCIPLES, counted=False),)


def test_a_red_line_taken_first_counts_even_when_withdrawn() -> None:
    """A red line as first answer counts though it was undone; undone elsewhere it is told apart."""
    play = answered(undo(played("C")), "A", "A")

    lines = scorecard(play).red_lines
    assert lines == (RedLine("D1", "C", PRINCIPLES, counted=True),)


def test_a_play_without_an_answer_has_no_scores() -> None:
    """Before the first answer nothing was exercised: no score, no chance, no standing."""
    card = scorecard(start(amplop()))

    assert card.judged == ()
    assert (card.overall.score, card.overall.chance, card.overall.standing) == (None, None, None)


def test_pooling_adds_sums() -> None:
    """Pooling 3 of 4 with 6 of 12 gives 56.25, not the mean of the percentages."""
    pooled = pool([Tally(3, 4, Fraction(2), 1), Tally(6, 12, Fraction(5), 2)])

    assert pooled == Tally(9, 16, Fraction(7), 3)
    assert pooled.score == Fraction(5625, 100)


def test_nothing_pooled_is_nothing() -> None:
    """Pooling no tallies gives a tally that was never exercised."""
    pooled = pool([])

    assert pooled == Tally()
    assert pooled.score is None


@pytest.mark.parametrize(
    ("earned", "blind", "k", "standing"),
    [
        (85, 50, 3, "consistent"),
        (84, 50, 3, "emerging"),
        (51, 50, 3, "emerging"),
        (50, 50, 3, "practise"),
        (0, 50, 3, "practise"),
        (90, 90, 3, "practise"),
        (100, 50, 2, None),
    ],
)
def test_standing_words(earned: int, blind: int, k: int, standing: str | None) -> None:
    """From 85 and above chance: consistent; above chance: emerging; else practise; under three: none."""
    tally = Tally(earned, 100, Fraction(blind), k)

    assert tally.standing == standing


def test_regret_is_what_the_best_offered_choice_would_have_added() -> None:
    """Regret at D1 of play C,A,A,B is 18 points, doubled by a weight of 2; at a best choice it is 0."""
    cards = [scorecard(played("C", "A", "A", "B", first_weight=weight)) for weight in (1, 2)]

    assert [[one.regret for one in card.judged] for card in cards] == [[18, 0, 0, 3], [36, 0, 0, 3]]


def test_the_stake_is_what_lies_between_the_worst_and_the_best_offered_choice() -> None:
    """The stake at D1 is 18 points, doubled by a weight of 2, whatever was chosen."""
    cards = [scorecard(played("C", "A", "A", "B", first_weight=weight)) for weight in (1, 2)]

    assert [[one.stake for one in card.judged] for card in cards] == [[18, 12, 11, 5], [36, 12, 11, 5]]
