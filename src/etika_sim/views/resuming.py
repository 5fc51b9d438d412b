"""The offer to go on with a play that was left."""

from __future__ import annotations

from etika_sim.journal.plays import Kept
from etika_sim.locale import _
from etika_sim.play.engine import Play, here
from etika_sim.play.record import Stop
from etika_sim.prose import safe_line
from etika_sim.views.page import Gap, Heading, Page, Prose


def offer(kept: Kept, moved: tuple[Kept, Stop | None] | None) -> Page:
    """Where the play was left; and if the case has changed since, where the new version would stand."""
    lines = [_("You left this play at {place}.").format(place=_place(kept.play))]
    if moved is not None:
        new, stop = moved
        lines.append(_("The case has been changed since."))
        standing = _("In the new version your choices lead to {place}.")
        if stop is not None:
            standing = _("In the new version your choices lead only as far as {place}.")
        lines.append(standing.format(place=_place(new.play)))
    return Heading(safe_line(kept.play.scenario.title)), Prose((" ".join(lines),)), Gap()


def _place(play: Play) -> str:
    number = _("decision {n}").format(n=len(play.steps) + 1)
    title = here(play).title
    return f"{number}, {safe_line(title)}" if title else number
