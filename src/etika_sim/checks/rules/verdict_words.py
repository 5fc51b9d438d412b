"""Words in outcomes and reviews that tell the verdict before anybody has thought.

Two kinds. A phrase that says it outright ("pilihan Anda benar", "patut dicontoh") is found wherever it
stands. A turning word ("namun", "harganya", "sayangnya") is found when it stands with one verdict so
much more than with the other that chance would bring it in fewer than 5 of 100 cases: Fisher's exact
test over the choices of the case, two-sided, by Holm's method over the words. The lists are our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from etika_sim.checks.draft import Draft
from etika_sim.checks.glance import any_of
from etika_sim.checks.texts import Told, of_choice, under
from etika_sim.exact import fisher, holm
from etika_sim.language.diagnostic import Diagnostic, Path
from etika_sim.model import Choice, Decision
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


_HINTS = (*sorted(TURNING), "pilihan", "jawaban", "dicontoh", "ditiru", "seharusnya", "semestinya")
"""A text without any of them holds neither a turning word nor a verdict; looking so spares most a search."""

_TURNS = re.compile(rf"\b(?:{'|'.join(sorted(TURNING))})\b", re.IGNORECASE)


class _Turn(NamedTuple):
    """A turning word where it stands first in a choice: its path, its place, whether the choice is best."""

    word: str
    path: Path
    inside: tuple[int, int]
    is_best: bool


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding for each outright verdict; and one a case for the word that tells most."""
    turns: list[_Turn] = []
    counts = [0, 0]
    for scene in draft.decisions:
        good = {choice.id for choice in best(tuple(scene.choices.values()))}
        for choice in scene.choices.values():
            is_best = choice.id in good
            counts[is_best] += 1
            told = _hinting(scene, choice)
            yield from _said(told)
            turns += _turns(told, is_best=is_best)
    yield from _telling(turns, *counts)


def _hinting(scene: Decision, choice: Choice) -> list[Told]:
    """The texts of a choice's outcome and review in which something may be found, with their paths."""
    path = ("scenes", scene.id, "choices", choice.id)
    texts = [one for one in under(path, of_choice(choice)) if one[0][4] in ("outcome", "review")]
    return [one for one in texts if any(map(one[1].lower().__contains__, _HINTS))]


def _said(told: Iterable[Told]) -> Iterator[Diagnostic]:
    """The outright verdicts of the narrator."""
    for path, text in told:
        narrated = _QUOTED.sub(lambda quote: " " * len(quote.group()), text)
        if match := SAID.search(narrated):
            facts = {"reason": "said", "words": match.group()}
            yield Diagnostic("verdict-words", path, facts, inside=(match.start(), len(match.group())))


def _turns(told: Iterable[Told], *, is_best: bool) -> Iterable[_Turn]:
    """The turning words of a choice, each once."""
    found: dict[str, _Turn] = {}
    for path, text in told:
        for match in _TURNS.finditer(text):
            word = match.group().lower()
            found.setdefault(word, _Turn(word, path, (match.start(), len(word)), is_best))
    return found.values()


def _telling(turns: list[_Turn], bad: int, good: int) -> Iterator[Diagnostic]:
    """The first word, of those that tell most, at the first place where it stands."""
    counted: list[tuple[float, str, int, int]] = []
    for word in sorted(TURNING):
        with_it = [turn.is_best for turn in turns if turn.word == word]
        if len(with_it) >= FEWEST:
            hits = sum(with_it)
            counted.append((fisher(hits, len(with_it), good, good + bad), word, hits, len(with_it) - hits))
    counted.sort()
    if not any(holm([p for p, *_rest in counted], LEVEL)):
        return
    _p, word, hits, others = counted[0]
    facts = {"reason": "", "word": word, "hits": hits, "good": good, "others": others, "bad": bad}
    first = next(turn for turn in turns if turn.word == word)
    yield Diagnostic("verdict-words", first.path, facts, inside=first.inside)
