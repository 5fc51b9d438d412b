"""`etika-sim graph CASE`: the scenes of a case and where its choices lead, as an outline or as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import Format, environment, one_of
from etika_sim.locale import _

FORMATS = (Format.TEXT, Format.MERMAID, Format.SVG)
"""What a map is made of."""


def add_to(app: typer.Typer, about: str) -> None:
    """Add the command; `about` is what the first help page says of it."""
    example = _("Example: etika-sim graph my-case.yaml --format svg --output map.svg")
    app.command("graph", options_metavar=_("[OPTIONS]"), help=about, epilog=example)(graph)


def graph(
    case: Annotated[
        str,
        typer.Argument(
            metavar=_("CASE"), help=_("The id of a case, or its file."), autocompletion=completion.cases
        ),
    ],
    form: Annotated[
        str, typer.Option("--format", click_type=one_of(FORMATS), help=_("text, mermaid, or svg."))
    ] = Format.TEXT.value,
    output: Annotated[Path | None, typer.Option(help=_("Write to this file, not to the screen."))] = None,
    replace: Annotated[bool, typer.Option("--yes", help=_("Replace a file that is there."))] = False,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> None:
    """Show where the choices of a case lead."""
    from etika_sim.cli.author.draw_map import draw_map

    draw_map(environment(), case, path, Format(form), output, replace=replace)
