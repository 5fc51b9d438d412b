"""What the proof finds where a play stops, and in texts: each rule on a small case of its own."""

from __future__ import annotations

import pytest
from found import found_in, only
from generate import case, choice, counter, decision, ending, flag, passage

from etika_sim.checks.proof import prove
from etika_sim.model import Compare, Flag, Junction, Not, Part, Route

F, G = Flag("f"), Flag("g")
END = ending("end")
FLAGS = [flag("f"), flag("g")]

# --- what is right ---


def test_a_case_without_faults_has_no_findings() -> None:
    """A case with a loop that can be left, conditions and a passage has nothing to find."""
    on = choice("on", Route("end", Compare("n", ">=", 2)), "p", add={"n": 1})
    ask = choice("ask", "one", when=Not(F), set={"f": 1})
    text = (Part("Words."), Part("More.", F), Part("Other.", Compare("n", ">", 0), "None."))
    scenes = [decision("one", on, ask, text=text), passage("p", "one"), END]

    proof = prove(case(*scenes, state=[flag("f"), counter("n")]))
    assert proof.findings == ()
    # At the decision f and n = 0, 1; at the passage n = 1; at the ending n = 2; f set or not each time.
    assert proof.states == 4 + 2 + 2


def test_states_are_counted_where_a_play_can_be() -> None:
    """Only (scene, state) pairs that some play reaches are counted."""
    scenario = case(decision("one", choice("a", "end")), END, state=[counter("n", 0, 9)])

    assert prove(scenario).states == 2


def test_the_whole_of_a_large_state_is_walked() -> None:
    """A case that can reach a hundred thousand states is walked through all of them."""
    state = [counter(f"n{k}", 0, 9) for k in range(5)]
    ways = [choice(one.name, "one", add={one.name: 1}) for one in state]
    scenes = [decision("one", *ways, choice("out", "end")), END]

    assert prove(case(*scenes, state=state)).states == 2 * 10**5


# --- stuck ---


def test_stuck() -> None:
    """A decision that offers nothing is shown with a shortest play to it and what its conditions read."""
    one = decision("one", choice("a", "two"), choice("b", "two", set={"f": 1}))
    two = decision("two", choice("x", "end", when=F), choice("y", "end", when=Junction("and", (F, G))))
    finding = prove(case(one, two, END, state=FLAGS)).findings[0]

    assert (finding.rule, finding.path, finding.on) == ("stuck", ("scenes", "two"), "key")
    assert finding.facts == {
        "scene": "two",
        "choices": ("x", "y"),
        "play": (("one", "a"),),
        "state": (("f", False), ("g", False)),
    }


def test_one_stuck_a_scene() -> None:
    """A scene that is stuck in several states is one finding."""
    more = choice("more", "two", add={"n": 1}, when=Compare("n", "<", 3))
    none, three = Compare("n", "==", 0), Compare("n", "==", 3)
    two = decision("two", choice("x", "one", when=none), choice("y", "end", when=three))
    scenario = case(decision("one", more, choice("out", "end")), two, END, state=[counter("n")])

    assert ("stuck", ("scenes", "two")) in found_in(scenario)
    assert len([rule for rule, _ in found_in(scenario) if rule == "stuck"]) == 1


# --- unroutable ---


def test_unroutable_choice() -> None:
    """A choice after which no route holds is shown with the play up to it and the state after it."""
    more = Route("end", Compare("n", ">", 1))
    one = decision("one", choice("a", more, add={"n": 1}), choice("b", "one", add={"n": 1}))
    finding = only(case(one, END, state=[counter("n")]))

    assert (finding.rule, finding.path) == ("unroutable", ("scenes", "one", "choices", "a", "to"))
    assert finding.facts == {"scene": "one", "choice": "a", "play": (("one", "a"),), "state": (("n", 1),)}


def test_unroutable_passage() -> None:
    """A passage after which no route holds is shown with a shortest play to it."""
    one = decision("one", choice("a", "p"), choice("b", "p", set={"f": 1}))
    finding = only(case(one, passage("p", Route("end", F)), END, state=FLAGS))

    assert (finding.rule, finding.path) == ("unroutable", ("scenes", "p", "to"))
    assert finding.facts == {"scene": "p", "choice": "", "play": (("one", "a"),), "state": (("f", False),)}


def test_unroutable_start() -> None:
    """A first passage without a route is shown with a play of no choices."""
    found = prove(case(passage("p", Route("end", F)), END, state=FLAGS)).findings

    assert [finding.rule for finding in found] == ["unroutable", "impossible-route"]
    assert found[0].facts["play"] == ()


# --- texts ---

VANISHING = (Part("Set.", F), Part("Many.", Compare("n", ">", 1)))


def test_empty_text() -> None:
    """A text that vanishes wholly in a reachable state is shown with a play and what its conditions read."""
    one = decision("one", choice("a", "end", add={"n": 1}), choice("b", "end", set={"f": 1}, add={"n": 2}))
    finding = only(case(one, ending("end", text=VANISHING), state=[flag("f"), counter("n")]))

    assert (finding.rule, finding.path) == ("empty-text", ("scenes", "end", "text"))
    assert finding.facts == {"scene": "end", "play": (("one", "a"),), "state": (("f", False), ("n", 1))}


@pytest.mark.parametrize("key", ["outcome", "review"])
def test_empty_outcome_or_review(key: str) -> None:
    """Outcome and review are read in the state after the choice, which the play includes."""
    empty = choice("a", "end", set={"f": 0}, **{key: VANISHING})
    one = decision("one", empty, choice("b", "one", add={"n": 1}))
    finding = only(case(one, END, state=[flag("f", 1), counter("n")]))

    assert finding.path == ("scenes", "one", "choices", "a", key)
    assert finding.facts == {"scene": "one", "play": (("one", "a"),), "state": (("f", False), ("n", 0))}


@pytest.mark.parametrize(
    "text",
    [
        (Part("Set.", F), Part("Always.")),
        (Part("Set.", F, "Not set."),),
        (Part("Set.", F), Part("Unset.", Not(F))),
        (Part("True there.", Not(G)),),
    ],
)
def test_a_text_with_something_left_is_no_finding(text) -> None:
    """A text that keeps a part in every reachable state is in order."""
    one = decision("one", choice("a", "end", outcome=text), choice("b", "end", set={"f": 1}, review=text))

    assert found_in(case(one, ending("end", text=text), state=FLAGS)) == []
