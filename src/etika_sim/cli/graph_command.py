"""`etika-sim graph CASE`: the scenes of a case and where its choices lead, as an outline or as a picture."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etika_sim.cli import completion
from etika_sim.cli.context import environment
from etika_sim.environment import ExitStatus
from etika_sim.locale import _, translator

if TYPE_CHECKING:
    from etika_sim.library.load import Loaded
    from etika_sim.reports.map.model import Known
    from etika_sim.views.page import Page


class Format(StrEnum):
    """What a map is made of."""

    TEXT = "text"
    MERMAID = "mermaid"
    SVG = "svg"


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
    form: Annotated[Format, typer.Option("--format", help=_("text, mermaid, or svg."))] = Format.TEXT,
    output: Annotated[Path | None, typer.Option(help=_("Write to this file, not to the screen."))] = None,
    replace: Annotated[bool, typer.Option("--replace", help=_("Replace the file if it is there."))] = False,
    path: Annotated[list[Path] | None, typer.Option(help=_("Look for cases in this folder, too."))] = None,
) -> int:
    """Show where the choices of a case lead."""
    from etika_sim.cli.cases import playable
    from etika_sim.cli.output_file import refuse_existing, write_file

    world = environment()
    if output is not None:
        refuse_existing(output, replace=replace)
    loaded = playable(case, path)
    if form is Format.TEXT and output is None:
        world.show(_outline(loaded))
        return ExitStatus.FINE
    text = _text(loaded, form)
    if output is None:
        world.write(text)
    else:
        write_file(output, text.encode())
        world.complain(_("Written: {path}").format(path=output))
    return ExitStatus.FINE


def _text(loaded: Loaded, form: Format) -> str:
    """The map as a text to be written to a file."""
    if form is Format.TEXT:
        from etika_sim.views.plain import text

        return text(_outline(loaded))
    from etika_sim.reports.map.mermaid import mermaid
    from etika_sim.reports.map.model import chart
    from etika_sim.reports.map.svg import svg

    assert loaded.scenario is not None
    words = translator(environment().language)
    found = chart(loaded.scenario, _known(loaded), words)
    return svg(found, words) if form is Format.SVG else mermaid(found, words)


def _outline(loaded: Loaded) -> Page:
    from etika_sim.checks.graph import Graph, onward_order
    from etika_sim.views.outline import outline

    assert loaded.scenario is not None
    graph = Graph(loaded.scenario)
    reached = graph.reach()
    order = onward_order(loaded.scenario.start, lambda scene: [*graph.targets(scene)][::-1])
    return outline(loaded.scenario, [name for name in order if name in reached])


def _known(loaded: Loaded) -> Known:
    """Which scenes are reached; and, in a case without faults, where the recommended roads go."""
    from etika_sim.checks.graph import Graph
    from etika_sim.checks.roads import paces, recommended
    from etika_sim.reports.map.model import Known

    assert loaded.scenario is not None
    roads = recommended(loaded.scenario).roads if loaded.checked.sound else ()
    steps = frozenset(pace for road in roads for pace in paces(loaded.scenario, road))
    return Known(frozenset(Graph(loaded.scenario).reach()), steps)
