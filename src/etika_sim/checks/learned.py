"""Whether the words of options alone tell which is best, to a reader who has seen other cases.

Naive Bayes on single words: from the decisions of the other modules it learns how often each word
stands in best options and in others, and at each decision of the module left out it takes the option
whose words speak most for it; of several by lot. Whether that is more than chance is asked of the same
learner on answers that were shuffled within each decision. Source: the length and wording cues of
Haladyna, Downing and Rodriguez 2002, here without a list; the learner after Maron 1961.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import log
from typing import NamedTuple

from etika_sim.checks.wording import words
from etika_sim.exact import added

SHUFFLES = 399
SEED = 20261124
"""The same pack gives the same figures, wherever and whenever it is looked at."""

FEWEST_MODULES = 2
MOST_QUESTIONS = 2_000
"""So many decisions are asked; every one costs four hundred answers."""

_GRAIN = 1 << 32
"""Weights are whole numbers of this part of one, so that sums are the same on every machine."""


class Question(NamedTuple):
    """A decision of a module: each option with whether it is one of the best."""

    module: int
    options: tuple[tuple[str, bool], ...]


class Learned(NamedTuple):
    """Decisions in which a best option was found, of how many; by blind choosing; how likely by chance."""

    hits: Fraction
    of: int
    chance: Fraction
    p: float


def learned(questions: Sequence[Question]) -> Learned:
    """What the words give away; nothing is asked unless there are two modules to learn and to ask."""
    questions = questions[:MOST_QUESTIONS]
    if len({question.module for question in questions}) < FEWEST_MODULES:
        return Learned(Fraction(0), 0, Fraction(0), 1.0)
    learner = _Learner(questions)
    answers = [[is_best for _text, is_best in question.options] for question in questions]
    hits, dice = learner.hits(answers), _dice(SEED)
    as_good = sum(learner.hits(_shuffled(answers, dice)) >= hits for _ in range(SHUFFLES))
    chance = added(Fraction(sum(one), len(one)) for one in answers)
    return Learned(hits, len(questions), chance, (1 + as_good) / (1 + SHUFFLES))


def _dice(seed: int) -> Iterator[int]:
    """Numbers of 32 bits without end: Knuth's linear congruences for MMIX (The Art …, 3.3.4)."""
    while True:
        seed = (6364136223846793005 * seed + 1442695040888963407) % (1 << 64)
        yield seed >> 32


def _shuffled(answers: Iterable[list[bool]], dice: Iterator[int]) -> list[list[bool]]:
    """The answers in another order within each decision."""
    return [[is_best for _place, is_best in sorted((next(dice), one) for one in row)] for row in answers]


class _Learner:
    """Learns from the words of some decisions and answers others; words are numbers."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self.numbers: dict[str, int] = {}
        self.modules: dict[int, list[int]] = {}
        self.options: list[tuple[tuple[int, ...], ...]] = []
        for n, (module, options) in enumerate(questions):
            self.modules.setdefault(module, []).append(n)
            self.options.append(tuple(self._numbered(text) for text, _is_best in options))
        most = sum(map(len, self.options))
        self.logs = [round(_GRAIN * log(n + 0.5)) for n in range(most + 1)]
        self.words = {
            module: sorted({word for n in rows for said in self.options[n] for word in said})
            for module, rows in self.modules.items()
        }

    def _numbered(self, text: str) -> tuple[int, ...]:
        return tuple(self.numbers.setdefault(word, len(self.numbers)) for word in sorted(set(words(text))))

    def hits(self, answers: Sequence[Sequence[bool]]) -> Fraction:
        """How many decisions are answered with a best option, if these are the best ones."""
        of_module = {module: self._counted(rows, answers) for module, rows in self.modules.items()}
        whole = [
            list(map(sum, zip(*columns, strict=True))) for columns in zip(*of_module.values(), strict=True)
        ]
        return added(
            self._hit(self.options[n], answers[n], weights)
            for module, rows in self.modules.items()
            for weights in [self._weights(module, whole, of_module[module])]
            for n in rows
        )

    def _counted(self, rows: Iterable[int], answers: Sequence[Sequence[bool]]) -> tuple[list[int], list[int]]:
        """How often each word stands in best options, and in others; last, how many options these are."""
        good, bad = ([0] * (len(self.numbers) + 1) for _ in range(2))
        for n in rows:
            for said, is_best in zip(self.options[n], answers[n], strict=True):
                column = good if is_best else bad
                column[-1] += 1
                for word in said:
                    column[word] += 1
        return good, bad

    def _weights(self, module: int, whole: Sequence[list[int]], own: Sequence[list[int]]) -> dict[int, int]:
        """What each word of a module speaks for a best option, learned without that module."""
        (good, bad), (own_good, own_bad), logs = whole, own, self.logs
        more = round(_GRAIN * log((good[-1] - own_good[-1] + 1) / (bad[-1] - own_bad[-1] + 1)))
        return {
            word: logs[good[word] - own_good[word]] - logs[bad[word] - own_bad[word]] - more
            for word in self.words[module]
        }

    @staticmethod
    def _hit(
        options: Iterable[tuple[int, ...]], answers: Sequence[bool], weights: dict[int, int]
    ) -> Fraction:
        """The share of the options taken that are best; one, or several by lot."""
        sums = [sum(weights[word] for word in said) for said in options]
        most = max(sums)
        taken = [is_best for is_best, speaks in zip(answers, sums, strict=True) if speaks == most]
        return Fraction(sum(taken), len(taken))
