"""Words on a phone that stand in no template: what was refused, and why."""

from __future__ import annotations

from etika_sim.locale import N_

REFUSALS = {
    "malformed": N_("That could not be read. Please try again."),
    "not-yours": N_("Only the trainer can do that."),
    "over": N_("The class is over."),
    "not-now": N_("That is not possible at this moment."),
    "no-seat": N_("You have no seat yet. Please join first."),
    "blocked": N_("This seat is resting. Please speak to the trainer."),
    "too-many": N_("That was too often. Please wait a moment."),
    "wrong-word": N_("That is not the word on the screen. Look again and type it once more."),
    "locked": N_("The class is closed to newcomers. Please ask the trainer."),
    "full": N_("All seats are taken. Please ask the trainer for more."),
    "not-this-way": N_("This phone takes part in another way. See who uses this phone."),
    "no-nicknames": N_("Nicknames are not used in this class."),
    "other-decision": N_("The class is at another decision. Your vote was not counted there."),
    "round-closed": N_("This vote is closed. What you sent was not counted."),
    "not-offered": N_("That option is not offered here."),
    "wrong-count": N_("The numbers do not fit your table. Together at least 1, and no more than sit there."),
    "no-roles": N_("This case has no roles."),
    "has-a-role": N_("You play a role, so you do not observe this time."),
    "empty": N_("Nothing was written yet."),
    "too-long": N_("That is too long. At most 200 characters."),
    "none-such": N_("There is no such thing here."),
    "no-such-code": N_("No seat has this code. Please look at it again."),
    "no-cookie": N_(
        "This browser keeps no cookies. Please allow them for this page, or open it in another browser."
    ),
    "not-kept": N_("The laptop could not keep that. It is not recorded; please send it once more."),
}
"""What a phone reads when something was not taken; `docs/classroom.md` says when each is given."""
