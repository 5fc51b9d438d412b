"""long-for-class: what a class reads together is longer than it can."""

from __future__ import annotations

import pytest
from generate import case, choice, decision, ending, flag

from etika_sim.checks.draft import Draft
from etika_sim.checks.rules.long_for_class import find
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import ClassPlan, Flag, Not, Part, Text


def of(count: int) -> str:
    """So many words."""
    return " ".join(["kata"] * count)


def found(text: Text, option: str = "Pergi.", *, planned: bool = True) -> list[Diagnostic]:
    """What is found in a decision with that text and that choice."""
    start = decision("start", choice("set", "one", set={"seen": 1}), choice("not", "one"))
    scene = decision("one", choice("x", "end", text=option), choice("y", "end"), text=text, ask=of(50))
    plans = {45: ClassPlan(45, ("one",))} if planned else {}
    return list(find(Draft(case(start, scene, ending("end"), state=[flag("seen")], plans=plans))))


@pytest.mark.parametrize(("count", "long"), [(60, False), (61, True)])
def test_a_scene_may_have_sixty_words(count: int, long: bool) -> None:
    """The question does not count; the finding stands at the text."""
    warnings = found((Part(of(count)),))

    assert [(one.path, one.facts["count"]) for one in warnings] == [(("scenes", "one", "text"), 61)] * long


@pytest.mark.parametrize(("count", "long"), [(15, False), (16, True)])
def test_a_choice_may_have_fifteen_words(count: int, long: bool) -> None:
    """The finding stands at the choice."""
    warnings = found((Part("Hujan."),), of(count))
    path = ("scenes", "one", "choices", "x", "text")

    assert [(one.path, one.facts["count"]) for one in warnings] == [(path, 16)] * long


def test_what_is_too_long_for_anybody_is_not_said_twice() -> None:
    """Other rules find more than 110 words of a scene, and more than 25 of a choice."""
    assert len(found((Part(of(110)),), of(25))) == 2
    assert found((Part(of(111)),), of(26)) == []


def test_only_what_a_class_plays_is_looked_at() -> None:
    """Whoever plays alone reads at his own pace."""
    assert found((Part(of(80)),), of(20), planned=False) == []


def test_a_scene_counts_as_it_reads_at_its_longest() -> None:
    """Paragraphs that never stand together are not added up; those that do are."""
    seen = Flag("seen")
    apart = (Part(of(40), seen), Part(of(40), Not(seen)))
    together = (Part(of(40), seen), Part(of(21), seen))
    other = (Part(of(40), seen, of(61)),)

    assert found(apart) == []
    assert [one.facts["count"] for one in found(together)] == [61]
    assert [one.facts["count"] for one in found(other)] == [61]
