"""What the routes know of the class they serve: facts, none of the server's behaviour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from etika_sim.classroom.port import RoomPort
from etika_sim.model import Scenario

PORT = 8765
"""Where phones knock, unless the trainer names another port or somebody else is there."""


class ClassContext(NamedTuple):
    """The class that is served.

    `told` is the case in other languages than its own; `language` what a phone speaks until somebody
    chooses; `cite` gives the words for an id of law or channel in a language; `name` keeps two classes
    on one laptop apart; `clock` is the host's own. Whoever has `host_token` may read the notes.
    """

    room_port: RoomPort
    name: str
    told: Mapping[str, Scenario]
    language: str
    cite: Callable[[str, str], str]
    clock: Callable[[], float]
    host_token: str
