"""`etika-sim receive FILE`: take in a case that was handed on as a zip."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli.context import environment
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim receive kasus-saya.zip")
    app.command("receive", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(receive_)


def receive_(
    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The zip that you were sent."))],
    into: Annotated[
        Path | None,
        typer.Option(metavar=_("FOLDER"), help=_("Write into this folder, not into your own.")),
    ] = None,
) -> None:
    """Take in a case."""
    from etika_sim.cli.author.exchange import receive

    receive(environment(), file, into)
