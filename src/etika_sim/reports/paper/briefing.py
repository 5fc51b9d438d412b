"""What the trainer holds in the hand: aims, time, words to say, each decision of the plan, debrief.

It gives nothing away: no outcome, no points, no ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from etika_sim import labels
from etika_sim.classroom.plan import is_idle
from etika_sim.locale import N_, Gettext, Translator
from etika_sim.model import ClassPlan, Decision, Facilitator, Principle, Scenario
from etika_sim.prose import paragraphs
from etika_sim.reports.paper.block import Block
from etika_sim.reports.paper.gathering import Gathering, tables

Group = tuple[Block, ...]

RULES = (
    N_("No real names and no running cases."),
    N_("Everybody is free not to play, without giving a reason."),
    N_("We play roles. What is said in a role is said by the role."),
    N_("What is told here stays here."),
)
PLACES = (
    N_("Tables in groups, the screen in view of all of them."),
    N_("Cards, ballots and pens lie on the tables before people come in."),
)


class Step(NamedTuple):
    """A step of the time plan: what it is called and how many minutes it takes."""

    label: str
    minutes: int


def briefing(
    scenario: Scenario, gathering: Gathering, plan: ClassPlan, steps: tuple[Step, ...], words: Translator
) -> Iterator[Group]:
    """The facilitator's sheet, group by group."""
    _ = words.gettext
    yield _head(scenario, gathering, _)
    yield (Block("head", _("Time plan")), *(_step(step, _) for step in steps))
    yield (Block("head", _("Say at the start")), *(Block("item", _(rule)) for rule in RULES))
    yield (Block("head", _("The room")), *(Block("item", _(place)) for place in PLACES))
    yield (Block("head", _("Roles")), *_roles(scenario, plan, _))
    for id in (*plan.full, *plan.quick):
        scene = scenario.scenes[id]
        if isinstance(scene, Decision):
            yield from _decision(scene, _, quick=id in plan.quick)
    yield from _debrief(scenario, _)


def _head(scenario: Scenario, gathering: Gathering, _: Gettext) -> Group:
    seats = tables(gathering, len(scenario.roles))
    module = _("Module {n}: {title}").format(n=scenario.module, title=labels.module(scenario.module, _))
    trains = "; ".join(labels.practice(practice, _) for practice in scenario.practices)
    people = _("{people} people at {tables} tables, {minutes} minutes.")
    return (
        Block("title", _("For the facilitator: {title}").format(title=scenario.title)),
        Block("text", module),
        *([Block("text", trains, _("Trains:"))] if trains else []),
        *(Block("text", paragraph) for paragraph in paragraphs(scenario.summary)),
        Block("text", people.format(people=gathering.people, tables=len(seats), minutes=gathering.minutes)),
    )


def _roles(scenario: Scenario, plan: ClassPlan, _: Gettext) -> Iterator[Block]:
    """Each role, and what it observes when the plan plays no scene of it."""
    for one in scenario.roles.values():
        yield Block("item", one.part, one.name)
        if one.task and is_idle(one, plan):
            yield Block("small", one.task, _("Without a scene, observes:"))


def _step(step: Step, _: Gettext) -> Block:
    return Block("item", step.label, _("{n} min").format(n=step.minutes))


def _decision(scene: Decision, _: Gettext, *, quick: bool) -> Iterator[Group]:
    way = _("quickly: one vote") if quick else _("in full: enact, two votes")
    yield (
        Block("head", f"{scene.title or scene.ask} ({way})"),
        Block("text", scene.ask, _("Question:")),
        *_facilitator(scene.facilitator, _),
    )


def _facilitator(said: Facilitator, _: Gettext) -> Iterator[Block]:
    yield from _one(_("What decides"), said.hinge)
    yield from _one(_("Enact"), said.enact)
    yield from _several(_("Ask"), ((line, None) for line in said.probe), _)
    yield from _several(_("Listen for"), said.listen_for, _)
    yield from _several(_("What if"), ((one.text, None) for one in said.vary), _)
    yield from _one(_("If nobody speaks"), said.if_silent)
    yield from _one(_("If a superior dominates"), said.if_dominated)


def _one(label: str, text: str | None) -> Iterator[Block]:
    if text:
        yield Block("text", text, f"{label}:")


def _several(label: str, lines: Iterable[tuple[str, str | None]], _: Gettext) -> Iterator[Block]:
    """Lines under one label, each with what is to be answered, if anything is."""
    for n, (line, answer) in enumerate(lines):
        yield Block("item", line, f"{label}:" if n == 0 else "")
        if answer:
            yield Block("small", answer, _("Answer:"))


def _debrief(scenario: Scenario, _: Gettext) -> Iterator[Group]:
    debrief = scenario.debrief
    parts = ((_("Gather"), debrief.gather), (_("Analyse"), debrief.analyse), (_("Sum up"), debrief.summarise))
    step_out = _("Step out of the roles: own name, one difference to the role, lay the card back.")
    yield (Block("head", _("Debrief")), Block("text", step_out))
    for label, questions in parts:
        yield (Block("small", label), *(Block("item", question) for question in questions))
    if debrief.office:
        yield (
            Block("small", _("What the office owes")),
            *(Block("item", remedy.ask, f"{remedy.remedy}:") for remedy in debrief.office),
        )
    if debrief.takeaways:
        yield (Block("small", _("To take along")), *(Block("item", line) for line in debrief.takeaways))


def watched(scenario: Scenario, words: Translator) -> tuple[tuple[str, str], ...]:
    """What observers look for: the principle, and one thing that can be seen."""
    return tuple((labels.label(Principle(id), words.gettext), line) for id, line in scenario.observe.items())
