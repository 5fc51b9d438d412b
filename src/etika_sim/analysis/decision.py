"""The summary of one decision: what the class said there, as far as it may be told.

Everything is made of rounds that the class has seen, and all that is worked out from votes is worked
out from counts that are told: it cannot say more than they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from etika_sim.analysis.groups import is_few
from etika_sim.analysis.summary import Met, Option, Poll, Road, Shift, Switch
from etika_sim.analysis.votes import told_votes
from etika_sim.classroom import tally
from etika_sim.classroom.case_texts import decision_of, letter
from etika_sim.classroom.results import seen
from etika_sim.classroom.state import MAIN_ROUNDS, Ballot, Room, Round
from etika_sim.classroom.tally import FEWEST, Counts, Moves
from etika_sim.exact import mcnemar
from etika_sim.model import PRINCIPLES, Principle
from etika_sim.play.goodness import is_sound


def met(room: Room, whole: Ballot) -> Met:
    """What the class said at that decision, as far as it may be told."""
    ballot, scene = seen(whole), decision_of(room.scenario, whole)
    options, votes = _options(room, ballot), told_votes(ballot, room.cast)
    polls = [_poll(room, ballot, one) for one in ballot.rounds]
    quick = tuple(poll for poll in polls if poll.number > MAIN_ROUNDS)
    effective = votes.added(votes.standing) if votes.standing else None
    switch = _switch(votes.moves, options) if votes.moves else None
    return Met(
        number=ballot.number,
        scene=ballot.scene,
        how=ballot.how,
        title=scene.title or "",
        ask=scene.ask,
        options=options,
        rounds=tuple(poll for poll in polls if poll.number <= MAIN_ROUNDS),
        quick=quick,
        voted=_unrevealed(whole, ballot),
        effective=effective,
        effective_n=sum(effective or tally.effective_counts(ballot)),
        principles=tally.principles(room.scenario, ballot, effective) if effective else {},
        red_lines=_red_lines(options, effective),
        switch=switch,
        shifts=_shifts(room, ballot, polls, switch),
        by_role={role: votes.added(group) for role, group in votes.by_role.items()},
        tipping=_tipping(ballot, effective, quick),
        observers=len([ticks for ticks in ballot.ticks.values() if ticks]),
        ticks=_ticks(ballot),
        road=_road(ballot),
    )


def _options(room: Room, ballot: Ballot) -> tuple[Option, ...]:
    choices = decision_of(room.scenario, ballot).choices
    offered = tuple(choices[name] for name in ballot.options)
    return tuple(
        Option(letter(ballot, one.id), one.id, one.text, is_sound(one, offered), one.red_line)
        for one in offered
    )


def _poll(room: Room, ballot: Ballot, one: Round) -> Poll:
    counts = tally.counts(ballot, one)
    n = sum(counts)
    if n < FEWEST:
        return Poll(one.number, one.asks, one.text, n, None)
    decides = one in tally.deciding(ballot)
    sums = tally.principles(room.scenario, ballot, counts) if decides else {}
    return Poll(one.number, one.asks, one.text, n, counts, sums)


def _unrevealed(whole: Ballot, ballot: Ballot) -> int:
    """How many had voted in a round that the class has not seen."""
    return max((tally.count_of_voters(one) for one in whole.rounds if one not in ballot.rounds), default=0)


def _red_lines(options: tuple[Option, ...], effective: Counts | None) -> int | None:
    """How many votes crossed a red line; None where none is offered, or no votes are told."""
    crossing = [n for n, option in zip(effective or (), options, strict=False) if option.is_red_line]
    return sum(crossing) if crossing else None


def _switch(moves: Moves, options: tuple[Option, ...]) -> Switch:
    sound = {option.id for option in options if option.is_sound}
    gained = sum(n for (old, new), n in moves.pairs.items() if old not in sound and new in sound)
    lost = sum(n for (old, new), n in moves.pairs.items() if old in sound and new not in sound)
    are_two = 0 < len(sound) < len(options)
    return Switch(
        pairs=moves.pairs,
        paired=moves.paired,
        moved=moves.moved,
        new=sum(moves.new.values()),
        gone=sum(moves.gone.values()),
        gained=gained if are_two else None,
        lost=lost if are_two else None,
        p=mcnemar(gained, lost) if are_two else None,
    )


def _shifts(
    room: Room, ballot: Ballot, polls: Iterable[Poll], switch: Switch | None
) -> Mapping[Principle, Shift]:
    """The principles in both votes; empty unless two deciding rounds are told."""
    both = [poll.principles for poll in polls if poll.principles]
    if len(both) < MAIN_ROUNDS:
        return {}
    points = {name: choice.scores for name, choice in decision_of(room.scenario, ballot).choices.items()}
    shifts = {}
    for n, principle in enumerate(PRINCIPLES):
        up = down = None
        if switch:
            steps = [
                ((points[new][n] or 0) - (points[old][n] or 0), k) for (old, new), k in switch.pairs.items()
            ]
            up, down = sum(k for step, k in steps if step > 0), sum(k for step, k in steps if step < 0)
        shifts[principle] = Shift(both[0][principle], both[1][principle], up, down)
    return shifts


def _tipping(ballot: Ballot, effective: Counts | None, quick: Iterable[Poll]) -> int | None:
    """The first quick vote in which other options lead than in the votes that stand.

    None where a quick vote is not told, since that might have been the first.
    """
    if effective is None or any(poll.n and poll.counts is None for poll in quick):
        return None
    before = set(tally.leading(ballot, effective))
    for poll in quick:
        if poll.counts and not before & set(tally.leading(ballot, poll.counts)):
            return poll.number
    return None


def _ticks(ballot: Ballot) -> Mapping[Principle, int] | None:
    observers = [ticks for ticks in ballot.ticks.values() if ticks]
    if len(observers) < FEWEST:
        return None
    return {principle: sum(principle in ticks for ticks in observers) for principle in PRINCIPLES}


def _road(ballot: Ballot) -> Road | None:
    """The road taken; how it came about only if the votes that it was taken on are told."""
    if ballot.decided is None:
        return None
    voted = [n for one in tally.deciding(ballot) if (n := tally.count_of_voters(one))]
    if voted and is_few(voted[-1]):
        return Road(ballot.decided.choice, None, "")
    return Road(*ballot.decided)
