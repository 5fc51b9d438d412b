"""The map of a case: its scenes and where choices lead, on the screen or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from etika_sim.checks.graph import Graph, onward_order
from etika_sim.cli.cases import playable
from etika_sim.cli.context import Format
from etika_sim.cli.output_file import refuse_existing, write_file
from etika_sim.environment import Environment
from etika_sim.library.load import Loaded
from etika_sim.locale import _, translator
from etika_sim.views.outline import outline
from etika_sim.views.page import Page
from etika_sim.views.plain import text

if TYPE_CHECKING:
    from etika_sim.reports.map.model import Known


def draw_map(
    world: Environment,
    case: str,
    paths: list[Path] | None = None,
    form: Format = Format.TEXT,
    output: Path | None = None,
    *,
    replace: bool = False,
) -> None:
    """Show the map of a case, or write it to a file. Raises Trouble, StoreTrouble."""
    if output is not None:
        refuse_existing(output, replace=replace)
    loaded = playable(case, paths)
    if output is not None:
        write_file(output, _content(loaded, form, world.language).encode())
        world.complain(_("Written: {path}").format(path=output))
    elif form is Format.TEXT:
        world.show(_outline(loaded))
    else:
        world.write(_content(loaded, form, world.language))


def _content(loaded: Loaded, form: Format, language: str) -> str:
    """The map as a text to be written to a file."""
    if form is Format.TEXT:
        return text(_outline(loaded))
    from etika_sim.reports.map.mermaid import mermaid  # drawing, which an outline does without
    from etika_sim.reports.map.model import chart
    from etika_sim.reports.map.svg import svg

    assert loaded.scenario is not None
    words = translator(language)
    drawn = chart(loaded.scenario, _known(loaded), words)
    return svg(drawn, words) if form is Format.SVG else mermaid(drawn, words)


def _outline(loaded: Loaded) -> Page:
    assert loaded.scenario is not None
    graph = Graph(loaded.scenario)
    reached = graph.reach()
    order = onward_order(loaded.scenario.start, lambda scene: [*graph.targets(scene)][::-1])
    return outline(loaded.scenario, [name for name in order if name in reached])


def _known(loaded: Loaded) -> Known:
    """Which scenes are reached; and, in a case without faults, where the recommended roads go."""
    from etika_sim.checks.roads import paces, recommended
    from etika_sim.reports.map.model import Known

    assert loaded.scenario is not None
    roads = recommended(loaded.scenario).roads if loaded.checked.sound else ()
    steps = frozenset(pace for road in roads for pace in paces(loaded.scenario, road))
    return Known(frozenset(Graph(loaded.scenario).reach()), steps)
