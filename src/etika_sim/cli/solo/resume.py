"""Resuming a play that was left: as it was, in the new version of its case, or not at all."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from etika_sim.cli.solo.keys import Key, meant
from etika_sim.cli.solo.open_store import say_not_kept
from etika_sim.cli.solo.prompt import Left
from etika_sim.environment import Environment
from etika_sim.journal import plays
from etika_sim.journal.owner import Owner
from etika_sim.journal.plays import CannotResume, Head, Kept, NullLog
from etika_sim.journal.recorded_play import Keeper
from etika_sim.library.load import Loaded
from etika_sim.locale import _
from etika_sim.play.engine import NoWay
from etika_sim.play.record import Stop
from etika_sim.store.log import Store
from etika_sim.store.rows import digest_of
from etika_sim.store.trouble import Gone, StoreTrouble, Taken
from etika_sim.views import resuming


class Ways(NamedTuple):
    """The play on the version it began with, and on that of now where it is another; None: not possible."""

    old: Kept | None
    new: tuple[Kept, Stop | None] | None


def offer_resume(
    world: Environment, store: Store, owner: Owner, loaded: Loaded | None, head: Head
) -> Keeper | None:
    """Offer a play; it, if the person goes on with it, or None. Raises Left, Closed, StoreTrouble."""
    ways = _ways(store, loaded, head)
    if ways == (None, None):
        world.say(_("The play that you left can no longer be read."))
        _give_up(world, store, head)
        return None
    world.write("\n")
    world.show(resuming.offer(*ways))
    wish = _ask_way(world, ways, anew=loaded is not None)
    if wish is Key.ON and ways.old is not None:
        return Keeper(store, ways.old, world.now)
    keeper = None
    if wish is not Key.NEW and ways.new is not None and loaded is not None:
        keeper = _carry_over(world, store, owner, ways.new[0], loaded)
    if keeper is None or keeper.keeps:
        _give_up(world, store, head)
    return keeper


def _carry_over(world: Environment, store: Store, owner: Owner, moved: Kept, loaded: Loaded) -> Keeper:
    """The play in the version that is loaded; unkept, after a sentence, if it cannot be written down."""
    try:
        return Keeper(store, plays.carry_over(store, owner, moved, loaded, world.now()), world.now)
    except StoreTrouble as trouble:
        say_not_kept(world, trouble)
        return Keeper(NullLog(), moved, world.now)


def _ways(store: Store, loaded: Loaded | None, head: Head) -> Ways:
    now = None if loaded is None else loaded.scenario
    same = loaded is not None and head.versions[:1] == (digest_of(loaded.sources[0]),)
    old = new = None
    with suppress(CannotResume, NoWay):
        # the same case in another language, or with another translation, goes the same way
        old = plays.resume(store, head.stream, now if same else None)
    if now is not None and not same:
        with suppress(CannotResume, NoWay):
            new = plays.resume(store, head.stream, now)
    return Ways(old[0] if old and old[1] is None else None, new)


def _give_up(world: Environment, store: Store, head: Head) -> None:
    """Offer it no more, unless another window plays it, or nothing can be written now."""
    with suppress(Taken, Gone, StoreTrouble):
        plays.give_up(store, head.stream, world.now())


def _ask_way(world: Environment, ways: Ways, *, anew: bool) -> Key:
    """Go on, begin anew, or move to the new version, as far as there is a way. Raises Left, Closed."""
    keys = {Key.ON} | ({Key.NEW} if anew else set())
    prompt = _("  Enter: go on · B: begin anew ") if anew else _("  Enter: go on ")
    if None not in ways:
        keys.add(Key.VERSION)
        prompt = _("  Enter: go on with the old version · V: move to the new one · B: begin anew ")
    while True:
        wish = meant(world.ask(prompt), world.language, 0)
        if wish in (Key.QUIT, Key.UNDO):
            raise Left
        if wish in keys:
            return Key(wish)
        world.say(_("Type one of the keys that are named, then Enter."))
