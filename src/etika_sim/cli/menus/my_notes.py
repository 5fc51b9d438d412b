"""The menu "My notes": progress, a sheet to print, export and import, and deleting it all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from etika_sim.cli.context import Trouble
from etika_sim.cli.kept.own_plays import OwnPlays, nothing_kept
from etika_sim.cli.kept.practice import show_progress
from etika_sim.cli.menus.menu import Item, pick, run_guarded
from etika_sim.cli.solo.player import Player
from etika_sim.environment import Environment
from etika_sim.locale import _
from etika_sim.prose import UNSAFE
from etika_sim.views.page import Gap, Prose


def run_notes_menu(player: Player) -> None:
    """The menu "My notes"; for a guest, or without a store, one sentence."""
    world, store = player.world, player.store
    if store is None or not player.owner.keeps:
        world.show((Gap(), Prose((nothing_kept(),)), Gap()))
        return
    own = OwnPlays(world, store, player.owner)
    items = [
        Item(_("How practice goes"), partial(show_progress, world, store, player.owner)),
        Item(_("A sheet to print"), partial(_write_to_file, world, own.print_sheet, ".html")),
        Item(_("Write all to a file"), partial(_write_to_file, world, own.export, ".json")),
        Item(_("Bring back from a file"), partial(_write_to_file, world, own.bring_back, "")),
        Item(_("Delete all my notes"), own.forget),
    ]
    guarded = [item._replace(run=partial(run_guarded, world, item.run)) for item in items]
    pick(world, _("My notes"), guarded, leave=_("U: back"))


def _write_to_file(world: Environment, write: Callable[[Path], int], suffix: str) -> None:
    """Ask for the name of a file, and do something with it; Enter alone goes back."""
    name = world.ask(_("  Name of the file (Enter: back): ")).strip().strip('"')
    if UNSAFE.search(name):
        raise Trouble(_("{path} cannot be used.").format(path=name))
    path = Path(name)
    with suppress(RuntimeError):  # whoever has no home
        path = path.expanduser()
    if path.name:
        write(path if path.suffix or not suffix else path.with_name(f"{path.name}{suffix}"))
