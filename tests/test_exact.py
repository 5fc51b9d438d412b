"""Exact probabilities, held against values worked out elsewhere and against counting every outcome."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import erf, exp, sqrt

import pytest

from etika_sim.exact import (
    added,
    at_least,
    binomial_at_least,
    chi_square_beyond,
    evenly_spread,
    fisher,
    holm,
    luck,
    mcnemar,
    poisson_binomial,
)

FIVE_PERCENT = Fraction(1, 20)
THIRD, QUARTER = Fraction(1, 3), Fraction(1, 4)
MIXED = [Fraction(1, options) for options in (3, 3, 4, 3, 2, 3, 4, 3)]

# --- hits by chance ---


@pytest.mark.parametrize(
    ("hits", "drawn", "marked", "of", "p"),
    [
        (3, 4, 4, 8, 2 * 17 / 70),  # the lady tasting tea: three of four right
        (4, 4, 4, 8, 2 / 70),
        (0, 4, 4, 8, 2 / 70),
        (2, 4, 4, 8, 1.0),
        (0, 7, 4, 12, 2 * 8 / 792),
        (0, 0, 3, 9, 1.0),
    ],
)
def test_two_kinds_that_differ_in_a_mark(hits: int, drawn: int, marked: int, of: int, p: float) -> None:
    """Fisher's exact test, the smaller tail doubled; values by counting."""
    assert fisher(hits, drawn, marked, of) == pytest.approx(p)


@pytest.mark.parametrize(
    ("options", "n", "hits", "p"),
    [
        (3, 5, 4, 0.045),
        (3, 8, 6, 0.020),
        (3, 10, 7, 0.020),
        (3, 15, 9, 0.031),
        (3, 20, 11, 0.038),
        (3, 30, 15, 0.0435),
        (4, 5, 4, 0.016),
        (4, 8, 5, 0.027),
        (4, 10, 6, 0.020),
        (4, 15, 8, 0.017),
        (4, 20, 9, 0.041),
        (4, 30, 13, 0.022),
    ],
)
def test_critical_values(options: int, n: int, hits: int, p: float) -> None:
    """With 3 or 4 options each, so many hits of n are the fewest that are significant at 5 percent."""
    chances = [Fraction(1, options)] * n

    assert at_least(hits, chances) < FIVE_PERCENT <= at_least(hits - 1, chances)
    assert float(at_least(hits, chances)) == pytest.approx(p, abs=0.0005)
    assert at_least(hits, chances) == binomial_at_least(hits, n, Fraction(1, options))


def test_decisions_with_different_numbers_of_options() -> None:
    """With 3, 3, 4, 3, 2, 3, 4 and 3 options six hits are significant and five are not."""
    assert round(float(at_least(6, MIXED)), 4) == 0.0184
    assert round(float(at_least(5, MIXED)), 4) == 0.0851


def test_the_probabilities_are_those_of_counting_every_outcome() -> None:
    """Adding up all 2^8 outcomes gives the same numbers, and they make 1 together."""
    counted = [Fraction(0)] * 9
    for outcome in product((0, 1), repeat=8):
        p = Fraction(1)
        for hit, chance in zip(outcome, MIXED, strict=True):
            p *= chance if hit else 1 - chance
        counted[sum(outcome)] += p

    assert poisson_binomial(MIXED) == counted
    assert sum(counted) == 1


def test_adding_by_denominators_is_adding() -> None:
    """The sum is the same, of nothing and of many."""
    assert added([]) == 0
    assert added([*MIXED, Fraction(-7, 12), Fraction(3)]) == sum(MIXED) - Fraction(7, 12) + 3


def test_few_decisions_prove_nothing() -> None:
    """Two decisions of three options can be guessed by chance too often; with none there is one outcome."""
    assert at_least(2, [THIRD] * 2) > FIVE_PERCENT
    assert poisson_binomial([]) == [1]
    assert at_least(0, MIXED) == at_least(-1, MIXED) == 1


def test_fifty_nine_without_a_hit_show_that_fewer_than_one_in_twenty_hit() -> None:
    """.95^59 is below 5 percent and .95^58 is not."""

    def nobody(n: int) -> Fraction:
        return 1 - binomial_at_least(1, n, FIVE_PERCENT)

    assert nobody(59) < FIVE_PERCENT <= nobody(58)


# --- votes that changed ---


@pytest.mark.parametrize(("gained", "lost", "p"), [(9, 1, 0.0215), (1, 9, 0.0215), (6, 2, 0.289)])
def test_mcnemar(gained: int, lost: int, p: float) -> None:
    """Nine for one against is significant, six for two against is not; the direction does not matter."""
    assert float(mcnemar(gained, lost)) == pytest.approx(p, abs=0.0005)


def test_mcnemar_where_nothing_changed() -> None:
    """Nobody or as many either way: chance explains it all."""
    assert mcnemar(0, 0) == mcnemar(3, 3) == 1


# --- shares ---


def test_chi_square_of_unequal_positions() -> None:
    """14, 6 and 4 of 24 are farther from equal shares than chance takes them in 97 of 100 cases."""
    found = evenly_spread([14, 6, 4])

    assert (found.statistic, found.df) == (7, 2)
    assert round(found.p, 4) == 0.0302


@pytest.mark.parametrize(
    ("statistic", "df"), [(3.841459, 1), (5.991465, 2), (7.814728, 3), (9.487729, 4), (11.070498, 5)]
)
def test_chi_square_at_the_values_of_printed_tables(statistic: float, df: int) -> None:
    """The values that tables give for 5 percent leave 5 percent beyond them."""
    assert chi_square_beyond(statistic, df) == pytest.approx(0.05, abs=1e-6)


def test_chi_square_in_its_simplest_cases() -> None:
    """One degree is a squared normal, two are an exponential; nothing lies beyond 0 but everything."""
    assert chi_square_beyond(2.5, 1) == pytest.approx(1 - erf(sqrt(1.25)))
    assert chi_square_beyond(2.5, 2) == pytest.approx(exp(-1.25))
    assert [chi_square_beyond(0.0, df) for df in (1, 2, 3, 4)] == [1.0] * 4


# --- many at once ---


def test_holm_shares_the_level_among_the_tests() -> None:
    """The smallest must be below a third of the level, the next below a half, and a miss ends it."""
    assert holm([0.01, 0.04, 0.03], 0.05) == [True, False, False]
    assert holm([0.01, 0.049, 0.02], 0.05) == [True, True, True]
    assert holm([0.02, 0.001, 0.9], 0.05) == [True, True, False]
    assert holm([], 0.05) == []


def test_very_many_trials_are_told_by_the_normal_limit() -> None:
    """Just beyond the exact range the limit differs by less than one in a hundred from the exact tail."""
    chances = [THIRD, QUARTER, Fraction(1, 2)] * 101

    for hits in (100, 110, 120, 125):
        assert luck(hits, chances) == pytest.approx(float(at_least(hits, chances)), abs=0.005)
    assert luck(5, [THIRD] * 5) == float(at_least(5, [THIRD] * 5))
    assert (luck(400, [Fraction(1)] * 400), luck(1, [Fraction(0)] * 400)) == (1.0, 0.0)
