"""Playing a case by question and answer in a terminal."""

from __future__ import annotations

from etika_sim.cli.closing import close
from etika_sim.cli.desk import Desk, Left
from etika_sim.cli.feedback import Feedback
from etika_sim.cli.keys import Key
from etika_sim.environment import Closed, ExitStatus
from etika_sim.locale import _
from etika_sim.model import Choice
from etika_sim.play.engine import has_ended, options
from etika_sim.play.record import REFLECTED
from etika_sim.store.trouble import Gone, Taken
from etika_sim.views import scene
from etika_sim.views.page import Gap, Prose
from etika_sim.views.scene import LETTERS


def converse(desk: Desk, *, reflect: bool) -> int:
    """Play until the participant is done or leaves; what was chosen is kept in either case."""
    try:
        _begin(desk)
        while not (has_ended(desk.play) and close(desk)):
            if not has_ended(desk.play):
                _decide(desk, reflect=reflect)
    except (Left, Closed):
        desk.show(Gap(), Prose((_("You have left the play. See you again."),), "quiet"))
    except (Taken, Gone):
        desk.say(_("This play has gone on in another window. Open it again to see where it stands."))
    return ExitStatus.FINE


def _begin(desk: Desk) -> None:
    desk.world.write("\n")
    if not desk.play.steps:
        desk.show(*scene.opening(desk.play.scenario))
        desk.pause(_("  Enter: begin "))
        desk.world.write("\n")
    desk.show(*scene.arrival(desk.play))


def _decide(desk: Desk, *, reflect: bool) -> None:
    """One decision: an option, confirmed, and what came of it; or another wish."""
    offered = options(desk.play)
    letters = LETTERS[: len(offered)]
    prompt = _("  Your choice ({first}-{last}, ? for help): ").format(first=letters[0], last=letters[-1])
    wish = desk.ask(prompt, len(offered))
    if isinstance(wish, int):
        if _confirmed(desk, offered[wish]):
            _take(desk, offered[wish], reflect=reflect)
    elif wish is Key.UNDO:
        desk.back()
    else:
        desk.say(_("Type one of the letters {letters}, then Enter.").format(letters=", ".join(letters)))


def _confirmed(desk: Desk, choice: Choice) -> bool:
    """The chosen sentence is said again; it counts once its outcome is shown."""
    desk.world.write("\n")
    desk.show(*scene.chosen(desk.play, choice))
    if desk.pause(_("  Enter: go on · U: choose again "), Key.UNDO) is Key.UNDO:
        desk.show(Gap(), *scene.question(desk.play))
        return False
    return True


def _take(desk: Desk, choice: Choice, *, reflect: bool) -> None:
    at = desk.play.scene
    thought = _reflection(desk) if reflect else {}
    desk.keeper.choose(choice.id)
    if thought:
        desk.keeper.add(REFLECTED, {"scene": at, **thought})
    desk.world.write("\n")
    desk.show(*scene.outcome(desk.play))
    if desk.feedback is Feedback.NOW:
        desk.show(*scene.feedback(desk.play, desk.play.steps[-1], *desk.registers[:2]))
    if desk.pause(_("  Enter: go on "), Key.UNDO) is Key.UNDO:
        desk.back()
        return
    desk.world.write("\n")
    desk.show(*scene.arrival(desk.play))


def _reflection(desk: Desk) -> dict[str, str]:
    """Whether this is what one should do or would do, and how sure one is; Enter skips both."""
    typed = desk.line(
        _("  Is this what one should do (1), or what you would do (2)? Enter: skip ")
    ).casefold()
    kind = {"1": "should", "2": "would"}.get(typed)
    if kind is None:
        return {}
    sure = desk.line(_("  How sure are you, 1 to 5? Enter: skip "))
    return {"kind": kind, "sure": sure if sure in ("1", "2", "3", "4", "5") else ""}
