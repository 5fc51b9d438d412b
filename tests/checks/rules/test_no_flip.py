"""no-flip: a class plays a decision that no told fact would turn round."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending, flag

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.no_flip import find
from etika_sim.model import ClassPlan, Facilitator, Flag, WhatIf

GOOD, POOR = (2, 0, 0, 0, 0), (0, 0, 0, 0, 0)


def reasons(*named: str | None, two: bool = False, planned: bool = True) -> list[str]:
    """What is missing where the what-ifs name those choices.

    Choice a is recommended, c as well if `two`; d is never offered.
    """
    vary = tuple(WhatIf("What if?", then) for then in named)
    choices = (
        choice("a", "end", points=GOOD, recommended=True),
        choice("b", "end", points=POOR),
        choice("c", "end", points=POOR, recommended=two),
        choice("d", "end", points=POOR, when=Flag("never")),
    )
    scene = decision("one", *choices, facilitator=Facilitator(vary=vary))
    plans = {45: ClassPlan(45, quick=("one",))} if planned else {}
    draft = Draft(case(scene, ending("end"), plans=plans, state=[flag("never")]))
    return [warning.facts["reason"] for warning in find(draft)]


@pytest.mark.parametrize(
    ("named", "missing"),
    [
        ((), ["none"]),
        ((None,), ["none"]),
        (("a",), ["same"]),
        (("d",), ["same"]),
        (("b",), []),
        ((None, "a", "c"), []),
    ],
)
def test_one_what_if_must_name_another_choice_that_is_offered(
    named: tuple[str | None, ...], missing: list[str]
) -> None:
    """The recommended one does not count, nor one that no play offers; one that fits is enough."""
    assert reasons(*named) == missing


def test_of_two_recommended_neither_counts() -> None:
    """Both are best already."""
    assert (reasons("c", two=True), reasons("b", two=True)) == (["same"], [])


def test_only_what_a_class_plays_is_asked_for() -> None:
    """A case may be meant for one person alone."""
    assert reasons(planned=False) == []


def test_without_a_recommended_choice_the_one_with_most_points_is_best() -> None:
    """Naming that one turns nothing round."""
    choices = (choice("a", "end", points=GOOD), choice("b", "end", points=POOR))
    plans = {45: ClassPlan(45, ("one",))}
    for then, count in (("a", 1), ("b", 0)):
        notes = Facilitator(vary=(WhatIf("What if?", then),))
        scene = decision("one", *choices, facilitator=notes)
        found = list(find(Draft(case(scene, ending("end"), plans=plans))))
        assert len(found) == count
        assert [(one.path, one.on) for one in found] == [(("scenes", "one"), "key")] * count
