"""Open the store, or tell the user why this run is not saved."""

from __future__ import annotations

from etika_sim.environment import Environment
from etika_sim.library.files import is_file
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


def open_or_do_without(world: Environment, *, thorough: bool = False) -> Store | None:
    """Open the store of this laptop; None, after a sentence, when it cannot be used now."""
    try:
        store = open_store(world.store_path(), thorough=thorough)
    except StoreTrouble as trouble:
        say_not_kept(world, trouble)
        return None
    _say_if_mended(world, store)
    return store


def open_kept(world: Environment, *, make: bool = False) -> Store | None:
    """Open the store; None if there is none yet and none is to be made. Raises StoreTrouble."""
    path = world.store_path()
    if not make and not is_file(path):
        return None
    store = open_store(path)
    _say_if_mended(world, store)
    return store


def _say_if_mended(world: Environment, store: Store) -> None:
    """Say so if the store was damaged and a new one stands in its place."""
    if store.set_aside is not None:
        moved = _(
            "The file of your plays was damaged. It was set aside as {path}; what could be read is kept."
        )
        world.complain(moved.format(path=store.set_aside))


def say_not_kept(world: Environment, trouble: StoreTrouble) -> None:
    """Say why what comes now is not kept."""
    world.complain(_("{why} This play is not kept.").format(why=sentence_of(trouble)))


def sentence_of(trouble: StoreTrouble) -> str:
    """A trouble of the store in one sentence."""
    sentence = _TROUBLES.get(trouble.reason, N_("{path} cannot be used."))
    return _(sentence).format(path=trouble.path)
