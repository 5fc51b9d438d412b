"""What each warning says, and what would help: rule and reason -> sentence and hint, as in MESSAGES."""

from __future__ import annotations

from etika_sim.locale import N_
from etika_sim.views.messages import Sentences

SUGGESTIONS: dict[tuple[str, str], Sentences] = {
    ("no-dilemma", ""): (
        N_('nothing has to be weighed here: "{choice}" is best on every principle'),
        N_("Give another choice what speaks for it: points it earns, or the excuse that makes it tempting."),
    ),
}
