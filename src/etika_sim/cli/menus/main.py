"""The front menu: everything can be reached from here, by someone who has never seen a terminal."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from itertools import groupby

from etika_sim import labels
from etika_sim.cli.cases import playable
from etika_sim.cli.context import Trouble
from etika_sim.cli.menus.menu import Item, Leave, pick
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.player import Sitting
from etika_sim.environment import Closed, Environment, ExitStatus
from etika_sim.journal.plays import Head
from etika_sim.library.catalogue import Entry, catalogue
from etika_sim.library.registers import registers
from etika_sim.locale import _
from etika_sim.prose import safe_line
from etika_sim.views import law, menu
from etika_sim.views.page import Gap, Prose

MOST_UNFINISHED = 3


def front(world: Environment) -> int:
    """The menu that opens when the program is called without a command."""
    try:
        sitting = Sitting(world)
    except Closed:
        return ExitStatus.FINE
    items = [
        Item(_("Practise alone"), partial(_practise, sitting)),
        Item(_("Teach a class"), partial(_teach, world)),
        Item(_("Write cases"), partial(_write, sitting)),
        Item(_("My notes"), partial(_notes, sitting)),
        Item(_("Law"), partial(_law, world)),
        Item(_("Help"), partial(world.show, menu.about())),
    ]
    with sitting, suppress(Leave):
        pick(world, _("etika-sim: ethics in public service"), items, leave=_("Q: leave"))
    world.show((Gap(), Prose((_("See you again."),), "quiet")))
    return ExitStatus.FINE


def _teach(world: Environment) -> None:
    from etika_sim.cli.menus.teach import teaching

    teaching(world)


def _write(sitting: Sitting) -> None:
    from etika_sim.cli.menus.write import workshop

    workshop(sitting)


def _notes(sitting: Sitting) -> None:
    from etika_sim.cli.menus.my_notes import notes

    notes(sitting)


def _practise(sitting: Sitting) -> None:
    """Plays to go on with, then the modules that have cases."""
    world = sitting.world
    entries = [entry for entry in catalogue(world.language, cache=world.cache_path()) if entry.sound]
    modules = []
    for number, group in groupby(entries, lambda entry: entry.module):
        label = _("Module {n}: {title}").format(n=number, title=labels.module(number))
        modules.append(Item(label, partial(_module, sitting, label, list(group))))

    def items() -> list[Item]:
        return [*(_goes_on(sitting, head) for head in sitting.unfinished()[:MOST_UNFINISHED]), *modules]

    pick(world, _("Practise alone"), items, leave=_("U: back"))


def _goes_on(sitting: Sitting, head: Head) -> Item:
    label = _("Go on: {title}").format(title=safe_line(head.title))
    return Item(label, partial(_go_on, sitting, head))


def _module(sitting: Sitting, title: str, entries: list[Entry]) -> None:
    items = [Item(safe_line(entry.title), partial(_play, sitting, str(entry.path))) for entry in entries]
    pick(sitting.world, title, items, leave=_("U: back"))


def _play(sitting: Sitting, case: str) -> None:
    """Play a case; what stands in the way is said, and the menu goes on."""
    try:
        sitting.play(playable(case, None), "", Feedback.NOW, reflect=False)
    except Trouble as trouble:
        sitting.world.complain(str(trouble))


def _go_on(sitting: Sitting, head: Head) -> None:
    """Go on with a play; what stands in the way is said, and the menu goes on."""
    try:
        sitting.go_on(head)
    except Trouble as trouble:
        sitting.world.complain(str(trouble))


def _law(world: Environment) -> None:
    """Look up words in the registers until none is given."""
    found = registers(world.language)
    while True:
        word = world.ask(_("  An id or a word of the law (Enter: back): ")).strip()
        if not word:
            return
        page = law.looked_up(found, word)
        nothing = Prose((_("Nothing in the registers says {word}.").format(word=safe_line(word)),), "quiet")
        world.show((Gap(), *(page or (nothing,)), Gap()))
