"""Views of a class: the shapes of what is shown and sent, as plain data that JSON takes as it is.

A view is a dict whose keys and values are settled here; written as JSON and read again it is the same.
Texts are those of the case, in the language wanted, unless they are said to be from the room. Options,
scenes, roles, principles and laws stand by their ids, percents are whole.
"""

from __future__ import annotations

from typing import Literal, TypedDict, TypeVar

Shown = TypeVar("Shown")


def given(part: Shown | None) -> Shown:
    """That part of a view, which the phase of the room promises to be there."""
    assert part is not None
    return part


# --- the case ---------------------------------------------------------------------------------


class SituationData(TypedDict):
    """What is read before a decision: passages on the way there, its own text, its question."""

    number: int
    scene: str
    how: str  # full or quick
    title: str | None
    text: list[str]
    ask: str


class OptionData(TypedDict):
    """An option behind its letter; nothing of what it is worth."""

    letter: str
    option: str
    text: str


class EndingData(TypedDict):
    """How the story ends."""

    quality: str
    text: str


class ConsequencesData(TypedDict):
    """What came of a road: what is told of it, the scene it led to, the ending if it is one."""

    text: list[str]
    scene: str
    title: str | None
    ending: EndingData | None


class RoadData(ConsequencesData):
    """The road that the class took, and by whom it was chosen: majority, tie or trainer."""

    letter: str
    option: str
    by: str


class SideData(ConsequencesData):
    """One of two roads beside each other, with the choices that make it."""

    choices: list[str]


class WhatIfData(TypedDict):
    """The class's own road from a decision on, and one tried in thought."""

    decision: int
    own: SideData
    other: SideData


class FaceData(TypedDict):
    """What everybody may know of a role."""

    name: str
    part: str
    face: str


class CardData(FaceData):
    """A role card as its holder reads it; `task` only if the plan plays no scene of the role."""

    id: str
    aim: str | None
    knows: str | None
    never_says: str | None
    task: str | None


class TaskData(TypedDict):
    """What the player of a role observes that has no scene today."""

    name: str
    task: str


class QuestionsData(TypedDict):
    """Questions for all, in their order."""

    gather: list[str]
    analyse: list[str]
    summarise: list[str]


class DebriefData(QuestionsData):
    """The questions, and what is taken home."""

    takeaways: list[str]


class OfficeData(TypedDict):
    """A question about what the office owes; `remedy` is S1, S2 or S3."""

    remedy: str
    ask: str


class HeardData(TypedDict):
    """Words to listen for, and what to ask back."""

    text: str
    answer: str | None


class VaryData(TypedDict):
    """A changed fact; `then` is the letter of the option that is best if it is so, once votes are shown."""

    text: str
    then: str | None


class ScriptData(TypedDict):
    """What the case gives the trainer at a decision."""

    enact: str | None
    probe: list[str]
    listen_for: list[HeardData]
    vary: list[VaryData]
    hinge: str | None
    if_silent: str | None
    if_dominated: str | None


class FeedbackData(TypedDict):
    """What one person reads after the reveal about his own choice; `moved` is 1, 0 or -1 a principle."""

    letter: str
    option: str
    outcome: str
    review: str
    law: list[str]
    next_step: str | None
    channels: list[str]
    say: str | None
    red_line: bool
    moved: dict[str, int]


# --- votes ------------------------------------------------------------------------------------


class RoundData(TypedDict):
    """The round begun last: what it asks, its stage, how many of how many have voted; never what."""

    decision: int
    round: int
    asks: str  # should, usual or vary
    text: str  # the changed fact of a quick vote
    stage: str  # waiting, open, closed or shown
    voted: int
    voices: int


class SumData(TypedDict):
    """Points on one principle over `k` decisions, unreduced; `chance` percent are earned blindly."""

    earned: int
    range: int
    percent: int
    chance: int
    k: int


class CountData(TypedDict):
    """What a round came to; counts and percents stand in the order of the letters."""

    round: int
    asks: str
    text: str
    n: int
    counts: list[int]
    percent: list[int]
    principles: dict[str, SumData | None]  # None where nothing was at stake


PairData = TypedDict("PairData", {"from": str, "to": str, "n": int})
"""So many went from one option to another, or stayed."""


class MovesData(TypedDict):
    """Who moved between two rounds, among phones of one's own: votes that are new or gone by option."""

    pairs: list[PairData]
    new: dict[str, int]
    gone: dict[str, int]
    paired: int
    moved: int


class ResultsData(TypedDict):
    """What a decision came to, of rounds that may be seen."""

    rounds: list[CountData]
    effective: list[int]  # in the order of the letters
    moves: MovesData | None  # None where there is nothing to compare, or too few
    usual: str | None  # the option that most call usual
    tipping: int | None  # the quick vote in which another option leads


# --- one phone --------------------------------------------------------------------------------


class PartData(TypedDict):
    """What a phone was dealt: a group, its card (None observes), at a table the cards of all roles."""

    group: int
    card: CardData | None
    cards: list[CardData]


class ObserveData(TypedDict):
    """The checklist of an observer by principle, and what is ticked so far."""

    asks: dict[str, str]
    ticks: list[str]


class ReceiptData(TypedDict):
    """What is recorded of a phone in one round: its option, or the counts of a table by the letters."""

    round: int
    option: str | None
    letter: str | None
    counts: list[int] | None


class RedLineData(TypedDict):
    """A red line that was chosen; `counted` unless it was withdrawn."""

    scene: str
    choice: str
    principles: list[str]
    counted: bool


class StandingData(TypedDict):
    """How a principle showed over `k` decisions: in words and percent, or, of too few, a sign for each."""

    k: int
    standing: str | None
    percent: int | None
    signs: list[int]  # 1, 0 or -1


class ScorecardData(TypedDict):
    """One person's scorecard, over the decisions that were revealed."""

    decisions: int
    red_lines: list[RedLineData]
    principles: dict[str, StandingData | None]  # None where nothing was at stake


# --- the trainer ------------------------------------------------------------------------------


class VoteAhead(TypedDict):
    """Enter opens or closes the vote, or shows what came of a quick one."""

    kind: Literal["opened", "closed", "shown"]


class RouteAhead(TypedDict):
    """Enter takes the road with the most votes."""

    kind: Literal["routed"]
    choice: str


class HowAhead(TypedDict, total=False):
    """How the decision is played that comes next; not there where none does."""

    how: str  # full or quick


class PhaseAhead(HowAhead):
    """Enter goes to another phase."""

    kind: Literal["went"]
    to: str


AheadData = VoteAhead | RouteAhead | PhaseAhead
"""What Enter does now: the event, without its time."""


class StepData(TypedDict):
    """A step of the plan; `decision` is 0 where it belongs to none, `how` empty."""

    phase: str
    minutes: int
    decision: int
    how: str


class AdviceData(TypedDict):
    """What the votes suggest: its code, options that lead, votes; `minority` is a view to ask for."""

    code: str
    leaders: list[str]
    most: int
    best: int
    n: int
    minority: str | None


class SaidData(TypedDict):
    """A text from the room, by its number; `decision` is 0 outside of one."""

    number: int
    kind: str
    text: str
    decision: int
    is_hidden: bool
    is_picked: bool


class SeatData(TypedDict):
    """Who is here; `people` is 0 for a phone of one's own."""

    seat: int
    name: str
    people: int
    is_blocked: bool


class CommitmentData(TypedDict):
    """A commitment on the wall, by its number."""

    said: int
    text: str


# --- the views --------------------------------------------------------------------------------


class MomentView(TypedDict):
    """What all may see, without the version under which they see it."""

    phase: str
    event: str
    title: str
    you: str
    note: str | None
    since: float  # seconds of the host's clock
    minutes: int  # of this phase; 0 has no clock
    decision: SituationData | None  # None but at a decision
    options: list[OptionData]  # empty until they may be seen
    round: RoundData | None
    results: ResultsData | None  # None before the reveal
    road: RoadData | None  # None but in its phase
    wall: list[CommitmentData]  # empty until the trainer shows it


class SharedView(MomentView):
    """What is the same for everybody; `v` counts the events of the room."""

    v: int


class ProjectorView(SharedView):
    """What the whole class sees."""

    word: str
    is_locked: bool
    seats: int
    cap: int
    people: int  # heads counted, 0 if they were not
    groups: int  # 0 until roles are dealt
    roles: list[FaceData]
    what_ifs: list[WhatIfData]
    debrief: DebriefData | None  # None before the debrief
    office: list[OfficeData]
    decisions: int  # met so far
    planned: int
    law: list[str]
    ahead: AheadData | None  # None where only the trainer can say


class NotesView(ProjectorView):
    """What the trainer sees; never to be projected, or sent to a phone of the class."""

    agenda: list[StepData]
    how_next: str | None  # full or quick; None when the time for decisions is spent
    script: ScriptData | None
    closed: ResultsData | None  # of rounds that are closed, shown or not
    advice: AdviceData | None
    hands: dict[str, list[int]]  # by the number of the round, in the order of the letters
    surplus: int  # votes or seats beyond the heads that were counted
    trainer: str | None  # the role that the trainer plays
    tasks: list[TaskData]
    missing: dict[str, list[str]]  # roles that nobody holds, by the number of the group
    ticks: dict[str, int]  # observers by the principle they saw
    said: list[SaidData]
    people_by_seat: list[SeatData]


class OwnView(TypedDict):
    """What is a phone's own."""

    seat: int
    name: str
    people: int  # 0 for a phone of one's own
    is_table: bool
    has_tables: bool
    part: PartData | None
    observe: ObserveData | None
    receipts: list[ReceiptData]
    feedback: FeedbackData | None
    questions: int  # asked so far
    commitments: dict[str, str]  # by slot
    has_answered: bool
    scorecard: ScorecardData | None  # None until commitments are written


class SeatedView(SharedView, OwnView):
    """What a phone with a seat sees."""


class DoorView(TypedDict):
    """What a phone without a seat sees: whether it can come in."""

    phase: str
    seat: None
    is_blocked: bool
    is_locked: bool
    needs_word: bool
    ways: list[str]


class StrangerView(DoorView):
    """The same under the version of the room."""

    v: int


PhoneView = SeatedView | StrangerView
"""What one phone sees."""


class ServedData(TypedDict):
    """What the server adds for a phone; `v` is the phone's own version."""

    nicknames: bool
    asked: list[str]  # what each round of the decision asked
    debrief: QuestionsData | None
    v: str


class SeatedPage(MomentView, OwnView, ServedData):
    """What the page of a phone with a seat is drawn from."""


class StrangerPage(DoorView, ServedData):
    """What the page of a phone without a seat is drawn from."""


PhonePage = SeatedPage | StrangerPage
"""What the page of a phone is drawn from."""
