"""The wall of a class as lines: its head, one of its sheets, its foot."""

from __future__ import annotations

from typing import NamedTuple

from etika_sim.classroom.shown import ProjectorView
from etika_sim.views.stage import stage
from etika_sim.views.stage.lines import Line, Look, Sheet, marked, sheets
from etika_sim.views.stage.panels import Panel


class Wall(NamedTuple):
    """What stands on the projector now; `page` is the sheet's number, from 0, of `pages`."""

    head: Line
    sheet: Sheet
    foot: Line
    page: int
    pages: int


def wall(shown: ProjectorView, look: Look, panel: Panel, page: int) -> Wall:
    """The wall with that sheet on it, or the last one if there are not so many."""
    made = stage.stage(shown, look, panel)
    page = min(page, len(made) - 1)
    if panel is Panel.BLACK:
        return Wall((), (), (), 0, 1)
    head = stage.header(shown, look)
    return Wall(head, made[page], stage.footer(shown, look, page, len(made), panel), page, len(made))


def offered(texts: tuple[str, ...], look: Look) -> Sheet:
    """What can be chosen by its number while a question waits; empty where nothing is offered."""
    parts = [marked(str(n), text, look) for n, text in enumerate(texts, 1)]
    return sheets(parts, look)[0] if parts else ()
