"""The phases of a class: one table, from which order, minutes, what may follow and what is shown derive."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Flag, StrEnum, auto
from fractions import Fraction
from typing import NamedTuple

from etika_sim.locale import N_


class Phase(StrEnum):
    """Where a class stands, in the order of an hour; those of a decision come again for each."""

    LOBBY = "lobby"
    BRIEFING = "briefing"
    ROLES = "roles"
    READ = "read"
    ENACT = "enact"
    VOTE_1 = "vote-1"
    DISCUSS = "discuss"
    VOTE_2 = "vote-2"
    REVEAL = "reveal"
    ROUTE = "route"
    DE_ROLE = "de-role"
    DEBRIEF = "debrief"
    COMMITMENTS = "commitments"
    EXIT = "exit"
    CLOSED = "closed"


class Trait(Flag):
    """What holds while a class is in a phase."""

    NONE = 0
    RELOADS = auto()
    """A page without scripts may read itself anew: nobody is writing in it."""
    DEALS = auto()
    """Roles are dealt, dealt again, passed on."""
    SHOWS_ROLES = auto()
    """Whoever was dealt a role sees his card."""
    SHOWS_OPTIONS = auto()
    """The options of the decision stand on phones."""
    VARIES = auto()
    """A quick vote on a "what if …" may begin."""


class Row(NamedTuple):
    """All that is settled of a phase.

    `name` is what a trainer reads in a plan, `heading` stands at the head of a phone, `says` is what
    the trainer says, word for word ("…" is a pause), `about` what the documents say. `next` are the
    phases one step on, the first that is due being what Enter leads to. A phase once an hour takes its
    minutes out of a `block` of BLOCKS: its `share`, rounded down, or what the others leave. A phase of
    a decision takes `full` or `quick` minutes, and `round` is the vote that it holds.
    """

    name: str
    heading: str
    says: str
    about: str
    next: tuple[Phase, ...]
    block: str = ""
    share: Fraction = Fraction(0)
    full: int = 0
    quick: int = 0
    round: int = 0
    traits: Trait = Trait.NONE


BLOCKS: Mapping[str, tuple[int, int, int]] = {
    "opening": (1, 4, 7),
    "roles": (0, 3, 6),
    "de-role": (0, 2, 3),
    "debrief": (4, 14, 22),
    "commitments": (1, 5, 9),
}
"""Minutes around the decisions, in a class of 10, 45 and 90 minutes."""

PHASES: Mapping[Phase, Row] = {
    Phase.LOBBY: Row(
        N_("Coming in"),
        N_("You are in"),
        N_(
            "Good morning. There is a code on the screen; one phone for a table is enough. If you have no"
            " phone, raise your hand later; it counts the same."
        ),
        "people join",
        (Phase.BRIEFING,),
        block="opening",
        share=Fraction(1, 2),
        traits=Trait.RELOADS,
    ),
    Phase.BRIEFING: Row(
        N_("Ground rules"),
        N_("Before we begin"),
        N_(
            "Three rules. First, no names of people, no names of offices. Second, do not bring cases that"
            " are under way; there is a channel for them, on the board. Third, you may sit out, at any "
            "time, without a reason."
        ),
        "ground rules: no real names, no running cases, free not to play",
        (Phase.ROLES, Phase.READ),
        block="opening",
        traits=Trait.RELOADS | Trait.DEALS,
    ),
    Phase.ROLES: Row(
        N_("Roles"),
        N_("Your role"),
        N_(
            "Read your card by yourself. Do not show it, do not read it aloud. If the role is your own "
            "job, pass it on."
        ),
        "roles are dealt, read, passed on",
        (Phase.READ,),
        block="roles",
        traits=Trait.DEALS | Trait.SHOWS_ROLES,
    ),
    Phase.READ: Row(
        N_("Read"),
        N_("Read"),
        N_("Read in silence. There are no options yet. Imagine that you sit there."),
        "the scene is read; its options are not shown yet",
        (Phase.ENACT, Phase.VOTE_1),
        full=1,
        quick=1,
        traits=Trait.DEALS | Trait.SHOWS_ROLES,
    ),
    Phase.ENACT: Row(
        N_("Enact"),
        N_("Play the scene"),
        N_("Three minutes. It is not about acting. Just say the sentence that you would say at the office."),
        "all groups play at once, observers tick",
        (Phase.VOTE_1,),
        full=3,
        traits=Trait.SHOWS_ROLES,
    ),
    Phase.VOTE_1: Row(
        N_("First vote"),
        N_("Vote {n}"),
        N_("Choose by yourself. Do not ask yet. We do not open the result."),
        "round 1 waits, is open, is closed",
        (Phase.DISCUSS, Phase.VOTE_2, Phase.REVEAL),
        full=2,
        quick=1,
        round=1,
        traits=Trait.SHOWS_ROLES | Trait.SHOWS_OPTIONS,
    ),
    Phase.DISCUSS: Row(
        N_("Discuss"),
        N_("Talk about it"),
        N_(
            "Find somebody who chose differently. You need not win. You need to understand why the other "
            "chose that."
        ),
        "neighbours talk; nobody has seen a result",
        (Phase.VOTE_2,),
        full=4,
        traits=Trait.RELOADS | Trait.SHOWS_ROLES | Trait.SHOWS_OPTIONS,
    ),
    Phase.VOTE_2: Row(
        N_("Second vote"),
        N_("Vote {n}"),
        N_("Choose once more. You may change, you may stay."),
        "round 2",
        (Phase.REVEAL,),
        full=1,
        round=2,
        traits=Trait.SHOWS_ROLES | Trait.SHOWS_OPTIONS,
    ),
    Phase.REVEAL: Row(
        N_("Reveal"),
        N_("What the class chose"),
        N_(
            "Look first, say nothing. … Who will tell us what made you change? Not what you chose; what "
            "made you change."
        ),
        "both rounds side by side, own feedback; quick votes",
        (),
        full=1,
        quick=1,
        traits=Trait.RELOADS | Trait.SHOWS_ROLES | Trait.SHOWS_OPTIONS | Trait.VARIES,
    ),
    Phase.ROUTE: Row(
        N_("The story goes on"),
        N_("The story goes on"),
        N_("This is what comes of it. Read in silence. … Whom does it reach first?"),
        "what came of the road taken",
        (Phase.READ, Phase.DE_ROLE, Phase.DEBRIEF),
        full=1,
        quick=1,
        traits=Trait.RELOADS | Trait.SHOWS_ROLES | Trait.SHOWS_OPTIONS | Trait.VARIES,
    ),
    Phase.DE_ROLE: Row(
        N_("Out of the roles"),
        N_("Leave your role"),
        N_(
            "Stand up. Lay the role card face down on the table. Tell your neighbour your own name and "
            "your own work. … What happened was a role. Now we speak as ourselves."
        ),
        "roles are put away",
        (Phase.DEBRIEF,),
        block="de-role",
        traits=Trait.RELOADS | Trait.VARIES,
    ),
    Phase.DEBRIEF: Row(
        N_("Debrief"),
        N_("Looking back together"),
        N_("I ask one thing at a time. Think for a moment; then whoever has spoken least begins."),
        "questions for all",
        (Phase.COMMITMENTS,),
        block="debrief",
        traits=Trait.RELOADS | Trait.VARIES,
    ),
    Phase.COMMITMENTS: Row(
        N_("Commitments"),
        N_("One sentence for work"),
        N_("One sentence. Something you can do before Friday, and that others can see. Without a name."),
        "one sentence each, the wall",
        (Phase.EXIT,),
        block="commitments",
    ),
    Phase.EXIT: Row(
        N_("Three questions"),
        N_("Three questions at the end"),
        N_("Three short questions. You may leave any of them empty."),
        "three questions",
        (Phase.CLOSED,),
        block="commitments",
        share=Fraction(1, 3),
    ),
    Phase.CLOSED: Row(
        N_("Closed"),
        N_("Thank you"),
        N_(
            "Thank you. If you want to say something about your own office, do not tell me today. The "
            "channel is on the board and on your pocket card."
        ),
        "only texts can still be picked or hidden",
        (),
        traits=Trait.RELOADS,
    ),
}

ORDER = tuple(PHASES)

VOTING: Mapping[Phase, int] = {phase: row.round for phase, row in PHASES.items() if row.round}
"""The phases with a vote, and the number of its round."""

AT_A_DECISION = tuple(phase for phase, row in PHASES.items() if row.full)

AT_DECISION = N_("Decision {n}: {phase}")
"""How a phase is called that comes again at each decision."""

EARLY = (Phase.DE_ROLE, Phase.DEBRIEF)
"""Where a class may go from every phase before: the end of the story."""


def has(phase: Phase, trait: Trait) -> bool:
    """Whether something holds in a phase."""
    return bool(PHASES[phase].traits & trait)


def may_follow(now: Phase, then: Phase) -> bool:
    """Whether the class may go there: one step on, early to the end, or to the close at any time.

    From the reveal only the class's decision leads on, by the event `Routed`.
    """
    if then in PHASES[now].next:
        return True
    if then in EARLY:
        return is_before(now, then)
    return then is Phase.CLOSED and now is not Phase.CLOSED


def is_before(one: Phase, other: Phase) -> bool:
    """Whether one phase comes earlier in the hour than another."""
    return ORDER.index(one) < ORDER.index(other)


def called(phase: Phase, decision: int, translated: Callable[[str], str]) -> str:
    """A phase as a trainer reads it, and of which decision where it comes again; 0 where it does not."""
    name = translated(PHASES[phase].name)
    return translated(AT_DECISION).format(n=decision, phase=name) if decision else name
