"""Exact probabilities for small numbers: what chance alone would do. It imports nothing of ours.

Probabilities are Fractions where counting is enough, and floats where a limit distribution is needed.
Sources and check values: Poisson-binomial by convolution; McNemar 1947, exact as a sign test; Wilcoxon
1945, exact by counting rank sums; Pearson 1900; Wilson 1927.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import comb, erfc, exp, pi, prod, sqrt
from typing import NamedTuple

HALF, ONE = Fraction(1, 2), Fraction(1)
MOST_EXACT = 300
"""Trials beyond which the normal limit differs from the exact tail by less than one in a hundred."""


def added(values: Iterable[Fraction]) -> Fraction:
    """The sum of many fractions with few denominators, much sooner than adding one by one."""
    sums: dict[int, int] = {}
    for value in values:
        sums[value.denominator] = sums.get(value.denominator, 0) + value.numerator
    return sum((Fraction(top, bottom) for bottom, top in sums.items()), Fraction(0))


def poisson_binomial(chances: Iterable[Fraction]) -> list[Fraction]:
    """For k = 0, 1, …: the probability of exactly k hits in independent trials with those chances."""
    ways, outcomes = _ways(chances)
    return [Fraction(n, outcomes) for n in ways]


def _ways(chances: Iterable[Fraction]) -> tuple[list[int], int]:
    """For k = 0, 1, …: how many equally likely outcomes of the trials have k hits, and of how many."""
    trials = [(chance.numerator, chance.denominator) for chance in chances]
    outcomes = prod(of for _hit, of in trials)
    # all counts in one integer, too many bits apart for any to run over into the next
    packed, bits = 1, outcomes.bit_length()
    for hit, of in trials:
        packed = packed * (of - hit) + (packed * hit << bits)
    mask = (1 << bits) - 1
    return [packed >> n * bits & mask for n in range(len(trials) + 1)], outcomes


def at_least(hits: int, chances: Iterable[Fraction]) -> Fraction:
    """The probability of that many hits or more in independent trials with those chances."""
    ways, outcomes = _ways(chances)
    return Fraction(sum(ways[max(hits, 0) :]), outcomes)


def luck(hits: int, chances: Sequence[Fraction]) -> float:
    """The probability of that many hits or more: exact, but for very many trials by the normal limit."""
    if len(chances) <= MOST_EXACT:
        return float(at_least(hits, chances))
    mean, variance = float(added(chances)), sum(float(chance) * (1 - float(chance)) for chance in chances)
    return erfc((hits - 0.5 - mean) / sqrt(2 * variance)) / 2 if variance else float(hits <= mean)


def binomial_at_least(hits: int, n: int, chance: Fraction = HALF) -> Fraction:
    """The probability of that many hits or more in n trials of one chance."""
    return sum(
        (comb(n, k) * chance**k * (1 - chance) ** (n - k) for k in range(max(hits, 0), n + 1)), Fraction(0)
    )


def fisher(hits: int, drawn: int, marked: int, of: int) -> float:
    """Two-sided: how often `drawn` of `of` things, `marked` of them marked, hold so many or so few marked.

    The smaller tail of the hypergeometric distribution, doubled.
    """
    ways = [comb(marked, k) * comb(of - marked, drawn - k) for k in range(drawn + 1)]
    return float(min(ONE, Fraction(2 * min(sum(ways[hits:]), sum(ways[: hits + 1])), comb(of, drawn))))


def mcnemar(gained: int, lost: int) -> Fraction:
    """Two-sided: how often so uneven a split of those who changed their answer comes about by chance."""
    n = gained + lost
    return min(ONE, 2 * binomial_at_least(max(gained, lost), n)) if n else ONE


class ChiSquare(NamedTuple):
    """Pearson's statistic against equal shares, its degrees of freedom, and the tail beyond it."""

    statistic: Fraction
    df: int
    p: float


def evenly_spread(counts: Sequence[int]) -> ChiSquare:
    """Whether counts differ from equal shares more than chance lets them; needs 5 or more a share."""
    expected = Fraction(sum(counts), len(counts))
    statistic = sum(((count - expected) ** 2 / expected for count in counts), Fraction(0))
    return ChiSquare(statistic, len(counts) - 1, chi_square_beyond(float(statistic), len(counts) - 1))


def chi_square_beyond(statistic: float, df: int) -> float:
    """The tail of the chi-square distribution, by its finite sums for whole degrees of freedom."""
    half = statistic / 2
    if df % 2 == 0:
        term, tail = exp(-half), 0.0
        for k in range(df // 2):
            tail += term
            term *= half / (k + 1)
        return tail
    tail, term = erfc(sqrt(half)), 2 * sqrt(half / pi) * exp(-half)
    for k in range((df - 1) // 2):
        tail += term
        term *= half / (k + 1.5)
    return tail


def holm(probabilities: Sequence[float], level: float) -> list[bool]:
    """Which of several tests are significant so that all together err with that level only (Holm 1979)."""
    found = [False] * len(probabilities)
    for n, place in enumerate(sorted(range(len(found)), key=probabilities.__getitem__)):
        if probabilities[place] >= level / (len(found) - n):
            break
        found[place] = True
    return found
