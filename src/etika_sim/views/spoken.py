"""What a trainer says in each phase, word for word; the facilitator's guide holds the same sentences."""

from __future__ import annotations

from collections.abc import Mapping

from etika_sim.classroom.phases import Phase
from etika_sim.locale import N_

SPOKEN: Mapping[Phase, str] = {
    Phase.LOBBY: N_(
        "Good morning. There is a code on the screen; one phone for a table is enough. If you have no phone,"
        " raise your hand later; it counts the same."
    ),
    Phase.BRIEFING: N_(
        "Three rules. First, no names of people, no names of offices. Second, do not bring cases that are"
        " under way; there is a channel for them, on the board. Third, you may sit out, at any time, without"
        " a reason."
    ),
    Phase.ROLES: N_(
        "Read your card by yourself. Do not show it, do not read it aloud. If the role is your own job, pass"
        " it on."
    ),
    Phase.READ: N_("Read in silence. There are no options yet. Imagine that you sit there."),
    Phase.ENACT: N_(
        "Three minutes. It is not about acting. Just say the sentence that you would say at the office."
    ),
    Phase.VOTE_1: N_("Choose by yourself. Do not ask yet. We do not open the result."),
    Phase.DISCUSS: N_(
        "Find somebody who chose differently. You need not win. You need to understand why the other chose"
        " that."
    ),
    Phase.VOTE_2: N_("Choose once more. You may change, you may stay."),
    Phase.REVEAL: N_(
        "Look first, say nothing. … Who will tell us what made you change? Not what you chose; what made you"
        " change."
    ),
    Phase.ROUTE: N_("This is what comes of it. Read in silence. … Whom does it reach first?"),
    Phase.DE_ROLE: N_(
        "Stand up. Lay the role card face down on the table. Tell your neighbour your own name and your own"
        " work. … What happened was a role. Now we speak as ourselves."
    ),
    Phase.DEBRIEF: N_("I ask one thing at a time. Think for a moment; then whoever has spoken least begins."),
    Phase.COMMITMENTS: N_(
        "One sentence. Something you can do before Friday, and that others can see. Without a name."
    ),
    Phase.EXIT: N_("Three short questions. You may leave any of them empty."),
    Phase.CLOSED: N_(
        "Thank you. If you want to say something about your own office, do not tell me today. The channel is"
        " on the board and on your pocket card."
    ),
}
"""One piece of speech a phase; "…" is a pause."""
