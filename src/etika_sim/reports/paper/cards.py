"""The small papers of a class: role cards, ballots, commitments, pocket cards; how many of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from etika_sim.classroom.plan import is_idle
from etika_sim.model import ClassPlan, Decision, Role, Scenario
from etika_sim.reports.paper.gamebook import LETTERS
from etika_sim.reports.paper.gathering import Gathering, tables


class RoleCard(NamedTuple):
    """A role for one person at one table; if the plan plays no scene of it, what it observes instead."""

    table: int
    role: Role
    task: str | None = None


class Question(NamedTuple):
    """A decision as it is voted on: its place in the plan, its title, letters, and how many votes."""

    number: int
    title: str
    letters: str
    votes: int


def role_cards(scenario: Scenario, gathering: Gathering, plan: ClassPlan) -> Iterator[RoleCard]:
    """One full set of roles for every table, whoever is left over observes."""
    for table in tables(gathering, len(scenario.roles)):
        for role in scenario.roles.values():
            yield RoleCard(table.number, role, role.task if is_idle(role, plan) else None)


def observers(scenario: Scenario, gathering: Gathering) -> Iterator[int]:
    """The table of each observer; a table without one to spare gets one sheet all the same."""
    for table in tables(gathering, len(scenario.roles)):
        yield from [table.number] * max(1, table.observers)


def questions(scenario: Scenario, plan: ClassPlan) -> tuple[Question, ...]:
    """The decisions of the plan in the order of the case."""
    planned = [*plan.full, *plan.quick]
    scenes = [scene for id, scene in scenario.scenes.items() if id in planned and isinstance(scene, Decision)]
    return tuple(
        Question(
            n, scene.title or scene.ask, LETTERS[: len(scene.choices)], 2 if scene.id in plan.full else 1
        )
        for n, scene in enumerate(scenes, 1)
    )


def lines_to_say(scenario: Scenario, most: int = 4) -> tuple[str, ...]:
    """Lines that can be said aloud, those of recommended choices, in the order of the case."""
    return tuple(
        choice.say
        for scene in scenario.scenes.values()
        if isinstance(scene, Decision)
        for choice in scene.choices.values()
        if choice.recommended and choice.say
    )[:most]


def channels_of(scenario: Scenario) -> tuple[str, ...]:
    """The ids of the channels that the case names, each once, in their order."""
    named = (
        channel
        for scene in scenario.scenes.values()
        if isinstance(scene, Decision)
        for choice in scene.choices.values()
        for channel in choice.channels
    )
    return tuple(dict.fromkeys(named))
