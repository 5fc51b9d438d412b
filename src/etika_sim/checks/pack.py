"""All cases of a pack looked at together: what they cover, and cues that only many decisions can show.

Cues are tested over all decisions, for one case alone has too few. Each test asks whether the numbers
differ from what chance would bring; several tests share the 5 percent by Holm's method. Source:
docs/rules.md, rule cue-bot; Attali and Bar-Hillel 2003 on positions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from fractions import Fraction
from math import comb, floor
from typing import NamedTuple

from etika_sim.checks.draft import Draft
from etika_sim.checks.glance import Glance, Seen
from etika_sim.checks.rules.cue_bot import guessed
from etika_sim.exact import binomial_at_least, evenly_spread, holm, luck
from etika_sim.language.fields import LEVELS, PRACTICES, PRESSURES, REMEDIES
from etika_sim.model import PRINCIPLES, Scenario

MODULES = range(1, 7)
LEVEL = 0.05
FEWEST_EACH = 5
"""Decisions for each position from which on the chi-square test may be used."""


class Cue(NamedTuple):
    """One test: the best choice was hit so often in so many decisions, where chance hits `expected`.

    `name` is "longest", "shortest", "no-reason" or its opposite "reason", "cue-bot", or "position" with the
    counts of each place in the file.
    `p` is the probability of numbers so far from chance; `significant` after all tests are counted.
    """

    name: str
    hits: int
    of: int
    expected: float
    p: float
    counts: tuple[int, ...] = ()
    significant: bool = False


class Pack(NamedTuple):
    """What the cases are about, counted, and the cues tested over all their decisions."""

    cases: int
    decisions: int
    coverage: dict[str, dict[str, int]]
    cues: tuple[Cue, ...]
    uncited: tuple[str, ...]

    @property
    def has_cues(self) -> bool:
        """Whether some cue gives the best choices away over all decisions."""
        return any(cue.significant for cue in self.cues)


def survey(scenarios: Sequence[Scenario], laws: Collection[str]) -> Pack:
    """What can be said of sound cases as a pack; `laws` are the ids of the register they cite from."""
    drafts = [Draft(scenario) for scenario in scenarios]
    decisions = [scene for draft in drafts for scene in draft.decisions]
    cited = {law for scene in decisions for choice in scene.choices.values() for law in choice.law}
    cues = _cues([groups for draft in drafts for groups in draft.glances])
    uncited = tuple(law for law in laws if law not in cited)
    return Pack(len(drafts), len(decisions), _coverage(scenarios, drafts), cues, uncited)


def _coverage(scenarios: Iterable[Scenario], drafts: Iterable[Draft]) -> dict[str, dict[str, int]]:
    """How many cases there are of each kind; of each principle, how many decisions weigh it."""
    scenarios = list(scenarios)
    weighed = Counter(
        principle.value
        for draft in drafts
        for scene in draft.decisions
        for n, principle in enumerate(PRINCIPLES)
        if len({choice.scores[n] or 0 for choice in scene.choices.values()}) > 1
    )
    remedies = Counter(name for one in scenarios for name in {remedy.remedy for remedy in one.debrief.office})
    return {
        "modules": _counted(map(str, MODULES), Counter(str(one.module) for one in scenarios)),
        "levels": _counted(LEVELS, Counter(one.level for one in scenarios)),
        "practices": _counted(PRACTICES, Counter(name for one in scenarios for name in {*one.practices})),
        "pressures": _counted(PRESSURES, Counter(name for one in scenarios for name in {*one.pressures})),
        "remedies": _counted(REMEDIES, remedies),
        "principles": _counted((principle.value for principle in PRINCIPLES), weighed),
    }


def _counted(names: Iterable[str], found: Counter[str]) -> dict[str, int]:
    return {name: found[name] for name in names}


def _cues(decisions: Sequence[tuple[Glance, ...]]) -> tuple[Cue, ...]:
    """The tests that there is something to test for, with what is significant among them."""
    fullest = [max(groups, key=lambda glance: len(glance.options)) for groups in decisions]
    cues = [
        _extreme("longest", fullest, max),
        _extreme("shortest", fullest, min),
        _reasons(fullest),
        _bot(decisions),
        *_positions(fullest),
    ]
    tested = [cue for cue in cues if cue.of]
    found = holm([cue.p for cue in tested], LEVEL)
    return tuple(
        cue._replace(significant=significant) for cue, significant in zip(tested, found, strict=True)
    )


def _extreme(name: str, glances: Iterable[Glance], pick: Callable[[Iterable[int]], int]) -> Cue:
    """How often the one option of extreme length is best; two-sided: too seldom is a cue as well."""
    chances: list[Fraction] = []
    hits = 0
    for glance in glances:
        length = pick([option.length for option in glance.options])
        extreme = [option for option in glance.options if option.length == length]
        if len(extreme) == 1:
            chances.append(glance.chance)
            hits += any(extreme[0] is option for option in glance.best)
    return _two_sided(name, hits, chances)


def _reasons(glances: Iterable[Glance]) -> Cue:
    """How often no best option says why, where some options do; or how often one does, if that is too often.

    These are opposites, hit by hit: one two-sided test tells of both, and takes one share of the 5 percent.
    By chance the best are any of the options, so none of them says why as often as draws without
    replacement have it (hypergeometric).
    """
    chances: list[Fraction] = []
    hits = 0
    for glance in glances:
        silent = sum(not option.gives_reason for option in glance.options)
        if 0 < silent < len(glance.options):
            best, of = len(glance.best), len(glance.options)
            chances.append(Fraction(comb(silent, best), comb(of, best)))
            hits += not any(option.gives_reason for option in glance.best)
    if hits < sum(chances):
        return _two_sided("reason", len(chances) - hits, [1 - chance for chance in chances])
    return _two_sided("no-reason", hits, chances)


def _two_sided(name: str, hits: int, chances: Sequence[Fraction]) -> Cue:
    """The cue with twice the smaller of the two tails."""
    often = luck(hits, chances)
    seldom = luck(len(chances) - hits, [1 - chance for chance in chances])
    return Cue(name, hits, len(chances), float(sum(chances)), min(1.0, 2 * min(often, seldom)))


def _bot(decisions: Sequence[tuple[Glance, ...]]) -> Cue:
    """How often the player that only glances takes a best option; halves of hits are not counted."""
    found = [guessed(groups) for groups in decisions]
    hits, chances = floor(sum(one.hit for one in found)), [one.chance for one in found]
    return Cue("cue-bot", hits, len(found), float(sum(chances)), luck(hits, chances))


def _positions(glances: Iterable[Glance]) -> Iterable[Cue]:
    """Where the best choice stands in the file, of decisions whose options are not shuffled.

    One test for each number of options. With few decisions the fullest place is tested by itself, and
    its probability counted once for each place that might have been the fullest.
    """
    places: dict[int, Counter[int]] = {}
    for glance in glances:
        if not glance.scene.shuffle and len(glance.best) == 1:
            counts = places.setdefault(len(glance.options), Counter())
            counts[_place(glance.best[0], glance)] += 1
    for options, counts in sorted(places.items()):
        spread = tuple(counts[n] for n in range(options))
        of, most = sum(spread), max(spread)
        if of >= FEWEST_EACH * options:
            p = evenly_spread(spread).p
        else:
            p = min(1.0, options * float(binomial_at_least(most, of, Fraction(1, options))))
        yield Cue("position", most, of, of / options, p, spread)


def _place(option: Seen, glance: Glance) -> int:
    return next(n for n, other in enumerate(glance.options) if other is option)
