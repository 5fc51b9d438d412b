"""What can be seen of options at a glance, without understanding them: length, loaded words, echo, reasons.

The word lists are Indonesian, as cases are; words of reason are English as well, for the cue is the same
there. Sources: the list of cues to test-wiseness (absolutes, length, phrases repeated, give-away words)
in Haladyna, Downing and Rodriguez 2002; the lists are our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from etika_sim.checks.wording import content, root, told, words
from etika_sim.model import Choice, Decision
from etika_sim.play.goodness import best

VIRTUES = (
    "kejujuran, jujur, sejujurnya, keadilan, adil, tanggung jawab, bertanggung jawab, transparansi,"
    " transparan, profesionalisme, profesional, integritas, berintegritas, etis, beretika, amanah,"
    " sesuai aturan, sesuai peraturan, sesuai ketentuan, sesuai prosedur, sesuai sop, sesuai hukum,"
    " menurut aturan, menurut peraturan, menurut ketentuan, menurut prosedur, menurut sop,"
    " melaporkan, melaporkannya, melapor, lapor, akuntabilitas, akuntabel, menjunjung, sumpah jabatan,"
    " berani, setara, apa adanya, terus terang, dengan sopan, dengan santun, secara terbuka, mengakui,"
    " mengaku, mengusulkan, menerangkan, mencatat, mencatatnya"
)
VICES = (
    "diam-diam, uang, uangnya, menyuap, suap, sogokan, menyogok, pungli, korupsi, demi keuntungan,"
    " untuk keuntungan, mengambil keuntungan, memalsukan, berbohong, membohongi, curang, menipu,"
    " menyalahgunakan, membiarkan, membiarkannya, menyembunyikan, menutupi, pura-pura, berpura-pura"
)
ABSOLUTES = (
    "selalu, tidak pernah, tak pernah, semua, semuanya, pasti, hanya, mutlak, sama sekali, apa pun, apapun,"
    " siapa pun, siapapun, tanpa kecuali, selamanya"
)
REASONS = (
    "sebab, karena, lantaran, gara-gara, berhubung, soalnya, mumpung, supaya, agar, demi, sehingga,"
    " because, so that, so as to, so as not to, in order to, in order not to, for fear, for the sake of, lest"
)
"""What begins a reason. Not `untuk`, `to` and `for`, which as often say for whom or where to."""
REASONS_AFTER_A_COMMA = "biar, jadi, as, since, so, in case"
"""What begins a reason when a comma stands before it, and elsewhere is something else."""


def any_of(phrases: str, before: str = r"(?<![\w-])") -> re.Pattern[str]:
    """What finds any of some phrases, parted by commas, as whole words."""
    words = sorted((phrase.strip() for phrase in phrases.split(",")), key=len, reverse=True)
    return re.compile(rf"{before}(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)


VIRTUE, VICE, ABSOLUTE, REASON = map(any_of, (VIRTUES, VICES, ABSOLUTES, REASONS))
REASON_AFTER_A_COMMA = any_of(REASONS_AFTER_A_COMMA, r",\s+")
_NO_REASON = re.compile(
    r"\b(\w+) demi \1\b|,\s+(?:as (?:far|if|long|soon|usual|well|with)|so (?:far|long|to))\b", re.IGNORECASE
)
"""Satu demi satu, hari demi hari, as long as, so far: what only looks like a reason."""
_FIRST_WORDS = frozenset(
    words(phrase)[0] for phrases in (VIRTUES, VICES, ABSOLUTES) for phrase in phrases.split(",")
)
"""What a text must have one of to hold a loaded word: a quick look that spares most texts a search."""


class Word(NamedTuple):
    """A word found in the text of a choice, and where: start and length."""

    text: str
    inside: tuple[int, int]


class Seen(NamedTuple):
    """What a glance shows of one option.

    `size` is the number of its content words, `echoed` the roots of those that the scene says too.
    """

    choice: Choice
    length: int
    virtue: Word | None
    vice: Word | None
    absolute: Word | None
    size: int
    echoed: frozenset[str]

    @property
    def echo(self) -> float:
        """The share of its content words that the scene says too."""
        return len(self.echoed) / self.size if self.size else 0.0

    @property
    def gives_reason(self) -> bool:
        """Whether it says why, as far as its words tell."""
        text = _NO_REASON.sub("", self.choice.text)
        return bool(REASON.search(text) or REASON_AFTER_A_COMMA.search(text))

    @property
    def said(self) -> tuple[str, ...]:
        """The words of the option that the scene says too, as the option has them."""
        return tuple(dict.fromkeys(word for word in words(self.choice.text) if root(word) in self.echoed))


class Glance(NamedTuple):
    """Options that stand together on the screen, as a glance shows them.

    `best` are those that count as best, `others` the rest; `longest` is longer than every other, in
    characters, if there is one.
    """

    scene: Decision
    options: tuple[Seen, ...]
    best: tuple[Seen, ...]
    others: tuple[Seen, ...]
    longest: Seen | None

    @property
    def chance(self) -> Fraction:
        """How often blind choosing hits a best option."""
        return Fraction(len(self.best), len(self.options))


def glances(scene: Decision, offers: Iterable[tuple[Choice, ...]]) -> tuple[Glance, ...]:
    """The options of a decision as they can stand together, each group seen at a glance."""
    story = content(f"{told(scene.text)}\n\n{scene.ask}")
    seen = {choice.id: _seen(choice, story) for choice in scene.choices.values()}
    return tuple(_glance(scene, seen, offered) for offered in offers)


def _glance(scene: Decision, seen: Mapping[str, Seen], offered: tuple[Choice, ...]) -> Glance:
    good = {choice.id for choice in best(offered)}
    options = tuple(seen[choice.id] for choice in offered)
    split: tuple[list[Seen], list[Seen]] = ([], [])
    for option in options:
        split[option.choice.id in good].append(option)
    lengths = [option.length for option in options]
    most = max(lengths)
    longest = options[lengths.index(most)] if lengths.count(most) == 1 else None
    return Glance(scene, options, tuple(split[True]), tuple(split[False]), longest)


def _seen(choice: Choice, story: frozenset[str]) -> Seen:
    text, said = choice.text, content(choice.text)
    virtue = vice = absolute = None
    if not _FIRST_WORDS.isdisjoint(words(text)):
        virtue, vice, absolute = (_word(pattern, text) for pattern in (VIRTUE, VICE, ABSOLUTE))
    return Seen(choice, len(text), virtue, vice, absolute, len(said), said & story)


def _word(pattern: re.Pattern[str], text: str) -> Word | None:
    match = pattern.search(text)
    return Word(match.group(), (match.start(), match.end() - match.start())) if match else None
