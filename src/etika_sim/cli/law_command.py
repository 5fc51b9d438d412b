"""`etika-sim law [ID|WORD]`: the registers of law and channels."""

from __future__ import annotations

from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import environment
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim law G-06")
    app.command("law", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(law)


def law(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[ID|WORD]"), help=_("An id, or a word to look for."), autocompletion=completion.laws
        ),
    ] = None,
) -> None:
    """Look up the law and the channels."""
    from etika_sim.cli.solo.look_up_law import look_up

    look_up(environment(), word or "")
