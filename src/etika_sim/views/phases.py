"""The phases of a class by the words that people see."""

from __future__ import annotations

from collections.abc import Mapping

from etika_sim.classroom.phases import Phase
from etika_sim.locale import N_, _

_PHASES: Mapping[Phase, str] = {
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


def phase(name: Phase, decision: int = 0) -> str:
    """A phase, and of which decision where it comes again."""
    label = _(_PHASES[name])
    return _("Decision {n}: {phase}").format(n=decision, phase=label) if decision else label
