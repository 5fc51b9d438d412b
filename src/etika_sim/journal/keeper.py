"""One play going on: what is chosen is written down first, and only then seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from etika_sim.journal import plays
from etika_sim.journal.plays import Kept, Log
from etika_sim.model import Ending
from etika_sim.play.engine import Play, here
from etika_sim.play.record import ENDED


class Keeper:
    """A play and its log. Every method writes before it changes what `play` shows."""

    def __init__(self, log: Log, kept: Kept, now: Callable[[], str]) -> None:
        self.log, self.kept, self.now = log, kept, now

    @property
    def play(self) -> Play:
        """Where the play stands."""
        return self.kept.play

    def choose(self, choice: str) -> None:
        """Choose; an ending that is reached counts as seen. Raises NotOffered, NoWay, Taken, StoreTrouble."""
        self.kept = plays.chose(self.log, self.kept, choice, self.now())
        scene = here(self.play)
        if isinstance(scene, Ending):
            self.add(ENDED, {"ending": scene.id, "quality": scene.quality})

    def undo(self) -> None:
        """One step back. Raises NothingToUndo, Taken."""
        self.kept = plays.undid(self.log, self.kept, self.now())

    def add(self, kind: str, facts: Mapping[str, str]) -> None:
        """A note, a reflection, an answer, a commitment. Raises Taken."""
        self.kept = plays.added(self.log, self.kept, kind, facts, self.now())
