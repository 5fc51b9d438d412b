"""What things are called in a document; whoever asks for one knows the words of the user's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from etika_sim.model import Principle


class Names(NamedTuple):
    """The names of a module by its number, a practice by its id, a principle."""

    module: Callable[[int], str]
    practice: Callable[[str], str]
    principle: Callable[[Principle], str]
