"""The wall of a class at one moment: its sheets, the line above them and the line below."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from etika_sim.classroom.clock import left, minutes_and_seconds
from etika_sim.classroom.phases import AT_A_DECISION, PHASES, Phase
from etika_sim.classroom.shown import AheadData, ProjectorView, given
from etika_sim.classroom.state import Stage
from etika_sim.locale import _
from etika_sim.views.stage import arriving, closing, deciding, panels, revealing
from etika_sim.views.stage.lines import MARGIN, Line, Look, Part, Piece, Sheet, sheets, shortened
from etika_sim.views.stage.panels import Panel

SHORTEST = 8
"""Letters of a title that are worth their place; on a narrow screen the number of the decision goes first."""

PAGES: Mapping[Phase, Callable[[ProjectorView, Look], list[Part]]] = {
    Phase.LOBBY: arriving.lobby,
    Phase.BRIEFING: arriving.briefing,
    Phase.ROLES: arriving.roles,
    **deciding.PAGES,
    Phase.REVEAL: revealing.reveal,
    Phase.ROUTE: revealing.route,
    Phase.DE_ROLE: closing.de_role,
    Phase.COMMITMENTS: closing.commitments,
    Phase.EXIT: closing.farewell,
    Phase.CLOSED: closing.closed,
}

PANELS: Mapping[Panel, Callable[[ProjectorView, Look], list[Part]]] = {
    Panel.JOIN: arriving.lobby,
    Panel.NOTES: arriving.own_phone,
    Panel.LAW: panels.law,
    Panel.HELP: panels.keys,
    Panel.WHAT_IF: revealing.what_if,
    Panel.VARY: revealing.vary,
}


def stage(shown: ProjectorView, look: Look, panel: Panel = Panel.NONE) -> tuple[Sheet, ...]:
    """The sheets of this moment, at least one. `shown` is what `for_projector` gives."""
    if panel is Panel.BLACK:
        return ((),)
    if panel in PANELS:
        return sheets(PANELS[panel](shown, look), look)
    phase = Phase(shown["phase"])
    if phase is Phase.DEBRIEF:
        return closing.debrief(shown, look) or ((),)
    return sheets(PAGES[phase](shown, look), look)


def header(shown: ProjectorView, look: Look) -> Line:
    """The case or the event, which decision of how many, how many voices, the time left."""
    phase = Phase(shown["phase"])
    right = _right(shown, look, phase)
    where = ""
    if phase in AT_A_DECISION:
        counted = {"n": shown["decisions"], "of": max(shown["planned"], shown["decisions"])}
        where = " · " + _("decision {n} of {of}").format(**counted)
    name = shown["title"] if phase in AT_A_DECISION else shown["event"] or shown["title"]
    free = look.width - 2 * MARGIN - len(right) - 2
    if free < len(where) + SHORTEST:
        where = ""
    name = shortened(name, max(SHORTEST, free - len(where))).upper()
    gap = look.width - 2 * MARGIN - len(name) - len(where) - len(right)
    return (Piece(name, "strong"), Piece(where), Piece(" " * max(2, gap)), Piece(right, "strong"))


def _right(shown: ProjectorView, look: Look, phase: Phase) -> str:
    now = shown["round"]
    n = f"n = {now['voted']}   " if now and phase.value == Phase.REVEAL else ""
    timed = minutes_and_seconds(left(shown, look.now)) if shown["minutes"] else ""
    return f"{n}{timed}".rstrip()


def footer(shown: ProjectorView, look: Look, page: int, pages: int, panel: Panel = Panel.NONE) -> Line:
    """What Enter does now, and the keys that matter."""
    hint = _("? keys")
    if pages > 1:
        hint = " · ".join((_("sheet {n} of {of}").format(n=page + 1, of=pages), hint))
    free = max(10, look.width - 2 * MARGIN - len(hint) - 2)
    on = shortened(_on(shown, page, pages, panel), free)
    other = _other(shown, page, pages, panel)
    if other and len(on) + 3 + len(other) <= free:
        on = f"{on} · {other}"
    gap = look.width - 2 * MARGIN - len(on) - len(hint)
    return (Piece(on, "strong"), Piece(" " * max(2, gap)), Piece(hint, "quiet"))


def _on(shown: ProjectorView, page: int, pages: int, panel: Panel) -> str:
    if page + 1 < pages:
        return _("Enter: next sheet")
    if panel is Panel.VARY:
        return _vary(shown)
    if panel:
        return _("Enter: back to the class")
    ahead = shown["ahead"]
    if ahead is None:
        return _("Q: end") if shown["phase"] == Phase.CLOSED else _roads(shown)
    if ahead["kind"] == "went" and ahead["to"] == Phase.READ and shown["decisions"]:
        return _("Enter: the next decision")
    if ahead["kind"] == "went":
        name = PHASES[Phase(ahead["to"])].name
        return "Enter: " + _(name)
    return _kind(shown, ahead)


def _other(shown: ProjectorView, page: int, pages: int, panel: Panel) -> str:
    """That another road can be taken, where it can."""
    ahead = shown["ahead"]
    is_here = page + 1 == pages and not panel and ahead and ahead["kind"] == "routed"
    return _("another road: its letter") if is_here else ""


def _kind(shown: ProjectorView, ahead: AheadData) -> str:
    if ahead["kind"] == "routed":
        letter = next(o["letter"] for o in shown["options"] if o["option"] == ahead["choice"])
        return _("Enter: go on with {letter} (most votes)").format(letter=letter)
    names = {"opened": _("Enter: open the vote"), "closed": _("Enter: close the vote")}
    return names.get(ahead["kind"], _("Enter: show the result"))


def _roads(shown: ProjectorView) -> str:
    letters = " ".join(option["letter"] for option in shown["options"])
    return _("No clear majority. The trainer takes a road: {letters}").format(letters=letters)


def _vary(shown: ProjectorView) -> str:
    stages = {
        Stage.OPEN.value: _("Enter: close the vote"),
        Stage.CLOSED.value: _("Enter: show the result"),
    }
    return stages.get(given(shown["round"])["stage"], _("Enter: back to the class"))
