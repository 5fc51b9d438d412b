"""Words in outcomes and reviews that tell the verdict before anybody has thought.

Two kinds. A phrase that says it outright ("pilihan Anda benar", "patut dicontoh") is found wherever it
stands. A turning word ("namun", "harganya", "sayangnya") is found when it stands with one verdict so
much more than with the other that chance would bring it in fewer than 5 of 100 cases: Fisher's exact
test over the choices of the case, two-sided, by Holm's method over the words. The lists are our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from etika_sim.checks.draft import Draft
from etika_sim.checks.glance import any_of
from etika_sim.checks.texts import Told, of_choice, under
from etika_sim.checks.wording import words
from etika_sim.exact import fisher, holm
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.play.goodness import best

SAID = any_of(
    "pilihan anda benar, pilihan anda salah, pilihan anda tepat, pilihan anda keliru, pilihan yang benar,"
    " pilihan yang salah, pilihan yang tepat, pilihan yang keliru, jawaban yang benar!, jawaban yang salah!,"
    " jawaban yang tepat!, jawaban anda benar, jawaban anda salah, jawaban anda tepat,"
    " patut dicontoh, patut ditiru, layak dicontoh, anda seharusnya, seharusnya anda, anda semestinya,"
    " semestinya anda"
)
TURNING = frozenset(
    (
        *("namun", "tetapi", "tapi", "harganya", "sayangnya", "untungnya", "untunglah", "celakanya"),
        *("akibatnya", "meskipun", "walaupun", "sebaliknya", "padahal"),
    )
)
"""Words that turn a sentence towards good or bad."""

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
"""What people say in the story is theirs."""

LEVEL = 0.05
FEWEST = 3
"""A word that stands in fewer choices cannot be told from chance."""


class _Answer(NamedTuple):
    """A choice's outcome and review with their paths, and whether it is one of the best."""

    told: list[Told]
    is_best: bool
    words: frozenset[str]


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding for each outright verdict; and one a case for the word that tells most."""
    answers = list(_answers(draft))
    for answer in answers:
        for path, text in answer.told:
            narrated = _QUOTED.sub(lambda quote: " " * len(quote.group()), text)
            if match := SAID.search(narrated):
                facts = {"reason": "said", "words": match.group()}
                yield Diagnostic("verdict-words", path, facts, inside=(match.start(), len(match.group())))
    yield from _telling(answers)


def _answers(draft: Draft) -> Iterator[_Answer]:
    for scene in draft.decisions:
        good = {choice.id for choice in best(tuple(scene.choices.values()))}
        for choice in scene.choices.values():
            path = ("scenes", scene.id, "choices", choice.id)
            told = [one for one in under(path, of_choice(choice)) if one[0][4] in ("outcome", "review")]
            found = frozenset(word for _path, text in told for word in words(text))
            yield _Answer(told, choice.id in good, found & TURNING)


def _telling(answers: list[_Answer]) -> Iterator[Diagnostic]:
    """The first word, of those that tell most, at the first place where it stands."""
    good = sum(answer.is_best for answer in answers)
    counted: list[tuple[float, str, int, int]] = []
    for word in sorted(TURNING):
        with_it = [answer.is_best for answer in answers if word in answer.words]
        if len(with_it) >= FEWEST:
            hits = sum(with_it)
            counted.append((fisher(hits, len(with_it), good, len(answers)), word, hits, len(with_it) - hits))
    counted.sort()
    if not any(holm([p for p, *_rest in counted], LEVEL)):
        return
    _p, word, hits, others = counted[0]
    facts = {"reason": "", "word": word, "hits": hits, "good": good}
    facts |= {"others": others, "bad": len(answers) - good}
    path, inside = _first(answers, word)
    yield Diagnostic("verdict-words", path, facts, inside=inside)


def _first(answers: list[_Answer], word: str) -> tuple[tuple[str | int, ...], tuple[int, int]]:
    """Where a word stands first."""
    pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
    for answer in answers:
        for path, text in answer.told:
            if match := pattern.search(text):
                return path, (match.start(), len(word))
    raise AssertionError(word)  # it was counted where it stands
