"""Main menu: everything can be reached from here, by someone who has never seen a terminal."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from etika_sim.cli.cases import playable
from etika_sim.cli.menus.menu import Item, pick, run_guarded
from etika_sim.cli.menus.pick_case import pick_case
from etika_sim.cli.solo.ask_number import Leave
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.player import Player
from etika_sim.environment import Closed, Environment, ExitStatus
from etika_sim.journal.plays import Head
from etika_sim.library.registers import registers
from etika_sim.locale import _
from etika_sim.prose import safe_line
from etika_sim.views import law, menu
from etika_sim.views.page import Gap, Prose

MOST_UNFINISHED = 3


def run_main_menu(world: Environment) -> int:
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
    from etika_sim.cli.menus.teach import run_teaching_menu

    run_teaching_menu(world)


def _write(player: Player) -> None:
    from etika_sim.cli.menus.write import run_writing_menu

    run_writing_menu(player)


def _notes(player: Player) -> None:
    from etika_sim.cli.menus.my_notes import run_notes_menu

    run_notes_menu(player)


def _practise(player: Player) -> None:
    """Plays to go on with, then the modules that have cases. Raises Leave."""

    def unfinished() -> list[Item]:
        return [_item_of(player, head) for head in player.unfinished()[:MOST_UNFINISHED]]

    pick_case(player.world, _("Practise alone"), partial(_play, player), unfinished)


def _item_of(player: Player, head: Head) -> Item:
    label = _("Go on: {title}").format(title=safe_line(head.title))
    return Item(label, partial(run_guarded, player.world, partial(player.go_on, head)))


def _play(player: Player, case: str) -> None:
    """Play a case. Raises Trouble."""
    player.play(playable(case, None), "", Feedback.NOW, reflect=False)


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
