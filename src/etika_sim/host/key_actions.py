"""Key handlers, all but going on: counting, "what if", the hour, the door."""

from __future__ import annotations

from etika_sim.classroom import tally
from etika_sim.classroom.case_texts import decision_of
from etika_sim.classroom.events import (
    Closed,
    Dealt,
    Extended,
    Locked,
    Opened,
    Supposed,
    Uncounted,
    Walled,
    Went,
)
from etika_sim.classroom.phases import VOTING, Phase, is_before
from etika_sim.classroom.state import HANDS, VARY, Ballot, Room, Stage
from etika_sim.host import input_parsing
from etika_sim.host.actions import Action, Ask, At, NextAddress, Quit, Say, SendEvents, ShowPanel, do, sure
from etika_sim.locale import _
from etika_sim.views.stage.panels import Panel


def toggle(room: Room, _at: At) -> Action:
    """Open the vote or close it."""
    if room.open_round is not None:
        return do(Closed())
    return do(Opened()) if room.phase in VOTING else Say(_("There is no vote in this step."))


def discuss(room: Room, _at: At) -> Action:
    """The talk between the votes."""
    if room.phase is not Phase.VOTE_1:
        return Say(_("The talk comes after the first vote."))
    going = do(Went(to=Phase.DISCUSS))
    return sure(_("Close the vote and talk? y: yes"), going) if room.open_round else going


def again(room: Room, at: At) -> Action:
    """Vote once more before the reveal; before the scene, deal the roles anew."""
    if room.phase is Phase.ROLES:
        return Ask(
            _("Deal anew: Enter, or the role that you play yourself (Esc: no):"),
            lambda line: _dealt(line, room, at),
            is_line=True,
        )
    if room.phase in (Phase.VOTE_1, Phase.DISCUSS):
        going = SendEvents((Went(to=Phase.VOTE_2), Opened()))
        return sure(_("Vote a second time now? y: yes"), going)
    if room.phase is Phase.VOTE_2 and room.open_round is None:
        return do(Opened())
    return Say(_("Once a result is shown, a quick vote (v) asks again."))


def _dealt(line: str, room: Room, at: At) -> Action:
    wanted = line.strip().casefold()
    if not wanted:
        return do(Dealt(seed=at.chance()))
    for role in room.scenario.roles.values():
        if wanted in (role.id.casefold(), role.name.casefold(), role.part.casefold()):
            return do(Dealt(seed=at.chance(), trainer=role.id))
    return Say(_("The case has no such role."))


# --- counting ---------------------------------------------------------------------------------


def hands(room: Room, _at: At) -> Action:
    """Type how many hands went up for each letter."""
    ballot = room.ballot
    if HANDS not in room.settings.ways:
        return Say(_("This class does not count hands."))
    if ballot is None or not ballot.rounds or (ballot.decided and ballot.rounds[-1].asks != VARY):
        return Say(_("Hands are counted once a vote has begun."))
    one = ballot.rounds[-1]
    asked = _("Hands for {letters}:").format(letters=input_parsing.letters(ballot))
    return Ask(
        asked, lambda line: input_parsing.counts(line, ballot, one), True, one.stage is not Stage.SHOWN
    )


def uncount(room: Room, _at: At) -> Action:
    """Take the last count of hands back."""
    one = room.ballot.rounds[-1] if room.ballot and room.ballot.rounds else None
    if room.ballot is None or one is None or not one.hands:
        return Say(_("There is no count of hands to take back."))
    taken = do(Uncounted(decision=room.ballot.number, round=one.number))
    return sure(_("Take the last count of hands back? y: yes"), taken)


def vary(room: Room, at: At) -> Action:
    """A quick vote on a "what if"."""
    ballot = room.ballot
    if ballot is None or not ballot.rounds or ballot.rounds[0].stage is not Stage.SHOWN:
        return Say(_("A quick vote comes after the result."))
    if ballot.rounds[-1].asks == VARY and ballot.rounds[-1].stage is not Stage.SHOWN:
        return ShowPanel(Panel.VARY)
    notes = decision_of(at.told or room.scenario, ballot).facilitator
    offered = tuple(one.text for one in notes.vary)
    asked = _("What if …? Type it, then Enter:")
    if offered:
        asked = _("What if …? 1 to {n} from the case, or type it:").format(n=len(offered))
    return Ask(asked, lambda line: input_parsing.variant(line, offered), is_line=True, offers=offered)


def what_if(room: Room, _at: At) -> Action:
    """Try another road in thought; the one that is usual needs no letter."""
    ballot = _last_decided(room)
    if ballot is None:
        return Say(_("Another road can be tried once one was taken."))
    usual = tally.usual_road(ballot)
    tried = {(one.decision, one.choices) for one in room.what_ifs}
    if usual and ballot.decided and usual != ballot.decided.choice and (ballot.number, (usual,)) not in tried:
        return SendEvents((Supposed(decision=ballot.number, choices=(usual,)),), Panel.WHAT_IF)
    asked = _("Another road: decision and letters, as {n} B (Enter: the last one):").format(n=ballot.number)
    return Ask(asked, lambda line: input_parsing.road(line, room), is_line=True)


def _last_decided(room: Room) -> Ballot | None:
    return next((one for one in reversed(room.ballots) if one.decided), None)


# --- the hour and the door ----------------------------------------------------------------------


def debrief(room: Room, _at: At) -> Action:
    """Straight to the debrief; out of the roles first, where there are any."""
    if not is_before(room.phase, Phase.DEBRIEF):
        return Say(_("The debrief has begun already."))
    to = Phase.DE_ROLE if room.cast and is_before(room.phase, Phase.DE_ROLE) else Phase.DEBRIEF
    return sure(_("Leave the story and go to the debrief? y: yes"), do(Went(to=to)))


def lock(room: Room, at: At) -> Action:
    """Close the door, or open it again."""
    if not at.is_served:
        return Say(_("No phones take part; there is no door."))
    return do(Locked(is_locked=not room.is_locked))


def silence(_room: Room, at: At) -> Action:
    """A seat silenced, with its votes that were not shown yet; or let back in."""
    if not at.is_served:
        return Say(_("No phones take part; there is no seat."))
    asked = _("Silence which seat? Its number, + before it to let it back in (Esc: no):")
    return Ask(asked, input_parsing.silenced, is_line=True)


def settle(room: Room, at: At) -> Action:
    """Heads counted, or another word to come in by."""
    asked = _("How many people are here? (+: another word to come in by)")
    return Ask(asked, lambda line: input_parsing.heads(line, room, at.chance()), is_line=True)


def wall(room: Room, _at: At) -> Action:
    """The wall of commitments: show it, then hide a single one or all."""
    if room.phase not in (Phase.COMMITMENTS, Phase.EXIT):
        return Say(_("The wall comes with the commitments."))
    if not room.is_walled:
        return do(Walled(is_walled=True))
    asked = _("Hide which number? (Enter: the whole wall)")
    return Ask(asked, lambda line: input_parsing.hidden(line, room), is_line=True)


def choose_text(room: Room, _at: At) -> Action:
    """A text for the report, by the number it has in the notes; nothing enters a report unasked."""
    if not room.said:
        return Say(_("Nobody has written anything yet."))
    asked = _("Which text into the report, or out of it again? Its number in the notes:")
    return Ask(asked, lambda line: input_parsing.picked(line, room), is_line=True)


def reach(_room: Room, at: At) -> Action:
    """Another address of this laptop."""
    return NextAddress() if at.is_served else Say(_("No phones take part; there is no address."))


def way_in(_room: Room, at: At) -> Action:
    """The way in, over whatever is on the wall."""
    return ShowPanel(Panel.JOIN) if at.is_served else Say(_("No phones take part; there is no address."))


def own_phone(room: Room, at: At) -> Action:
    """The notes on the trainer's own phone, while nobody looks on."""
    if not at.is_served:
        return Say(_("No phones take part; there is no address."))
    if room.phase is not Phase.LOBBY:
        return Say(_("The class looks on. Open the notes in a second window: etika-sim class --notes"))
    return sure(
        _("Whoever sees this code can read your notes. Nobody looks on? y: yes"), ShowPanel(Panel.NOTES)
    )


def minute(_room: Room, _at: At) -> Action:
    """One minute more for this step."""
    return do(Extended(minutes=1))


def leave(room: Room, at: At) -> Action:
    """End; a class that is kept stays as it is and can be gone on with."""
    if room.phase is Phase.CLOSED or not at.is_kept:
        return sure(_("End? y: yes"), Quit())
    return sure(_("End here? The class is kept and can go on later. y: yes"), Quit())


def law(_room: Room, _at: At) -> Action:
    """The law of this decision."""
    return ShowPanel(Panel.LAW)


def helped(_room: Room, _at: At) -> Action:
    """The keys."""
    return ShowPanel(Panel.HELP)


def black(_room: Room, _at: At) -> Action:
    """Nothing on the wall, so that the class looks at each other."""
    return ShowPanel(Panel.BLACK)


def away(_room: Room, at: At) -> Action:
    """Take the panel away."""
    return ShowPanel(Panel.NONE) if at.panel is not Panel.NONE else None
