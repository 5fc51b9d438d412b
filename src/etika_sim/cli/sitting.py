"""One person's sitting: who it is, what is kept, and getting a play to go on with."""

from __future__ import annotations

from functools import partial

from etika_sim.cli.converse import converse
from etika_sim.cli.desk import Desk
from etika_sim.cli.feedback import Feedback
from etika_sim.cli.keys import Key, meant
from etika_sim.cli.memory import opened
from etika_sim.cli.who import who
from etika_sim.environment import Closed, Environment
from etika_sim.journal import plays
from etika_sim.journal.keeper import Keeper
from etika_sim.journal.owner import GUEST, Owner
from etika_sim.journal.plays import CannotResume, Forgetful, Head, Log
from etika_sim.library.load import Loaded
from etika_sim.locale import _
from etika_sim.play.record import LEFT
from etika_sim.store.log import Store
from etika_sim.store.rows import digest_of
from etika_sim.views import resuming
from etika_sim.views.page import Gap, Prose


class Sitting:
    """Who plays, and the store of the laptop; without a store, or for a guest, nothing is kept."""

    def __init__(self, world: Environment, *, guest: bool = False) -> None:
        self.world = world
        self.store: Store | None = None if guest else opened(world)
        self.owner: Owner = GUEST if self.store is None else who(world, self.store)
        self.log: Log = self.store if self.store is not None and self.owner.keeps else Forgetful()

    def unfinished(self) -> list[Head]:
        """The plays to go on with, the last one first."""
        if self.store is None or not self.owner.keeps:
            return []
        return plays.unfinished(self.store, self.owner)

    def play(self, loaded: Loaded, seed: str, feedback: Feedback, *, reflect: bool) -> int:
        """Play a case: go on where it was left, or begin anew."""
        assert loaded.scenario is not None
        head = next((head for head in self.unfinished() if head.case == loaded.scenario.id), None)
        keeper = None if head is None else self.resumed(loaded, head)
        if keeper is None:
            begun = plays.begin(self.log, self.owner, loaded, seed, self.world.now())
            keeper = Keeper(self.log, begun, self.world.now)
        seen = partial(self.endings_seen, loaded.scenario.id)
        return converse(Desk(self.world, loaded.registers, keeper, feedback, seen), reflect=reflect)

    def endings_seen(self, case: str) -> int | None:
        """How many endings of a case this person has met; None when nothing is kept."""
        if self.store is None or not self.owner.keeps:
            return None
        return len(plays.endings_seen(self.store, self.owner, case))

    def resumed(self, loaded: Loaded, head: Head) -> Keeper | None:
        """The unfinished play, if the person wants to go on with it; None to begin anew."""
        assert self.store is not None
        try:
            kept, _stop = plays.resume(self.store, head.stream)
        except CannotResume:
            return None
        changed = head.versions[0] != digest_of(loaded.sources[0])
        moved = plays.resume(self.store, head.stream, loaded.scenario) if changed else None
        self.world.write("\n")
        self.world.show(resuming.offer(kept, moved))
        keeper = Keeper(self.store, kept, self.world.now)
        wish = self.wish(newer=moved is not None)
        if wish is Key.ON:
            return keeper
        keeper.add(LEFT, {})
        if wish is Key.VERSION and moved is not None:
            over = plays.carried(self.store, self.owner, moved[0], loaded, self.world.now())
            return Keeper(self.store, over, self.world.now)
        return None

    def wish(self, *, newer: bool) -> Key:
        """Go on, begin anew, or move to the newer version if there is one."""
        prompt = _("  Enter: go on · B: begin anew ")
        if newer:
            prompt = _("  Enter: go on with the old version · V: move to the new one · B: begin anew ")
        while True:
            wish = meant(self.world.ask(prompt), self.world.language, 0)
            if wish in (Key.ON, Key.NEW) or (newer and wish is Key.VERSION):
                return Key(wish)
            if wish is Key.QUIT:
                raise Closed
            self.world.show((Gap(), Prose((_("Type one of the keys that are named, then Enter."),), "quiet")))
