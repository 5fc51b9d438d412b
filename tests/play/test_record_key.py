"""The key of a case: what routes or scores changes it, texts do not."""

from __future__ import annotations

from typing import Any

import pytest
from amplop import amplop
from generate import case, choice, counter, decision, ending, flag, passage

from etika_sim.model import Compare, Facilitator, Flag, Not, Part, Role, Route, Scenario
from etika_sim.play.record import key_of

F = Flag("f")


def keyed(
    *,
    one: dict[str, Any] | None = None,
    a: dict[str, Any] | None = None,
    to: tuple[str | Route, ...] = (Route("p", F), "end"),
    way: tuple[str | Route, ...] = ("end",),
    quality: str = "acceptable",
    text: str = "Words.",
    **rest: Any,
) -> Scenario:
    """A case with a bit of everything; each test changes one of these."""
    options = [choice("a", *to, **{"set": {"f": 1}, "add": {"n": 1}, **(a or {})}), choice("b", "end")]
    words = (Part(text, F, text),)
    scenes = [decision("one", *options, **(one or {})), passage("p", *way, text=words)]
    variables = rest.pop("state", [flag("f"), counter("n")])
    return case(*scenes, ending("end", quality, words), state=variables, **rest)


@pytest.mark.parametrize(
    "scenario",
    [
        keyed(),
        keyed(text="Other words."),
        keyed(one={"title": "Title", "text": (Part("Other."), Part("More.", F)), "ask": "And now?"}),
        keyed(one={"facilitator": Facilitator("Enact it."), "shuffle": False}),
        keyed(a={"text": "Other.", "outcome": (Part("Other.", F),), "review": (Part("Other."),)}),
        keyed(
            a={
                "law": ("G-01",),
                "next_step": "Go on.",
                "channels": ("UPG",),
                "say": "No.",
                "excuse": "blame",
                "mends": True,
            }
        ),
        keyed(id="other", title="Other", module=2, summary="Other.", you="Another", minutes=30),
        keyed(language="en", roles={"ani": Role("ani", "Ani", "Officer", "Kind.")}, allow={"rule": "Why."}),
    ],
)
def test_the_key_ignores_texts(scenario: Scenario) -> None:
    """Cases that differ only in texts and in what surrounds the play have the same key."""
    key = key_of(scenario)

    assert key == key_of(keyed())


@pytest.mark.parametrize(
    "scenario",
    [
        keyed(start="p"),
        keyed(state=[flag("f", 1), counter("n")]),
        keyed(state=[flag("f"), counter("n", 0, 4)]),
        keyed(state=[flag("f"), counter("n", -1, 3)]),
        keyed(state=[flag("f"), counter("n"), flag("g")]),
        keyed(one={"weight": 2}),
        keyed(a={"points": (None, None, None, None, 0)}),
        keyed(a={"points": (1, None, None, None, None)}),
        keyed(a={"points": (None, 1, None, None, None)}),
        keyed(a={"recommended": True}),
        keyed(a={"red_line": True}),
        keyed(a={"when": F}),
        keyed(a={"when": Not(F)}),
        keyed(a={"when": Compare("n", "<", 1)}),
        keyed(a={"when": Compare("n", "<=", 1)}),
        keyed(a={"set": {"f": 0}}),
        keyed(a={"set": {}}),
        keyed(a={"add": {"n": 2}}),
        keyed(a={"set": {"f": 1, "n": 1}, "add": {}}),
        keyed(a={"set": {"n": 1}, "add": {"n": 1}}),
        keyed(to=("end",)),
        keyed(to=("end", Route("p", F))),
        keyed(to=(Route("p", Not(F)), "end")),
        keyed(to=(Route("end", F), "p")),
        keyed(way=("one",)),
        keyed(way=(Route("one", F), "end")),
        keyed(quality="violation"),
        case(*keyed().scenes.values(), ending("more"), state=[flag("f"), counter("n")]),
    ],
)
def test_the_key_changes_with_what_routes_or_scores(scenario: Scenario) -> None:
    """Whatever changes a route, an offer, a state, a weight or a point changes the key."""
    key = key_of(scenario)

    assert key != key_of(keyed())


def test_keys_are_stable() -> None:
    """The key of a case is the same in every run, for saves hang on it."""
    key = key_of(amplop())

    assert key == "bb374315bff04420e309bcd65dce102e23edc7db87dbebf25886b984fefeb339"
