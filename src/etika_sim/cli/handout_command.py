"""`etika-sim handout CASE`: everything on paper that a class needs, as one file to print."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import Trouble, environment
from etika_sim.environment import ExitStatus
from etika_sim.locale import N_, _, ngettext, translator

if TYPE_CHECKING:
    from etika_sim.library.load import Loaded
    from etika_sim.reports.paper.document import Class, Handout
    from etika_sim.reports.paper.gathering import Gathering
    from etika_sim.views.page import Page

MOST_PEOPLE, MOST_TABLES = 400, 60
"""What still prints in an hour; more is a slip of the keyboard."""

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


class Paper(StrEnum):
    """Sizes of paper."""

    A4 = "a4"
    F4 = "f4"


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim handout amplop-di-loket --for 40 --tables 8")
    app.command("handout", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(handout)


def handout(
    case: Annotated[
        str,
        typer.Argument(
            metavar=_("CASE"), help=_("The id of a case, or its file."), autocompletion=completion.cases
        ),
    ],
    people: Annotated[int, typer.Option("--for", min=2, max=MOST_PEOPLE, help=_("How many people."))] = 30,
    tables: Annotated[int, typer.Option(min=1, max=MOST_TABLES, help=_("At how many tables."))] = 6,
    minutes: Annotated[int, typer.Option(min=10, max=480, help=_("How long the class is."))] = 90,
    paper: Annotated[Paper, typer.Option(help=_("Size of the paper: a4 or f4."))] = Paper.A4,
    event: Annotated[str, typer.Option(help=_("What the sign says above: the name of the event."))] = "",
    address: Annotated[str, typer.Option(help=_("The address for phones, if it is known already."))] = "",
    output: Annotated[
        Path | None, typer.Option(metavar=_("FILE"), help=_("Where to write it; else beside you."))
    ] = None,
    replace: Annotated[bool, typer.Option("--yes", help=_("Replace a file that is there."))] = False,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> int:
    """Print what a class needs on paper."""
    from etika_sim.cli.cases import playable
    from etika_sim.cli.output_file import refuse_existing, write_file
    from etika_sim.reports.paper.gathering import Gathering

    if people < tables:
        raise Trouble(_("There are more tables than people."))
    loaded = playable(case, path)
    file = output or Path(_("{case}-handout.html").format(case=loaded.path.stem))
    refuse_existing(file, replace=replace)
    held = _class(loaded, Gathering(people, tables, minutes), event, address)
    made = _made(held, paper)
    write_file(file, made.html.encode())
    environment().show(_told(made, file))
    return ExitStatus.FINE


def _class(loaded: Loaded, gathering: Gathering, event: str, address: str) -> Class:
    from etika_sim.classroom.phases import called
    from etika_sim.classroom.plan import cut_from, plan
    from etika_sim.model import ClassPlan
    from etika_sim.reports.paper.briefing import Step
    from etika_sim.reports.paper.document import Class
    from etika_sim.reports.sign import code_of

    assert loaded.scenario is not None
    minutes = gathering.minutes
    planned = cut_from(loaded.scenario.plans, minutes) or ClassPlan(minutes)
    steps = tuple(Step(called(step.phase, step.decision, _), step.minutes) for step in plan(minutes))
    try:
        code = code_of(address) if address else ""
    except ValueError:
        raise Trouble(_("That address is too long to be scanned; write a shorter one.")) from None
    facts = (loaded.scenario, gathering, planned, steps, loaded.registers.channels)
    return Class(*facts, event=event, code=code, address=address)


def _made(held: Class, paper: Paper) -> Handout:
    from etika_sim.reports.paper.document import handout as made

    return made(held, paper.value, translator(environment().language))


def _told(made: Handout, file: Path) -> Page:
    """Which sheets there are, on how many pages, and where the file lies."""
    from etika_sim.library.files import real
    from etika_sim.views.page import Gap, Items, Prose

    total = sum(made.pages.values())
    count = ngettext("{n} page in all:", "{n} pages in all:", total).format(n=total)
    lines = tuple((str(n), _(SHEETS[kind])) for kind, n in made.pages.items())
    opened = _("To open in a browser and print: {path}").format(path=real(file))
    return Prose((count,)), Items(lines), Gap(), Prose((opened,)), Gap()
