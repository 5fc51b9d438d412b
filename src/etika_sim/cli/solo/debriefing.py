"""Debriefing after the ending: how it went, a line to say aloud, a commitment, questions to think on."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from etika_sim.cli.solo.feedback import Feedback
from etika_sim.cli.solo.keys import Key
from etika_sim.cli.solo.prompt import Desk, Left
from etika_sim.library.files import CannotRead
from etika_sim.library.load import NoSuchCase, load
from etika_sim.locale import _
from etika_sim.play.record import ANSWERED, COMMITTED
from etika_sim.store.trouble import StoreTrouble
from etika_sim.views import debrief, scene, scorecard

SAY = "say"
"""The question that is answered with a sentence to say aloud."""


def close(desk: Desk) -> bool:
    """Whether the participant is done; going back from an ending is allowed."""
    if desk.pause(_("  Enter: go on · U: go back "), Key.UNDO) is Key.UNDO:
        desk.go_back()
        return False
    if desk.feedback is Feedback.END:
        desk.world.write("\n")
        desk.show(*scene.all_feedback(desk.play, *desk.registers[:2]))
    desk.world.write("\n")
    desk.show(*scorecard.summary(desk.play, desk.endings_seen()))
    try:
        return _debrief(desk)
    except Left:
        _mark_closed(desk)
        raise


def _debrief(desk: Desk) -> bool:
    prompt = _("  Enter: go on · D: details · U: go back ")
    while (wish := desk.pause(prompt, Key.DETAILS, Key.UNDO)) is Key.DETAILS:
        desk.world.write("\n")
        desk.show(*scorecard.details(desk.play))
    if wish is Key.UNDO:
        desk.go_back()
        return False
    if not desk.keeper.keeps:
        desk.say_not_kept()
    _say_aloud(desk)
    _commit(desk)
    _think_on(desk)
    _mark_closed(desk)
    desk.show(*debrief.farewell(desk.play, _twin_title(desk)))
    return True


def _mark_closed(desk: Desk) -> None:
    """Offer this play no more; if that cannot be written it is offered once more, which does no harm."""
    with suppress(StoreTrouble):
        desk.keeper.close()


def _say_aloud(desk: Desk) -> None:
    """Write your own sentence first, then see one."""
    model = debrief.model_line(desk.play)
    if model is None:
        return
    desk.world.write("\n")
    desk.show(*debrief.say_aloud(model))
    _answer(desk, SAY)
    desk.world.write("\n")
    desk.show(*debrief.model_answer(model))
    desk.pause(_("  Enter: go on "))


def _commit(desk: Desk) -> None:
    if any(event.kind == COMMITTED for event in desk.keeper.since()):
        return
    desk.world.write("\n")
    desk.show(*debrief.commitment())
    text = desk.ask_line("  > ")
    if text:
        desk.keep(partial(desk.keeper.add, COMMITTED, {"text": text}))


def _think_on(desk: Desk) -> None:
    """The debrief's questions, one by one; Enter alone leaves the rest."""
    questions = debrief.questions(desk.play.scenario)
    desk.world.write("\n")
    desk.show(*debrief.invitation(keeps=desk.keeper.keeps))
    for question in questions:
        desk.show(*debrief.asked(question))
        if not _answer(desk, question):
            return
        desk.world.write("\n")


def _answer(desk: Desk, question: str) -> str:
    """The answer to a question: as it was given before the play was cut off, or asked for now."""
    for event in desk.keeper.since():
        if event.kind == ANSWERED and event.facts.get("question") == question:
            text = event.facts.get("text", "")
            desk.show(*debrief.answered(text))
            return text
    text = desk.ask_line("  > ")
    if text:
        desk.keep(partial(desk.keeper.add, ANSWERED, {"question": question, "text": text}))
    return text


def _twin_title(desk: Desk) -> str | None:
    """The title of the case that this one is a twin of, if it can be found."""
    twin = desk.play.scenario.twin
    if not twin:
        return None
    try:
        scenario = load(twin, desk.world.language).scenario
    except (NoSuchCase, CannotRead):
        return None
    return None if scenario is None else scenario.title
