"""The phases of a class, what a trainer calls them, and which may follow which: tables, and little else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from etika_sim.locale import N_


class Phase(StrEnum):
    """Where a class stands, in the order of an hour; READ to ROUTE come again for each decision."""

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


ORDER = tuple(Phase)

NAMES: Mapping[Phase, str] = {
    Phase.LOBBY: N_("Coming in"),
    Phase.BRIEFING: N_("Ground rules"),
    Phase.ROLES: N_("Roles"),
    Phase.READ: N_("Read"),
    Phase.ENACT: N_("Enact"),
    Phase.VOTE_1: N_("First vote"),
    Phase.DISCUSS: N_("Discuss"),
    Phase.VOTE_2: N_("Second vote"),
    Phase.REVEAL: N_("Reveal"),
    Phase.ROUTE: N_("The story goes on"),
    Phase.DE_ROLE: N_("Out of the roles"),
    Phase.DEBRIEF: N_("Debrief"),
    Phase.COMMITMENTS: N_("Commitments"),
    Phase.EXIT: N_("Three questions"),
    Phase.CLOSED: N_("Closed"),
}
"""What a trainer reads in a plan of the hour."""

AT_DECISION = N_("Decision {n}: {phase}")
"""How a phase is called that comes again at each decision."""

VOTING: Mapping[Phase, int] = {Phase.VOTE_1: 1, Phase.VOTE_2: 2}
"""The phases with a vote, and the number of its round."""

AT_A_DECISION = ORDER[ORDER.index(Phase.READ) : ORDER.index(Phase.DE_ROLE)]

NEXT: Mapping[Phase, tuple[Phase, ...]] = {
    Phase.LOBBY: (Phase.BRIEFING,),
    Phase.BRIEFING: (Phase.ROLES, Phase.READ),
    Phase.ROLES: (Phase.READ,),
    Phase.READ: (Phase.ENACT, Phase.VOTE_1),
    Phase.ENACT: (Phase.VOTE_1,),
    Phase.VOTE_1: (Phase.DISCUSS, Phase.VOTE_2, Phase.REVEAL),
    Phase.DISCUSS: (Phase.VOTE_2,),
    Phase.VOTE_2: (Phase.REVEAL,),
    Phase.REVEAL: (),  # only the class's decision leads on: the event `routed`
    Phase.ROUTE: (Phase.READ, Phase.DE_ROLE),
    Phase.DE_ROLE: (Phase.DEBRIEF,),
    Phase.DEBRIEF: (Phase.COMMITMENTS,),
    Phase.COMMITMENTS: (Phase.EXIT,),
    Phase.EXIT: (Phase.CLOSED,),
    Phase.CLOSED: (),
}


def may_follow(now: Phase, then: Phase) -> bool:
    """Whether the class may go there: one step on, early to the end, or to the close at any time."""
    if then in NEXT[now]:
        return True
    if then in (Phase.DE_ROLE, Phase.DEBRIEF):
        return is_before(now, then)
    return then is Phase.CLOSED and now is not Phase.CLOSED


def is_before(one: Phase, other: Phase) -> bool:
    """Whether one phase comes earlier in the hour than another."""
    return ORDER.index(one) < ORDER.index(other)


def called(phase: Phase, decision: int, translated: Callable[[str], str]) -> str:
    """A phase as a trainer reads it, and of which decision where it comes again; 0 where it does not."""
    name = translated(NAMES[phase])
    return translated(AT_DECISION).format(n=decision, phase=name) if decision else name
