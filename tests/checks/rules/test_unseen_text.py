"""unseen-text: every part of a text with a condition, and every else, is shown in some play."""

from __future__ import annotations

from typing import Any

import pytest
from generate import THOROUGH, case, choice, decision, ending, flag, passage, random_case

from etika_sim.checks.draft import Draft
from etika_sim.checks.proof import prove
from etika_sim.checks.rules.unseen_text import find
from etika_sim.checks.spots import Spots
from etika_sim.language.diagnostic import Path
from etika_sim.model import Decision, Flag, Junction, Not, Part, Scenario
from etika_sim.play.compiled import State, compile_condition, machine

F, G, WORDS = Flag("f"), Flag("g"), Part("Words.")
BOTH = Junction("and", (F, G))
SEEDS = 2000 * THOROUGH


def told(*parts: Part, where: str = "outcome", **of_choice: Any) -> dict[str, Any]:
    """What is found, by the end of its path, when a choice or the end has that text; f may be set before."""
    texts = {where: parts} if where in ("outcome", "review") else {}
    scenes = (
        decision("one", choice("a", "way", set={"f": 1}), choice("b", "way")),
        passage("way", "two", text=parts if where == "passage" else (WORDS,)),
        decision("two", choice("a", "end", **texts, **of_choice), choice("b", "end")),
        ending("end", text=parts if where == "ending" else (WORDS,)),
    )
    found = find(Draft(case(*scenes, state=[flag("f"), flag("g")])))
    return {"/".join(map(str, warning.path[-3:])): warning.facts["reason"] for warning in found}


@pytest.mark.parametrize("where", ["outcome", "review", "passage", "ending"])
def test_what_no_play_shows(where: str) -> None:
    """Wherever the text stands: the condition never holds there, for nothing ever sets its flag."""
    key = where if where in ("outcome", "review") else "text"
    assert told(WORDS, Part("x", G), where=where) == {f"{key}/1/if": "text"}
    assert told(WORDS, Part("x", F), where=where) == {}


def test_an_else_that_no_play_shows() -> None:
    """The twin: the condition always holds; without an else nothing is lost by that."""
    assert told(Part("x", Not(G), "y")) == {"outcome/0/else": "else"}
    assert told(WORDS, Part("x", Not(G))) == {}
    assert told(Part("x", F, "y")) == {}


@pytest.mark.parametrize("change", [{"set": {"f": 1}}, {"add": {"f": 1}}])
def test_an_outcome_is_read_after_the_changes_of_its_choice(change: dict[str, Any]) -> None:
    """What the choice has just set holds; it is told apart from what could not be before either."""
    assert told(WORDS, Part("x", Not(F)), **change) == {"outcome/1/if": "text-after"}
    assert told(Part("x", F, "y"), **change) == {"outcome/0/else": "else-after"}
    assert told(WORDS, Part("x", BOTH), **change) == {"outcome/1/if": "text"}


def test_a_review_is_read_then_as_well() -> None:
    """The review of a choice, after the same changes."""
    assert told(WORDS, Part("x", Not(F)), where="review", set={"f": 1}) == {"review/1/if": "text-after"}


def test_only_the_states_in_which_a_choice_is_offered_count() -> None:
    """The condition of the choice has been met when its outcome is read."""
    assert told(WORDS, Part("x", Not(F)), when=F) == {"outcome/1/if": "text"}


def test_what_each_name_can_be_there_is_told() -> None:
    """So that the author sees why the condition never holds."""
    one = decision("one", choice("a", "end", set={"f": 1}, outcome=(WORDS, Part("x", Not(F)))))
    (warning,) = find(Draft(case(one, ending("end"), state=[flag("f")])))
    assert warning.facts["values"] == (("f", (True,)),)


def test_a_scene_no_play_reaches_is_left_to_the_proof() -> None:
    """Nothing is said of what stands there."""
    scenes = (ending("end"), ending("lost", text=(WORDS, Part("x", F))))
    assert list(find(Draft(case(*scenes, state=[flag("f")])))) == []


def test_random_cases_agree_with_a_walk_state_by_state() -> None:
    """Of sound random cases, the parts found are those that no spot of a walk shows; many are found."""
    found = 0
    for seed in range(SEEDS):
        scenario = random_case(seed)
        if not prove(scenario).findings:
            said = {warning.path for warning in find(Draft(scenario))}
            assert said == _walked(scenario)
            found += len(said)
    assert found >= 20


def _walked(scenario: Scenario) -> set[Path]:
    """The places of parts that are met and never shown, with the conditions run as play runs them."""
    spots, compiled = Spots(scenario, 10**6), machine(scenario)
    met: dict[Path, set[bool]] = {}

    def meet(text: Any, path: Path, state: State) -> None:
        for n, part in enumerate(text):
            if part.when is not None:
                met.setdefault((*path, n, "if"), set()).add(
                    compile_condition(part.when, compiled.position)(state)
                )
                if part.otherwise is not None:
                    met.setdefault((*path, n, "else"), set()).add(
                        not compile_condition(part.when, compiled.position)(state)
                    )

    for name, state in zip(spots.scenes, spots.states, strict=True):
        scene = scenario.scenes[name]
        meet(scene.text, ("scenes", name, "text"), state)
        for id in compiled.decisions[name].offered(state) if isinstance(scene, Decision) else ():
            move = compiled.decisions[name].moves[id]
            after = state if move.change is None else move.change(state)
            for key, text in (("outcome", move.row.outcome), ("review", move.row.review)):
                meet(text, ("scenes", name, "choices", id, key), after)
    return {path for path, shown in met.items() if shown == {False}}
