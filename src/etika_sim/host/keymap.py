"""Key map of the projector: what each means in this room, on this sheet. Pure; chance is handed in.

Law: a stray key never skips a reveal. Only Enter goes on, not twice in a moment and not before the last
sheet was seen; a letter asks before it takes a road; whatever takes something away asks first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from etika_sim.classroom import progression
from etika_sim.classroom.case_texts import LETTERS
from etika_sim.classroom.events import Closed, Dealt, Routed, Shown, Went
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.state import VARY, Room, Stage
from etika_sim.classroom.tally import favoured
from etika_sim.host import input_parsing, key_actions
from etika_sim.host.actions import Action, Ask, At, Say, SendEvents, ShowPanel, Turn, do
from etika_sim.locale import _
from etika_sim.views.stage.panels import Panel

CALM = 0.4
"""Seconds since the last thing that happened by a key, before Enter goes on: a bounce is no wish."""

SEEN = 2.0
"""Seconds that a result is seen at least before the class goes on."""


def wish(key: str, room: Room, at: At) -> Action:
    """What the trainer wants with that key."""
    if at.panel is Panel.BLACK:
        return ShowPanel(Panel.NONE)
    if (option := _option(key, room)) is not None and at.panel is Panel.NONE:
        return _road(room, option)
    meant = KEYS.get(key.lower() if len(key) == 1 else key)
    wanted = meant(room, at) if meant else None
    return (
        ShowPanel(Panel.NONE) if wanted == ShowPanel(at.panel) else wanted
    )  # the key that laid it takes it away


def _option(key: str, room: Room) -> str | None:
    """The road that a letter names at the reveal, as long as it is a letter between A and E."""
    if room.phase is not Phase.REVEAL or room.ballot is None or key.upper() not in LETTERS[:5]:
        return None
    return input_parsing.option_of(key, room.ballot)


def _road(room: Room, option: str) -> Action:
    assert room.ballot is not None
    letter = LETTERS[room.ballot.options.index(option)]
    leaders = favoured(room.ballot)
    is_led = not leaders or option in leaders
    text = _("Why {letter}, which most did not choose? (Esc: no):")
    if is_led:
        text = _("Go on with {letter}. A reason, if you like, then Enter (Esc: no):")

    def taken(reason: str) -> Action:
        said = reason.strip()
        if not said and not is_led:
            return Say(_("Against the votes a road needs its reason; nothing was taken."))
        return do(Routed(option, said))

    return Ask(text.format(letter=letter), taken, is_line=True)


def on(room: Room, at: At) -> Action:
    """Enter: the next sheet, then the next step."""
    if at.page + 1 < at.pages:
        return Turn(1)
    if at.panel not in (Panel.NONE, Panel.VARY):
        return ShowPanel(Panel.NONE)
    if at.calm < CALM:
        return None
    if at.panel is Panel.VARY:
        return _varied(room)
    if room.phase is Phase.REVEAL and at.seen < SEEN:
        return None
    ahead = progression.ahead(room)
    if ahead is None:
        return (
            key_actions.leave(room, at)
            if room.phase is Phase.CLOSED
            else Say(_("Take a road by its letter."))
        )
    if isinstance(ahead, Went) and ahead.to is Phase.ROLES and room.seats:
        return SendEvents((ahead, Dealt(seed=at.chance())))
    return SendEvents((ahead,))


def _varied(room: Room) -> Action:
    one = room.ballot.rounds[-1] if room.ballot and room.ballot.rounds else None
    if one is None or one.asks != VARY or one.stage is Stage.SHOWN:
        return ShowPanel(Panel.NONE)
    return do(Closed()) if one.stage is Stage.OPEN else do(Shown())


def next_sheet(_room: Room, at: At) -> Action:
    """The next sheet, and never further."""
    return Turn(1) if at.page + 1 < at.pages else None


def back(_room: Room, at: At) -> Action:
    """The sheet before; nothing that was done is undone."""
    if at.page:
        return Turn(-1)
    return ShowPanel(Panel.NONE) if at.panel is not Panel.NONE else None


KEYS: Mapping[str, Callable[[Room, At], Action]] = {
    "enter": on,
    "pagedown": on,
    "pageup": back,
    "left": back,
    "right": next_sheet,
    "escape": key_actions.away,
    "ctrl+c": key_actions.leave,
    "ctrl+q": key_actions.leave,
    " ": key_actions.toggle,
    ".": key_actions.black,
    "?": key_actions.helped,
    "d": key_actions.discuss,
    "r": key_actions.again,
    "h": key_actions.hands,
    "u": key_actions.uncount,
    "v": key_actions.vary,
    "w": key_actions.what_if,
    "g": key_actions.debrief,
    "k": key_actions.lock,
    "s": key_actions.settle,
    "x": key_actions.wall,
    "p": key_actions.choose_text,
    "i": key_actions.reach,
    "j": key_actions.way_in,
    "n": key_actions.own_phone,
    "z": key_actions.silence,
    "t": key_actions.minute,
    "l": key_actions.law,
    "q": key_actions.leave,
}
