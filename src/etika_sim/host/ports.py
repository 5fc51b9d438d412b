"""What the projector needs from outside: clock, randomness, citations, journal; and its exit reasons."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from etika_sim.host.colours import Theme


class End(Enum):
    """How the screen was left: by the trainer, by a signal, or since another window has the class."""

    LEFT = "left"
    SIGNALLED = "signalled"
    TAKEN = "taken"


def _no_trouble(error: Exception) -> str:
    raise error


class Disk(NamedTuple):
    """What stands between the class and the disk.

    `said` tells a trouble of the journal in a sentence, or raises what is none; `wait` goes on without
    the disk until it can be written again; `held` counts the events that are not written. Nothing is
    kept at all of a class where `is_there` is False. `is_lost` knows an error that says that another
    window has the class: then this one ends.
    """

    said: Callable[[Exception], str] = _no_trouble
    wait: Callable[[], object] = lambda: None
    held: Callable[[], int] = lambda: 0
    is_lost: Callable[[Exception], bool] = lambda _error: False
    is_there: bool = True


class Outside(NamedTuple):
    """What the screen is told of the world: clock, four signs by chance, words of law, how it may draw."""

    clock: Callable[[], float]
    chance: Callable[[], str]
    cite: Callable[[str], str]
    theme: Theme = Theme.LIGHT
    draws: bool = True
    disk: Disk = Disk()
