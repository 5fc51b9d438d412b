"""What comes after a play: a line to say aloud, a commitment, questions to think on, a farewell."""

from __future__ import annotations

from typing import NamedTuple

from etika_sim import labels
from etika_sim.locale import _
from etika_sim.model import Choice, Scenario
from etika_sim.play.engine import Play
from etika_sim.play.scoring import Judged, scorecard
from etika_sim.prose import paragraphs, safe_line
from etika_sim.views.page import Block, Gap, Heading, Items, Labelled, Page, Prose
from etika_sim.views.scene import sentence


class ModelLine(NamedTuple):
    """A line that somebody could say in a scene, and the scene it belongs to."""

    scene: str
    line: str


def strength(judged: tuple[Judged, ...]) -> Judged | None:
    """The decision answered best where most was at stake; none if every answer left something out."""
    sound = [one for one in judged if one.regret == 0 and not one.answer.red_line and one.stake]
    return max(sound, key=lambda one: one.stake, default=None)


def to_reconsider(judged: tuple[Judged, ...]) -> Judged | None:
    """The decision whose answer left most to be wished; none if none did."""
    left = [one for one in judged if one.regret > 0]
    return max(left, key=lambda one: one.regret, default=None)


def two_thoughts(play: Play) -> Page:
    """One strength and one thing to reconsider, in the words of the case."""
    judged = scorecard(play).judged
    blocks: list[Block] = []
    best, worst = strength(judged), to_reconsider(judged)
    if best is not None:
        blocks.append(Labelled(_("Strength"), (f"{_title(best)}{sentence(best.answer)}",)))
    if worst is not None:
        blocks.append(Labelled(_("Think over"), (f"{_title(worst)}{_question(worst.answer)}",)))
    return (*blocks, Gap()) if blocks else ()


def _title(one: Judged) -> str:
    return f"{safe_line(one.scene.title)}. " if one.scene.title else ""


def _question(answer: Choice) -> str:
    if answer.excuse is not None:
        ask = _('You chose: {sentence} How far did the thought "{excuse}" carry you there?')
        return ask.format(sentence=sentence(answer), excuse=labels.excuse(answer.excuse))
    return _("You chose: {sentence} What made another way feel hard?").format(sentence=sentence(answer))


def model_line(play: Play) -> ModelLine | None:
    """The line of the best choice where most was left to be wished, else of the first that has one."""
    judged = scorecard(play).judged
    for one in sorted(judged, key=lambda one: -one.regret):
        if one.comparator.say:
            return ModelLine(safe_line(one.scene.title or one.scene.ask), one.comparator.say)
    return None


def say_aloud(model: ModelLine) -> Page:
    """The invitation to write one's own sentence before seeing one."""
    ask = _('In "{scene}": write the sentence you would say. Enter alone shows one.').format(
        scene=model.scene
    )
    return Heading(_("Say it aloud")), Prose((ask,))


def model_answer(model: ModelLine) -> Page:
    """A line somebody could say, and four questions to hold one's own against."""
    checks = (
        ("1", _("Does it name the fact?")),
        ("2", _("Does it name the rule?")),
        ("3", _("Does it keep the relation whole?")),
        ("4", _("Does it offer another way?")),
    )
    line = Labelled(_("For example"), tuple(paragraphs(model.line)))
    ask = Prose((_("Hold your sentence against these four questions, then say it aloud once:"),))
    return line, Gap(), ask, Items(checks), Gap()


def commitment() -> Page:
    """The invitation to one commitment."""
    ask = _("One thing you will do at work, this week. Enter alone: none.")
    return Heading(_("Commitment")), Prose((ask,))


def questions(scenario: Scenario) -> tuple[str, ...]:
    """The debrief's questions in their order."""
    debrief = scenario.debrief
    office = tuple(remedy.ask for remedy in debrief.office)
    return (*debrief.gather, *debrief.analyse, *office, *debrief.summarise)


def invitation(*, keeps: bool) -> Page:
    """What stands before the questions; whether the answers are kept."""
    note = _("Only for yourself. Enter alone skips all.")
    if keeps:
        note = _("For your own journal, on this laptop only. Enter alone skips all.")
    return Heading(_("To think on")), Prose((note,), "quiet"), Gap()


def asked(question: str) -> Page:
    """One question."""
    return (Prose(tuple(paragraphs(question)), "question"),)


def answered(text: str) -> Page:
    """An answer that was given before the play was cut off."""
    return (Labelled(_("You wrote"), (safe_line(text),)),)


def farewell(play: Play, twin_title: str | None = None) -> Page:
    """What to take home, the twin if there is one (by its title, where that is known), and thanks."""
    scenario = play.scenario
    blocks: list[Block] = [Gap()]
    takeaways = tuple(("-", " ".join(paragraphs(line))) for line in scenario.debrief.takeaways)
    if takeaways:
        blocks += [Heading(_("To take home")), Items(takeaways), Gap()]
    if scenario.twin:
        twin = _("The same dilemma in other clothes: {title} (etika-sim play {twin})")
        if twin_title is None:
            twin = _("The same dilemma in other clothes: etika-sim play {twin}")
        named = twin.format(twin=scenario.twin, title=safe_line(twin_title or ""))
        blocks += [Prose((named,)), Gap()]
    return *blocks, Prose((_("Thank you for playing."),), "quiet"), Gap()
