"""`etika-sim progress`: how practice goes over several plays, and what is kept of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli.context import environment
from etika_sim.locale import _


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim progress --sheet practice.html")
    app.command("progress", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(progress)


def progress(
    alias: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("On a shared laptop: whose."))
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_("For machines: JSON."))] = False,
    sheet: Annotated[
        Path | None, typer.Option(metavar=_("FILE"), help=_("Write a sheet to print: cases, no scores."))
    ] = None,
    export: Annotated[
        Path | None, typer.Option(metavar=_("FILE"), help=_("Write all that is kept of you to a file."))
    ] = None,
    bring_back: Annotated[
        Path | None,
        typer.Option("--import", metavar=_("FILE"), help=_("Take plays in from such a file.")),
    ] = None,
    forget: Annotated[
        bool, typer.Option("--forget", help=_("Delete all that is kept of you on this laptop."))
    ] = False,
    older_than: Annotated[
        int | None,
        typer.Option(
            "--older-than", metavar=_("DAYS"), min=1, help=_("With --forget: only plays older than that.")
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help=_("Ask nothing: delete at once, replace files."))
    ] = False,
) -> int:
    """See how practice goes over your plays."""
    from etika_sim.cli.kept import progress as kept

    wishes = kept.Wishes(as_json, sheet, export, bring_back, forget, older_than=older_than, sure=yes)
    return kept.look_into(environment(), wishes, alias)
