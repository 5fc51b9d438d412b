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
    why = _("On a shared laptop nothing is kept unless you give an alias. Everything stays on this laptop.")
    return Heading(_("Before the first time")), Prose((ask, why)), Gap()


def alias_question() -> Page:
    """What every start asks on a shared laptop."""
    ask = _("Give an alias, not your own name, to find your plays again. Enter alone: play as a guest.")
    return Heading(_("Who is playing?")), Prose((ask,)), Gap()


def about() -> Page:
    """The help of the menu."""
    paragraphs = (
        _("Here you step into a case at a public office, choose, and see what comes of it."),
        _("There is no pass or fail. Feedback is for practice, not for personnel decisions."),
        _("Nothing leaves this laptop. Your superior cannot see what you choose."),
        _("Type the number or letter that stands before a line, then Enter. K leaves, M goes back, ? helps."),
    )
    return Heading(_("Help")), Prose(paragraphs), Gap()
