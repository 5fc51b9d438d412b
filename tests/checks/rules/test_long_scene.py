"""long-scene: 110 words on a screen, in the state in which most of it shows, passages included."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from generate import THOROUGH, case, choice, counter, decision, ending, flag, passage, random_case

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.long_scene import MOST, find
from etika_sim.checks.sentences import count_words
from etika_sim.model import Compare, Ending, Flag, Not, Part, Passage, Route, Scenario, Scene, Text


def words(count: int) -> str:
    """So many words."""
    return " ".join(["kata"] * count)


def found(*scenes: Scene, state: Iterable[Any] = ()) -> dict[str, int]:
    """Where it is found, and how many words are counted there."""
    return {one.facts["scene"]: one.facts["count"] for one in find(Draft(case(*scenes, state=state)))}


def asked(id: str, text: Text, to: str = "end") -> Scene:
    """A decision after that text, both of whose choices lead on; one of them sets the flag f."""
    return decision(id, choice("a", to), choice("b", to, set={"f": 1}), text=text)


F = [flag("f")]


@pytest.mark.parametrize(("count", "fires"), [(110, False), (111, True)])
def test_110_words_are_the_most(count: int, fires: bool) -> None:
    """In a decision and in an ending alike."""
    expected = {"one": count, "end": count} if fires else {}
    text = (Part(words(count)),)

    assert found(asked("one", text), ending("end", text=text), state=F) == expected


def test_alternatives_are_not_added_up() -> None:
    """Of what stands under text and else only the longer counts, in a state that is reached."""
    either = (Part(words(50)), Part(words(60), Flag("f"), words(61)))

    assert found(asked("one", either), ending("end"), state=F) == {"one": 111}
    assert (
        found(asked("one", (Part(words(50)), Part(words(61), Flag("f"), words(60)))), ending("end"), state=F)
        == {}
    )


def test_what_never_shows_together_is_not_added_up() -> None:
    """Two paragraphs whose conditions exclude each other make no long screen; two that agree do."""
    apart = (Part(words(60), Flag("f")), Part(words(60), Not(Flag("f"))))
    together = (Part(words(60), Flag("f")), Part(words(60), Flag("f")))

    assert found(asked("zero", (Part("x"),), "one"), asked("one", apart), ending("end"), state=F) == {}
    assert found(asked("zero", (Part("x"),), "one"), asked("one", together), ending("end"), state=F) == {
        "one": 120
    }


def test_only_states_that_are_reached_count() -> None:
    """A paragraph for a counter that is never so high shows to nobody."""
    text = (Part(words(60)), Part(words(60), Compare("n", ">=", 2)))
    state = [counter("n", 0, 3), *F]

    assert found(asked("one", text), ending("end"), state=state) == {}


def test_passages_stand_on_the_screen_of_what_they_lead_to() -> None:
    """It is said of the decision or the ending, and never of the passage that is short itself."""
    start = asked("zero", (Part("x"),), "way")
    way, further = (
        passage("way", "further", text=(Part(words(50)),)),
        passage("further", "one", text=(Part(words(50)),)),
    )

    assert found(start, way, further, asked("one", (Part(words(11)),)), ending("end"), state=F) == {
        "one": 111
    }
    assert found(start, way, further, asked("one", (Part(words(10)),)), ending("end"), state=F) == {}


def test_a_passage_that_is_too_long_itself_is_said_once() -> None:
    """Then what it leads to is left alone."""
    way = passage("way", "end", text=(Part(words(111)),))

    assert found(
        asked("zero", (Part("x"),), "way"), way, ending("end", text=(Part(words(100)),)), state=F
    ) == {"way": 111}


def test_a_route_carries_only_the_states_that_take_it() -> None:
    """A long paragraph of the passage shows only to those who go elsewhere."""
    routes = (Route("long", Flag("f")), Route("short"))
    way = passage("way", *routes, text=(Part("x"), Part(words(100), Flag("f"))))
    ends = ending("long", text=(Part(words(20)),)), ending("short", text=(Part(words(20)),))

    assert found(asked("zero", (Part("x"),), "way"), way, *ends, state=F) == {"long": 121}


def test_a_loop_of_passages_ends() -> None:
    """Two passages that lead to each other by turns are walked as far as any state goes."""
    first = passage("p", Route("q", Flag("f")), Route("end"), text=(Part(words(60)),))
    second = passage("q", Route("end", Flag("f")), Route("p"), text=(Part(words(60)),))
    start = decision("zero", choice("a", "p"), choice("b", "q", set={"f": 1}), choice("c", "p", set={"f": 1}))

    assert found(start, first, second, ending("end"), state=F) == {"end": 121}


def walked(scenario: Scenario) -> dict[str, int]:
    """The most words on the screen of each scene, walked state by state along the passages."""
    draft = Draft(scenario)
    space, most = draft.graph.space, dict[str, int]()
    for name, states in draft.reached.items():
        for bit in (1 << n for n in range(space.size) if states >> n & 1):
            here, count, seen = name, 0, set[str]()
            while here not in seen:
                seen.add(here)
                scene = scenario.scenes[here]
                for said, when, otherwise in scene.text:
                    count += count_words(said if bit & space.where(when) else otherwise or "")
                most[here] = max(most.get(here, 0), count)
                if not isinstance(scene, Passage):
                    break
                onward = [arc.target for arc in draft.graph.arcs(here) if arc.taken & bit]
                here = onward[0] if onward else here
    return most


@pytest.mark.parametrize("seed", range(100 * THOROUGH))
def test_random_cases_agree_with_a_walk_state_by_state(seed: int) -> None:
    """Where every passage is short, what is found is what somebody sees who walks every state."""
    scenario = next(one for one in map(_grown, range(seed, 10**6, 1000)) if _is_sound(one))
    expected = {
        name: count
        for name, count in walked(scenario).items()
        if count > MOST and not isinstance(scenario.scenes[name], Passage)
    }

    assert {one.facts["scene"]: one.facts["count"] for one in find(Draft(scenario))} == expected


def _is_sound(scenario: Scenario) -> bool:
    """Whether every play can end; else a walk along passages might go on for ever."""
    draft = Draft(scenario)
    done = draft.graph.ending(draft.reached)
    return not any(states & ~done[scene] for scene, states in draft.reached.items())


def _grown(seed: int) -> Scenario:
    """A random case with passages of 30 words, decisions of 70 and endings of 80, its conditions kept."""
    scenario, lengths = random_case(seed), {Passage: 30, Ending: 80}
    scenes = [
        scene._replace(
            text=tuple(
                part._replace(text=words(lengths.get(type(scene), 70) // len(scene.text)))
                for part in scene.text
            )
        )
        for scene in scenario.scenes.values()
    ]
    return case(*scenes, state=scenario.state)
