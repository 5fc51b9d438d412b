"""What never happens: impossible choices and routes, scenes nobody meets, and what is held back."""

from __future__ import annotations

from found import found_in, only
from generate import case, choice, counter, decision, ending, flag, passage

from etika_sim.checks.proof import prove
from etika_sim.model import Compare, Flag, Junction, Not, Part, Route

F, G = Flag("f"), Flag("g")
END = ending("end")
ONE = decision("one", choice("a", "end"))
FLAGS = [flag("f"), flag("g")]


# --- choices and routes ---


def test_impossible_choice() -> None:
    """A choice that is never offered is found at its condition, with the values that reach its scene."""
    one = decision("one", choice("a", "two", add={"n": 2}), choice("b", "two", add={"n": 1}))
    two = decision("two", choice("x", "end"), choice("never", "end", when=Compare("n", ">", 2)))
    finding = only(case(one, two, END, state=[counter("n")]))

    assert finding.rule == "impossible-choice"
    assert finding.path == ("scenes", "two", "choices", "never", "if")
    assert finding.facts == {
        "scene": "two",
        "choice": "never",
        "values": (("n", (1, 2)),),
        "shadowed": False,
        "hides": (),
    }


def test_impossible_route() -> None:
    """A route that never holds is found at its condition, with the values after the choice."""
    to = (Route("hidden", Junction("and", (F, Compare("n", "==", 0)))), "end")
    one = decision("one", choice("a", *to, set={"f": 1}, add={"n": 1}))
    finding = only(case(one, ending("hidden"), END, state=[flag("f"), counter("n")]))

    assert finding.rule == "impossible-route"
    assert finding.path == ("scenes", "one", "choices", "a", "to", 0, "if")
    assert finding.facts == {
        "scene": "one",
        "choice": "a",
        "values": (("f", (True,)), ("n", (1,))),
        "shadowed": False,
        "hides": ("hidden",),
    }


def test_impossible_route_of_a_passage() -> None:
    """The routes of a passage are held to the same rule."""
    scenario = case(decision("one", choice("a", "p")), passage("p", Route("one", F), "end"), END, state=FLAGS)
    finding = only(scenario)

    assert (finding.rule, finding.path) == ("impossible-route", ("scenes", "p", "to", 0, "if"))
    assert (finding.facts["scene"], finding.facts["choice"]) == ("p", "")


def test_a_shadowed_route_is_told() -> None:
    """A route whose condition holds, but only after an earlier route has held, is said to be shadowed."""
    to = (Route("end", Compare("n", ">=", 1)), Route("one", Compare("n", ">=", 2)), "end")
    add = [choice("a", *to, add={"n": 1}), choice("b", *to, add={"n": 2})]
    found = prove(case(decision("one", *add), END, state=[counter("n")])).findings

    assert [finding.path[-2] for finding in found] == [1, 1]
    assert [finding.facts["shadowed"] for finding in found] == [False, True]


def test_a_route_without_condition_is_exempt() -> None:
    """A fallback that no state needs is no finding."""
    one = decision("one", choice("a", Route("end", F), "end", set={"f": 1}))

    assert found_in(case(one, END, state=FLAGS)) == []


def test_the_routes_of_an_impossible_choice_are_not_found_too() -> None:
    """Below an impossible choice neither its routes nor the scenes behind it are found again."""
    never = choice("never", Route("far", G), "farther", when=F)
    scenes = [decision("one", choice("a", "end"), never), decision("far", choice("b", "deep", when=G))]
    rest = [passage("farther", "deep"), decision("deep", choice("c", "deep")), END]
    finding = only(case(*scenes, *rest, state=FLAGS))

    assert finding.rule == "impossible-choice"
    assert finding.facts["hides"] == ("far", "farther")


def test_nothing_below_an_impossible_route_is_found() -> None:
    """What only an impossible route leads to is left to that finding."""
    one = decision("one", choice("a", Route("far", F), "end"))
    scenario = case(one, decision("far", choice("b", "deep")), ending("deep"), END, state=FLAGS)

    assert [rule for rule, _ in found_in(scenario)] == ["impossible-route"]


# --- scenes nobody meets ---


def test_unreachable_scene() -> None:
    """Of scenes nobody meets only the first of the chain is found."""
    lost = decision("lost", choice("a", "deep"), choice("b", "end"))
    finding = only(case(ONE, lost, passage("deep", "deeper"), ending("deeper"), END))

    assert (finding.rule, finding.path) == ("unreachable-scene", ("scenes", "lost"))
    assert finding.facts == {"scene": "lost", "ring": ("lost",)}


def test_unreachable_ending() -> None:
    """An ending nobody meets is found as such."""
    finding = only(case(ONE, ending("lost"), END))

    assert (finding.rule, finding.path) == ("unreachable-ending", ("scenes", "lost"))


def test_a_ring_nobody_meets_is_one_finding() -> None:
    """Scenes that lead to each other, and from nowhere else, are found once, at the first in the file."""
    ring = [passage("c", "a"), passage("a", "b"), decision("b", choice("x", "c"), choice("y", "hanging"))]
    finding = only(case(ONE, *ring, ending("hanging"), END))

    assert finding.path == ("scenes", "c")
    assert finding.facts["ring"] == ("c", "a", "b")


def test_each_root_is_a_finding() -> None:
    """Two scenes that nobody meets and nothing leads to are a finding each, in the order of the file."""
    lost = [passage("lost", "shared"), ending("also-lost"), ending("shared")]

    found = found_in(case(ONE, *lost, END))
    assert found == [
        ("unreachable-scene", ("scenes", "lost")),
        ("unreachable-ending", ("scenes", "also-lost")),
    ]


def test_behind_a_fallback_nobody_needs_a_scene_is_unreachable() -> None:
    """A route without a condition explains nothing: the scene behind it is found."""
    one = decision("one", choice("a", Route("end", Not(F)), "lost"))
    finding = only(case(one, passage("lost", "end"), END, state=FLAGS))

    assert (finding.rule, finding.path) == ("unreachable-scene", ("scenes", "lost"))


def test_in_a_scene_nobody_meets_nothing_else_is_found() -> None:
    """Choices, routes, texts and loops of a scene nobody meets are not looked at."""
    text = (Part("Never.", F),)
    lost = decision("lost", choice("a", Route("lost", F), when=F), text=text)

    found = found_in(case(ONE, lost, END, state=FLAGS))
    assert found == [("unreachable-scene", ("scenes", "lost"))]
