"""Menus, and what is said around them."""

from __future__ import annotations

from collections.abc import Sequence

from etika_sim.locale import _
from etika_sim.views.page import Gap, Heading, Items, Page, Prose


def menu(title: str, labels: Sequence[str]) -> Page:
    """A heading and numbered lines."""
    return Heading(title), Items(tuple((str(n), label) for n, label in enumerate(labels, 1))), Gap()


def shared_question() -> Page:
    """What the first start asks."""
    ask = _("Do several people use this laptop?")
    why = (
        _("If not, your plays are kept, so that you can go on with them."),
        _("If so, nothing is kept unless you give an alias. Everything stays on this laptop."),
    )
    return Heading(_("Before you begin")), Prose((ask, " ".join(why))), Gap()


def alias_question() -> Page:
    """What every start asks on a shared laptop."""
    ask = _("Give an alias that is not easily guessed, not your own name, to find your plays again.")
    guest = _("Enter alone: play as a guest; nothing is kept then.")
    return Heading(_("Who is playing?")), Prose((f"{ask} {guest}",)), Gap()


def about() -> Page:
    """The help of the menu."""
    paragraphs = (
        _("Here you step into a case at a public office, choose, and see what comes of it."),
        _("There is no pass or fail. Feedback is for practice, not for personnel decisions."),
        _("Nothing leaves this laptop. Nothing is sent to your superior."),
        _("Type the number or letter before a line, then Enter. Q leaves, U goes back, and ? shows help."),
    )
    return Heading(_("Help")), Prose(paragraphs), Gap()
