"""What a class said at one decision, in numbers; groups under five are never broken down.

Everything is made of rounds that the class has seen; a round in which fewer than five voted tells
how many they were, and no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from etika_sim.classroom import tally
from etika_sim.classroom.advice import is_sound
from etika_sim.classroom.case_texts import decision_of, letter
from etika_sim.classroom.results import seen
from etika_sim.classroom.state import MAIN_ROUNDS, USUAL, Ballot, Decided, Room, Round
from etika_sim.classroom.tally import FEWEST, Counts
from etika_sim.exact import mcnemar
from etika_sim.model import PRINCIPLES, Principle
from etika_sim.play.scoring import Tally


class Option(NamedTuple):
    """An option under its letter; `is_sound` if it is recommended or best-scored, and no red line."""

    letter: str
    id: str
    text: str
    is_sound: bool
    is_red_line: bool


class Poll(NamedTuple):
    """A round as it is told: how many voted, how for each option, what that means for the principles.

    `counts` follow the letters; None where fewer than five voted. `principles` are empty there, and
    in a round that asked what is usual or what if.
    """

    number: int
    asks: str
    text: str
    n: int
    counts: Counts | None
    principles: Mapping[Principle, Tally] = {}


class Shift(NamedTuple):
    """How a principle showed in the first and in the second vote, every vote counted.

    `up` and `down`: those among the paired whose option carries more, or fewer, points than before;
    None where the paired are not told.
    """

    before: Tally
    after: Tally
    up: int | None
    down: int | None


class Switch(NamedTuple):
    """Who moved between the votes, among phones of one's own; `new` and `gone` voted in one of them only.

    `gained` came from another option to a sound one, `lost` went the other way, and `p` is McNemar's
    exact two-sided probability of so uneven a split; None where there are no two kinds of option.
    """

    pairs: Mapping[tuple[str, str], int]
    paired: int
    moved: int
    new: int
    gone: int
    gained: int | None
    lost: int | None
    p: Fraction | None


class Met(NamedTuple):
    """A decision that the class met. `effective` are the votes that stand: of round 2, else of round 1.

    `voted` says how many voted in rounds that were never revealed. `observers` ticked what they saw;
    `ticks` are None for fewer than five of them. `tipping` is the number of a quick vote.
    """

    number: int
    scene: str
    how: str
    title: str
    ask: str
    options: tuple[Option, ...]
    rounds: tuple[Poll, ...]
    quick: tuple[Poll, ...]
    voted: int
    effective: Counts | None
    effective_n: int
    principles: Mapping[Principle, Tally]
    red_lines: int | None
    switch: Switch | None
    shifts: Mapping[Principle, Shift]
    by_role: Mapping[str | None, Counts]
    tipping: int | None
    observers: int
    ticks: Mapping[Principle, int] | None
    decided: Decided | None


def met(room: Room, ballot: Ballot) -> Met:
    """What the class said at that decision."""
    told, scene = seen(ballot), decision_of(room.scenario, ballot)
    options = _options(room, ballot)
    polls = [_poll(room, told, one) for one in told.rounds]
    standing = tally.effective_counts(told)
    effective = standing if _is_whole(told) and sum(standing) >= FEWEST else None
    tipped = tally.tipping(told) if all(poll.counts for poll in polls if poll.n) else None
    switch = _switch(told, options)
    red = [n for n, option in zip(standing, options, strict=True) if option.is_red_line]
    unseen = ballot._replace(rounds=tuple(one for one in ballot.rounds if one not in told.rounds))
    return Met(
        number=ballot.number,
        scene=ballot.scene,
        how=ballot.how,
        title=scene.title or "",
        ask=scene.ask,
        options=options,
        rounds=tuple(poll for poll in polls if poll.number <= MAIN_ROUNDS),
        quick=tuple(poll for poll in polls if poll.number > MAIN_ROUNDS),
        voted=max(map(tally.count_of_voters, unseen.rounds), default=0),
        effective=effective,
        effective_n=sum(standing),
        principles=tally.principles(room.scenario, told, standing) if effective else {},
        red_lines=sum(red) if effective and red else None,
        switch=switch,
        shifts=_shifts(room, told, switch),
        by_role=_by_role(room, told) if effective else {},
        tipping=tipped and tipped.number,
        observers=len([seen for seen in ballot.ticks.values() if seen]),
        ticks=_ticks(ballot),
        decided=ballot.decided,
    )


def _options(room: Room, ballot: Ballot) -> tuple[Option, ...]:
    choices = decision_of(room.scenario, ballot).choices
    offered = tuple(choices[name] for name in ballot.options)
    return tuple(
        Option(letter(ballot, one.id), one.id, one.text, is_sound(one, offered), one.red_line)
        for one in offered
    )


def _poll(room: Room, ballot: Ballot, one: Round) -> Poll:
    said = tally.counts(ballot, one)
    n = sum(said)
    decides = one in tally.deciding(ballot)
    sums = tally.principles(room.scenario, ballot, said) if decides and n >= FEWEST else {}
    return Poll(one.number, one.asks, one.text, n, said if n >= FEWEST else None, sums)


def _is_whole(ballot: Ballot) -> bool:
    """Whether no deciding round had a few voters only, whose votes could be told by subtraction."""
    return not any(0 < tally.count_of_voters(one) < FEWEST for one in tally.deciding(ballot))


# --- who moved --------------------------------------------------------------------------------


def _switch(ballot: Ballot, options: tuple[Option, ...]) -> Switch | None:
    """Who moved; None without five to compare, or if a small table's votes could be told by subtraction."""
    moves = tally.moves(ballot)
    if moves is None or not _is_whole(ballot) or any(map(_has_few_others, tally.deciding(ballot))):
        return None
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


def _has_few_others(one: Round) -> bool:
    """Whether fewer than five have voted by tables and hands, and some have."""
    own = sum(vote.option is not None for vote in one.votes.values())
    return 0 < tally.count_of_voters(one) - own < FEWEST


def _shifts(room: Room, ballot: Ballot, switch: Switch | None) -> dict[Principle, Shift]:
    """The principles in both votes; empty unless two deciding rounds are told."""
    rounds = tally.deciding(ballot)
    if len(rounds) < MAIN_ROUNDS or any(tally.count_of_voters(one) < FEWEST for one in rounds):
        return {}
    before, after = (tally.principles(room.scenario, ballot, tally.counts(ballot, one)) for one in rounds)
    points = {name: choice.scores for name, choice in decision_of(room.scenario, ballot).choices.items()}
    shifts = {}
    for n, principle in enumerate(PRINCIPLES):
        steps = {
            pair: (points[pair[1]][n] or 0) - (points[pair[0]][n] or 0)
            for pair in (switch.pairs if switch else {})
        }
        up = sum(switch.pairs[pair] for pair, step in steps.items() if step > 0) if switch else None
        down = sum(switch.pairs[pair] for pair, step in steps.items() if step < 0) if switch else None
        shifts[principle] = Shift(before[principle], after[principle], up, down)
    return shifts


def _by_role(room: Room, ballot: Ballot) -> Mapping[str | None, Counts]:
    """By role, unless the few who hold none could be told by subtraction."""
    told = tally.by_role(room, ballot)
    rest = sum(tally.effective_counts(ballot)) - sum(map(sum, told.values()))
    return {} if len(told) < 2 or 0 < rest < FEWEST else told


def _ticks(ballot: Ballot) -> dict[Principle, int] | None:
    seen = [ticks for ticks in ballot.ticks.values() if ticks]
    if len(seen) < FEWEST:
        return None
    return {principle: sum(principle in ticks for ticks in seen) for principle in PRINCIPLES}


def gap(one: Met) -> tuple[Poll, Poll] | None:
    """What most would do, and what the class decides; None unless both were asked and both are told."""
    usual = [poll for poll in one.rounds if poll.asks == USUAL and poll.counts]
    should = [poll for poll in one.rounds if poll.asks != USUAL and poll.counts]
    return (usual[0], should[-1]) if usual and should else None
