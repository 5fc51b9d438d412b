"""Run of a class: the projector until it is left, with the server behind it and the journal below."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from etika_sim.analysis.disclosure import disclose
from etika_sim.classroom import random_words
from etika_sim.classroom.live import Live
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.port import RoomPort
from etika_sim.classroom.state import HANDS, Room
from etika_sim.classroom.web.context import PORT
from etika_sim.classroom.web.server import CannotListen, Server
from etika_sim.cli.context import Trouble
from etika_sim.cli.live import discovery
from etika_sim.cli.live.discovery import Door
from etika_sim.cli.solo.open_store import sentence_of
from etika_sim.environment import Environment, ExitStatus
from etika_sim.journal.classes import Journal, Version
from etika_sim.journal.plays import Log, NullLog
from etika_sim.library.registers import Registers
from etika_sim.locale import DEFAULT, _, ngettext
from etika_sim.model import Scenario
from etika_sim.store.trouble import Gone, StoreTrouble, Taken
from etika_sim.views.authoring import commanded
from etika_sim.views.page import Gap, Page, Prose
from etika_sim.views.room_account import account

if TYPE_CHECKING:
    from etika_sim.host.colours import Theme
    from etika_sim.host.ports import Disk, End, Outside

DEMO, TRIAL = "demo", "trial"
"""Classes that nothing is kept of."""


class Way(NamedTuple):
    """How a class is shown and reached; `host` and `port` are those named on the line, if any."""

    theme: str = ""
    host: str | None = None
    port: int = 0


class Class(NamedTuple):
    """A class ready to be shown, where its events go, and by language the registers that it cites."""

    session: str
    room: Room
    version: Version
    log: Log
    cited: dict[str, Registers]

    def told(self, language: str) -> Scenario:
        """The case in that language, or in its own."""
        return self.version.told.get(language, self.version.scenario)

    def cite(self, language: str, name: str) -> str:
        """The words for an id of law or channel."""
        found = self.cited.get(language) or self.cited[DEFAULT]
        if name in found.laws:
            law = found.laws[name]
            return f"{law.cite}: {law.says}"
        return found.channels[name].name if name in found.channels else name


def require_terminal(world: Environment) -> None:
    """Raises Trouble where there is no terminal to draw in: the screen reads and draws past our streams."""
    ends = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    is_terminal = all(end is not None and end.isatty() for end in ends)
    if not (is_terminal and world.interactive) or os.environ.get("TERM") == "dumb":
        raise Trouble(_("A class is led in a terminal, and this is none that can be drawn in."))


def run_class(world: Environment, held: Class, way: Way, door: Door | None) -> int:
    """Show a class until it is left. The door that was written down for it, if any, is opened again."""
    from etika_sim.host.ports import End

    journal = Journal(held.log, held.session, world.now)
    live = Live(held.room, journal.keep)
    try:
        end = _project(world, held, live, journal, way, door)
    except CannotListen as error:
        sentence = _("No phone can reach this laptop there ({fault}). Try another --port, or --hands.")
        raise Trouble(sentence.format(fault=error.error.strerror), ExitStatus.ENVIRONMENT) from None
    finally:
        discovery.take_away(world, held.session)
    if end is End.TAKEN:
        raise Trouble(_("This class is going on in another window."), ExitStatus.ENVIRONMENT)
    _say_farewell(world, held, live.room)
    return ExitStatus.INTERRUPTED if end is End.SIGNALLED else ExitStatus.FINE


def _project(
    world: Environment, held: Class, live: Live, journal: Journal, way: Way, door: Door | None
) -> End:
    from etika_sim.host.run import Show, project  # textual
    from etika_sim.host.simulated_phones import demo as simulated

    server = _make_server(world, held, live, door)
    port = way.port or (door.port if door else PORT)

    async def crowd(going: RoomPort) -> None:
        await simulated(going, world.clock_seconds)

    def started(serving: Server) -> None:
        with suppress(StoreTrouble):  # then only the notes of a second window are missing
            discovery.put(world, Door(held.session, serving.port, serving.context.host_token))

    show = Show(
        live,
        outside(world, held, disk_of(journal, held.log), way.theme),
        server,
        held.told(world.language),
        way.host,
        port,
        started,
        crowd if held.session == DEMO else None,
    )
    with uncoloured():
        return asyncio.run(project(show))


def _make_server(world: Environment, held: Class, live: Live, door: Door | None) -> Server | None:
    """What phones reach; nothing at all where only hands are counted."""
    if held.room.settings.ways == (HANDS,):
        return None
    return Server(
        live,
        name=held.session,
        told=held.version.told,
        language=world.language,
        cite=held.cite,
        clock=world.clock_seconds,
        host_token=door.token if door else None,
    )


def outside(world: Environment, held: Class, disk: Disk, theme: str) -> Outside:
    """What the screen is told of the world."""
    from etika_sim.host.ports import Outside

    found = held.cited.get(world.language) or held.cited[DEFAULT]

    def cite(name: str) -> str:
        status = _("Status as of {date}.").format(date=found.status_as_of)
        return f"{held.cite(world.language, name)} ({status})"

    def word() -> str:
        return random_words.word(world.choose)

    return Outside(world.clock_seconds, word, cite, theme_of(world, theme), draws(world), disk)


def theme_of(world: Environment, wanted: str) -> Theme:
    """The colours wanted; none where nobody wants any, or where the page is to be plain."""
    from etika_sim.host.colours import Theme

    is_plain = bool(os.environ.get("NO_COLOR")) or world.wants_plain
    return Theme.PLAIN if is_plain else Theme(wanted or Theme.LIGHT)


def draws(world: Environment) -> bool:
    """Whether more than ASCII is drawn; LANG=C says no, though Python itself would write UTF-8."""
    is_narrow = os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return world.draws and not world.wants_plain and is_narrow not in ("C", "POSIX")


def disk_of(journal: Journal, log: Log) -> Disk:
    """What the screen knows of the disk that the journal is written to."""
    from etika_sim.host.ports import Disk

    def told(error: Exception) -> str:
        if isinstance(error, StoreTrouble):
            return sentence_of(error)
        raise error

    def wait() -> None:
        journal.waits = True

    def is_lost(error: Exception) -> bool:
        return isinstance(error, Taken | Gone)

    return Disk(told, wait, lambda: journal.holds, is_lost, not isinstance(log, NullLog))


@contextmanager
def uncoloured() -> Iterator[None]:
    """Textual would take the two colours of the code away as well, which phones need; we choose them all."""
    wish = os.environ.pop("NO_COLOR", None)
    try:
        yield
    finally:
        if wish is not None:
            os.environ["NO_COLOR"] = wish


def _say_farewell(world: Environment, held: Class, room: Room) -> None:
    """What is left when the screen is gone: the account of the class, or how to go on with it."""
    if room.phase is Phase.CLOSED:
        world.show((Gap(), *closing_account(room, held.told(world.language))))
    if held.session == TRIAL:
        world.show((Gap(), Prose((_trial_result(len(room.seats)),)), Gap()))
    if isinstance(held.log, NullLog):
        return
    said_so = _("The class is kept as {name}.").format(name=held.session)
    how, command = _("To go on with it:"), f"etika-sim class --resume {held.session}"
    if room.phase is Phase.CLOSED:
        how, command = _("To print or keep its report:"), f"etika-sim report {held.session}"
    world.show((Gap(), Prose((said_so,)), *commanded(how, command), Gap()))


def closing_account(room: Room, told: Scenario) -> Page:
    """The account of a class that has just ended, with the texts of `told`: this screen is projected."""
    return account(disclose(room._replace(scenario=told)))


def _trial_result(count: int) -> str:
    """What a trial came to."""
    if not count:
        return _("No phone came in. Try another address (i), another network, or raised hands (--hands).")
    said = ngettext(
        "{n} phone came in: phones reach this laptop.", "{n} phones came in: phones reach this laptop.", count
    )
    return said.format(n=count)
