"""Progress of one player on the screen, and decisions of past plays answered again for practice."""

from __future__ import annotations

from etika_sim.cli.cases import dead_end_as_trouble
from etika_sim.cli.solo.ask_number import ask_number
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.keys import Key
from etika_sim.cli.solo.prompt import Desk, Left
from etika_sim.environment import Environment
from etika_sim.journal.owner import Owner
from etika_sim.journal.plays import NullLog
from etika_sim.journal.progress import Look, before, looks, progress
from etika_sim.journal.recorded_play import Keeper
from etika_sim.library.folders import find
from etika_sim.library.registers import registers
from etika_sim.locale import _
from etika_sim.play.engine import options
from etika_sim.store.log import Store
from etika_sim.views import progress as view
from etika_sim.views import scene
from etika_sim.views.scene import LETTERS


def show_progress(world: Environment, store: Store, owner: Owner) -> None:
    """Show how practice goes, and as long as somebody wants to, decisions to try again.

    Raises Leave, StoreTrouble.
    """
    found = progress(store, owner)
    world.write("\n" if world.interactive else "")
    world.show(view.page(found))
    chances = looks(found.finished)
    while chances and world.interactive:
        wish = ask_number(world, len(chances), _("Enter alone: done"), enter_leaves=True)
        if wish is None:
            return
        with dead_end_as_trouble():
            practise(world, chances[wish])
        world.write("\n")
        world.show(view.again(chances))


def practise(world: Environment, look: Look) -> None:
    """Answer that decision again, as often as somebody wants to; nothing of it is kept."""
    kept = before(look)
    found = registers(world.language, find(kept.record.case))
    try:
        while True:
            keeper = Keeper(NullLog(), kept, world.now)
            desk = Desk(world, found, keeper, Feedback.NOW, lambda _keeper: None)
            if not _answer_once(desk, look):
                return
    except Left:
        return


def _answer_once(desk: Desk, look: Look) -> bool:
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
