"""Who is playing: asked once on a private laptop, at every start on a shared one."""

from __future__ import annotations

from etika_sim.environment import Environment
from etika_sim.journal.owner import MYSELF, Owner, is_shared, known_as, remember_shared
from etika_sim.locale import _
from etika_sim.store.log import Store
from etika_sim.views import menu

_YES = {"y", "ya", "yes", "1"}
_NO = {"t", "tidak", "n", "no", "2"}


def who(world: Environment, store: Store) -> Owner:
    """The owner of what is played now. Raises Closed, StoreTrouble."""
    shared = is_shared(store)
    if shared is None:
        shared = _asked(world)
        remember_shared(store, shared, world.now())
    if not shared:
        return MYSELF
    world.write("\n")
    world.show(menu.alias_question())
    return known_as(world.ask("  > "))


def _asked(world: Environment) -> bool:
    world.write("\n")
    world.show(menu.shared_question())
    while True:
        typed = world.ask(_("  Yes (Y) or no (N): ")).strip().casefold()
        if typed in _YES or typed in _NO:
            return typed in _YES
