"""The menu "Write cases", by number and Enter, for someone who has never seen a terminal."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from etika_sim import labels
from etika_sim.authoring.naming import free
from etika_sim.cli.author import exchange
from etika_sim.cli.author.create import SHEET_NAME, create_from_template, id_for
from etika_sim.cli.author.draw_map import draw_map
from etika_sim.cli.author.editor import open_in_editor
from etika_sim.cli.author.sheet import create_from_sheet, write_blank_sheet
from etika_sim.cli.author.watch_loop import watch
from etika_sim.cli.cases import playable
from etika_sim.cli.context import cannot_read
from etika_sim.cli.menus.menu import Item, pick, run_guarded
from etika_sim.cli.solo.ask_number import Leave
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.keys import Key, meant, number
from etika_sim.cli.solo.player import Player
from etika_sim.language.limits import LARGEST
from etika_sim.library import folders
from etika_sim.library.catalogue import Entry, catalogue
from etika_sim.library.examine import examine
from etika_sim.library.files import CannotRead, real
from etika_sim.locale import _
from etika_sim.prose import safe_line
from etika_sim.views import authoring, findings
from etika_sim.views.page import Gap, Prose

MODULES = 6


def run_writing_menu(player: Player) -> None:
    """The menu of an author. Raises Leave."""
    shop = _Workshop(player)
    items = [
        Item(_("A new case"), shop.begin),
        Item(_("Check a case"), partial(shop.with_case, _("Check a case"), shop.check)),
        Item(_("Try a case"), partial(shop.with_case, _("Try a case"), shop.play)),
        Item(_("See the map of a case"), partial(shop.with_case, _("See the map of a case"), shop.draw_map)),
        Item(
            _("Open a case in an editor"), partial(shop.with_case, _("Open a case in an editor"), shop.edit)
        ),
        Item(_("Watch a case while you write"), partial(shop.with_case, _("Watch a case"), shop.watch)),
        Item(_("Share a case"), partial(shop.with_case, _("Share a case"), shop.share)),
        Item(_("Open a case that you were sent"), shop.receive),
    ]
    pick(player.world, _("Write cases"), items, leave=_("U: back"))


class _Workshop:
    """What an author can do from the menu; what stands in the way is said, and the menu goes on."""

    def __init__(self, player: Player) -> None:
        self.player, self.world = player, player.world

    def ask_line(self, prompt: str) -> str:
        """A line of the author's own words; empty to go back. Raises Leave, Closed."""
        typed = self.world.ask(prompt).strip()
        wish = meant(typed, self.world.language, 0)
        if wish is Key.QUIT:
            raise Leave
        return "" if wish in (Key.UNDO, Key.ON) else typed

    # --- a new case -------------------------------------------------------------------------

    def begin(self) -> None:
        """A new case: from a template, or from a sheet. Raises Leave."""
        items = [
            Item(_("A small case to start from (two decisions)"), partial(self.from_template, small=True)),
            Item(_("A whole case to start from (five decisions)"), partial(self.from_template, small=False)),
            Item(_("A sheet for a spreadsheet, to fill in"), self.blank_sheet),
            Item(_("A case from a filled-in sheet"), self.from_sheet),
        ]
        pick(self.world, _("A new case"), items, leave=_("U: back"))

    def from_template(self, *, small: bool) -> None:
        """Ask for a title and a module, and write a case. Raises Leave, Closed."""
        title = self.ask_line(_("  The title of your case (Enter: back): "))
        module = self.ask_module() if title else None
        if module is None:
            return
        case = id_for(title, folders.own())
        run_guarded(self.world, lambda: create_from_template(self.world, case, module, title, small=small))

    def ask_module(self) -> int | None:
        """The number of a module; None to go back. Raises Leave, Closed."""
        titles = [f"{n}. {labels.module(n)}" for n in range(1, MODULES + 1)]
        self.world.show((Gap(), *(Prose((title,)) for title in titles), Gap()))
        while typed := self.ask_line(_("  The module, 1 to 6 (Enter: back): ")):
            if (n := number(typed, MODULES)) is not None:
                return n + 1
            self.world.say(_("Type a number from 1 to {n}.").format(n=MODULES))
        return None

    def blank_sheet(self) -> None:
        """Write the sheet to fill in."""
        sheets = {file.stem for file in folders.own().glob("*.csv")}
        path = folders.own() / f"{free(Path(SHEET_NAME).stem, sheets)}.csv"
        run_guarded(self.world, lambda: write_blank_sheet(self.world, path))

    def from_sheet(self) -> None:
        """Ask for a sheet, and make a case of it. Raises Leave, Closed."""
        file = self.ask_file(_("  The file of the sheet; you can drag it into this window (Enter: back): "))
        if file is None:
            return
        run_guarded(self.world, lambda: create_from_sheet(self.world, "", file))

    def ask_file(self, prompt: str) -> Path | None:
        """A file, typed or dragged into the window; None to go back. Raises Leave, Closed."""
        typed = self.ask_line(prompt)
        return dragged(typed) if typed else None

    # --- one of the author's cases ----------------------------------------------------------

    def with_case(self, title: str, action: Callable[[Entry], object]) -> None:
        """Pick one of the author's cases, and do something with it. Raises Leave."""
        entries = self.entries()
        if not entries:
            self.world.say(_("You have no case yet. Begin one with: A new case."))
            return

        def chosen(entry: Entry) -> None:
            run_guarded(self.world, lambda: action(entry))

        items = [Item(_label(entry), partial(chosen, entry)) for entry in entries]
        pick(self.world, title, items, leave=_("U: back"))

    def entries(self) -> list[Entry]:
        """The author's own cases, those with errors last."""
        return [one for one in catalogue(self.world.language, cache=self.world.cache_path()) if one.own]

    def check(self, entry: Entry) -> None:
        """Show what the check finds."""
        try:
            checked = examine([entry.path], LARGEST, self.world.now()[:10])
        except CannotRead as error:
            raise cannot_read(error) from None
        self.world.show((Gap(), *findings.report(checked, every=False), Gap()))

    def draw_map(self, entry: Entry) -> None:
        """Show where the choices of the case lead."""
        self.world.write("\n")
        draw_map(self.world, str(entry.path))

    def play(self, entry: Entry) -> None:
        """Play the case; nothing of it is kept."""
        loaded = playable(str(entry.path), None)
        with Player(self.world, guest=True) as guest:
            guest.play(loaded, "", Feedback.NOW, reflect=False)

    def edit(self, entry: Entry) -> None:
        """Open the case in an editor, or say where it lies."""
        self.world.show(authoring.placed(open_in_editor(self.world, entry.path), real(entry.path)))

    def watch(self, entry: Entry) -> None:
        """Watch the case until Ctrl+C, then come back here."""
        try:
            watch(self.world, str(entry.path))
        except KeyboardInterrupt:
            self.world.write("\n")

    def share(self, entry: Entry) -> None:
        """Pack the case into a zip beside the author's folder."""
        folder = folders.own().parent
        zips = {file.stem for file in folder.glob("*.zip")}
        exchange.share(self.world, str(entry.path), folder / f"{free(entry.path.stem, zips)}.zip")

    def receive(self) -> None:
        """Ask for a zip, and take in what is in it. Raises Leave, Closed."""
        file = self.ask_file(_("  The zip; you can drag it into this window (Enter: back): "))
        if file is not None:
            run_guarded(self.world, lambda: exchange.receive(self.world, file))


def dragged(typed: str) -> Path:
    """The path that a window writes when a file is dragged into it: quoted, or with backslashes."""
    typed = typed.removeprefix("& ").strip()
    if typed[:1] in ("'", '"') and typed[-1:] == typed[:1] and len(typed) > 1:
        return Path(typed[1:-1])
    return Path(typed if os.name == "nt" else re.sub(r"\\(.)", r"\1", typed)).expanduser()


def _label(entry: Entry) -> str:
    name = f"{safe_line(entry.title)} ({safe_line(entry.id)})" if entry.title else safe_line(entry.id)
    return name if entry.sound else _("{name}: has errors").format(name=name)
