"""The prompt of menus: a number and Enter, or a way out."""

from __future__ import annotations

from etika_sim.cli.solo.keys import Key, meant, number
from etika_sim.environment import Closed, Environment
from etika_sim.locale import _
from etika_sim.views import menu as view
from etika_sim.views.page import Gap


class Leave(Exception):
    """The person wants to leave all menus."""


def ask_number(world: Environment, count: int, leave: str, *, enter_leaves: bool = False) -> int | None:
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
            world.say(_("Type a number from 1 to {n}.").format(n=count))
