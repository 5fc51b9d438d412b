"""A player that only glances at the options finds the best ones: longest, loaded words, echoes.

One point each for the longest option, a word of virtue and the most of the scene's words; one off each
for an absolute word and a word of vice. It takes the option with most points, and of several one by lot.
It is tested at every decision that a play can reach: significant when chance alone would hit as many
best choices in fewer than 5 of 100 cases (Poisson-binomial: each decision has its own number of
options), or when, over three decisions or more, it earns 30 points more than blind choosing.
Source: test-wiseness (Haladyna, Downing and Rodriguez 2002); points and the 30 are our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor
from typing import NamedTuple

from etika_sim.checks.draft import Draft
from etika_sim.checks.glance import Glance
from etika_sim.exact import added, luck
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.play.goodness import total

LEVEL = Fraction(1, 20)
MOST_AHEAD = 30
FEWEST_DECISIONS = 3


class Guessed(NamedTuple):
    """One decision: how likely the bot and blind choosing take a best option, and what each earns.

    Points times weight above the worst option; `span` is what the best one earns. Where options can
    stand together in several ways, the mean over these.
    """

    scene: str
    hit: Fraction
    chance: Fraction
    earned: Fraction
    blind: Fraction
    span: Fraction


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a case, at its scenes."""
    guesses = [guessed(groups) for groups in draft.glances]
    if not any(one.span for one in guesses):
        return
    columns = zip(*(one[1:] for one in guesses), strict=True)
    hit, chance, earned, blindly, span = map(added, columns)
    hits = floor(hit)
    overall, blind = 100 * earned / span, 100 * blindly / span
    facts = {
        "hits": hits,
        "of": len(guesses),
        "chance": round(chance),
        "overall": round(overall),
        "blind": round(blind),
        "scenes": tuple(one.scene for one in guesses if one.hit == 1),
    }
    # no more than chance hits on average is no luck: the median is not below the mean rounded down
    if hits > chance and luck(hits, [one.chance for one in guesses]) < LEVEL:
        yield Diagnostic("cue-bot", ("scenes",), {**facts, "reason": "hits"}, "key")
    elif len(guesses) >= FEWEST_DECISIONS and overall - blind > MOST_AHEAD:
        yield Diagnostic("cue-bot", ("scenes",), {**facts, "reason": "overall"}, "key")


def guessed(groups: tuple[Glance, ...]) -> Guessed:
    """What the bot makes of one decision."""
    found = [_guessed(glance) for glance in groups]
    if len(found) > 1:
        means = (sum(column, Fraction(0)) / len(found) for column in zip(*found, strict=True))
        return Guessed(groups[0].scene.id, *means)
    return Guessed(groups[0].scene.id, *found[0])


def _guessed(glance: Glance) -> tuple[Fraction, Fraction, Fraction, Fraction, Fraction]:
    attraction = _attraction(glance)
    most = max(attraction)
    taken = [option for option, points in zip(glance.options, attraction, strict=True) if points == most]
    totals = [total(option.choice) for option in glance.options]
    low, weight = min(totals), glance.scene.weight
    earned = sum(total(option.choice) for option in taken) - low * len(taken)
    hits = sum(any(option is one for one in glance.best) for option in taken)
    return (
        Fraction(hits, len(taken)),
        glance.chance,
        Fraction(weight * earned, len(taken)),
        Fraction(weight * (sum(totals) - low * len(totals)), len(totals)),
        Fraction(weight * (max(totals) - low)),
    )


def _attraction(glance: Glance) -> list[int]:
    """What draws the bot to each option."""
    echoes = [option.echo for option in glance.options]
    loudest = max(echoes)
    echo_tells = echoes.count(loudest) == 1
    return [
        (option is glance.longest)
        + (option.virtue is not None)
        + (echo_tells and echo == loudest)
        - (option.absolute is not None)
        - (option.vice is not None)
        for option, echo in zip(glance.options, echoes, strict=True)
    ]
