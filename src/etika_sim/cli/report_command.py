"""`etika-sim report [SESSION]`: what a class came to, on the screen or as a file; and forgetting it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import Format, environment, one_of
from etika_sim.locale import _

FORMATS = (Format.HTML, Format.CSV, Format.JSON)
"""What a report can be written as."""


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim report --format html")
    app.command("report", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(report)


def report(
    session: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[SESSION]"),
            help=_("The id of a class, or its beginning; without it, the last one."),
            autocompletion=completion.sessions,
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            click_type=one_of(FORMATS),
            help=_("Write a file: html to read and print, csv for a spreadsheet, json."),
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar=_("FILE"), help=_("Where to write it; - for standard output."))
    ] = None,
    leaders: Annotated[
        bool, typer.Option("--leaders", help=_("One page for those who lead: obstacles and remedies."))
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help=_("Delete all that is kept of the class."))
    ] = False,
    listing: Annotated[
        bool, typer.Option("--list", help=_("The classes that are kept; with --format json for machines."))
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help=_("Ask nothing: delete at once, replace files."))
    ] = False,
) -> int:
    """See what a class came to, write it to a file, or forget it."""
    from etika_sim.cli.kept import class_reports

    form = Format(format) if format else None
    wishes = class_reports.Wishes(form, output, leaders, forget, listing, yes)
    return class_reports.report(environment(), wishes, session)
