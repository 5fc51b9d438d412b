"""Identification of the player: asked once on a private laptop, at every start on a shared one."""

from __future__ import annotations

from etika_sim.cli.solo.keys import Key, meant
from etika_sim.environment import Closed, Environment
from etika_sim.journal.owner import (
    LONGEST_ALIAS,
    MYSELF,
    Owner,
    is_alias,
    is_shared,
    known_as,
    remember_shared,
)
from etika_sim.locale import _
from etika_sim.store.log import Store
from etika_sim.views import menu
from etika_sim.views.page import Gap, Prose

_YES = {"y", "ya", "yes", "1"}
_NO = {"t", "tidak", "n", "no", "2"}


def identify(world: Environment, store: Store) -> Owner:
    """Ask who plays, where that must be asked; the owner of what is played. Raises Closed, StoreTrouble."""
    shared = is_shared(store)
    if shared is None:
        shared = _ask_if_shared(world)
        remember_shared(store, shared, world.now())
    return _ask_alias(world) if shared else MYSELF


def _ask_if_shared(world: Environment) -> bool:
    """Whether the laptop is shared; no other word is taken for an answer."""
    world.write("\n")
    world.show(menu.shared_question())
    while True:
        typed = _ask(world, _("  Yes (Y) or no (N): ")).casefold()
        if typed in _YES or typed in _NO:
            return typed in _YES
        world.say(_("Type Y for yes or N for no, then Enter. Q leaves."))


def _ask_alias(world: Environment) -> Owner:
    """An alias that can be typed the same way again, or a guest."""
    world.write("\n")
    world.show(menu.alias_question())
    while True:
        typed = _ask(world, "  > ")
        if meant(typed, world.language, 0) is Key.HELP:
            world.show((Gap(), *menu.alias_question()))
        elif is_alias(typed):
            return _confirm(world, known_as(typed))
        else:
            wanted = _("Choose letters and digits, {n} at most, so that you can type it again.")
            world.say(wanted.format(n=LONGEST_ALIAS))


def _confirm(world: Environment, owner: Owner) -> Owner:
    """The owner, once it is said who that is: a slip of the hand would be somebody else."""
    known = _("You play as {alias}.").format(alias=owner.alias)
    sentence = known if owner.keeps else _("You play as a guest; nothing is kept.")
    world.show((Gap(), Prose((sentence,), "quiet")))
    return owner


def _ask(world: Environment, prompt: str) -> str:
    """What is typed. Raises Closed, after a word of farewell, if that is the wish to leave."""
    typed = world.ask(prompt).strip()
    if meant(typed, world.language, 0) is Key.QUIT:
        world.show((Gap(), Prose((_("See you again."),), "quiet")))
        raise Closed
    return typed
