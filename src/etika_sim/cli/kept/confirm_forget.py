"""Confirmation of a deletion: what would go with it, and the word that must be typed."""

from __future__ import annotations

from etika_sim.cli.context import Trouble
from etika_sim.environment import Environment
from etika_sim.locale import _, ngettext
from etika_sim.store.log import Store
from etika_sim.views.page import Block, Gap, Items, Prose

FORGET_WORDS = ("hapus", "forget")


def will_go(store: Store, what: str) -> tuple[Block, ...]:
    """What would go, and the backups and damaged files that go with whatever is forgotten."""
    lines = [what]
    if files := len(store.leftovers()):
        beside = ngettext(
            "{n} backup or damaged file, with all that is in it",
            "{n} backups and damaged files, with all that is in them",
            files,
        )
        lines.append(beside.format(n=files))
    ask = _("This will be deleted from this laptop, for good:")
    rest = _("Files that you exported or printed yourself stay where they are.")
    return Prose((ask,)), Items(tuple(("-", line) for line in lines)), Prose((rest,), "quiet"), Gap()


def confirm_forget(world: Environment) -> bool:
    """Ask for the word; whether it was typed, after a sentence where it was not. Raises Trouble, Closed."""
    if not world.interactive:
        raise Trouble(_("This is no terminal to ask in. To forget without being asked: --forget --yes"))
    typed = world.ask(_("  Type FORGET to delete it all (Enter: keep it): "))
    if typed.strip().casefold() in FORGET_WORDS:
        return True
    world.show((Prose((_("Nothing was deleted."),)), Gap()))
    return False
