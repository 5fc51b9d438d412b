"""One play, step by step: where it stands, what it offers, what it refuses."""

from __future__ import annotations

import pytest
from amplop import amplop, answered, played
from generate import case, choice, counter, decision, ending, flag, passage

from etika_sim.model import Compare, Flag, Not, Part, Route
from etika_sim.play.compiled import text_in_state
from etika_sim.play.engine import (
    Answer,
    NothingToUndo,
    NotOffered,
    NoWay,
    Step,
    choose,
    has_ended,
    here,
    options,
    start,
    undo,
)

F = Flag("f")


# --- start ---


def test_a_play_starts_at_the_start() -> None:
    """A new play stands at the scenario's start, in its starting state, with nothing done."""
    scenario = case(decision("one", choice("a", "one")), state=[flag("f", 1), counter("n", -2, 2, -1)])

    play = start(scenario, "seed")
    assert (play.scene, play.state, play.offered) == ("one", (1, -1), ("a",))
    assert (play.steps, play.answers, play.withdrawn, play.passed) == ((), {}, (), ())
    assert here(play) is scenario.scenes["one"]
    assert not has_ended(play)


def test_passages_at_the_start_are_walked_through() -> None:
    """A play that starts in a passage stands at the decision it leads to."""
    scenario = case(passage("p", "q"), passage("q", "one"), decision("one", choice("a", "one")))

    play = start(scenario)
    assert (play.scene, play.passed) == ("one", ("p", "q"))


def test_a_start_that_leads_nowhere_is_refused() -> None:
    """A case whose first passage has no route cannot begin."""
    scenario = case(passage("p", Route("end", F)), ending("end"), state=[flag("f")])

    with pytest.raises(NoWay) as caught:
        start(scenario)

    assert (caught.value.scene, caught.value.choice) == ("p", None)


# --- choosing ---


def test_a_choice_leads_on() -> None:
    """After a choice the play stands at the next scene, and remembers step and answer."""
    play = choose(start(amplop()), "C")

    assert play.scene == "D3"
    assert play.steps == (Step("D1", "C", ()),)
    assert play.answers == {"D1": Answer("C", ("A", "B", "C"))}


def test_the_passages_after_a_choice_are_told() -> None:
    """A play tells the passages entered since the last choice, and only these."""
    scenes = [decision("one", choice("a", "p")), passage("p", "two"), decision("two", choice("b", "end"))]
    play = choose(start(case(*scenes, ending("end"))), "a")

    assert (play.scene, play.passed) == ("two", ("p",))
    assert choose(play, "b").passed == ()


def test_a_play_ends_at_an_ending() -> None:
    """At an ending nothing is offered and nothing can be chosen."""
    play = played("A", "A")

    assert has_ended(play)
    assert options(play) == ()
    with pytest.raises(NotOffered):
        choose(play, "A")


def test_changes_set_before_they_add_and_clamp_at_the_ends() -> None:
    """A choice sets, then adds; a counter stops at its low and high ends."""
    up = choice("up", "one", set={"f": 1, "n": 1}, add={"m": 5, "n": 1})
    down = choice("down", "one", add={"m": -9, "n": -1})
    state = [counter("m", -1, 3), flag("f"), counter("n", 0, 3, 3)]
    play = start(case(decision("one", up, down), state=state))

    assert choose(play, "up").state == (3, 1, 2)
    assert answered(play, "up", "down").state == (-1, 1, 1)


def test_the_first_route_that_holds_is_taken() -> None:
    """Routes read the new state, in order; a route without a condition always holds."""
    to = (Route("red", Compare("n", ">=", 2)), Route("amber", Compare("n", "==", 1)), Route("green"))
    one = decision("one", choice("more", *to, add={"n": 1}), choice("same", *to))
    back = [decision(name, choice("on", "one")) for name in ("red", "amber", "green")]
    play = start(case(one, *back, state=[counter("n")]))

    assert choose(play, "same").scene == "green"
    assert choose(play, "more").scene == "amber"
    assert answered(play, "more", "on", "more").scene == "red"


def test_a_passage_routes_by_the_state() -> None:
    """The routes of a passage read the state in which it is entered."""
    one = decision("one", choice("set", "p", set={"f": 1}), choice("leave", "p"))
    scenes = [one, passage("p", Route("yes", F), "no"), ending("yes"), ending("no")]
    play = start(case(*scenes, state=[flag("f")]))

    assert choose(play, "set").scene == "yes"
    assert choose(play, "leave").scene == "no"


def test_a_choice_is_offered_while_its_condition_holds() -> None:
    """A condition reads the state on entering the scene; a choice that fails it is not offered."""
    one = decision("one", choice("set", "one", set={"f": 1}), choice("go", "end", when=F))
    play = start(case(one, ending("end"), state=[flag("f")]))

    assert play.offered == ("set",)
    assert choose(play, "set").offered == ("set", "go")


@pytest.mark.parametrize("name", ["hidden", "unknown", ""])
def test_what_is_not_offered_is_refused(name: str) -> None:
    """A choice that is hidden or unknown is refused and changes nothing."""
    play = start(
        case(decision("one", choice("a", "one"), choice("hidden", "one", when=F)), state=[flag("f")])
    )
    before = repr(play)

    with pytest.raises(NotOffered):
        choose(play, name)

    assert repr(play) == before


def test_a_choice_that_leads_nowhere_is_refused() -> None:
    """A choice after which no route holds is refused with its scene and name, and changes nothing."""
    one = decision("one", choice("a", Route("end", F)))
    play = start(case(one, ending("end"), state=[flag("f")]))
    before = repr(play)

    with pytest.raises(NoWay) as caught:
        choose(play, "a")

    assert (caught.value.scene, caught.value.choice) == ("one", "a")
    assert repr(play) == before


def test_a_ring_of_passages_is_refused() -> None:
    """Passages that lead round to each other are refused where the round closes."""
    scenes = [decision("one", choice("a", "p")), passage("p", "q"), passage("q", "r"), passage("r", "q")]

    with pytest.raises(NoWay) as caught:
        choose(start(case(*scenes)), "a")

    assert (caught.value.scene, caught.value.choice) == ("q", None)


def test_texts_read_the_state_as_it_is() -> None:
    """A scene reads the state on entering, the outcome of a choice the state after it."""
    text = (Part("Always."), Part("Set.", F, "Not set."), Part("Vanishes.", Not(F)))
    one = decision("one", choice("set", "end", set={"f": 1}, outcome=text), text=text)
    scenario = case(one, ending("end", text=text), state=[flag("f")])
    play = start(scenario)
    after = choose(play, "set")

    assert text_in_state(here(play).text, scenario, play.state) == "Always.\n\nNot set.\n\nVanishes."
    assert text_in_state(one.choices["set"].outcome, scenario, after.steps[-1].after) == "Always.\n\nSet."
    assert text_in_state(here(after).text, scenario, after.state) == "Always.\n\nSet."


# --- first answers ---


def test_the_first_answer_stays() -> None:
    """A later visit leaves the first answer, and what was offered then, as it was."""
    one = decision("one", choice("set", "one", set={"f": 1}), choice("go", "end", when=F))
    play = answered(start(case(one, ending("end"), state=[flag("f")])), "set", "set", "go")

    assert play.answers == {"one": Answer("set", ("set",))}
    assert [step.choice for step in play.steps] == ["set", "set", "go"]


# --- undo ---


def test_undo_goes_back_one_step() -> None:
    """Undo gives back place, state, offers and passages; the step undone is told."""
    one = decision("one", choice("a", "p", add={"n": 1}))
    scenes = [one, passage("p", "two"), decision("two", choice("back", "one"))]
    play = answered(start(case(*scenes, state=[counter("n")])), "a")

    again = undo(answered(play, "back"))
    assert again.withdrawn == (Step("two", "back", (1,)),)
    assert again._replace(answers=play.answers, withdrawn=()) == play


def test_the_first_answer_stays_after_undo() -> None:
    """An answer that was undone remains the first answer."""
    play = choose(undo(choose(start(amplop()), "A")), "C")

    assert play.answers["D1"].choice == "A"


def test_undo_after_undo() -> None:
    """Steps undone are told in the order in which they were undone."""
    play = undo(undo(answered(start(amplop()), "A", "B")))

    assert [(step.scene, step.choice) for step in play.withdrawn] == [("D2", "B"), ("D1", "A")]
    assert play.steps == ()


def test_undo_leaves_an_ending() -> None:
    """Undo from an ending is allowed."""
    play = undo(played("A", "A"))

    assert play.scene == "D2"
    assert not has_ended(play)


def test_there_is_nothing_to_undo_at_the_start() -> None:
    """At the start undo is refused and changes nothing."""
    play = start(amplop())

    with pytest.raises(NothingToUndo):
        undo(play)

    assert play == start(play.scenario)
