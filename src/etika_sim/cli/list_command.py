"""`etika-sim list`: which cases there are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli.context import environment, existing_folders
from etika_sim.environment import ExitStatus
from etika_sim.locale import _


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    example = _("Example: etika-sim list --json")
    app.command("list", options_metavar=_("[OPTIONS]"), help=_("List the cases."), epilog=example)(list_cases)


def list_cases(
    as_json: Annotated[bool, typer.Option("--json", help=_("For machines: JSON."))] = False,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> int:
    """List the cases."""
    from etika_sim.library.catalogue import catalogue
    from etika_sim.views import listing

    world = environment()
    entries = catalogue(world.language, existing_folders(path))
    if as_json:
        world.write_json(listing.as_data(entries))
    else:
        world.show(listing.listing(entries))
    return ExitStatus.FINE
