"""Arcs between sets of states, the order of scenes, and strongly connected parts."""

from __future__ import annotations

from generate import THOROUGH, case, choice, counter, decision, ending, flag, passage
from hypothesis import given, settings
from hypothesis import strategies as st

from etika_sim.checks.graph import Graph, components
from etika_sim.model import Compare, Flag, Route

often = settings(max_examples=150 * THOROUGH, derandomize=True, deadline=None)

digraphs = st.integers(1, 8).flatmap(
    lambda n: st.fixed_dictionaries(
        {str(node): st.lists(st.sampled_from([str(k) for k in range(n)]), max_size=3) for node in range(n)}
    )
)


def below(targets: dict[str, list[str]], node: str) -> set[str]:
    """The nodes that can be reached from a node, itself among them."""
    found, waiting = {node}, [node]
    while waiting:
        new = set(targets[waiting.pop()]) - found
        found |= new
        waiting += new
    return found


@given(digraphs)
@often
def test_components_hold_what_reaches_each_other(targets: dict[str, list[str]]) -> None:
    """Two nodes are in one component exactly when each can be reached from the other."""
    found = components(targets, targets.__getitem__)

    reach = {node: below(targets, node) for node in targets}
    expected = {frozenset(other for other in reach[node] if node in reach[other]) for node in targets}
    assert {frozenset(part) for part in found} == expected
    assert len(found) == len(expected)


@given(digraphs)
@often
def test_components_come_after_those_they_lead_to(targets: dict[str, list[str]]) -> None:
    """A component comes after every other one that it leads to."""
    found = components(targets, targets.__getitem__)

    place = {node: n for n, part in enumerate(found) for node in part}
    assert all(place[target] <= place[node] for node in targets for target in targets[node])


@given(digraphs, st.sets(st.sampled_from("01234567")))
@often
def test_components_stay_among_their_nodes(targets: dict[str, list[str]], apart: set[str]) -> None:
    """Arcs to nodes that were not asked about do not count."""
    among = [node for node in targets if node not in apart]
    inner = {node: [target for target in targets[node] if target in among] for node in among}

    found = components(among, targets.__getitem__)
    assert found == components(inner, inner.__getitem__)


@given(digraphs)
@often
def test_scenes_come_before_those_they_lead_to(targets: dict[str, list[str]]) -> None:
    """In the order of scenes an arc that leads back, or stays, closes a loop."""
    ways = {node: [choice(f"c{n}", to) for n, to in enumerate(targets[node])] for node in targets}
    graph = Graph(case(*[decision(node, *ways[node]) for node in targets], start="0"))

    assert set(graph.order) == below(targets, "0")
    for node in graph.order:
        for target in targets[node]:
            assert graph.order[target] > graph.order[node] or node in below(targets, target)


def test_a_route_takes_what_earlier_routes_leave() -> None:
    """The states of the routes of a choice are disjoint; what none takes is told."""
    low, high = Route("low", Compare("n", "<", 2)), Route("high", Compare("n", "<=", 2))
    scenes = [decision("one", choice("a", low, high)), ending("low"), ending("high")]
    graph = Graph(case(*scenes, state=[counter("n")]))

    (exit,) = graph.exits["one"]
    assert [arc.taken for arc in exit.arcs] == [0b0011, 0b0100]
    assert exit.untaken == 0b1000
    assert graph.unroutable("one", graph.space.full) == 0b1000


def test_arcs_tell_where_states_arrive() -> None:
    """The states that leave a scene arrive changed, each at the scene of the route it takes."""
    add = choice("add", Route("yes", Compare("n", "==", 3)), "no", add={"n": 1}, when=Compare("n", ">", 0))
    scenes = [decision("one", add), ending("yes"), ending("no")]
    graph = Graph(case(*scenes, state=[counter("n")]))

    arriving = {target: states for _move, target, states in graph.outgoing("one", graph.space.full)}
    assert arriving == {"yes": 0b1000, "no": 0b0100}


def test_the_states_that_reach_each_scene() -> None:
    """A scene that no play reaches is left out; the others are told with the states of their plays."""
    one = decision("one", choice("set", "p", set={"f": 1}), choice("leave", "p"))
    scenes = [one, passage("p", Route("one", Flag("f")), "end"), ending("end"), ending("lost")]

    reached = Graph(case(*scenes, state=[flag("f")])).reach()
    assert reached == {"one": 0b11, "p": 0b11, "end": 0b01}


def test_only_decisions_can_be_stuck() -> None:
    """A passage or an ending is never stuck."""
    graph = Graph(case(passage("p", "end"), ending("end")))

    assert graph.stuck("p", 1) == graph.stuck("end", 1) == 0
