"""The way of a class through its hour: phases, decisions, the road taken, the roads tried in thought."""

from __future__ import annotations

from collections.abc import Iterable

from etika_sim.classroom import plan
from etika_sim.classroom.events import (
    Closed,
    Extended,
    Opened,
    Reason,
    Refused,
    Routed,
    Shown,
    Supposed,
    Went,
)
from etika_sim.classroom.phases import AT_A_DECISION, PHASES, VOTING, Phase, Trait, has, may_follow
from etika_sim.classroom.state import (
    MAIN_ROUNDS,
    MAJORITY,
    SHOULD,
    TIE,
    TRAINER,
    USUAL,
    Ballot,
    Decided,
    Room,
    Round,
    Stage,
    WhatIf,
    with_ballot,
)
from etika_sim.classroom.tally import favoured
from etika_sim.classroom.votes import quiet
from etika_sim.model import ClassPlan
from etika_sim.play.engine import NotOffered, NoWay, Play, choose, has_ended, options, start
from etika_sim.prose import safe_line

MOST_WHAT_IFS = 50


def went(room: Room, event: Went) -> Room:
    """The class goes to another phase; a round left open closes with that."""
    to = event.to
    if not may_follow(room.phase, to):
        raise Refused(Reason.NOT_NOW)
    room = quiet(room)
    if to is Phase.READ:
        room = _met(room, event.how)
    elif to in VOTING:
        room = _begun(room, VOTING[to])
    elif to is Phase.REVEAL:
        room = _revealed(room)
    return entered(room, to)


def entered(room: Room, phase: Phase) -> Room:
    """The room in a phase that begins now."""
    return room._replace(phase=phase, since=room.now, extra=0)


def extended(room: Room, event: Extended) -> Room:
    """Some more minutes for this phase."""
    return room._replace(extra=room.extra + event.minutes)


def _met(room: Room, how: str) -> Room:
    """The decision the class has come to."""
    if not how:
        raise Refused(Reason.MALFORMED)
    if has_ended(room.play):
        raise Refused(Reason.ENDED)
    offered = tuple(choice.id for choice in options(room.play))
    ballot = Ballot(len(room.ballots) + 1, room.play.scene, how, offered)
    return room._replace(ballots=(*room.ballots, ballot))


def _begun(room: Room, number: int) -> Room:
    """A main round; the first of a decision played in full may ask what is usual."""
    ballot = room.ballot
    assert ballot is not None
    is_usual = number < MAIN_ROUNDS and room.settings.usual and ballot.how == plan.FULL
    one = Round(number, USUAL if is_usual else SHOULD)
    return with_ballot(room, ballot._replace(rounds=(*ballot.rounds, one)))


def _revealed(room: Room) -> Room:
    ballot = room.ballot
    assert ballot is not None
    rounds = tuple(one._replace(stage=Stage.SHOWN) for one in ballot.rounds)
    return with_ballot(room, ballot._replace(rounds=rounds))


def routed(room: Room, event: Routed) -> Room:
    """The road is taken: the class's, or another of the trainer's choosing; both are told apart."""
    ballot, choice = room.ballot, event.choice
    if room.phase is not Phase.REVEAL or ballot is None:
        raise Refused(Reason.NOT_NOW)
    play = _walked(room.play, [choice])
    leaders = favoured(ballot)
    by = TRAINER if choice not in leaders else MAJORITY if len(leaders) == 1 else TIE
    reason = safe_line(event.reason)
    decided = ballot._replace(decided=Decided(choice, by, reason))
    return entered(quiet(with_ballot(room, decided))._replace(play=play), Phase.ROUTE)


def supposed(room: Room, event: Supposed) -> Room:
    """Another road is tried in thought from an earlier decision; the class's own stays as it is."""
    number, choices = event.decision, event.choices
    if not has(room.phase, Trait.VARIES) and room.phase is not Phase.COMMITMENTS:
        raise Refused(Reason.NOT_NOW)
    if number > len(room.ballots) or room.ballots[number - 1].decided is None:
        raise Refused(Reason.NONE_SUCH)
    if len(room.what_ifs) >= MOST_WHAT_IFS:
        raise Refused(Reason.TOO_MANY)
    _walked(play_before(room, number), choices)
    return room._replace(what_ifs=(*room.what_ifs, WhatIf(number, choices)))


def _walked(play: Play, choices: Iterable[str]) -> Play:
    """The play after those choices. Raises Refused where one is not offered or leads nowhere."""
    try:
        for choice in choices:
            play = choose(play, choice)
    except NotOffered:
        raise Refused(Reason.NOT_OFFERED) from None
    except NoWay:
        raise Refused(Reason.NO_WAY) from None
    return play


def play_before(room: Room, number: int) -> Play:
    """The class's play as it stood at its n-th decision."""
    play = start(room.scenario, room.play.seed)
    for step in room.play.steps[: number - 1]:
        play = choose(play, step.choice)
    return play


def sides(room: Room, what_if: WhatIf) -> tuple[Play, Play]:
    """The class's own road from that decision on, and the one tried, both equally far where they go."""
    before = play_before(room, what_if.decision)
    own = [step.choice for step in room.play.steps[what_if.decision - 1 :]]
    return _walked(before, own[: len(what_if.choices)]), _walked(before, what_if.choices)


# --- the plan ---------------------------------------------------------------------------------


def time_left(room: Room) -> int:
    """Minutes of the plan still free for decisions."""
    spent = sum(plan.COST[ballot.how] for ballot in room.ballots)
    return plan.frame(room.settings.minutes).decisions - spent


def how_next(room: Room) -> str | None:
    """How the plan would have the decision played that comes next; None when its time is spent."""
    if has_ended(room.play):
        return None
    return plan.how_to_play(room.play.scene, plan_of_case(room), time_left(room))


def plan_of_case(room: Room) -> ClassPlan | None:
    """The case's plan for the length of this class."""
    return plan.cut_from(room.scenario.plans, room.settings.minutes)


def agenda(room: Room) -> tuple[plan.Step, ...]:
    """The whole hour: decisions met as they are played, those to come as the time allows."""
    met = [ballot.how for ballot in room.ballots]
    coming = [] if has_ended(room.play) else plan.hows(max(0, time_left(room)))
    return plan.plan(room.settings.minutes, [*met, *coming])


def minutes_here(room: Room) -> int:
    """The minutes of the phase the class is in: those of the plan, and those added to it."""
    number = len(room.ballots) if room.phase in AT_A_DECISION else 0
    planned = (step.minutes for step in agenda(room) if (step.phase, step.decision) == (room.phase, number))
    return next(planned, 0) + room.extra


def ahead(room: Room) -> Closed | Shown | Opened | Routed | Went | None:
    """What Enter does now, as an event without its time.

    None at the end of the hour, and where only the trainer can choose the road: on a tie, or
    when nobody voted.
    """
    if room.open_round is not None:
        return Closed()
    ballot = room.ballot
    last = ballot.rounds[-1] if ballot and ballot.rounds else None
    if last and last.number > MAIN_ROUNDS and last.stage is Stage.CLOSED:
        return Shown()
    if room.phase in VOTING and last and last.stage is Stage.WAITING and not last.hands:
        return Opened()
    if room.phase is Phase.REVEAL:
        leaders = favoured(ballot) if ballot else ()
        return Routed(leaders[0]) if len(leaders) == 1 else None
    to = _phase_ahead(room)
    if to is Phase.READ:
        return Went(to, how_next(room) or plan.QUICK)
    return Went(to) if to else None


def _phase_ahead(room: Room) -> Phase | None:
    return next((phase for phase in PHASES[room.phase].next if _is_due(room, phase)), None)


def _is_due(room: Room, phase: Phase) -> bool:
    """Whether a phase that may follow is to be gone through by this class, with this case, in this hour."""
    is_full = room.ballot is not None and room.ballot.how == plan.FULL
    has_roles, hour = bool(room.scenario.roles), plan.frame(room.settings.minutes)
    match phase:
        case Phase.ROLES:
            return has_roles and bool(hour.blocks["roles"])
        case Phase.ENACT:
            return is_full and has_roles
        case Phase.DISCUSS | Phase.VOTE_2:
            return is_full
        case Phase.READ:
            return room.phase is not Phase.ROUTE or how_next(room) is not None
        case Phase.DE_ROLE:
            return bool(room.cast) or (has_roles and bool(hour.blocks["de-role"]))
    return True
