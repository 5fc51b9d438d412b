"""Window of the trainer's notes: read from the class, and drawn anew when it has moved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from rich.console import Group
from textual import events
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from etika_sim.classroom.shown import NotesView
from etika_sim.host.colours import GROUND, TEXT, Theme
from etika_sim.locale import _
from etika_sim.views import trainer
from etika_sim.views.drawn import renderables
from etika_sim.views.page import Page, Prose

TICK = 1.0
MARGIN, WIDEST, NARROWEST = 6, 76, 20
"""Columns beside the text, the scroll bar among them; how wide and how narrow the text may be."""


class Notes(App[None], inherit_bindings=False):
    """The notes of one class. `newer` gives them if they have moved beyond a version, or raises `gone`."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #foot { dock: bottom; height: 1; padding: 0 2; }
    #page { padding: 0 2; height: auto; }
    """

    def __init__(
        self,
        data: NotesView,
        newer: Callable[[int], Awaitable[NotesView | None]],
        clock: Callable[[], float],
        theme: Theme = Theme.LIGHT,
        *,
        gone: type[Exception] = OSError,
        draws: bool = True,
    ) -> None:
        super().__init__(ansi_color=theme is Theme.PLAIN)
        self.data, self.newer, self.clock, self.ground = data, newer, clock, theme
        self.gone, self.draws = gone, draws
        self.drawn: Page = ()
        self.is_over = False

    def compose(self) -> ComposeResult:
        """The page, which scrolls, and how to leave."""
        with VerticalScroll(id="scroll"):
            yield Static("", id="page", markup=False)
        yield Static(
            _("↑ ↓: scroll · q: leave. For your eyes only; do not project this."), id="foot", markup=False
        )

    def on_mount(self) -> None:
        """Begin to read."""
        for node in (self.screen, self.query_one("#scroll"), self.query_one("#foot")):
            node.styles.background, node.styles.color = GROUND[self.ground], TEXT[self.ground]
        self.set_interval(TICK, self.look)
        self.draw()

    async def look(self) -> None:
        """Read what is new, and let the time run."""
        try:
            found = await self.newer(self.data["v"])
        except self.gone:
            self.is_over = True
        else:
            self.is_over = False
            if found is not None and found["phase"] != self.data["phase"]:
                self.query_one("#scroll", VerticalScroll).scroll_home(animate=False)
            self.data = found or self.data
        self.draw()

    def draw(self) -> None:
        """Draw the notes, if they are others than those on the screen."""
        page = trainer.notes(self.data, self.clock())
        if self.is_over:
            page = (
                Prose(
                    (_("The class does not answer; it has ended, or it is being started again."),), "alarm"
                ),
                *page,
            )
        if page != self.drawn:
            self.drawn = page
            width = max(NARROWEST, min(WIDEST, self.size.width - MARGIN))
            blocks = [one for block in page for one in renderables(block, width, ascii_only=not self.draws)]
            self.query_one("#page", Static).update(Group(*blocks))

    def on_resize(self, _event: events.Resize) -> None:
        """Set the notes anew for another width."""
        self.drawn = ()
        self.draw()

    def on_key(self, event: events.Key) -> None:
        """Scroll, or leave."""
        scroll = self.query_one("#scroll", VerticalScroll)
        moves = {
            "up": scroll.scroll_up,
            "down": scroll.scroll_down,
            "pageup": scroll.scroll_page_up,
            "pagedown": scroll.scroll_page_down,
            "home": scroll.scroll_home,
            "end": scroll.scroll_end,
        }
        if event.key in ("q", "k", "escape", "ctrl+c", "ctrl+q"):
            self.exit()
        elif event.key in moves:
            moves[event.key](animate=False)
        event.stop()
