"""`etika-sim new ID`: a new case to write, from a template or from a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli.context import Trouble, environment
from etika_sim.environment import ExitStatus
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim new kasus-saya --module 3 --small")
    app.command("new", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(new)


def new(
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
    from etika_sim.cli.author import create

    if sheet:
        if source is not None or small:
            raise Trouble(_("--sheet writes a sheet and needs neither --from nor --small."))
        path = None if name is None and into is None else (into or Path()) / (name or create.SHEET_NAME)
        create.blank_sheet(environment(), path)
        return ExitStatus.FINE
    if name is None:
        raise Trouble(_("Name the new case, for example: etika-sim new kasus-saya --module 3"))
    if source is not None:
        if small:
            raise Trouble(_("--from makes the case of the sheet and does not go with --small."))
        _path, sound = create.from_sheet(environment(), name, source, module, title, into)
        return ExitStatus.FINE if sound else ExitStatus.FINDINGS
    if module is None:
        raise Trouble(_("Name the module, for example: etika-sim new {name} --module 3").format(name=name))
    create.from_template(environment(), name, module, title, into, small=small)
    return ExitStatus.FINE
