"""`etika-sim share CASE`: pack a case into a zip to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import environment
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim share kasus-saya")
    app.command("share", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(share_)


def share_(
    case: Annotated[
        str,
        typer.Argument(
            metavar=_("CASE"), help=_("The id of a case, or its file."), autocompletion=completion.cases
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(metavar=_("FILE"), help=_("The zip to write; else CASE.zip in this folder.")),
    ] = None,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> None:
    """Pack a case into a zip."""
    from etika_sim.cli.author.exchange import share

    share(environment(), case, output, path)
