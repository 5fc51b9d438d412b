"""A good ending that can follow a grave deed: the story has forgotten it.

A grave deed is a choice that crosses a red line, or whose points add up to -4 or less. After one no
play may end exemplary; after a red line none may end acceptable, unless a later choice `mends` it.
Every play is followed, each spot of the case with what was done before. Source: our convention.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from enum import IntEnum

from etika_sim.checks.draft import Draft
from etika_sim.checks.spots import Spots
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Ending
from etika_sim.play.goodness import Rated, total
from etika_sim.play.program import MoveRow

GRAVE = -4
"""At this total or below, a choice is a grave deed."""


class Past(IntEnum):
    """What a play has behind it, the heavier the higher."""

    CLEAN = 0
    GRAVE = 1
    MENDED = 2
    CROSSED = 3


Node = tuple[int, Past]
"""A spot of the case, and what lies behind."""

Came = dict[Node, tuple[Node, MoveRow] | None]
"""How each node is reached with the fewest choices: from where, and by which move; None: the start."""


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding an ending, with the shortest play that comes to it; none where there are too many spots."""
    if draft.spots is None or not any(
        _is_grave(c) for scene in draft.decisions for c in scene.choices.values()
    ):
        return
    came, told = _walk(draft.spots), set[str]()
    for node in came:
        name = draft.spots.scenes[node[0]]
        ending = draft.scenario.scenes[name]
        if isinstance(ending, Ending) and name not in told and _is_forgotten(ending.quality, node[1]):
            told.add(name)
            yield _finding(draft.spots, came, node, ending)


def after(past: Past, choice: Rated) -> Past:
    """What lies behind a play once this choice is taken as well; how a passage goes on is no deed."""
    if choice.red_line:
        return Past.CROSSED
    if past is Past.CROSSED:
        return Past.MENDED if choice.mends else past
    return max(past, Past.GRAVE) if _is_grave(choice) else past


def _is_grave(choice: Rated) -> bool:
    return choice.red_line or total(choice) <= GRAVE


def _is_forgotten(quality: str, past: Past) -> bool:
    if quality == "exemplary":
        return past is not Past.CLEAN
    return quality == "acceptable" and past is Past.CROSSED


def _walk(spots: Spots) -> Came:
    """Every node that a play comes to, those of the fewest choices first."""
    came: Came = {}
    waiting: deque[tuple[Node, tuple[Node, MoveRow] | None]] = deque([((0, Past.CLEAN), None)])
    while waiting:
        node, way = waiting.popleft()
        if node in came:
            continue
        came[node] = way
        spot, past = node
        for move, to in spots.ways[spot]:
            onward = ((to, after(past, move)), (node, move))
            if move.id is None:  # a passage costs no choice
                waiting.appendleft(onward)
            else:
                waiting.append(onward)
    return came


def _finding(spots: Spots, came: Came, node: Node, ending: Ending) -> Diagnostic:
    steps: list[tuple[str, MoveRow]] = []
    past = node[1]
    while (way := came[node]) is not None:
        node, move = way
        if move.id is not None:
            steps.append((spots.scenes[node[0]], move))
    steps.reverse()
    deed = next(move for _scene, move in steps if _is_grave(move))
    reason = "unmended" if ending.quality == "acceptable" else "grave" if past is Past.GRAVE else "red-line"
    if reason != "grave":
        deed = next(move for _scene, move in steps if move.red_line)
    play = tuple((scene, move.id) for scene, move in steps)
    facts = {"reason": reason, "scene": ending.id, "choice": deed.id, "points": total(deed), "play": play}
    return Diagnostic("ending-forgets", ("scenes", ending.id, "ending"), facts)
