"""Actions a key can produce: events for the room, another sheet, a panel, a question to answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from etika_sim.classroom.events import TrainerEvent
from etika_sim.model import Scenario
from etika_sim.views.stage.panels import Panel


class SendEvents(NamedTuple):
    """Events for the room, without their time, kept together: all of them are on disk or none.

    `panel` is laid over the wall when all were accepted.
    """

    events: tuple[TrainerEvent, ...]
    panel: Panel | None = None


class Turn(NamedTuple):
    """So many sheets on; below 0 back."""

    by: int


class ShowPanel(NamedTuple):
    """Lay a panel over the wall; NONE takes it away."""

    panel: Panel


class Say(NamedTuple):
    """Tell the trainer something, at the foot of the wall."""

    text: str


class Ask(NamedTuple):
    """A question at the foot of the wall, and what is wanted once it is answered.

    With `is_line` a line is typed and ended with Enter, else one key is the answer. `hides` shows no
    digit of what is typed, since the class looks on. `offers` stand on the wall meanwhile, numbered.
    """

    text: str
    then: Callable[[str], Action]
    is_line: bool = False
    hides: bool = False
    offers: tuple[str, ...] = ()


class NextAddress(NamedTuple):
    """Show the next address of this laptop."""


class Quit(NamedTuple):
    """End here; the class stays kept as it stands."""


Action = SendEvents | Turn | ShowPanel | Say | Ask | NextAddress | Quit | None
"""None: the key means nothing here."""


class At(NamedTuple):
    """Where the wall stands when a key is pressed.

    `calm` counts the seconds since the last key, `seen` those since this step began. `chance` gives a
    new seed or a new word to come in by, `is_served` says whether phones can come in at all,
    `is_kept` whether the class can be gone on with, `told` is the case in the language of the screen.
    """

    page: int = 0
    pages: int = 1
    panel: Panel = Panel.NONE
    calm: float = 60.0
    seen: float = 60.0
    chance: Callable[[], str] = str
    is_served: bool = True
    is_kept: bool = True
    told: Scenario | None = None


def sure(text: str, wish: Action) -> Ask:
    """Ask first; any key but a yes leaves everything as it is."""
    return Ask(text, lambda key: wish if key.lower() == "y" else None)


def do(event: TrainerEvent) -> SendEvents:
    """One event for the room."""
    return SendEvents((event,))
