"""Menus: numbered lines, one number and Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from etika_sim.cli.context import Trouble
from etika_sim.cli.solo.ask_number import ask_number
from etika_sim.cli.solo.open_store import sentence_of
from etika_sim.environment import Environment
from etika_sim.store.trouble import StoreTrouble
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


def run_guarded(world: Environment, action: Callable[[], object]) -> None:
    """Do something; what stands in the way is one sentence, and the menu goes on."""
    try:
        action()
    except Trouble as trouble:
        world.complain(str(trouble))
    except StoreTrouble as trouble:
        world.complain(sentence_of(trouble))
