"""The texts of the case that belong to a moment of a class, as data; in any of its languages.

`told` is the case in the language wanted: the room's own scenario, or its translation.
"""

from __future__ import annotations

from collections.abc import Iterable

from etika_sim.classroom.plan import is_idle
from etika_sim.classroom.progression import plan_of_case, play_before, sides
from etika_sim.classroom.shown import (
    CardData,
    ConsequencesData,
    FeedbackData,
    OptionData,
    QuestionsData,
    ScriptData,
    SideData,
    SituationData,
    TaskData,
    WhatIfData,
)
from etika_sim.classroom.state import Ballot, Room, Stage, WhatIf
from etika_sim.model import PRINCIPLES, Choice, Debrief, Decision, Ending, Scenario
from etika_sim.play.compiled import State, text_in_state
from etika_sim.play.engine import Play, choose, here

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(ballot: Ballot, option: str) -> str:
    """The letter under which an option stands, the same on every screen and sheet."""
    return LETTERS[ballot.options.index(option)]


def decision_of(told: Scenario, ballot: Ballot) -> Decision:
    """The decision of a ballot."""
    scene = told.scenes[ballot.scene]
    assert isinstance(scene, Decision)
    return scene


def situation(room: Room, told: Scenario, ballot: Ballot) -> SituationData:
    """What was read before a decision: the passages on the way there, its own text and question."""
    play, scene = play_before(room, ballot.number), decision_of(told, ballot)
    return {
        "number": ballot.number,
        "scene": scene.id,
        "how": ballot.how,
        "title": scene.title,
        "text": [*_passages(told, play), text_in_state(scene.text, told, play.state)],
        "ask": scene.ask,
    }


def offered(told: Scenario, ballot: Ballot) -> list[OptionData]:
    """The options with their letters; nothing of what they are worth."""
    choices = decision_of(told, ballot).choices
    return [
        {"letter": letter(ballot, option), "option": option, "text": choices[option].text}
        for option in ballot.options
    ]


def law_of(told: Scenario, ballot: Ballot) -> list[str]:
    """The ids of law that the options of a decision cite, in their order, each once; not of which option."""
    choices = decision_of(told, ballot).choices
    return list(dict.fromkeys(name for option in ballot.options for name in choices[option].law))


def consequences(told: Scenario, before: Play, choices: Iterable[str]) -> ConsequencesData:
    """What happens in the story after those choices, one after another, and where they lead."""
    told_of: list[str] = []
    play = before
    for name in choices:
        choice = _choice(told, play, name)
        play = choose(play, name)
        told_of += [text_in_state(choice.outcome, told, play.steps[-1].after), *_passages(told, play)]
    scene = told.scenes[here(play).id]
    ending = scene if isinstance(scene, Ending) else None
    return {
        "text": told_of,
        "scene": scene.id,
        "title": scene.title,
        "ending": {"quality": ending.quality, "text": text_in_state(ending.text, told, play.state)}
        if ending
        else None,
    }


def what_if(room: Room, told: Scenario, one: WhatIf) -> WhatIfData:
    """The class's own road and the one tried in thought, side by side."""
    before = play_before(room, one.decision)
    own, other = sides(room, one)
    taken, tried = ([step.choice for step in play.steps[one.decision - 1 :]] for play in (own, other))
    return {
        "decision": one.decision,
        "own": _side(told, before, taken),
        "other": _side(told, before, tried),
    }


def _side(told: Scenario, before: Play, choices: list[str]) -> SideData:
    return {"choices": choices, **consequences(told, before, choices)}


def feedback(room: Room, told: Scenario, ballot: Ballot, option: str) -> FeedbackData:
    """What one person reads after the reveal about the option he voted for; story first, then why."""
    play = choose(play_before(room, ballot.number), option)
    choice, state = decision_of(told, ballot).choices[option], play.steps[-1].after
    return {
        "letter": letter(ballot, option),
        "option": option,
        "outcome": text_in_state(choice.outcome, told, state),
        "review": text_in_state(choice.review, told, state),
        "law": list(choice.law),
        "next_step": choice.next_step,
        "channels": list(choice.channels),
        "say": choice.say,
        "red_line": choice.red_line,
        "moved": moved(told, ballot, option),
    }


def moved(told: Scenario, ballot: Ballot, option: str) -> dict[str, int]:
    """How an option expresses the principles that are at stake here: 1, 0 or -1 each."""
    choices = decision_of(told, ballot).choices
    directions = {}
    for n, principle in enumerate(PRINCIPLES):
        at_stake = {choices[name].scores[n] or 0 for name in ballot.options}
        points = choices[option].scores[n] or 0
        if len(at_stake) > 1:
            directions[principle.value] = (points > 0) - (points < 0)
    return directions


def card(room: Room, told: Scenario, role: str) -> CardData:
    """A role card as its holder reads it; `aim`, `knows` and `never_says` are for nobody else.

    `task` is there only when the plan plays no scene of the role.
    """
    one = told.roles[role]
    return {
        "id": one.id,
        "name": one.name,
        "part": one.part,
        "face": one.face,
        "aim": one.aim,
        "knows": one.knows,
        "never_says": one.never_says,
        "task": one.task if is_idle(one, plan_of_case(room)) else None,
    }


def tasks(room: Room, told: Scenario) -> list[TaskData]:
    """What those observe whose role has no scene in the plan of this class."""
    played = plan_of_case(room)
    return [
        {"name": role.name, "task": role.task}
        for role in told.roles.values()
        if role.task and is_idle(role, played)
    ]


def questions(debrief: Debrief) -> QuestionsData:
    """The questions of the debrief."""
    return {
        "gather": list(debrief.gather),
        "analyse": list(debrief.analyse),
        "summarise": list(debrief.summarise),
    }


def script(told: Scenario, ballot: Ballot) -> ScriptData:
    """What the case gives the trainer; which option a what-if makes best only once the votes are shown."""
    notes = decision_of(told, ballot).facilitator
    is_shown = bool(ballot.rounds) and ballot.rounds[0].stage is Stage.SHOWN
    said = ballot.options if is_shown else ()
    return {
        "enact": notes.enact,
        "probe": list(notes.probe),
        "listen_for": [{"text": one.text, "answer": one.answer} for one in notes.listen_for],
        "vary": [
            {"text": one.text, "then": letter(ballot, one.then) if one.then in said else None}
            for one in notes.vary
        ],
        "hinge": notes.hinge,
        "if_silent": notes.if_silent,
        "if_dominated": notes.if_dominated,
    }


def _choice(told: Scenario, play: Play, name: str) -> Choice:
    scene = told.scenes[play.scene]
    assert isinstance(scene, Decision)
    return scene.choices[name]


def _passages(told: Scenario, play: Play) -> list[str]:
    return [_text(told, name, play.state) for name in play.passed]


def _text(told: Scenario, scene: str, state: State) -> str:
    return text_in_state(told.scenes[scene].text, told, state)
