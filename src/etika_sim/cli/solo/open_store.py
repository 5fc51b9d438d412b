"""Getting at what the laptop remembers, or saying why this time nothing is kept."""

from __future__ import annotations

from etika_sim.environment import Environment
from etika_sim.locale import N_, _
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.trouble import StoreTrouble

_TROUBLES = {
    "newer": N_("{path} was written by a newer version of this program; it is left untouched."),
    "foreign": N_("{path} belongs to another program; it is left untouched."),
    "read-only": N_("{path} may not be written."),
    "denied": N_("{path} may not be read."),
    "full": N_("The disk is full."),
    "busy": N_("{path} is held by another window."),
    "moved": N_("{path} was taken away while it was in use."),
    "damaged": N_("{path} is damaged."),
}


def opened(world: Environment, *, thorough: bool = False) -> Store | None:
    """The store of this laptop; None, after a sentence, when it cannot be used now."""
    try:
        store = open_store(world.store_path(), thorough=thorough)
    except StoreTrouble as trouble:
        not_kept(world, trouble)
        return None
    say_if_mended(world, store)
    return store


def say_if_mended(world: Environment, store: Store) -> None:
    """Say so if the store was damaged and a new one stands in its place."""
    if store.set_aside is not None:
        moved = _(
            "The file of your plays was damaged. It was set aside as {path}; what could be read is kept."
        )
        world.complain(moved.format(path=store.set_aside))


def not_kept(world: Environment, trouble: StoreTrouble) -> None:
    """Say why what comes now is not kept."""
    world.complain(_("{why} This play is not kept.").format(why=said(trouble)))


def said(trouble: StoreTrouble) -> str:
    """A trouble of the store in one sentence."""
    sentence = _TROUBLES.get(trouble.reason, N_("{path} cannot be used."))
    return _(sentence).format(path=trouble.path)
