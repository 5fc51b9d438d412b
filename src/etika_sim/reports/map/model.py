"""Graph of a case: scenes are its nodes, where choices may lead its edges; what a map is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from etika_sim.clauses import clause
from etika_sim.locale import Translator
from etika_sim.model import Condition, Scenario
from etika_sim.play.compiled import program_of
from etika_sim.play.program import MoveRow, SceneRow
from etika_sim.prose import safe_line


class Known(NamedTuple):
    """What is known of a case besides its text: the scenes a play reaches, the steps of recommended roads.

    A step is a scene, a choice (None out of a passage) and the scene it leads to.
    """

    reached: frozenset[str]
    steps: frozenset[tuple[str, str | None, str]]


class Row(NamedTuple):
    """A choice in the box of its decision, under a number that counts from 1."""

    number: int
    choice: str
    recommended: bool
    red_line: bool


class Node(NamedTuple):
    """A scene: `kind` is "decision", "passage", or the quality of an ending."""

    id: str
    kind: str
    title: str
    rows: tuple[Row, ...]
    reached: bool


class Link(NamedTuple):
    """Where some choices of a scene (or a passage, with none) may lead.

    `when` are the conditions in words, one a route, and empty where it always leads there. On the
    `road` if a recommended road goes here.
    """

    source: str
    target: str
    numbers: tuple[int, ...]
    when: tuple[str, ...]
    sure: bool
    red_line: bool
    road: bool


class Chart(NamedTuple):
    """The scenes of a case, the start first, and the links between them."""

    id: str
    title: str
    language: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


def chart(scenario: Scenario, known: Known, words: Translator) -> Chart:
    """The chart of a case with a sound structure, whatever its proof says; its conditions in words."""
    program = program_of(scenario)
    names = [program.start, *(name for name in program.scenes if name != program.start)]
    nodes = [_node(name, program.scenes[name], name in known.reached) for name in names]
    links = [link for name in names for link in _links(name, program.scenes[name].moves, known, words)]
    return Chart(program.case, safe_line(program.title), program.language, tuple(nodes), tuple(links))


def _node(name: str, scene: SceneRow, reached: bool) -> Node:
    rows = tuple(
        Row(n, safe_line(move.id), move.recommended, move.red_line)
        for n, move in enumerate(scene.moves, 1)
        if move.id is not None
    )
    return Node(name, scene.kind, safe_line(scene.title or ""), rows, reached)


class _Way(NamedTuple):
    """Where one choice may lead: each target with its conditions, None where it always does."""

    number: int
    choice: str | None
    red_line: bool
    targets: Mapping[str, tuple[Condition | None, ...]]


def _way(number: int, move: MoveRow) -> _Way:
    targets = _targets((route.scene, route.when) for route in move.to)
    return _Way(number if move.id else 0, move.id, move.red_line, targets)


def _targets(routes: Iterable[tuple[str, Condition | None]]) -> dict[str, tuple[Condition | None, ...]]:
    found: dict[str, tuple[Condition | None, ...]] = {}
    for scene, when in routes:
        found[scene] = (*found.get(scene, ()), when)
    return found


def _links(name: str, moves: tuple[MoveRow, ...], known: Known, words: Translator) -> Iterable[Link]:
    """The links of a scene; choices that lead to the same scenes share theirs, red lines apart."""
    groups: dict[tuple[bool, frozenset[str]], list[_Way]] = {}
    for way in (_way(n, move) for n, move in enumerate(moves, 1)):
        groups.setdefault((way.red_line, frozenset(way.targets)), []).append(way)
    for (red_line, _targets_of), ways in groups.items():
        for target in ways[0].targets:
            when = {condition: None for way in ways for condition in way.targets[target]}
            said = (clause(one, None, words.gettext) for one in when if one is not None)
            yield Link(
                source=name,
                target=target,
                numbers=tuple(way.number for way in ways if way.number),
                when=tuple(map(safe_line, said)),
                sure=len(ways[0].targets) == 1,
                red_line=red_line,
                road=any((name, way.choice, target) in known.steps for way in ways),
            )
