"""Menus: numbered lines, one number and Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from etika_sim.cli.solo.keys import Key, meant, number
from etika_sim.environment import Closed, Environment
from etika_sim.locale import _
from etika_sim.views import menu as view
from etika_sim.views.page import Gap, Prose


class Item(NamedTuple):
    """A line of a menu, and what it does."""

    label: str
    run: Callable[[], object]


class Leave(Exception):
    """The person wants to leave all menus."""


def pick(world: Environment, title: str, items: list[Item] | Callable[[], list[Item]], *, leave: str) -> None:
    """Show a menu again and again, its lines made anew if they may change, until one goes back.

    Raises Leave.
    """
    while True:
        now = items() if callable(items) else items
        world.write("\n")
        world.show(view.menu(title, [item.label for item in now]))
        wish = asked(world, len(now), leave)
        if wish is None:
            return
        now[wish].run()


def asked(world: Environment, count: int, leave: str, *, enter_leaves: bool = False) -> int | None:
    """The number typed, from 0; None to go back. Raises Leave.

    Help is shown; anything else is answered with a sentence. Enter alone goes back only where the
    prompt says so: in a menu, somebody who presses it once too often must not be put out.
    """
    prompt = _("  Number, then Enter ({leave}): ").format(leave=leave)
    while True:
        try:
            typed = world.ask(prompt)
        except Closed:
            return None
        wish = meant(typed, world.language, 0)
        if wish is Key.QUIT:
            raise Leave
        if wish is Key.UNDO or (wish is Key.ON and enter_leaves):
            return None
        if (n := number(typed.strip(), count)) is not None:
            return n
        if wish is Key.HELP:
            world.show((Gap(), *view.about()))
        else:
            world.show((Gap(), Prose((_("Type a number from 1 to {n}.").format(n=count),), "quiet"), Gap()))
