"""The projector application: the wall of the class, the keys of the trainer, a clock that ticks.

Law: the screen knows the class only through its port and changes it only by events; what has not
changed is not drawn again.
"""

from __future__ import annotations

import asyncio

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from etika_sim.classroom.phases import Phase
from etika_sim.classroom.port import RoomPort
from etika_sim.classroom.state import VARY, Room, Stage
from etika_sim.classroom.visibility import for_projector
from etika_sim.classroom.web.server import Server
from etika_sim.host.actions import Action, Ask, At, NextAddress, Quit, Say, SendEvents, ShowPanel, Turn
from etika_sim.host.colours import GROUND, TEXT, Theme, painted
from etika_sim.host.keymap import wish
from etika_sim.host.ports import End, Outside
from etika_sim.host.prompt_line import Asking, pressed
from etika_sim.host.refusal_messages import refusal
from etika_sim.locale import _
from etika_sim.model import Scenario
from etika_sim.views.stage.lines import MARGIN, Line, Look, line
from etika_sim.views.stage.panels import Panel
from etika_sim.views.stage.wall import Wall, offered, wall

TICK, ASK_FOR_ADDRESSES = 1.0, 10.0
"""Seconds between two looks at the clock, and at the addresses of the laptop."""

LONELY = 60
"""Seconds after which a lobby that nobody has come into says what may help."""


class Projector(App[End], inherit_bindings=False):
    """The wall of one class. `told` is its case in the language of the screen."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { layout: vertical; overflow: hidden; scrollbar-size: 0 0; }
    #head, #between, #said, #foot { height: 1; width: 100%; }
    #sheet { height: 1fr; width: 100%; overflow: hidden; }
    """

    def __init__(
        self,
        room_port: RoomPort,
        outside: Outside,
        server: Server | None = None,
        told: Scenario | None = None,
    ) -> None:
        super().__init__(ansi_color=outside.theme is Theme.PLAIN)
        self.room_port, self.outside, self.server, self.told = room_port, outside, server, told
        self.panel, self.page, self.address = Panel.NONE, 0, 0
        self.asking: Asking | None = None
        self.said = ""
        self.addresses = server.addresses() if server else ()
        self.acted = self.pressed = float("-inf")
        self.shown = for_projector(room_port.room, told)
        self.wall = Wall((), (), (), 0, 1)
        self._place = ("", 0)
        self._drawn: dict[str, tuple[int, tuple[Line, ...]]] = {}
        self._is_up = False

    # --- drawing --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Head, sheet, what is said or asked, foot."""
        for name in ("head", "between", "sheet", "said", "foot"):
            yield Static("", id=name, markup=False)

    def on_mount(self) -> None:
        """Begin to draw, to listen and to tick."""
        self._is_up = True
        self.screen.styles.background = GROUND[self.outside.theme]
        self.screen.styles.color = TEXT[self.outside.theme]
        self.run_worker(self._listen(), exclusive=False)
        self.set_interval(TICK, self.redraw)
        if self.server:
            self.set_interval(ASK_FOR_ADDRESSES, self._readdress)
        self.redraw()

    async def _listen(self) -> None:
        n = -1
        while True:
            n = await self.room_port.changed(n)
            self.redraw()

    def on_resize(self, _event: events.Resize) -> None:
        """Set the wall anew for another size, once it is known."""
        self.call_after_refresh(self.redraw)

    @property
    def look(self) -> Look:
        """The screen as it is now."""
        room, address, notes = self.room_port.room, "", ""
        if self.server and self.addresses:
            chosen = self.addresses[self.address % len(self.addresses)]
            address = self.server.join_url(chosen, room.words[-1].word)
            notes = self.server.notes_url(chosen)
        now, (width, height) = self.outside.clock(), self.size
        others, out = max(0, len(self.addresses) - 1), self.outside
        return Look(now, width, height, address, others, out.cite, out.draws, notes)

    def redraw(self) -> None:
        """Draw what is not on the screen as it should be."""
        if not self._is_up:
            return
        room = self.room_port.room
        if self.shown["v"] != room.n:
            self.shown = for_projector(room, self.told)
        self._follow(room)
        self.wall = wall(self.shown, self.look, self.panel, self.page)
        self.page = self.wall.page
        below, sheet = (line(self._remark(room), "alarm"), self.wall.foot), self.wall.sheet
        if self.asking:
            below = self.asking.lines(self.size.width)
            sheet = offered(self.asking.asked.offers, self.look) or sheet
        for name, lines in (
            ("head", (self.wall.head,)),
            ("sheet", sheet),
            ("said", below[:1]),
            ("foot", below[1:]),
        ):
            self._put(name, lines)

    def _put(self, name: str, lines: tuple[Line, ...]) -> None:
        indent = self.look.indent if name == "sheet" else MARGIN
        if self._drawn.get(name) != (indent, lines):
            self._drawn[name] = (indent, lines)
            drawn = painted(lines, self.outside.theme, draws=self.outside.draws, indent=indent)
            self.query_one(f"#{name}", Static).update(drawn)

    def _follow(self, room: Room) -> None:
        """Begin at the first sheet of another step; a quick vote that is going on lies over it."""
        place = (room.phase.value, len(room.ballots))
        if place != self._place:
            self._place, self.page, self.panel = place, 0, Panel.NONE
            last = room.ballot.rounds[-1] if room.ballot and room.ballot.rounds else None
            if last and last.asks == VARY and last.stage is not Stage.SHOWN:
                self.panel = Panel.VARY

    def _remark(self, room: Room) -> str:
        if self.said or not (held := self.outside.disk.held()):
            lonely = room.phase is Phase.LOBBY and not room.seats and self.server is not None
            if not self.said and lonely and self.outside.clock() - room.since > LONELY:
                return _("Nobody is in yet? i: another address. Or one phone a table, or hands.")
            return self.said
        return _("Not on the disk yet: {n}").format(n=held)

    def _readdress(self) -> None:
        """Look whether phones reach this laptop elsewhere by now."""
        assert self.server is not None
        found = self.server.addresses()
        if found != self.addresses:
            self.addresses, self.address = found, 0
            self.said = _("The address of this laptop has changed. Scan the new code.")
            self.redraw()

    # --- keys -----------------------------------------------------------------------------------

    async def on_key(self, event: events.Key) -> None:
        """What the trainer presses: an answer, or a wish."""
        event.prevent_default().stop()
        key = event.character if event.character and event.is_printable else event.key
        if self.asking is not None:
            self.asking, wanted = pressed(self.asking, key)
            await self.fulfil(wanted)
        else:
            now = self.outside.clock()
            calm = min(now - self.acted, now - self.pressed)
            self.pressed, self.said = now, ""
            await self.fulfil(wish(key, self.room_port.room, self._at(calm, now - self.room_port.room.since)))
        self.redraw()

    def _at(self, calm: float, seen: float) -> At:
        out, is_served = self.outside, self.server is not None
        place = (self.page, self.wall.pages, self.panel, calm, seen)
        return At(*place, out.chance, is_served, out.disk.is_there, self.told)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words belong to the line that is being typed."""
        if self.asking is not None:
            self.asking = self.asking.with_words(event.text)
            self.redraw()

    async def fulfil(self, wanted: Action) -> None:
        """Do what the trainer wants."""
        match wanted:
            case Turn(by):
                self.page = max(0, self.page + by)
            case ShowPanel(panel):
                self.panel, self.page = panel, 0
            case Say(text):
                self.said = text
            case Ask():
                self.asking = Asking(wanted)
            case NextAddress():
                self.address += 1
            case Quit():
                self.exit(End.LEFT)
            case SendEvents():
                await self._send(wanted)

    async def _send(self, wanted: SendEvents) -> None:
        self.acted = now = self.outside.clock()
        sent = [self.room_port.send(event._replace(at=now)) for event in wanted.events]
        try:
            heard = await asyncio.gather(*sent)  # in one commit: a cut of power finds all of it or nothing
        except Exception as error:  # noqa: BLE001 - what is no trouble of the disk is raised again
            self._ask_to_go_on(error, wanted)
            return
        if refused := [one.reason for one in heard if one.reason is not None]:
            self.said = refusal(refused[0])
            return
        self._follow(self.room_port.room)
        if wanted.panel is not None:
            self.panel, self.page = wanted.panel, 0

    def _ask_to_go_on(self, error: Exception, wanted: SendEvents) -> None:
        if self.outside.disk.is_lost(error):
            self.exit(End.TAKEN)
            return
        why, disk = self.outside.disk.said(error), self.outside.disk

        def go_on(key: str) -> Action:
            if key.lower() != "y":
                return None
            disk.wait()
            return wanted

        question = _("Go on without the disk? y: yes")
        self.asking = Asking(Ask(f"{why} {question}", go_on))
