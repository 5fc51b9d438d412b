"""More words on one screen than somebody keeps in mind until the question comes.

Counted is what is shown together: the scene's own text and that of the passages that lead to it, in
the state in which most of it shows. Alternatives are not added up. Source: guidance for plain
Indonesian on a screen; the 110 words are our convention.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from typing import Any

from etika_sim.checks.draft import Draft
from etika_sim.checks.graph import Graph
from etika_sim.checks.sentences import count_words
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Passage, Text

MOST = 110

Lengths = dict[int, int]
"""For each number of words, the states in which so many are on the screen; no state is in two."""


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a scene: where its own text is too long, or where the passages before make it so."""
    carried = _carried(draft)
    for name, scene in draft.scenario.scenes.items():
        before = carried.get(name, {})
        if name not in draft.reached or _at_most(scene.text) + max(before, default=0) <= MOST:
            continue
        own = _longest(draft, name)
        together = max(_added(draft.graph, before, scene.text), default=0)
        facts: dict[str, Any] = {"scene": name, "count": own, "most": MOST}
        if own <= MOST:
            facts |= {"reason": "together", "count": together, "own": own}
        if own > MOST or (together > MOST and not isinstance(scene, Passage)):
            yield Diagnostic("long-scene", ("scenes", name, "text"), facts, "key")


def _carried(draft: Draft) -> dict[str, Lengths]:
    """For each scene what stands on the screen before it, from passages; none of a passage found itself."""
    graph, reached, scenes = draft.graph, draft.reached, draft.scenario.scenes
    passages = {name for name in reached if isinstance(scenes[name], Passage)}
    carried: dict[str, Lengths] = {}
    waiting = {name: (graph.order[name], name) for name in passages if _longest(draft, name) <= MOST}
    queue = sorted(waiting.values())
    may_carry = set(waiting)
    while queue:
        _, name = heapq.heappop(queue)
        if waiting.pop(name, None) is None:
            continue
        lengths = _added(graph, _merged({0: reached[name]}, carried.get(name, {})), scenes[name].text)
        for arc in graph.arcs(name):
            before = carried.get(arc.target, {})
            after = _merged(before, {count: states & arc.taken for count, states in lengths.items()})
            if after != before:
                carried[arc.target] = after
                if arc.target in may_carry:
                    waiting[arc.target] = (graph.order[arc.target], arc.target)
                    heapq.heappush(queue, waiting[arc.target])
    return carried


def _merged(one: Lengths, other: Lengths) -> Lengths:
    """Both, each state with the larger number only."""
    merged, seen = {}, 0
    for count in sorted({*one, *other}, reverse=True):
        states = (one.get(count, 0) | other.get(count, 0)) & ~seen
        if states:
            merged[count] = states
            seen |= states
    return merged


def _longest(draft: Draft, name: str) -> int:
    """The words of a scene's own text, in the reached state in which most of it shows."""
    text = draft.scenario.scenes[name].text
    return max(_added(draft.graph, {0: draft.reached[name]}, text))


def _added(graph: Graph, before: Lengths, text: Text) -> Lengths:
    """What is on the screen once a text stands below what was there, state by state."""
    lengths = before
    for said, when, otherwise in text:
        there, instead = count_words(said), count_words(otherwise or "")
        holds = graph.space.where(when)
        added: Lengths = {}
        for count, states in lengths.items():
            for more, part in ((there, states & holds), (instead, states & ~holds)):
                if part:
                    added[count + more] = added.get(count + more, 0) | part
        lengths = added
    return lengths


def _at_most(text: Text) -> int:
    """No fewer words than the text can have, told from its blanks alone."""
    most = 0
    for said, _when, otherwise in text:
        most += 1 + max(_blanks(said), _blanks(otherwise or ""))
    return most


def _blanks(text: str) -> int:
    return text.count(" ") + text.count("\n")
