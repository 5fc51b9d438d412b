"""Shortest plays to a scene in some state."""

from __future__ import annotations

from generate import case, choice, counter, decision, ending, passage

from etika_sim.checks.graph import Graph
from etika_sim.checks.shortest import Shortest, Way
from etika_sim.model import Compare

TWO = Compare("n", ">=", 2)
SCENARIO = case(
    passage("intro", "one"),
    decision("one", choice("more", "p", add={"n": 1}), choice("out", "end", when=TWO)),
    passage("p", "one"),
    ending("end"),
    ending("lost"),
    state=[counter("n")],
)


def way(scene: str, states: int = -1) -> Way | None:
    """A shortest play of the scenario above."""
    return Shortest(Graph(SCENARIO)).way({scene: states})


def test_the_start_needs_no_choice() -> None:
    """The play to the start, and through passages from it, is empty."""
    assert way("intro") == Way((), "intro", 0b0001)
    assert way("one") == Way((), "one", 0b0001)


def test_a_state_may_need_several_rounds() -> None:
    """The play to a state is the fewest choices that make it, whatever the passages between."""
    assert way("one", 0b1000).choices == (("one", "more"),) * 3
    assert way("p", 0b0100) == Way((("one", "more"),) * 2, "p", 0b0100)
    assert way("end") == Way((("one", "more"), ("one", "more"), ("one", "out")), "end", 0b0100)


def test_there_may_be_no_way() -> None:
    """To a scene or a state that no play reaches there is no way."""
    assert way("lost") is None
    assert way("end", 0b0011) is None


def test_of_several_places_the_one_reached_first_is_told() -> None:
    """Among several places the play leads to the one that needs the fewest choices, then passages."""
    shortest = Shortest(Graph(SCENARIO))

    assert shortest.way({"end": -1, "p": -1}).scene == "p"
    assert shortest.way({"one": 0b0010, "p": 0b0010}).scene == "p"
    assert shortest.way({"end": 0b0011, "lost": -1}) is None
