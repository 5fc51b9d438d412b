"""`etika-sim new ID`: a new case to write, from a template or from a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli.context import environment
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim new kasus-saya --module 3 --small")
    app.command("new", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(new_)


def new_(
    name: Annotated[
        str | None,
        typer.Argument(metavar=_("[ID]"), help=_("The id of the case; with --sheet, the file to write.")),
    ] = None,
    module: Annotated[
        int | None, typer.Option(metavar=_("NUMBER"), min=1, max=6, help=_("The module, 1 to 6."))
    ] = None,
    title: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("The title of the case."))] = "",
    small: Annotated[bool, typer.Option("--small", help=_("Two decisions instead of five."))] = False,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar=_("FILE"), help=_("Make the case of a filled-in sheet (CSV).")),
    ] = None,
    sheet: Annotated[bool, typer.Option("--sheet", help=_("Write the sheet to fill in."))] = False,
    into: Annotated[
        Path | None,
        typer.Option(metavar=_("FOLDER"), help=_("Write into this folder, not into your own.")),
    ] = None,
) -> int:
    """Begin a new case."""
    from etika_sim.cli.author import new

    wanted = new.Wanted(name, module, title, source, into, small=small, sheet=sheet)
    return new.write_new(environment(), wanted)
