"""A play that is recorded as it goes on: what is chosen is written down first, and only then seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from etika_sim.journal import plays
from etika_sim.journal.plays import Kept, Log, NullLog
from etika_sim.model import Ending
from etika_sim.play.engine import Play, here
from etika_sim.play.record import CHOSE, CLOSED, ENDED, UNDID, Event


class Keeper:
    """A play and its log. Every method writes one event before it changes what `play` shows.

    They raise Taken, Gone, StoreTrouble; nothing has happened then, and they can be called again.
    """

    def __init__(self, log: Log, kept: Kept, now: Callable[[], str]) -> None:
        self.log, self.kept, self.now = log, kept, now

    @property
    def play(self) -> Play:
        """Where the play stands."""
        return self.kept.play

    @property
    def keeps(self) -> bool:
        """Whether what happens is written down."""
        return not isinstance(self.log, NullLog)

    @property
    def can_be_resumed(self) -> bool:
        """Whether this play is one to go on with later."""
        events = self.kept.record.events
        return self.keeps and bool(events) and events[-1].kind not in plays.OVER

    def keep_no_more(self) -> None:
        """Go on without writing down; what was written stays."""
        self.log = NullLog()

    def choose(self, choice: str) -> None:
        """Choose. Raises NotOffered, NoWay."""
        self.kept = plays.chose(self.log, self.kept, choice, self.now())

    def undo(self) -> None:
        """One step back. Raises NothingToUndo."""
        self.kept = plays.undid(self.log, self.kept, self.now())

    def add(self, kind: str, facts: Mapping[str, str]) -> None:
        """A note, a reflection, an answer, a commitment."""
        self.kept = plays.added(self.log, self.kept, kind, facts, self.now())

    def arrive(self) -> None:
        """If the play stands at an ending it counts as met from now on; once for each arrival."""
        scene = here(self.play)
        if isinstance(scene, Ending) and not self.has_arrived:
            self.add(ENDED, {"ending": scene.id, "quality": scene.quality})

    def close(self) -> None:
        """All is done: this play is not to be gone on with."""
        self.add(CLOSED, {})

    @property
    def has_arrived(self) -> bool:
        """Whether the ending where the play stands was shown already."""
        return any(event.kind == ENDED for event in self.since())

    @property
    def last_move(self) -> str:
        """Whether the play came here by a choice or by going back; empty at its beginning."""
        moves = [event.kind for event in self.kept.record.events if event.kind in (CHOSE, UNDID)]
        return moves[-1] if moves else ""

    def since(self) -> tuple[Event, ...]:
        """What has happened since the play came to where it stands."""
        events = self.kept.record.events
        moves = [event.n for event in events if event.kind in (CHOSE, UNDID)]
        return events[moves[-1] if moves else 0 :]
