"""An ending that speaks of a breach of law, on a road that crosses no red line.

The screen says of this ending that a red line was crossed. Whoever never chose one is accused of
something the case did not mark, and the scorecard says the contrary. Proved over all plays. Source:
our convention.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from etika_sim.checks.draft import Draft
from etika_sim.checks.graph import Graph
from etika_sim.checks.shortest import Shortest
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Ending

MOST_PLAYS = 10
"""For more endings no play is looked for: each takes a walk back through the whole case."""


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding an ending, with the shortest play to it that crosses no red line."""
    scenes = draft.scenario.scenes
    violations = [name for name in scenes if name in draft.reached and _is_violation(scenes[name])]
    if not violations:
        return
    if not any(choice.red_line for scene in draft.decisions for choice in scene.choices.values()):
        for name in violations:
            yield _finding({"scene": name, "reason": "none"})
        return
    within = _within_the_lines(draft.graph)
    reached = within.reach()
    found = [name for name in violations if name in reached]
    shortest = Shortest(within) if found else None
    for n, name in enumerate(found):
        way = shortest.way({name: reached[name]}) if shortest and n < MOST_PLAYS else None
        yield _finding({"scene": name, "play": way.choices} if way else {"scene": name})


def _finding(facts: dict[str, Any]) -> Diagnostic:
    return Diagnostic("violation-without-red-line", ("scenes", facts["scene"], "ending"), facts)


def _is_violation(scene: object) -> bool:
    return isinstance(scene, Ending) and scene.quality == "violation"


def _within_the_lines(graph: Graph) -> Graph:
    """The same arcs without those of the choices that are red lines."""
    within = copy(graph)
    within.exits = {
        name: tuple(one for one in exits if not one.move.red_line) for name, exits in graph.exits.items()
    }
    return within
