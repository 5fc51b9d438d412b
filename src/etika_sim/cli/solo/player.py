"""A player's session: identity, store, and starting or resuming plays."""

from __future__ import annotations

from contextlib import suppress
from typing import Self

from etika_sim.cli.cases import dead_end_as_trouble
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.identify import identify
from etika_sim.cli.solo.loop import converse
from etika_sim.cli.solo.open_store import open_or_do_without, say_not_kept
from etika_sim.cli.solo.prompt import Desk, Left
from etika_sim.cli.solo.resume import offer_resume
from etika_sim.environment import Environment, ExitStatus
from etika_sim.journal import plays
from etika_sim.journal.owner import GUEST, Owner
from etika_sim.journal.plays import Head, Log, NullLog
from etika_sim.journal.recorded_play import Keeper
from etika_sim.library.files import CannotRead
from etika_sim.library.load import Loaded, NoSuchCase, load
from etika_sim.library.registers import Registers, registers
from etika_sim.model import Ending
from etika_sim.store.log import Store
from etika_sim.store.trouble import StoreTrouble


class Player:
    """Who plays, and the store of the laptop; without a store, or for a guest, nothing is kept."""

    def __init__(self, world: Environment, *, guest: bool = False) -> None:
        self.world = world
        self.store: Store | None = None if guest else open_or_do_without(world)
        self.owner: Owner = GUEST
        if self.store is not None:
            try:
                self.owner = identify(world, self.store)
            except StoreTrouble as trouble:
                say_not_kept(world, trouble)
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        """Let go of the store."""
        if self.store is not None:
            with suppress(StoreTrouble):
                self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def log(self) -> Log:
        """Where this person's plays are written down."""
        return self.store if self.store is not None and self.owner.keeps else NullLog()

    def unfinished(self) -> list[Head]:
        """The plays to go on with, the last one first; a damaged store is mended first, if it can be."""
        for _attempt in range(2):
            if self.store is None or not self.owner.keeps:
                break
            try:
                return plays.unfinished(self.store, self.owner)
            except StoreTrouble as trouble:
                self._without_store(trouble)
        return []

    def _without_store(self, trouble: StoreTrouble) -> None:
        """Do without a store that fails; a damaged one is replaced, with what could be read of it."""
        self.close()
        self.store = None
        if trouble.reason == "damaged":
            self.store = open_or_do_without(self.world, thorough=True)
        else:
            say_not_kept(self.world, trouble)

    def play(self, loaded: Loaded, seed: str, feedback: Feedback, *, reflect: bool) -> int:
        """Play a case: go on where it was left, or begin anew."""
        assert loaded.scenario is not None
        head = next((head for head in self.unfinished() if head.case == loaded.scenario.id), None)
        return self._play(loaded, head, seed, feedback, reflect=reflect)

    def go_on(self, head: Head) -> int:
        """Go on with a play that was left, even if its case is not to be found any more."""
        try:
            loaded: Loaded | None = load(head.case, self.world.language)
        except (NoSuchCase, CannotRead):
            loaded = None
        if loaded is not None and loaded.scenario is None:
            loaded = None
        return self._play(loaded, head, "", Feedback.NOW, reflect=False)

    def _play(
        self, loaded: Loaded | None, head: Head | None, seed: str, feedback: Feedback, *, reflect: bool
    ) -> int:
        with dead_end_as_trouble():
            try:
                keeper = self._resume(loaded, head)
            except Left:
                return ExitStatus.FINE
            if keeper is None and loaded is not None:
                keeper = self._begin(loaded, seed)
            if keeper is None:
                return ExitStatus.FINE
            found: Registers = registers(self.world.language) if loaded is None else loaded.registers
            return converse(Desk(self.world, found, keeper, feedback, self.endings_seen), reflect=reflect)

    def _resume(self, loaded: Loaded | None, head: Head | None) -> Keeper | None:
        """The play that was left, if the person goes on with it. Raises Left."""
        for _attempt in range(2):
            if head is None or self.store is None:
                break
            try:
                return offer_resume(self.world, self.store, self.owner, loaded, head)
            except StoreTrouble as trouble:
                self._without_store(trouble)
        return None

    def _begin(self, loaded: Loaded, seed: str) -> Keeper:
        """A new play; one that is not kept, after a sentence, if it cannot be written down."""
        log, now = self.log, self.world.now
        try:
            kept = plays.begin(log, self.owner, loaded, seed, now())
        except StoreTrouble as trouble:
            say_not_kept(self.world, trouble)
            log = NullLog()
            kept = plays.begin(log, self.owner, loaded, seed, now())
        return Keeper(log, kept, now)

    def endings_seen(self, keeper: Keeper) -> int | None:
        """How many endings of the case that is played this person has met; None when that is not kept."""
        scenario = keeper.play.scenario
        if self.store is None or not keeper.keeps:
            return None
        try:
            seen = plays.endings_seen(self.store, self.owner, scenario.id)
        except StoreTrouble:
            return None
        return sum(name in seen for name, scene in scenario.scenes.items() if isinstance(scene, Ending))
