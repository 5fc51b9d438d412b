"""After the ending: how it went, a line to say aloud, a commitment, questions to think on."""

from __future__ import annotations

from etika_sim.cli.desk import Desk
from etika_sim.cli.feedback import Feedback
from etika_sim.cli.keys import Key
from etika_sim.locale import _
from etika_sim.play.record import ANSWERED, COMMITTED
from etika_sim.views import debrief, scene, scorecard


def close(desk: Desk) -> bool:
    """Whether the participant is done; going back from an ending is allowed."""
    if desk.pause(_("  Enter: go on · U: go back "), Key.UNDO) is Key.UNDO:
        return not desk.back()
    if desk.feedback is Feedback.END:
        desk.show(*scene.all_feedback(desk.play, *desk.registers[:2]))
    desk.world.write("\n")
    desk.show(*scorecard.summary(desk.play, desk.endings_seen()))
    prompt = _("  Enter: go on · D: details · U: go back ")
    while (wish := desk.pause(prompt, Key.DETAILS, Key.UNDO)) is Key.DETAILS:
        desk.world.write("\n")
        desk.show(*scorecard.details(desk.play))
    if wish is Key.UNDO:
        return not desk.back()
    _say_aloud(desk)
    _commit(desk)
    _think_on(desk)
    desk.show(*debrief.farewell(desk.play))
    return True


def _say_aloud(desk: Desk) -> None:
    """Write your own sentence first, then see one."""
    model = debrief.model_line(desk.play)
    if model is None:
        return
    desk.world.write("\n")
    desk.show(*debrief.say_aloud(model))
    own = desk.line("  > ")
    if own:
        desk.keeper.add(ANSWERED, {"question": "say", "text": own})
    desk.world.write("\n")
    desk.show(*debrief.model_answer(model))
    desk.pause(_("  Enter: go on "))


def _commit(desk: Desk) -> None:
    desk.world.write("\n")
    desk.show(*debrief.commitment())
    text = desk.line("  > ")
    if text:
        desk.keeper.add(COMMITTED, {"text": text})


def _think_on(desk: Desk) -> None:
    """The debrief's questions, one by one; Enter alone leaves the rest."""
    questions = debrief.questions(desk.play.scenario)
    desk.world.write("\n")
    desk.show(*debrief.invitation())
    for question in questions:
        desk.show(*debrief.asked(question))
        answer = desk.line("  > ")
        if not answer:
            return
        desk.keeper.add(ANSWERED, {"question": question, "text": answer})
