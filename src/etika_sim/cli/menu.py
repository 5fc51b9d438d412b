"""Menus: numbered lines, one number and Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from etika_sim.cli.keys import Key, meant
from etika_sim.environment import Closed, Environment
from etika_sim.locale import _
from etika_sim.views import menu as view
from etika_sim.views.page import Gap, Prose


class Item(NamedTuple):
    """A line of a menu, and what it does."""

    label: str
    run: Callable[[], object]


def pick(world: Environment, title: str, items: list[Item], *, leave: str) -> None:
    """Show a menu again and again until the person leaves it."""
    while True:
        world.write("\n")
        world.show(view.menu(title, [item.label for item in items]))
        wish = number(world, len(items), leave)
        if wish is None:
            return
        items[wish].run()


def number(world: Environment, count: int, leave: str) -> int | None:
    """The number typed, from 0; None to leave. Anything else is answered with a sentence."""
    prompt = _("  Number, then Enter ({leave}): ").format(leave=leave)
    while True:
        try:
            typed = world.ask(prompt).strip()
        except Closed:
            return None
        if typed.isascii() and typed.isdecimal() and 1 <= int(typed[:4]) <= count:
            return int(typed) - 1
        wish = meant(typed, world.language, 0)
        if wish in (Key.QUIT, Key.UNDO, Key.ON):
            return None
        world.show((Gap(), Prose((_("Type a number from 1 to {n}.").format(n=count),), "quiet"), Gap()))
