"""Menus: numbered lines, one number and Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from etika_sim.cli.solo.ask_number import ask_number
from etika_sim.environment import Environment
from etika_sim.views import menu as view


class Item(NamedTuple):
    """A line of a menu, and what it does."""

    label: str
    run: Callable[[], object]


def pick(world: Environment, title: str, items: list[Item] | Callable[[], list[Item]], *, leave: str) -> None:
    """Show a menu again and again, its lines made anew if they may change, until one goes back.

    Raises Leave.
    """
    while True:
        now = items() if callable(items) else items
        world.write("\n")
        world.show(view.menu(title, [item.label for item in now]))
        wish = ask_number(world, len(now), leave)
        if wish is None:
            return
        now[wish].run()
