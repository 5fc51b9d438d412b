"""Endless loops, one finding a trap; and the plays that the proof shows."""

from __future__ import annotations

import pytest
from found import found_in, only
from generate import case, choice, decision, ending, flag, passage

from etika_sim.checks.proof import prove
from etika_sim.model import Flag, Not, Route, Scene

F = Flag("f")
END = ending("end")
FLAGS = [flag("f"), flag("g")]


def test_endless_loop() -> None:
    """Scenes that lead only to each other are one finding, at the one met first, with the play to it."""
    one = decision("one", choice("in", "two"), choice("out", "end"))
    three = decision("three", choice("b", "two"))
    two = decision("two", choice("a", "three"), choice("again", "two"))
    finding = only(case(one, three, two, END))

    assert (finding.rule, finding.path) == ("endless-loop", ("scenes", "two"))
    assert finding.facts == {"scene": "two", "ring": ("three", "two"), "play": (("one", "in"),), "state": ()}


def test_a_loop_may_be_endless_in_some_states_only() -> None:
    """A loop that can be left is endless all the same in a state that shuts its way out."""
    one = decision("one", choice("shut", "one", set={"f": 1}), choice("out", "end", when=Not(F)))
    finding = only(case(one, END, state=FLAGS))

    assert (finding.rule, finding.path) == ("endless-loop", ("scenes", "one"))
    assert finding.facts["play"] == (("one", "shut"),)
    assert finding.facts["state"] == (("f", True),)


def test_an_endless_loop_tells_of_what_its_routes_and_choices_speak() -> None:
    """The names in conditions of the ring are shown as they are there, each once; others are not."""
    set_both = choice("lucky", "p", set={"f": 1, "g": 1})
    one = decision("one", set_both, choice("in", "p", set={"g": 1}), choice("free", "p"))
    two = decision("two", choice("on", "p"), choice("off", Route("end", F), Route("p")))
    route = passage("p", Route("end", Not(Flag("g"))), Route("two"))
    finding = only(case(one, route, two, END, state=[flag("h"), *FLAGS]))

    assert finding.facts["state"] == (("g", True), ("f", False))


def test_passages_can_be_an_endless_loop() -> None:
    """Passages that lead round to each other are an endless loop; the first one met is named."""
    one = decision("one", choice("a", "q"), choice("b", "end"))
    finding = only(case(one, passage("p", "q"), passage("q", "p"), END))

    assert finding.path == ("scenes", "q")


def test_two_traps_are_two_endless_loops() -> None:
    """Disjoint traps are a finding each."""
    one = decision("one", choice("a", "left"), choice("b", "right"), choice("c", "end"))
    left, right = decision("left", choice("a", "left")), decision("right", choice("a", "right"))

    found = found_in(case(one, left, right, END))
    assert sorted(found) == [("endless-loop", ("scenes", "left")), ("endless-loop", ("scenes", "right"))]


def test_what_leads_only_into_a_trap_is_no_trap_of_its_own() -> None:
    """Of a loop that leads into another one, only the inner is found."""
    outer = decision("outer", choice("again", "outer"), choice("in", "inner"))
    scenario = case(outer, decision("inner", choice("again", "inner")), passage("p", "end"), END)

    assert [path for rule, path in found_in(scenario) if rule == "endless-loop"] == [("scenes", "inner")]


@pytest.mark.parametrize(
    "hole",
    [
        decision("hole", choice("a", "end", when=F)),
        decision("hole", choice("a", Route("end", F)), choice("b", "one")),
        passage("hole", Route("end", F)),
    ],
)
def test_a_loop_with_a_fault_inside_is_not_endless(hole) -> None:
    """A loop from which a stuck or unroutable place can be reached is left to that finding."""
    one = decision("one", choice("round", "one"), choice("in", "hole"))

    found = {rule for rule, _ in found_in(case(one, hole, END, state=FLAGS))}
    assert found & {"stuck", "unroutable"}
    assert "endless-loop" not in found


# --- shortest plays ---


def play_to_hole(*scenes: Scene):
    """The play shown to a decision that is stuck and to which those scenes lead."""
    hole = decision("hole", choice("x", "end", when=F))
    (stuck,) = [one for one in prove(case(*scenes, hole, END, state=FLAGS)).findings if one.rule == "stuck"]
    return stuck.facts["play"]


def test_passages_do_not_make_a_play_longer() -> None:
    """A way of one choice and many passages is shorter than one of two choices."""
    first = decision("one", choice("long", "two"), choice("short", "p"))
    passages = [passage("p", "q"), passage("q", "r"), passage("r", "hole")]

    play = play_to_hole(first, decision("two", choice("on", "hole")), *passages)
    assert play == (("one", "short"),)


def test_a_choice_does_not_stand_in_for_a_passage() -> None:
    """Where a passage and a choice lead on to the same place, the play shown goes by the passage."""
    one = decision("one", choice("a", "two"), choice("b", "p"))

    play = play_to_hole(one, decision("two", choice("on", "hole")), passage("p", "hole"))
    assert play == (("one", "b"),)
