"""Window of the trainer's notes, beside a class that is going on on the same laptop."""

from __future__ import annotations

import asyncio

from etika_sim.classroom.shown import NotesView
from etika_sim.cli.context import Trouble
from etika_sim.cli.live import discovery
from etika_sim.cli.live.discovery import Door
from etika_sim.cli.live.run import theme_of, uncoloured
from etika_sim.environment import Environment, ExitStatus
from etika_sim.locale import _
from etika_sim.views.trainer import notes


def show_notes(world: Environment, session: str | None, theme: str) -> int:
    """Show the notes until they are left; written out once where there is no terminal. Raises Trouble."""
    door = _find_door(world, session)
    data = _ask(door)
    assert data is not None
    if not world.interactive or world.wants_plain:
        world.show(notes(data, world.clock_seconds()))
        return ExitStatus.FINE
    from etika_sim.host.notes_window import Notes  # textual

    async def newer(version: int) -> NotesView | None:
        return await asyncio.to_thread(discovery.ask_notes, door, version)

    with uncoloured():
        chosen = theme_of(world, theme)
        Notes(data, newer, world.clock_seconds, chosen, gone=discovery.Shut, draws=world.draws).run(
            mouse=False
        )
    return ExitStatus.FINE


def _find_door(world: Environment, session: str | None) -> Door:
    found = discovery.doors(world)
    if session is not None:
        found = [door for door in found if door.session == session]
    open_ones = [door for door in found if discovery.is_open(door)]
    if not open_ones:
        sentence = _("No class with phones is going on here; begin one in another window first.")
        raise Trouble(sentence, ExitStatus.ENVIRONMENT)
    return open_ones[0]


def _ask(door: Door) -> NotesView | None:
    try:
        return discovery.ask_notes(door)
    except discovery.Shut:
        raise Trouble(_("The class has just ended."), ExitStatus.ENVIRONMENT) from None
