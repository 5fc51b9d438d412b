"""What can be typed while playing."""

from __future__ import annotations

from etika_sim.locale import _
from etika_sim.views.page import Gap, Heading, Items, Page, Prose

_KEYS = {
    "id": {"undo": "M", "law": "H", "path": "J", "note": "T", "quit": "K"},
    "en": {"undo": "U", "law": "L", "path": "P", "note": "N", "quit": "Q"},
}


def playing(language: str) -> Page:
    """The keys of a play, with their letters in the user's language."""
    keys = _KEYS[language]
    items = (
        ("A-E", _("choose that option (1-5 works too), then Enter")),
        ("Enter", _("go on")),
        (keys["undo"], _("go back one decision; the first answer is still the one that is weighed")),
        (keys["law"], _("the law behind the last choice, in full")),
        (keys["path"], _("the path you have taken")),
        (keys["note"], _("write a note to yourself")),
        (keys["quit"], _("leave the play")),
        ("?", _("this help")),
    )
    return Heading(_("What you can type")), Items(items), Prose((_("Whole words work too."),), "quiet"), Gap()


def writing(language: str) -> Page:
    """What can be typed where a line of one's own is asked for."""
    items = (
        (_("words"), _("your own line, then Enter")),
        ("Enter", _("go on without writing")),
        (_KEYS[language]["quit"], _("leave the play")),
    )
    return Heading(_("What you can type")), Items(items), Gap()
