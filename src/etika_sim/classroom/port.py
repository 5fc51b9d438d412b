"""The port of a room: what screens and servers need of a class, wherever its events are kept."""

from __future__ import annotations

from typing import Protocol

from etika_sim.classroom.events import Event
from etika_sim.classroom.room import Heard
from etika_sim.classroom.state import Room


class RoomPort(Protocol):
    """One class: its room as it stands, a way to send events, and a way to wait for news."""

    @property
    def room(self) -> Room:
        """The room after all events heard so far."""

    @property
    def version(self) -> int:
        """How many events the room has heard; grows with each."""

    async def send(self, event: Event) -> Heard:
        """Let the room hear an event; it is kept when this returns. Raises what keeping raises."""

    async def changed(self, since: int) -> int:
        """Wait until the room has heard more than `since` events; the number it has heard then."""
