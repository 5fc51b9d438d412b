"""`etika-sim explain RULE`: the page of a rule."""

from __future__ import annotations

from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import environment
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim explain stuck")
    app.command("explain", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(explain)


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[RULE]"),
            help=_("The rule; without one, all are listed."),
            autocompletion=completion.rules,
        ),
    ] = None,
) -> None:
    """Explain a rule of the check."""
    from etika_sim.cli.author.explain_rule import explain_rule

    explain_rule(environment(), rule)
