"""`etika-sim handout CASE`: everything on paper that a class needs, as one file to print."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import environment
from etika_sim.locale import _

MOST_PEOPLE, MOST_TABLES = 400, 60
"""What still prints in an hour; more is a slip of the keyboard."""


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
) -> None:
    """Print what a class needs on paper."""
    from etika_sim.cli.live import print_handout

    planned = print_handout.Planned(people, tables, minutes, event, address)
    print_handout.print_handout(
        environment(), case, path, planned, output, paper=paper.value, replace=replace
    )
