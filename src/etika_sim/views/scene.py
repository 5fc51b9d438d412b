"""A play as it is read: where you are, what you may do, what came of it."""

from __future__ import annotations

from collections.abc import Mapping

from etika_sim import labels
from etika_sim.locale import _
from etika_sim.model import PRINCIPLES, Channel, Choice, Decision, Ending, Law, Part, Scenario, Text
from etika_sim.play.compiled import State, text_in_state
from etika_sim.play.engine import Play, Step, here, options
from etika_sim.prose import paragraphs, safe_line, unmarked
from etika_sim.views.page import Block, Choices, Gap, Heading, Labelled, Moved, Page, Prose

LETTERS = "ABCDE"


def opening(scenario: Scenario) -> Page:
    """What stands before the first scene: the case, who you are, what it is about."""
    summary = tuple(paragraphs(scenario.summary))
    you = Labelled(_("You are"), (safe_line(scenario.you),))
    head = Heading(safe_line(scenario.title), _module(scenario))
    return head, Prose(summary), *noted(scenario.note), Gap(), you, Gap()


def noted(note: str | None) -> Page:
    """The content note of a case, if it has one."""
    return (Labelled(_("Before you begin"), tuple(paragraphs(note))),) if note else ()


def _module(scenario: Scenario) -> str:
    return _("Module {n}").format(n=scenario.module)


def arrival(play: Play) -> Page:
    """The passages on the way, then the decision with its question and options, or the ending."""
    blocks: list[Block] = []
    for name in play.passed:
        scene = play.scenario.scenes[name]
        blocks += [*_titled(scene.title), *_text(scene.text, play.scenario, play.state), Gap()]
    scene = here(play)
    if isinstance(scene, Decision):
        blocks += [*_numbered(play, scene), *_text(scene.text, play.scenario, play.state), Gap()]
        blocks += question(play)
    elif isinstance(scene, Ending):
        blocks += ending(play, scene)
    return tuple(blocks)


def question(play: Play) -> Page:
    """The question of the decision where the play stands, and the options with their letters."""
    scene = here(play)
    assert isinstance(scene, Decision)
    lettered = tuple(zip(LETTERS, map(sentence, options(play)), strict=False))
    return Prose((_line(scene.ask),), "question"), Gap(), Choices(lettered), Gap()


def chosen(play: Play, choice: Choice) -> Page:
    """The sentence that was chosen, said again in full."""
    letter = LETTERS[options(play).index(choice)]
    said = _("You choose {letter}: {sentence}").format(letter=letter, sentence=sentence(choice))
    return Prose((said,), "question"), Gap()


def consequence(play: Play, laws: Mapping[str, Law], channels: Mapping[str, Channel]) -> Page:
    """What the last choice led to: the story's answer first, then the why, the law, what moved."""
    return *outcome(play), *feedback(play, play.steps[-1], laws, channels)


def outcome(play: Play) -> Page:
    """What happens next in the story."""
    step = play.steps[-1]
    return Prose(_paragraphs(choice_of(play.scenario, step).outcome, play.scenario, step.after)), Gap()


def feedback(play: Play, step: Step, laws: Mapping[str, Law], channels: Mapping[str, Channel]) -> Page:
    """The why of a step: a red line if it was one, the review, one line of law, what moved."""
    choice = choice_of(play.scenario, step)
    blocks: list[Block] = []
    if choice.red_line:
        blocks += [Labelled(_("Red line"), (_("This choice may be a breach of law."),), "alarm"), Gap()]
    review = _paragraphs(choice.review, play.scenario, step.after)
    blocks += [Labelled(_("Review"), review), *_law_line(choice, laws), *_next_step(choice, channels), Gap()]
    return (*blocks, *moved(play, step))


def all_feedback(play: Play, laws: Mapping[str, Law], channels: Mapping[str, Channel]) -> Page:
    """The why of every step of the path, each under its sentence; for those who wanted it at the end."""
    blocks: list[Block] = []
    for n, step in enumerate(play.steps, 1):
        said = sentence(choice_of(play.scenario, step))
        blocks += [Heading(_("Decision {n}").format(n=n)), Prose((said,), "question"), Gap()]
        blocks += feedback(play, step, laws, channels)
    return tuple(blocks)


def _law_line(choice: Choice, laws: Mapping[str, Law]) -> Page:
    """One line of law: the first that the choice cites."""
    for name in choice.law:
        law = laws.get(name)
        if law is not None:
            first = first_sentence(law.says)
            return (Labelled(_("Law"), (f"{safe_line(law.cite)}: {first} ({law.id})",)),)
    return ()


def first_sentence(text: str) -> str:
    """The first sentence of a text, made safe."""
    line = unmarked(safe_line(text))
    end = line.find(". ")
    return line if end < 0 else line[: end + 1]


def _next_step(choice: Choice, channels: Mapping[str, Channel]) -> Page:
    if choice.next_step is None and not choice.channels:
        return ()
    names = [safe_line(channels[name].name) for name in choice.channels if name in channels]
    lines = paragraphs(choice.next_step or "")
    if names:
        through = _("Channel: {names}.").format(names="; ".join(names))
        lines = [*lines[:-1], f"{lines[-1]} {through}"] if lines else [through]
    return (Labelled(_("Next step"), tuple(lines)),)


def moved(play: Play, step: Step) -> Page:
    """How the choice expressed each principle that was at stake among the options offered then."""
    scene = play.scenario.scenes[step.scene]
    assert isinstance(scene, Decision)
    offered = [scene.choices[name] for name in play.answers[step.scene].offered]
    scores = scene.choices[step.choice].scores
    marks = []
    for n, principle in enumerate(PRINCIPLES):
        if len({choice.scores[n] or 0 for choice in offered}) > 1:
            points = scores[n] or 0
            direction = (points > 0) - (points < 0)
            marks.append((principle, labels.code(principle), labels.label(principle), direction))
    return (Moved(tuple(marks)), Gap()) if marks else ()


def ending(play: Play, scene: Ending) -> Page:
    """How the story ended, and what that meant."""
    head = _("Ending: {quality}").format(quality=labels.quality(scene.quality))
    return Heading(safe_line(scene.title), head), *_text(scene.text, play.scenario, play.state), Gap()


def choice_of(scenario: Scenario, step: Step) -> Choice:
    """The choice that a step took."""
    scene = scenario.scenes[step.scene]
    assert isinstance(scene, Decision)
    return scene.choices[step.choice]


def sentence(choice: Choice) -> str:
    """A choice's sentence on one line, without marks."""
    return unmarked(_line(choice.text))


def _numbered(play: Play, scene: Decision) -> Page:
    number = _("Decision {n}").format(n=len(play.steps) + 1)
    title = scene.title and safe_line(scene.title)
    return (Heading(title, number),) if title else (Heading(number),)


def _titled(title: str | None) -> Page:
    return (Heading(safe_line(title)),) if title else ()


def _text(text: Text, scenario: Scenario, state: State) -> Page:
    return (Prose(_paragraphs(text, scenario, state)),)


def _paragraphs(text: tuple[Part, ...], scenario: Scenario, state: State) -> tuple[str, ...]:
    return tuple(paragraphs(text_in_state(text, scenario, state)))


def _line(text: str) -> str:
    return " ".join(paragraphs(text))
