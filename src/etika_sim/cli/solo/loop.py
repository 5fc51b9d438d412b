"""Play loop: a case played by question and answer in a terminal."""

from __future__ import annotations

from functools import partial

from etika_sim.cli.solo.debriefing import close
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.keys import Key
from etika_sim.cli.solo.prompt import Desk, Left
from etika_sim.environment import Closed, ExitStatus
from etika_sim.locale import _
from etika_sim.model import Choice
from etika_sim.play.engine import has_ended, options
from etika_sim.play.record import CHOSE, REFLECTED
from etika_sim.store.trouble import Gone, Taken
from etika_sim.views import resuming, scene
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
        _say_farewell(desk)
    except Taken:
        desk.say(_("This play has gone on in another window. Open it again to see where it stands."))
    except Gone:
        desk.say(_("This play was forgotten in another window; nothing of it is kept any more."))
    return ExitStatus.FINE


def _say_farewell(desk: Desk) -> None:
    lines = [_("You have left the play. See you again.")]
    if desk.keeper.can_be_resumed:
        lines.append(_("What you did is kept: next time you can go on from here."))
    desk.show(Gap(), Prose((" ".join(lines),), "quiet"))


def _begin(desk: Desk) -> None:
    """The first page; for a play that was left after a choice, the page that stood there."""
    desk.world.write("\n")
    if not desk.play.steps:
        desk.show(*scene.opening(desk.play.scenario))
        desk.pause(_("  Enter: begin "))
    elif desk.keeper.last_move == CHOSE and not desk.keeper.has_arrived:
        desk.show(*resuming.last_choice(desk.play))
        _go_on(desk)
        return
    desk.arrive()


def _decide(desk: Desk, *, reflect: bool) -> None:
    """One decision: an option, confirmed, and what came of it; or another wish."""
    offered = options(desk.play)
    letters = LETTERS[: len(offered)]
    span = letters if len(letters) == 1 else f"{letters[0]}-{letters[-1]}"
    wish = desk.ask(_("  Your choice ({letters}, ? for help): ").format(letters=span), len(offered))
    if isinstance(wish, int):
        if _confirm(desk, offered[wish]):
            _take(desk, offered[wish], reflect=reflect)
    elif wish is Key.UNDO:
        desk.go_back()
    else:
        say = _("Type one of the letters {letters}, then Enter.")
        if len(letters) == 1:
            say = _("Type the letter {letters}, then Enter.")
        desk.say(say.format(letters=", ".join(letters)))


def _confirm(desk: Desk, choice: Choice) -> bool:
    """The chosen sentence is said again; it counts once its outcome is shown."""
    desk.world.write("\n")
    desk.show(*scene.chosen(desk.play, choice))
    if desk.pause(_("  Enter: go on · U: choose again "), Key.UNDO) is Key.UNDO:
        desk.show(Gap(), *scene.question(desk.play))
        return False
    return True


def _take(desk: Desk, choice: Choice, *, reflect: bool) -> None:
    at = desk.play.scene
    thought = _ask_reflection(desk) if reflect else {}
    desk.keep(partial(desk.keeper.choose, choice.id))
    if thought:
        desk.keep(partial(desk.keeper.add, REFLECTED, {"scene": at, **thought}))
    desk.world.write("\n")
    _go_on(desk)


def _go_on(desk: Desk) -> None:
    """What the last choice led to, and then the next scene."""
    desk.show(*scene.outcome(desk.play))
    if desk.feedback is Feedback.NOW:
        desk.show(*scene.feedback(desk.play, desk.play.steps[-1], *desk.registers[:2]))
    if desk.pause(_("  Enter: go on "), Key.UNDO) is Key.UNDO:
        desk.go_back()
    else:
        desk.arrive()


def _ask_reflection(desk: Desk) -> dict[str, str]:
    """Whether this is what one should do or would do, and how sure one is; Enter skips both."""
    view = _ask_one_of(
        desk,
        _("  Is this what one should do (1), or what you would do (2)? Enter: skip "),
        {"1": "should", "2": "would"},
    )
    if not view:
        return {}
    sure = _ask_one_of(desk, _("  How sure are you, 1 to 5? Enter: skip "), {sign: sign for sign in "12345"})
    return {"view": view, "sure": sure}


def _ask_one_of(desk: Desk, prompt: str, answers: dict[str, str]) -> str:
    """One of the answers, or nothing."""
    while (typed := desk.ask_line(prompt)) and typed not in answers:
        desk.say(_("Type one of {answers}, or Enter alone.").format(answers=", ".join(answers)))
    return answers.get(typed, "")
