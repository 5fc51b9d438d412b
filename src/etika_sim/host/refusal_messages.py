"""Messages of refusals: why something that the trainer wanted cannot be, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from etika_sim.classroom.events import Reason
from etika_sim.locale import N_, _

SENTENCES: Mapping[Reason, str] = {
    Reason.OVER: N_("The class is closed."),
    Reason.NOT_THIS_WAY: N_("This class does not take part that way."),
    Reason.ROUND_CLOSED: N_("This round is not counted any more."),
    Reason.OTHER_DECISION: N_("The class has gone on from there."),
    Reason.WRONG_COUNT: N_("The numbers do not fit the letters."),
    Reason.NOTHING_TO_UNDO: N_("There is no count of hands to take back."),
    Reason.NO_ROLES: N_("The case has no such role."),
    Reason.TOO_LONG: N_("That is too long; two hundred letters are the most."),
    Reason.TOO_MANY: N_("That is enough of these."),
    Reason.ENDED: N_("The story is over."),
    Reason.NO_WAY: N_("From there no way leads on."),
}
ELSE = N_("That is not possible in this step.")


def refusal(reason: Reason) -> str:
    """The sentence for a reason."""
    return _(SENTENCES.get(reason, ELSE))
