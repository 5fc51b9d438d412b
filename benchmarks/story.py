"""Made-up cases of any size: sound, the same every time, large enough to be measured with.

A case has 24 layers of decisions and 8 endings behind them. Every decision offers three choices that
lead one layer on, some of them two; paths part and meet again. Each scene is written with one state
that is known to reach it (its witness), and every condition is made to hold in that state, so that
whatever the size no condition is impossible and no scene out of reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

LAYERS, ENDINGS, CHOICES = 24, 8, ("catat", "tunda", "diam")
FEWEST_SCENES = 120
"""Fewer would leave the last layer too narrow to lead to all endings."""

QUALITIES = ("exemplary", "acceptable", "compromised", "violation")
PRINCIPLES = ("integrity", "fairness", "accountability", "transparency", "professionalism")
WORDS = re.findall(
    "[a-z]+",
    """warga petugas loket berkas nomor antrean kursi meja pintu ruangan kepala seksi surat tanda terima map
    amplop buku tamu telepon rapat laporan salinan tanggal jam sore pagi siang kantor halaman parkir teman
    tetangga keluarga izin usaha warung pajak anggaran lelang penyedia kontrak daftar hadir tunjangan dinas
    perjalanan kuitansi nota arsip lemari kunci laci pena stempel layar pesan suara langkah tangan mata""",
)
_TEXTS_PER_LENGTH = 499


class Lengths(NamedTuple):
    """How many words a scene's text has, a choice, its outcome, its review."""

    scene: int
    choice: int
    outcome: int
    review: int


FULL = Lengths(60, 10, 15, 20)
SHORT = Lengths(12, 4, 5, 6)


class Name(NamedTuple):
    """One name of the state; a flag has no highest value."""

    name: str
    highest: int | None = None


ORDINARY = (*(Name(f"tanda_{n}") for n in range(4)), *(Name(f"hitungan_{n}", 3) for n in range(2)))
"""Four flags and two small counters: 256 states."""

MANY_FLAGS = tuple(Name(f"tanda_{n}") for n in range(14))
"""2^14 states, for the proof."""

State = dict[str, int]


def write(
    path: Path, scenes: int, names: tuple[Name, ...] = ORDINARY, lengths: Lengths = FULL, effects: int = 1
) -> Path:
    """Write a case of so many scenes; a choice that changes the state changes up to `effects` names."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_Author(scenes, names, lengths, effects).text())
    return path


def write_for_proof(path: Path, scenes: int) -> Path:
    """Write a case whose plays spread over many of 2^14 states."""
    return write(path, scenes, MANY_FLAGS, SHORT, effects=5)


class _Author:
    """Writes one case, layer by layer; only the witnesses of two layers are kept in mind."""

    def __init__(self, scenes: int, names: tuple[Name, ...], lengths: Lengths, effects: int) -> None:
        if scenes < FEWEST_SCENES:
            raise ValueError(f"at least {FEWEST_SCENES} scenes")
        self.dice = Random(1)
        self.names, self.lengths, self.effects = names, lengths, effects
        self.widths = [*_widths(scenes - ENDINGS), ENDINGS]
        self.witnesses: list[dict[int, State]] = [{} for _ in self.widths]
        self.witnesses[0][0] = {one.name: 0 for one in names}
        self.written = 0
        self.texts: dict[int, list[str]] = {}

    def text(self) -> Iterator[str]:
        """The file, piece by piece."""
        yield "format: 1\ntitle: Kasus Buatan\nmodule: 5\nsummary: Sebuah kasus untuk diukur.\n"
        yield "you: Petugas yang diukur\nstate:\n"
        for name, highest in self.names:
            yield f"  {name}: " + (
                "false\n" if highest is None else f"{{from: 0, to: {highest}, start: 0}}\n"
            )
        yield f"start: {_id(0, 0)}\nscenes:\n"
        for layer in range(LAYERS):
            for place in range(self.widths[layer]):
                yield from self.decision(layer, place)
            self.witnesses[layer].clear()
        for place in range(ENDINGS):
            yield f"  {_id(LAYERS, place)}:\n    ending: {QUALITIES[place % 4]}\n"
            yield f"    title: {self.words(3)}\n    text: {self.words(self.lengths.scene)}\n"
        for part in ("gather", "analyse", "summarise"):
            yield f"{'debrief:' if part == 'gather' else ''}\n  {part}:\n    - {self.words(3)}"
        yield "\n"

    def decision(self, layer: int, place: int) -> Iterator[str]:
        witness = self.witnesses[layer][place]
        guarded = self.written // 4 % 3 if self.written % 4 == 3 else None
        self.written += 1
        yield f"  {_id(layer, place)}:\n    title: {self.words(3)}\n    text: |\n"
        yield f"      {self.words(self.lengths.scene // 2)}\n\n      {self.words(self.lengths.scene // 2)}\n"
        yield "    ask: Apa yang Anda lakukan?\n    choices:\n"
        for n, choice in enumerate(CHOICES):
            yield f"      {choice}:\n"
            if n == guarded:
                yield f"        if: {self.condition(witness)}\n"
            yield from self.choice(n, layer, place, witness)

    def choice(self, n: int, layer: int, place: int, witness: State) -> Iterator[str]:
        lengths = self.lengths
        yield f"        text: {self.words(lengths.choice)}\n        scores: {self.scores()}\n"
        if n == 0:
            yield "        recommended: true\n"
        yield f"        outcome: {self.words(lengths.outcome)}\n"
        yield f"        review: {self.words(lengths.review)}\n"
        state = dict(witness)
        if n:  # two thirds of the choices
            yield self.changes(n, state)
        goal = self.goal(n, layer, place)
        self.witnesses[goal[0]].setdefault(goal[1], state)
        yield f"        to: {_id(*goal)}\n"

    def goal(self, n: int, layer: int, place: int) -> tuple[int, int]:
        """Where a choice leads: the first two, or all where layers widen, reach the whole next layer."""
        onward = self.widths[layer + 1]
        needed = 2 if onward <= 2 * self.widths[layer] else 3
        if n < needed:
            return layer + 1, (place * needed + n) % onward
        far = min(layer + self.dice.choice((1, 2)), LAYERS)
        return far, self.dice.randrange(self.widths[far])

    def changes(self, n: int, state: State) -> str:
        """A line that changes some names: the second choice sets flags, the third adds to counters."""
        counters = [one for one in self.names if one.highest is not None]
        adds = n > 1 and bool(counters)
        some = counters if adds else [one for one in self.names if one.highest is None]
        parts = []
        for name, highest in self.dice.sample(some, min(self.effects, len(some))):
            by = self.dice.choice((-1, 1, 1)) if adds else self.dice.randrange(2)
            state[name] = min(max(state[name] + by, 0), highest or 0) if adds else by
            parts.append(f"{name}: {by if adds else ('false', 'true')[by]}")
        return f"        {'add' if adds else 'set'}: {{{', '.join(parts)}}}\n"

    def condition(self, witness: State) -> str:
        """A condition over two names that holds in the witness."""
        parts = []
        for name, highest in self.dice.sample(self.names, 2):
            value = witness[name]
            if highest is None:
                parts.append(name if value else f"not {name}")
            else:
                parts.append(f"{name} {self.dice.choice(('<=', '>='))} {value}")
        return self.dice.choice((" and ", " or ")).join(parts)

    def scores(self) -> str:
        some = self.dice.sample(PRINCIPLES, self.dice.choice((2, 3)))
        return "{" + ", ".join(f"{name}: {self.dice.randint(-2, 2)}" for name in some) + "}"

    def words(self, length: int) -> str:
        """A text of so many words, out of a few hundred made beforehand."""
        if length not in self.texts:
            self.texts[length] = [self.sentences(length) for _ in range(_TEXTS_PER_LENGTH)]
        return self.dice.choice(self.texts[length])

    def sentences(self, length: int) -> str:
        words = [self.dice.choice(WORDS) for _ in range(length)]
        parts = [" ".join(words[n : n + 12]).capitalize() for n in range(0, length, 12)]
        return ". ".join(parts) + "."


def _id(layer: int, place: int) -> str:
    return f"akhir-{place}" if layer == LAYERS else f"lapis-{layer}-{place}"


def _widths(decisions: int) -> list[int]:
    """How many decisions each layer has: as even as can be, none more than three times the one before."""
    widths = [1] * LAYERS
    left = decisions - LAYERS
    while left:
        for layer in range(1, LAYERS):
            if left and widths[layer] < 3 * widths[layer - 1]:
                widths[layer] += 1
                left -= 1
    return widths
