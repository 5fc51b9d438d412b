"""unused-state: every name is asked for by a condition and changed by a choice."""

from __future__ import annotations

from typing import Any

import pytest
from generate import case, choice, decision, ending, flag, passage

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.unused_state import find
from etika_sim.model import Flag, Junction, Not, Part, Route

ASKED = Junction("and", (Not(Flag("f")), Flag("g")))
G = {"set": {"g": 1}}


def reasons(where: str, condition: Any = ASKED, **changes: Any) -> dict[str, str]:
    """What is found if the condition stands at that place."""
    part, routes = (Part("x"), Part("y", condition)), (Route("end", condition), Route("end"))
    texts = {where: part} if where in ("outcome", "review") else {}
    when = condition if where == "when" else None
    one = decision(
        "one",
        choice("a", *(routes if where == "to" else ("way",)), when=when, **texts, **changes),
        choice("b", "way", **G),
        text=part if where == "text" else (Part("x"),),
    )
    way = passage("way", *(routes if where == "passage" else ("end",)))
    last = ending("end", text=part if where == "ending" else (Part("x"),))
    found = find(Draft(case(one, way, last, state=[flag("f"), flag("g")])))
    return {warning.facts["name"]: warning.facts["reason"] for warning in found}


@pytest.mark.parametrize("where", ["text", "outcome", "review", "when", "to", "passage", "ending"])
def test_a_condition_anywhere_asks_for_its_names(where: str) -> None:
    """Of scenes, choices, routes, outcomes, reviews, endings; inside `not` and `and` as well."""
    assert reasons(where, set={"f": 1}) == {}
    assert reasons(where, add={"f": 1}) == {}


def test_what_never_changes() -> None:
    """Asked for, and no choice touches it."""
    assert reasons("text") == {"f": "never-changed"}


def test_what_is_never_asked_for() -> None:
    """Changed, and nothing depends on it."""
    assert reasons("text", Flag("g"), set={"f": 1}) == {"f": "never-read"}


def test_what_is_never_used_at_all() -> None:
    """Neither the one nor the other."""
    assert reasons("text", Flag("g")) == {"f": "never-used"}


def test_it_stands_where_the_name_is_declared() -> None:
    """At the name under state."""
    scene = decision("one", choice("a", "end"), choice("b", "end"))
    (warning,) = find(Draft(case(scene, ending("end"), state=[flag("f")])))

    assert (warning.path, warning.on) == (("state", "f"), "key")
