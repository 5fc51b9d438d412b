"""The offer to go on with a play that was left."""

from __future__ import annotations

from etika_sim.journal.plays import Kept
from etika_sim.locale import _
from etika_sim.play.engine import Play, has_ended, here
from etika_sim.play.record import Stop
from etika_sim.prose import safe_line
from etika_sim.views.page import Gap, Heading, Page, Prose
from etika_sim.views.scene import choice_of, sentence


def offer(old: Kept | None, new: tuple[Kept, Stop | None] | None) -> Page:
    """Where the play was left; and if the case has changed since, where the new version would stand.

    `old` is None when the version it began with cannot be played any more.
    """
    lines = []
    if old is not None:
        lines.append(_("You left this play at {place}.").format(place=_place(old.play)))
    if new is not None:
        changed = _("The case has been changed since.")
        lost = _("The version that you played can no longer be read.")
        lines.append(lost if old is None else changed)
        moved, stop = new
        standing = _("In the new version your choices lead to {place}.")
        if stop is not None:
            standing = _("In the new version your choices lead only as far as {place}.")
        lines.append(standing.format(place=_place(moved.play)))
    title = old.play.scenario.title if old is not None else new[0].play.scenario.title if new else ""
    return Heading(safe_line(title)), Prose((" ".join(lines),)), Gap()


def last_choice(play: Play) -> Page:
    """What was chosen last, before its outcome is told again."""
    said = sentence(choice_of(play.scenario, play.steps[-1]))
    return Prose((_("Your last choice: {sentence}").format(sentence=said),), "question"), Gap()


def _place(play: Play) -> str:
    title = here(play).title
    place = _("the ending") if has_ended(play) else _("decision {n}").format(n=len(play.steps) + 1)
    return f'{place}, "{safe_line(title)}"' if title else place
