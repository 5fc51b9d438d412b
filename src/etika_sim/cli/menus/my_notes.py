"""A person's own notes: read, a decision tried again for practice, and what else can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from etika_sim.cli.cases import whole_way
from etika_sim.cli.context import Trouble
from etika_sim.cli.kept.own_plays import Belongings
from etika_sim.cli.menus.menu import Item, asked, pick
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.keys import Key
from etika_sim.cli.solo.open_store import said
from etika_sim.cli.solo.player import Sitting
from etika_sim.cli.solo.prompt import Desk, Left
from etika_sim.environment import Environment
from etika_sim.journal.owner import Owner
from etika_sim.journal.plays import Forgetful
from etika_sim.journal.practice import before
from etika_sim.journal.progress import Look, looks, progress
from etika_sim.journal.recorded_play import Keeper
from etika_sim.library.folders import find
from etika_sim.library.registers import registers
from etika_sim.locale import _
from etika_sim.play.engine import options
from etika_sim.prose import UNSAFE
from etika_sim.store.log import Store
from etika_sim.store.trouble import StoreTrouble
from etika_sim.views import progress as view
from etika_sim.views import scene
from etika_sim.views.page import Gap, Prose
from etika_sim.views.scene import LETTERS


def notes(sitting: Sitting) -> None:
    """The menu "My notes"; for a guest, or without a store, one sentence."""
    world, store = sitting.world, sitting.store
    if store is None or not sitting.owner.keeps:
        say(world, nothing_kept())
        return
    own = Belongings(world, store, sitting.owner)
    items = [
        Item(_("How practice goes"), partial(show, world, store, sitting.owner)),
        Item(_("A sheet to print"), partial(_to_file, world, own.print_sheet, ".html")),
        Item(_("Write all to a file"), partial(_to_file, world, own.export, ".json")),
        Item(_("Bring back from a file"), partial(_to_file, world, own.bring_back, "")),
        Item(_("Delete all my notes"), own.forget),
    ]
    guarded = [item._replace(run=partial(_guarded, world, item.run)) for item in items]
    pick(world, _("My notes"), guarded, leave=_("U: back"))


def nothing_kept() -> str:
    """What is said to a guest, and where no store is."""
    return _("Nothing is kept of a guest. Give an alias at the start to find your notes again.")


def say(world: Environment, sentence: str) -> None:
    """One sentence, apart from what stands before."""
    world.show((Gap(), Prose((sentence,)), Gap()))


def _guarded(world: Environment, run: Callable[[], object]) -> None:
    """Do it; what stands in the way is said, and the menu goes on."""
    try:
        run()
    except Trouble as trouble:
        world.complain(str(trouble))
    except StoreTrouble as trouble:
        world.complain(said(trouble))


def _to_file(world: Environment, write: Callable[[Path], int], suffix: str) -> None:
    """Ask for the name of a file, and do something with it; Enter alone goes back."""
    name = world.ask(_("  Name of the file (Enter: back): ")).strip().strip('"')
    if UNSAFE.search(name):
        raise Trouble(_("{path} cannot be used.").format(path=name))
    path = Path(name)
    with suppress(RuntimeError):  # whoever has no home
        path = path.expanduser()
    if path.name:
        write(path if path.suffix or not suffix else path.with_name(f"{path.name}{suffix}"))


def show(world: Environment, store: Store, owner: Owner) -> None:
    """The page, and as long as somebody wants to, decisions to try again. Raises StoreTrouble."""
    found = progress(store, owner)
    world.write("\n" if world.interactive else "")
    world.show(view.page(found))
    chances = looks(found.finished)
    while chances and world.interactive:
        wish = asked(world, len(chances), _("Enter alone: done"), enter_leaves=True)
        if wish is None:
            return
        with whole_way():
            practise(world, chances[wish])
        world.write("\n")
        world.show(view.again(chances))


def practise(world: Environment, look: Look) -> None:
    """Answer that decision again, as often as somebody wants to; nothing of it is kept."""
    kept = before(look)
    found = registers(world.language, find(kept.record.case))
    try:
        while True:
            keeper = Keeper(Forgetful(), kept, world.now)
            desk = Desk(world, found, keeper, Feedback.NOW, lambda _keeper: None)
            if not _tried(desk, look):
                return
    except Left:
        return


def _tried(desk: Desk, look: Look) -> bool:
    """One answer and what comes of it; whether another one is wanted. Raises Left, Closed, NoWay."""
    offered = options(desk.play)
    desk.world.write("\n")
    desk.show(*scene.arrival(desk.play), *view.first_answer(look))
    letters = ", ".join(LETTERS[: len(offered)])
    prompt = _("  Your choice ({letters}, Enter: back): ").format(letters=letters)
    while not isinstance(wish := desk.ask(prompt, len(offered)), int):
        if wish in (Key.ON, Key.UNDO):
            return False
        desk.say(_("Type one of the letters {letters}, then Enter.").format(letters=letters))
    chosen = scene.chosen(desk.play, offered[wish])
    desk.keeper.choose(offered[wish].id)
    desk.world.write("\n")
    desk.show(*chosen, *scene.outcome(desk.play))
    desk.show(*scene.feedback(desk.play, desk.play.steps[-1], *desk.registers[:2]))
    return desk.pause(_("  Enter: done · U: try another answer "), Key.UNDO) is Key.UNDO
