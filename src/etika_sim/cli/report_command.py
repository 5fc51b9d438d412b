"""`etika-sim report [SESSION]`: what a class came to, on the screen or as a file; and forgetting it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple

import click
import typer

from etika_sim.cli import completion
from etika_sim.cli.context import Trouble, environment
from etika_sim.locale import _
from etika_sim.reports.class_report.formats import FORMATS

JSON, HTML = "json", "html"
"""Formats that a list may have, and a page for those who lead."""


class Wishes(NamedTuple):
    """What is to be done with a class; without any, its account is shown."""

    format: str | None
    output: Path | None
    leaders: bool
    forget: bool
    listing: bool
    yes: bool

    @property
    def writes(self) -> bool:
        """Whether a file is wanted."""
        return bool(self.format or self.output or self.leaders)


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
            click_type=click.Choice([*FORMATS]),
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
    wishes = Wishes(format, output, leaders, forget, listing, yes)
    _check(wishes, session)
    return _done(wishes, session)


def _check(wishes: Wishes, session: str | None) -> None:
    """Raises Trouble for wishes that do not go together."""
    if wishes.listing and (wishes.forget or wishes.leaders or wishes.output or session is not None):
        raise Trouble(_("--list shows all classes and goes with nothing but --format json."))
    if wishes.listing and wishes.format not in (None, JSON):
        raise Trouble(_("--list shows all classes and goes with nothing but --format json."))
    if wishes.forget and wishes.writes:
        raise Trouble(_("--forget deletes; it writes no file."))
    if wishes.forget and session is None:
        raise Trouble(_("Say which class is to be forgotten. See: etika-sim report --list"))
    if wishes.leaders and wishes.format not in (None, HTML):
        raise Trouble(_("The page for those who lead is written as html only."))


def _done(wishes: Wishes, session: str | None) -> int:
    """Open what the laptop remembers and do what is wished. Raises Trouble, Closed, StoreTrouble."""
    from etika_sim.cli.kept import class_reports
    from etika_sim.cli.solo.open_store import say_if_mended
    from etika_sim.library.files import is_file
    from etika_sim.store.opening import open_store

    world = environment()
    path = world.store_path()
    if not is_file(path):
        return class_reports.nothing(world, wishes.listing, as_json=wishes.format == JSON)
    with open_store(path) as store:
        say_if_mended(world, store)
        if wishes.listing:
            return class_reports.show_list(world, store, as_json=wishes.format == JSON)
        id = class_reports.found(store, session)
        if wishes.forget:
            return class_reports.forget(world, store, id, sure=wishes.yes)
        told = class_reports.told(store, id, world.language)
    if not wishes.writes:
        return class_reports.show_account(world, told)
    format = wishes.format or _meant(wishes.output)
    if wishes.leaders and format != HTML:
        raise Trouble(_("The page for those who lead is written as html only."))
    where = class_reports.Where(wishes.output, replace=wishes.yes, store=path)
    return class_reports.write(world, told, format, where, leaders=wishes.leaders)


def _meant(output: Path | None) -> str:
    """The format that the name of a file speaks of; html of any other."""
    ending = output.suffix.lower().lstrip(".") if output else ""
    return ending if ending in FORMATS else HTML
