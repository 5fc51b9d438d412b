"""The best choice repeats the words of the scene, and the others do not.

Measured as the share of a choice's content words that the scene or its question says, for a scene is
too long to share much of itself with a choice. Names are left out, and what every choice is about is no
cue: two of the words must stand in no other choice. Source: "clang associations" (Haladyna, Downing and
Rodriguez 2002); a quarter more than any other is our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from etika_sim.checks.draft import Draft
from etika_sim.checks.glance import Glance, Seen
from etika_sim.checks.wording import root
from etika_sim.language.diagnostic import Diagnostic

MORE = Fraction(1, 4)
FEWEST = 2


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a decision, at the text of the choice."""
    for groups in draft.glances:
        yield from [found for glance in groups if (found := _found(glance))][:1]


def _found(glance: Glance) -> Diagnostic | None:
    if not glance.others:
        return None
    most = max(option.echo for option in glance.others)
    for option in glance.best:
        if option.echo > most and len(option.echoed) >= FEWEST and _is_more(option, glance.others):
            elsewhere = set().union(*(other.echoed for other in glance.options if other is not option))
            own = tuple(word for word in option.said if root(word) not in elsewhere)
            if len(own) >= FEWEST:
                scene, choice = glance.scene.id, option.choice.id
                facts = {"scene": scene, "choice": choice, "words": own}
                return Diagnostic("echo", ("scenes", scene, "choices", choice, "text"), facts)
    return None


def _is_more(option: Seen, others: tuple[Seen, ...]) -> bool:
    share = Fraction(len(option.echoed), option.size)
    return all(share - Fraction(len(other.echoed), other.size or 1) > MORE for other in others)
