"""What can be seen of options at a glance, without understanding them: length, loaded words, echo.

The word lists are Indonesian, as cases are. Sources: the list of cues to test-wiseness (absolutes,
length, phrases repeated, give-away words) in Haladyna, Downing and Rodriguez 2002; the lists are our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from etika_sim.checks.wording import content, root, told, words
from etika_sim.model import Choice, Decision
from etika_sim.play.scoring import total

VIRTUES = (
    "kejujuran, jujur, sejujurnya, keadilan, adil, tanggung jawab, bertanggung jawab, transparansi,"
    " transparan, profesionalisme, profesional, integritas, berintegritas, etis, beretika, amanah,"
    " sesuai aturan, sesuai peraturan, sesuai ketentuan, sesuai prosedur, sesuai sop, sesuai hukum,"
    " menurut aturan, menurut peraturan, menurut ketentuan, menurut prosedur, menurut sop,"
    " melaporkan, melaporkannya, melapor, lapor"
)
VICES = (
    "diam-diam, uang, uangnya, menyuap, suap, sogokan, menyogok, pungli, korupsi, demi keuntungan,"
    " untuk keuntungan, mengambil keuntungan, memalsukan, berbohong, membohongi, curang, menipu,"
    " menyalahgunakan"
)
ABSOLUTES = (
    "selalu, tidak pernah, tak pernah, semua, semuanya, pasti, hanya, mutlak, sama sekali, apa pun, apapun,"
    " siapa pun, siapapun, tanpa kecuali, selamanya"
)


def _any_of(phrases: str) -> re.Pattern[str]:
    words = sorted((phrase.strip() for phrase in phrases.split(",")), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)


VIRTUE, VICE, ABSOLUTE = map(_any_of, (VIRTUES, VICES, ABSOLUTES))


class Word(NamedTuple):
    """A word found in the text of a choice, and where: start and length."""

    text: str
    inside: tuple[int, int]


class Seen(NamedTuple):
    """What a glance shows of one option.

    `echo` is the share of its content words that the scene says too; `echoed` are their roots.
    """

    choice: Choice
    is_best: bool
    length: int
    virtue: Word | None
    vice: Word | None
    absolute: Word | None
    echo: Fraction
    echoed: frozenset[str]

    @property
    def said(self) -> tuple[str, ...]:
        """The words of the option that the scene says too, as the option has them."""
        return tuple(dict.fromkeys(word for word in words(self.choice.text) if root(word) in self.echoed))


class Glance(NamedTuple):
    """Options that stand together on the screen, as a glance shows them."""

    scene: Decision
    options: tuple[Seen, ...]

    @property
    def best(self) -> tuple[Seen, ...]:
        """The options that count as best."""
        return tuple(option for option in self.options if option.is_best)

    @property
    def others(self) -> tuple[Seen, ...]:
        """The rest."""
        return tuple(option for option in self.options if not option.is_best)

    @property
    def longest(self) -> Seen | None:
        """The option that is longer than every other, in characters."""
        first, second, *_rest = sorted(self.options, key=lambda option: -option.length)
        return first if first.length > second.length else None

    @property
    def chance(self) -> Fraction:
        """How often blind choosing hits a best option."""
        return Fraction(len(self.best), len(self.options))


def glances(scene: Decision, offers: Iterable[tuple[Choice, ...]]) -> tuple[Glance, ...]:
    """The options of a decision as they can stand together, each group seen at a glance."""
    story = content(f"{told(scene.text)}\n\n{scene.ask}")
    seen = {choice.id: _seen(choice, story) for choice in scene.choices.values()}
    found = []
    for offered in offers:
        good = {choice.id for choice in best(offered)}
        found.append(Glance(scene, tuple(seen[one.id]._replace(is_best=one.id in good) for one in offered)))
    return tuple(found)


def best(offered: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices that count as best among those offered: the recommended, else those with most points."""
    recommended = tuple(choice for choice in offered if choice.recommended)
    if recommended:
        return recommended
    most = max(map(total, offered))
    return tuple(choice for choice in offered if total(choice) == most)


def _seen(choice: Choice, story: frozenset[str]) -> Seen:
    said = content(choice.text)
    echoed = said & story
    share = Fraction(len(echoed), len(said)) if said else Fraction(0)
    virtue, vice, absolute = (_word(pattern, choice.text) for pattern in (VIRTUE, VICE, ABSOLUTE))
    return Seen(choice, False, len(choice.text), virtue, vice, absolute, share, echoed)


def _word(pattern: re.Pattern[str], text: str) -> Word | None:
    match = pattern.search(text)
    return Word(match.group(), (match.start(), match.end() - match.start())) if match else None
