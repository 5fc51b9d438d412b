"""The handout of a class: everything that it needs on paper, as one file to print."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from etika_sim.classroom.phases import called
from etika_sim.classroom.plan import cut_from, plan
from etika_sim.cli.cases import playable
from etika_sim.cli.context import Trouble
from etika_sim.cli.output_file import refuse_existing, write_file
from etika_sim.environment import Environment
from etika_sim.library.files import real
from etika_sim.library.load import Loaded
from etika_sim.locale import N_, _, ngettext, translator
from etika_sim.model import ClassPlan
from etika_sim.reports.paper.briefing import Step
from etika_sim.reports.paper.document import Class, Handout, handout
from etika_sim.reports.paper.gathering import Gathering
from etika_sim.reports.sign import code_of
from etika_sim.views.page import Gap, Items, Page, Prose

SHEETS = {
    "briefing": N_("sheet for the facilitator"),
    "sign": N_("sign with the address"),
    "roles": N_("role cards"),
    "observers": N_("sheets for observers"),
    "gamebook": N_("the case for a table, if the screen goes dark (copy it once a table)"),
    "ballots": N_("ballots"),
    "tally": N_("tally of votes"),
    "commitments": N_("commitment cards"),
    "pocket": N_("pocket cards"),
}


class Planned(NamedTuple):
    """A class to come: how many people, at how many tables, for how many minutes, and what its sign says."""

    people: int
    tables: int
    minutes: int
    event: str
    address: str


def print_handout(
    world: Environment,
    case: str,
    paths: list[Path] | None,
    planned: Planned,
    output: Path | None,
    *,
    paper: str,
    replace: bool,
) -> None:
    """Write the handout beside the person who asked, or where he wants it. Raises Trouble, StoreTrouble."""
    if planned.people < planned.tables:
        raise Trouble(_("There are more tables than people."))
    loaded = playable(case, paths)
    file = output or Path(_("{case}-handout.html").format(case=loaded.path.stem))
    refuse_existing(file, replace=replace)
    made = handout(_class(loaded, planned), paper, translator(world.language))
    write_file(file, made.html.encode())
    world.show(_contents(made, file))


def _class(loaded: Loaded, planned: Planned) -> Class:
    """The class as paper sees it. Raises Trouble for an address that no code can hold."""
    assert loaded.scenario is not None
    scenario, minutes = loaded.scenario, planned.minutes
    steps = tuple(Step(called(step.phase, step.decision, _), step.minutes) for step in plan(minutes))
    try:
        code = code_of(planned.address) if planned.address else ""
    except ValueError:
        raise Trouble(_("That address is too long to be scanned; write a shorter one.")) from None
    return Class(
        scenario,
        Gathering(planned.people, planned.tables, minutes),
        cut_from(scenario.plans, minutes) or ClassPlan(minutes),
        steps,
        loaded.registers.channels,
        event=planned.event,
        code=code,
        address=planned.address,
    )


def _contents(made: Handout, file: Path) -> Page:
    """Which sheets there are, on how many pages, and where the file lies."""
    total = sum(made.pages.values())
    count = ngettext("{n} page in all:", "{n} pages in all:", total).format(n=total)
    lines = tuple((str(n), _(SHEETS[kind])) for kind, n in made.pages.items())
    opened = _("To open in a browser and print: {path}").format(path=real(file))
    return Prose((count,)), Items(lines), Gap(), Prose((opened,)), Gap()
