"""Cues over many decisions: what an eye for form, or for words, finds without reading what options say.

One case alone has too few decisions. Each test asks whether the numbers differ from what chance would
bring; the tests of one language share the 5 percent by Holm's method. Source: docs/rules.md, rules
cue-bot, learned-cue and review-formula; Attali and Bar-Hillel 2003 on positions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import comb, floor

from etika_sim.checks.draft import Draft
from etika_sim.checks.formula import formula
from etika_sim.checks.glance import Glance, Seen
from etika_sim.checks.learned import Question, learned
from etika_sim.checks.pack import LEVEL, Cue
from etika_sim.checks.rules.cue_bot import guessed
from etika_sim.exact import binomial_at_least, evenly_spread, holm, luck

FEWEST_EACH = 5
"""Decisions for each position from which on the chi-square test may be used."""

MOST_LEARNED = 45
"""Percent of decisions in which learned words may find a best option, whatever chance would bring."""

LEAST_GAIN = 5
"""Percent of reviews that one word must tell beyond the usual verdict to be a formula."""

_JOINED = re.compile(r"\b(?:dan|lalu|kemudian|serta|sambil|and|then|while)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
COUNTED: tuple[tuple[str, Callable[[str], int]], ...] = (
    ("commas", lambda text: text.count(",")),
    ("joined", lambda text: len(_JOINED.findall(text))),
    ("digits", lambda text: len(_DIGIT.findall(text))),
)
"""Signs that are counted in the texts of options, in any language."""


def cues(drafts: Sequence[Draft], language: str = "") -> tuple[Cue, ...]:
    """The tests that there is something to test for, with what is significant among them.

    In a `language` that is not the original's only the texts are tested: what knows Indonesian words,
    and the order of the file, which is the same, are left out.
    """
    decisions = [groups for draft in drafts for groups in draft.glances]
    fullest = [_fullest(groups) for groups in decisions]
    found = [
        _extreme("longest", fullest, len, max),
        _extreme("shortest", fullest, len, min),
        *(_extreme(name, fullest, count, max) for name, count in COUNTED),
        _reasons(fullest),
        *([] if language else [_bot(decisions), *_positions(fullest)]),
        _learned(drafts),
        _formula(drafts),
    ]
    tested = [cue for cue in found if cue.of]
    told = zip(tested, holm([cue.p for cue in tested], LEVEL), strict=True)
    return tuple(
        cue._replace(significant=is_told and _matters(cue), language=language) for cue, is_told in told
    )


def _matters(cue: Cue) -> bool:
    """Whether a cue that is no chance is also large enough to be told; all are but the learned ones."""
    if cue.name == "learned-cue":
        return 100 * cue.hits > MOST_LEARNED * cue.of
    return cue.name != "review-formula" or 100 * (cue.hits - cue.expected) >= LEAST_GAIN * cue.of


def _fullest(groups: Iterable[Glance]) -> Glance:
    """The most options that stand together at a decision."""
    return max(groups, key=lambda glance: len(glance.options))


def _learned(drafts: Iterable[Draft]) -> Cue:
    """How often the words learned on the other modules find a best option; parts of hits are not counted."""
    questions = []
    for draft in drafts:
        for groups in draft.glances:
            glance = _fullest(groups)
            good = {option.choice.id for option in glance.best}
            options = tuple((option.choice.text, option.choice.id in good) for option in glance.options)
            questions.append(Question(draft.scenario.module, options))
    found = learned(questions)
    return Cue("learned-cue", floor(found.hits), found.of, float(found.chance), found.p)


def _formula(drafts: Iterable[Draft]) -> Cue:
    """How many verdicts the one most telling word of reviews gives away."""
    found = formula(drafts)
    return Cue("review-formula", found.hits, found.of, found.usual, found.p, word=found.word)


def _extreme(
    name: str,
    glances: Iterable[Glance],
    count: Callable[[str], int],
    pick: Callable[[Iterable[int]], int],
) -> Cue:
    """How often the one option of extreme count is best; two-sided: too seldom is a cue as well."""
    chances: list[Fraction] = []
    hits = 0
    for glance in glances:
        counts = [count(option.choice.text) for option in glance.options]
        most = pick(counts)
        extreme = [option for option, n in zip(glance.options, counts, strict=True) if n == most]
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
