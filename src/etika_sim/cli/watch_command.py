"""`etika-sim watch CASE`: check a case at every save, and show the scene that was changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import environment
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim watch kasus-saya")
    app.command("watch", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(watch_)


def watch_(
    case: Annotated[
        str,
        typer.Argument(
            metavar=_("CASE"), help=_("The id of a case, or its file."), autocompletion=completion.cases
        ),
    ],
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> None:
    """Check a case at every save."""
    from etika_sim.cli.author.watch_loop import watch

    watch(environment(), case, path)
