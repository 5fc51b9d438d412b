"""A name of the state on which nothing depends, or which never changes.

What the story remembers and never uses is most often a forgotten condition: the author meant that
something should follow. Source: our convention.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.space import names_in
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.model import Condition, Decision, Passage, Route, Scenario, Text


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a name, where it is declared."""
    if not draft.scenario.state:
        return
    read, changed = _used(draft.scenario)
    for variable in draft.scenario.state:
        name = variable.name
        reason = "never-read" if name not in read else "never-changed" if name not in changed else ""
        if reason:
            facts = {"name": name, "reason": reason if name in read | changed else "never-used"}
            yield Diagnostic("unused-state", ("state", name), facts, "key")


def _used(scenario: Scenario) -> tuple[set[str], set[str]]:
    """The names that conditions speak of, and those that choices change."""
    conditions: dict[int, Condition | None] = {}
    changed: set[str] = set()
    for scene in scenario.scenes.values():
        _gather(conditions, scene.text)
        if isinstance(scene, Passage):
            _gather(conditions, scene.to)
        elif isinstance(scene, Decision):
            for choice in scene.choices.values():
                conditions[id(choice.when)] = choice.when
                for conditional in (choice.outcome, choice.review, choice.to):
                    _gather(conditions, conditional)
                changed.update(choice.set, choice.add)
    return {name for condition in conditions.values() for name in names_in(condition)}, changed


def _gather(conditions: dict[int, Condition | None], parts: Text | tuple[Route, ...]) -> None:
    # equal conditions are mostly one object, and hashing them all would take longer than all the rest
    for part in parts:
        if part.when is not None:
            conditions[id(part.when)] = part.when
