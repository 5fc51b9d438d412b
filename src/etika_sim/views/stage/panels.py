"""What the trainer can lay over the wall: the law of this decision, the keys."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from etika_sim.classroom.shown import ProjectorView
from etika_sim.locale import N_, _
from etika_sim.views.stage.lines import Look, Part, Piece, line, wrapped


class Panel(StrEnum):
    """What lies over the phase's own sheets; NONE is nothing."""

    NONE = ""
    JOIN = "join"
    LAW = "law"
    HELP = "help"
    WHAT_IF = "what-if"
    VARY = "vary"
    NOTES = "notes"
    BLACK = "black"


KEYS: Mapping[str, str] = {
    "Enter": N_("the next step; the line at the foot names it"),
    N_("Space"): N_("open or close the vote"),
    "← →": N_("turn the sheets of this step"),
    "A–E": N_("at the reveal: take this road"),
    "d  r": N_("talk; vote once more (before the reveal), or deal the roles anew"),
    "h  u": N_("type counted hands; take the last count back"),
    "v  w": N_('quick vote on a "what if"; try another road in thought'),
    "l  j": N_("the law of this decision; the way in"),
    "i  t": N_("another address; one minute more"),
    "g": N_("straight to the debrief"),
    "n": N_("before the class comes in: the notes on your own phone"),
    "k  s": N_("close the door; count heads"),
    "x": N_("show or hide the wall of commitments; hide one of them"),
    "z": N_("silence a seat, or let it back in"),
    "p": N_("a text for the report, by its number in the notes"),
    ".": N_("black screen; again: back"),
    "q": N_("leave; the class is kept"),
}
"""The keys in the order of an hour; a clicker's page keys are Enter and back."""

WIDEST = 8


def law(shown: ProjectorView, look: Look) -> list[Part]:
    """The law that this decision touches, in the words of the register."""
    if not shown["law"]:
        return [wrapped(_("This decision cites no law."), look)]
    cited = [wrapped(look.cite(name), look) for name in shown["law"]]
    return [wrapped(_("What the law says here"), look, "strong"), *cited]


def keys(_shown: ProjectorView, _look: Look) -> list[Part]:
    """The keys, one line each."""
    rows = [(Piece(_(mark).ljust(WIDEST), "mark"), Piece(_(text))) for mark, text in KEYS.items()]
    return [(line(_("Keys"), "strong"), (), *rows)]
