"""An abbreviation that somebody meets before he has met what it stands for.

Followed along every road of the case: an abbreviation must be expanded at its first use, or before
it, whichever choices lead there. Expanded is `Unit Pengendalian Gratifikasi (UPG)` as well as
`UPG (Unit Pengendalian Gratifikasi)`. Source: guidance for plain Indonesian; which ones need none is
our list, in `abbreviations`.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from etika_sim.checks.abbreviations import COMMON
from etika_sim.checks.draft import Draft
from etika_sim.checks.texts import Told, before_choosing, debrief, of_choice, opening, under
from etika_sim.language.diagnostic import Diagnostic, Path
from etika_sim.model import Choice, Decision, Ending, Scenario, Scene

_CAPITALS = bytes(65 if 65 <= byte <= 90 else 32 for byte in range(256))
_ABBREVIATION = re.compile(r"(?<![\w.])[A-Z]{2,7}(?![\w.-]*\w)")
_EXPANSION = re.compile(
    r"(?<=[\w*\"”][ \n]\()([A-Z]{2,7})(?=[),;])|(?<![\w.])([A-Z]{2,7})(?=[ \n]\([^()]*\w[ \n]\w)"
)
_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")

Bits = int
"""A set of abbreviations, one bit each."""


class Mark(NamedTuple):
    """A text with abbreviations: those it uses unexplained, and those that it expands for later texts."""

    uses: Bits
    expands: Bits


_UNMARKED = Mark(0, 0)

Unknown = tuple[Path, Bits]
"""The path to a text, and the abbreviations in it that somebody may not know."""


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding an abbreviation, at the first text of the file that uses it unexplained."""
    bits = _abbreviations(draft)
    if not bits:
        return
    told = dict(draft.told({text for text in draft.texts if _ABBREVIATION.search(text)}))
    marks = {path: mark for path, text in told.items() if (mark := _mark(text, bits))}
    expanded = 0
    for mark in marks.values():
        expanded |= mark.expands
    left = (1 << len(bits)) - 1
    for path, unknown in _unexplained(draft, marks):
        for name, bit in bits.items():
            if unknown & left & bit:
                left &= ~bit
                facts = {"name": name, "reason": "road" if expanded & bit else ""}
                yield Diagnostic("unexpanded-abbreviation", path, facts, inside=_place(name, told[path]))


# --- which there are ---


def _abbreviations(draft: Draft) -> dict[str, Bits]:
    """Those of the case that need to be expanded; words merely written in capitals are none."""
    if not any(b"AA" in piece.translate(_CAPITALS) for piece in draft.in_pieces()):
        return {}
    found = dict.fromkeys(name for text in draft.texts for name in _ABBREVIATION.findall(text))
    rare = [name for name in found if name not in COMMON and not _ROMAN.fullmatch(name)]
    small = {name.lower() for name in rare}
    spoken = {word for text in draft.texts for word in _WORD.findall(text) if word in small} if rare else ()
    return {name: 1 << n for n, name in enumerate(name for name in rare if name.lower() not in spoken)}


def _mark(text: str, bits: Mapping[str, Bits]) -> Mark | None:
    first: dict[str, int] = {}
    for match in _ABBREVIATION.finditer(text):
        if match[0] in bits:
            first.setdefault(match[0], match.start())
    if not first:
        return None
    uses = expands = 0
    expansions = {(match[match.lastindex or 0], match.start()) for match in _EXPANSION.finditer(text)}
    for name, _start in expansions:
        expands |= bits.get(name, 0)
    for name, start in first.items():
        if (name, start) not in expansions:
            uses |= bits[name]
    return Mark(uses, expands)


def _place(name: str, text: str) -> tuple[int, int]:
    match = re.search(rf"(?<![\w.]){name}(?![\w.-]*\w)", text)
    return (match.start() if match else 0, len(name))


# --- on every road ---


def _unexplained(draft: Draft, marks: Mapping[Path, Mark]) -> Iterator[Unknown]:
    """The texts in the order of the file, each with what it uses before it is surely expanded."""
    found, known = _read(0, opening(draft.scenario), marks)
    entering = _entering(draft, marks, known)
    at_end = -1
    for name, scene in draft.scenario.scenes.items():
        if name in draft.reached:
            before, after = _read(entering[name], _in_scene(scene), marks)
            found += before
            if isinstance(scene, Ending):
                at_end &= after
            elif isinstance(scene, Decision):
                for choice in scene.choices.values():
                    found += _read(after, _by_choice(name, choice), marks)[0]
    yield from found
    yield from _read(at_end, under(("debrief",), debrief(draft.scenario.debrief)), marks)[0]


def _read(known: Bits, told: Iterable[Told], marks: Mapping[Path, Mark]) -> tuple[list[Unknown], Bits]:
    """The texts that use what is unknown to whoever reads them in turn, and what he knows then."""
    found, under_condition = [], 0
    for path, _text in told:
        mark = marks.get(path, _UNMARKED)
        if mark.uses & ~known:
            found.append((path, mark.uses & ~known))
        if not (len(path) > 1 and isinstance(path[-2], int)):
            known |= mark.expands
        elif path[-1] == "text":  # an item under a condition: known after it only what `else` tells too
            under_condition = mark.expands
        else:
            known |= mark.expands & under_condition
    return found, known


def _in_scene(scene: Scene) -> list[Told]:
    return under(("scenes", scene.id), before_choosing(scene))


def _by_choice(scene: str, choice: Choice) -> list[Told]:
    return under(("scenes", scene, "choices", choice.id), of_choice(choice))


def _entering(draft: Draft, marks: Mapping[Path, Mark], at_start: Bits) -> dict[str, Bits]:
    """For each reached scene what is known there, whichever road led to it."""
    graph, start = draft.graph, draft.scenario.start
    told = _Told(draft.scenario, marks)
    entering = {start: at_start}
    queue = [(graph.order[start], start)]
    while queue:
        _, name = heapq.heappop(queue)
        for move, target, _states in graph.outgoing(name, draft.reached[name]):
            known = entering[name] | told.in_scene(name) | told.by_choice(name, move.id)
            before = entering.get(target)
            if before is None or before & ~known:
                entering[target] = known if before is None else before & known
                heapq.heappush(queue, (graph.order[target], target))
    return entering


class _Told:
    """What scenes and choices expand, each looked up once."""

    def __init__(self, scenario: Scenario, marks: Mapping[Path, Mark]) -> None:
        self.scenario, self.marks = scenario, marks
        self.known: dict[tuple[str, str | None], Bits] = {}

    def in_scene(self, name: str) -> Bits:
        """What a scene expands before anything is chosen in it."""
        if (name, None) not in self.known:
            told = _in_scene(self.scenario.scenes[name])
            self.known[name, None] = _read(0, told, self.marks)[1]
        return self.known[name, None]

    def by_choice(self, name: str, choice: str | None) -> Bits:
        """What a choice expands, its outcome and all that follows; nothing where it is a passage."""
        scene = self.scenario.scenes[name]
        if choice is None or not isinstance(scene, Decision):
            return 0
        if (name, choice) not in self.known:
            self.known[name, choice] = _read(0, _by_choice(name, scene.choices[choice]), self.marks)[1]
        return self.known[name, choice]
