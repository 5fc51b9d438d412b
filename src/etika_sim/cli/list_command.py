"""`etika-sim list`: which cases there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli.context import environment, existing_folders
from etika_sim.environment import ExitStatus
from etika_sim.library.catalogue import catalogue
from etika_sim.locale import _
from etika_sim.views import listing


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "list",
        options_metavar=_("[OPTIONS]"),
        help=_("List the cases."),
        epilog=_("Example: etika-sim list --json"),
    )(list_cases)


def list_cases(
    as_json: Annotated[bool, typer.Option("--json", help=_("For machines: JSON."))] = False,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> int:
    """List the cases."""
    entries = catalogue(environment().language, existing_folders(path))
    if as_json:
        environment().write(json.dumps(listing.as_data(entries), ensure_ascii=False, indent=2) + "\n")
    else:
        environment().show(listing.listing(entries))
    return ExitStatus.FINE
