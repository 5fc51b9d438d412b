"""The front menu: everything can be reached from here, by someone who has never seen a terminal."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from itertools import groupby

from etika_sim import labels
from etika_sim.cli.cases import playable
from etika_sim.cli.context import Trouble
from etika_sim.cli.menus.menu import Item, pick
from etika_sim.cli.solo.ask_number import Leave
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.player import Player
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
        player = Player(world)
    except Closed:
        return ExitStatus.FINE
    items = [
        Item(_("Practise alone"), partial(_practise, player)),
        Item(_("Teach a class"), partial(_teach, world)),
        Item(_("Write cases"), partial(_write, player)),
        Item(_("My notes"), partial(_notes, player)),
        Item(_("Law"), partial(_law, world)),
        Item(_("Help"), partial(world.show, menu.about())),
    ]
    with player, suppress(Leave):
        pick(world, _("etika-sim: ethics in public service"), items, leave=_("Q: leave"))
    world.show((Gap(), Prose((_("See you again."),), "quiet")))
    return ExitStatus.FINE


def _teach(world: Environment) -> None:
    from etika_sim.cli.menus.teach import teaching

    teaching(world)


def _write(player: Player) -> None:
    from etika_sim.cli.menus.write import workshop

    workshop(player)


def _notes(player: Player) -> None:
    from etika_sim.cli.menus.my_notes import notes

    notes(player)


def _practise(player: Player) -> None:
    """Plays to go on with, then the modules that have cases."""
    world = player.world
    entries = [entry for entry in catalogue(world.language, cache=world.cache_path()) if entry.sound]
    modules = []
    for number, group in groupby(entries, lambda entry: entry.module):
        label = _("Module {n}: {title}").format(n=number, title=labels.module(number))
        modules.append(Item(label, partial(_module, player, label, list(group))))

    def items() -> list[Item]:
        return [*(_goes_on(player, head) for head in player.unfinished()[:MOST_UNFINISHED]), *modules]

    pick(world, _("Practise alone"), items, leave=_("U: back"))


def _goes_on(player: Player, head: Head) -> Item:
    label = _("Go on: {title}").format(title=safe_line(head.title))
    return Item(label, partial(_go_on, player, head))


def _module(player: Player, title: str, entries: list[Entry]) -> None:
    items = [Item(safe_line(entry.title), partial(_play, player, str(entry.path))) for entry in entries]
    pick(player.world, title, items, leave=_("U: back"))


def _play(player: Player, case: str) -> None:
    """Play a case; what stands in the way is said, and the menu goes on."""
    try:
        player.play(playable(case, None), "", Feedback.NOW, reflect=False)
    except Trouble as trouble:
        player.world.complain(str(trouble))


def _go_on(player: Player, head: Head) -> None:
    """Go on with a play; what stands in the way is said, and the menu goes on."""
    try:
        player.go_on(head)
    except Trouble as trouble:
        player.world.complain(str(trouble))


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
