"""Looking a word up in the registers of law and channels."""

from __future__ import annotations

from etika_sim.cli.context import Trouble
from etika_sim.environment import Environment, ExitStatus
from etika_sim.language.suggest import closest
from etika_sim.library.registers import registers
from etika_sim.locale import _
from etika_sim.views.law import looked_up


def look_up(world: Environment, word: str) -> None:
    """Show what the registers say of an id or a word; of none, all. Raises Trouble if that is nothing."""
    found = registers(world.language)
    page = looked_up(found, word)
    if not page:
        raise Trouble(_nothing_says(word, [*found.laws, *found.channels]), ExitStatus.FINDINGS)
    world.show(page)


def _nothing_says(word: str, known: list[str]) -> str:
    near = closest(word.upper(), known)
    hint = "" if near is None else " " + _("Did you mean {name}?").format(name=near)
    return _("Nothing in the registers says {word}.").format(word=word) + hint
