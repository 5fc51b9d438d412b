"""What a scenario is. Nouns only, frozen: nothing an author wrote ever changes during play.

The nouns are NamedTuples: a class costs a sixth of a dataclass at start-up, an object a third.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Principle(StrEnum):
    """The five integrity principles on which every choice is weighed, in their fixed order."""

    INTEGRITY = "integrity"
    FAIRNESS = "fairness"
    ACCOUNTABILITY = "accountability"
    TRANSPARENCY = "transparency"
    PROFESSIONALISM = "professionalism"


PRINCIPLES = tuple(Principle)

NOTHING: Mapping[str, int] = MappingProxyType({})

Points = tuple[int | None, int | None, int | None, int | None, int | None]
"""Points in the order of PRINCIPLES, each -2..+2; None where the author did not rate the choice."""

# --- conditions -------------------------------------------------------------------------------

Operand = str | int
"""A name of the state (str) or a literal (int; bool for a flag)."""


class Truth(NamedTuple):
    """The literal `true` or `false`."""

    value: bool


class Flag(NamedTuple):
    """Holds while the flag of that name is set."""

    name: str


class Compare(NamedTuple):
    """One comparison, `left operator right`; both sides are counters or both are flags."""

    left: Operand
    operator: str
    right: Operand


class Not(NamedTuple):
    """Holds when its part does not."""

    part: Condition


class Junction(NamedTuple):
    """Two or more parts joined by `and` (all must hold) or `or` (one is enough)."""

    word: str
    parts: tuple[Condition, ...]


Condition = Truth | Flag | Compare | Not | Junction


class Variable(NamedTuple):
    """One name of the state: a flag (0..1) or a counter whose values clamp to low..high."""

    name: str
    low: int
    high: int
    start: int
    is_flag: bool


# --- text and routes --------------------------------------------------------------------------


class Part(NamedTuple):
    """A piece of text; with a condition it shows only while that holds, else `otherwise` does."""

    text: str
    when: Condition | None = None
    otherwise: str | None = None


Text = tuple[Part, ...]


class Route(NamedTuple):
    """Leads to `scene` while `when` holds; a route without a condition always does."""

    scene: str
    when: Condition | None = None


# --- scenes -----------------------------------------------------------------------------------


class Choice(NamedTuple):
    """One thing a participant can do at a decision, as the author wrote it."""

    id: str
    text: str
    scores: Points
    outcome: Text
    review: Text
    to: tuple[Route, ...]
    when: Condition | None = None
    set: Mapping[str, int] = NOTHING
    add: Mapping[str, int] = NOTHING
    recommended: bool = False
    red_line: bool = False
    excuse: str | None = None
    law: tuple[str, ...] = ()
    next_step: str | None = None
    channels: tuple[str, ...] = ()
    say: str | None = None
    mends: bool = False


class Heard(NamedTuple):
    """Words that participants may say, mostly an excuse, and the question that answers them."""

    text: str
    answer: str | None = None


class WhatIf(NamedTuple):
    """A changed fact, as a question; `then` is the choice of the decision that is best if it is so."""

    text: str
    then: str | None = None


class Facilitator(NamedTuple):
    """What the one who leads the class needs at a decision; `hinge` is the fact that decides there."""

    enact: str | None = None
    probe: tuple[str, ...] = ()
    listen_for: tuple[Heard, ...] = ()
    vary: tuple[WhatIf, ...] = ()
    hinge: str | None = None
    if_silent: str | None = None
    if_dominated: str | None = None


class Decision(NamedTuple):
    """A scene where the participant must choose."""

    id: str
    title: str | None
    text: Text
    ask: str
    choices: Mapping[str, Choice]
    weight: int = 1
    shuffle: bool = True
    facilitator: Facilitator = Facilitator()


class Passage(NamedTuple):
    """A scene that is read and leads on by itself."""

    id: str
    title: str | None
    text: Text
    to: tuple[Route, ...]


class Ending(NamedTuple):
    """A scene that closes the play; `quality` is one of the four kinds of ending."""

    id: str
    title: str
    text: Text
    quality: str


Scene = Decision | Passage | Ending

# --- the case around the scenes ---------------------------------------------------------------


class Role(NamedTuple):
    """A part for live role-play: `part` and `face` are for everybody, the rest is private.

    `scenes` are those in which it has something to do; `task` is what its player observes when
    none of them is played.
    """

    id: str
    name: str
    part: str
    face: str
    aim: str | None = None
    knows: str | None = None
    never_says: str | None = None
    scenes: tuple[str, ...] = ()
    task: str | None = None


class ClassPlan(NamedTuple):
    """Which decisions a class of that many minutes plays in full and which quickly."""

    minutes: int
    full: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()


class Review(NamedTuple):
    """Who read the case over, as what, and when (ISO date)."""

    by: str
    role: str
    on: str


class OfficeRemedy(NamedTuple):
    """A debrief question about what the office owes: S1 guidance, S2 appraisal, S3 example."""

    remedy: str
    ask: str


class Debrief(NamedTuple):
    """Questions for the shared reflection, in the order gather, analyse, summarise."""

    gather: tuple[str, ...]
    analyse: tuple[str, ...]
    summarise: tuple[str, ...]
    office: tuple[OfficeRemedy, ...] = ()
    takeaways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Scenario:
    """One teachable case. Two scenarios are the same only if they are the same object."""

    id: str
    title: str
    module: int
    summary: str
    you: str
    start: str
    scenes: Mapping[str, Scene]
    debrief: Debrief
    state: tuple[Variable, ...] = ()
    level: str = "basic"
    minutes: int | None = None
    practices: tuple[str, ...] = ()
    pressures: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    reviewed: tuple[Review, ...] = ()
    twin: str | None = None
    note: str | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    observe: Mapping[Principle, str] = field(default_factory=dict)
    plans: Mapping[int, ClassPlan] = field(default_factory=dict)
    allow: Mapping[str, str] = field(default_factory=dict)
    language: str = "id"

    @property
    def remedies(self) -> tuple[str, ...]:
        """The remedies that the debrief asks about, each once."""
        return tuple(dict.fromkeys(one.remedy for one in self.debrief.office))


class Law(NamedTuple):
    """A rule of the register of law: how it is cited, what it says, and how well that is known."""

    id: str
    cite: str
    says: str
    checked: str
    basis: str
    source: str
    reviewed: bool = True


class Channel(NamedTuple):
    """A place to turn to: its name, what it is for, how it is reached."""

    id: str
    name: str
    purpose: str
    how: str
    reviewed: bool = True
