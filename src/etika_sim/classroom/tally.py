"""Counting: what a round says, what a decision says, who moved, how the principles shifted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from etika_sim.classroom.state import FIRST_VARY, MAIN_ROUNDS, USUAL, Ballot, Room, Round, Vote
from etika_sim.model import Decision, Principle, Scenario
from etika_sim.play.scoring import Judged, Scorecard, Tally, card_of, judge, pool, red_line, times

FEWEST = 5
"""Smaller groups are never broken down."""

Counts = tuple[int, ...]
Key = TypeVar("Key", str, tuple[str, str])


def counts(ballot: Ballot, round: Round) -> Counts:
    """Votes per option, in the order of the letters: phones, tables and hands together."""
    return _summed(ballot, round.votes.values(), round.hands)


def _summed(ballot: Ballot, votes: Iterable[Vote], hands: tuple[Counts, ...]) -> Counts:
    rows = [vote.counts for vote in votes] + [*hands[-1:]]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(ballot.options)


def deciding(ballot: Ballot) -> tuple[Round, ...]:
    """The main rounds that asked what to decide; a round on what is usual decides nothing."""
    return tuple(one for one in ballot.rounds if one.number <= MAIN_ROUNDS and one.asks != USUAL)


def effective(ballot: Ballot) -> dict[str, Vote]:
    """The vote that stands for each token: of round 2 if there is one, else of round 1."""
    return {token: vote for one in deciding(ballot) for token, vote in one.votes.items()}


def effective_counts(ballot: Ballot) -> Counts:
    """Effective votes per option; of the hands, those of the later round that has any."""
    hands = tuple(typed for one in deciding(ballot) for typed in one.hands[-1:])
    return _summed(ballot, effective(ballot).values(), hands)


def leading(ballot: Ballot, said: Counts) -> tuple[str, ...]:
    """The options with the most votes: one, several on a tie, none where nobody voted."""
    most = max(said)
    return tuple(option for option, n in zip(ballot.options, said, strict=True) if n == most and n)


def favoured(ballot: Ballot) -> tuple[str, ...]:
    """The options that lead in the last deciding round in which anybody voted."""
    for one in reversed(deciding(ballot)):
        if any(said := counts(ballot, one)):
            return leading(ballot, said)
    return ()


def usual_road(ballot: Ballot) -> str | None:
    """The option that most called usual, if one leads: the road to try in thought."""
    for one in ballot.rounds:
        if one.asks == USUAL and len(leaders := leading(ballot, counts(ballot, one))) == 1:
            return leaders[0]
    return None


def tipping(ballot: Ballot) -> Round | None:
    """The first quick vote in which none of the options leads that lead in the decision."""
    before = set(leading(ballot, effective_counts(ballot)))
    for one in ballot.rounds:
        after = set(leading(ballot, counts(ballot, one)))
        if one.number >= FIRST_VARY and before and after and not before & after:
            return one
    return None


# --- who moved --------------------------------------------------------------------------------


class Moves(NamedTuple):
    """Between rounds 1 and 2, among phones of one's own: who stayed, moved, came new, voted no more.

    `pairs` counts (option before, option after); `paired` is their sum. Tables and hands have no
    pairs: of them only the counts of each round are known.
    """

    pairs: Mapping[tuple[str, str], int]
    new: Mapping[str, int]
    gone: Mapping[str, int]
    paired: int

    @property
    def moved(self) -> int:
        """How many changed their option."""
        return sum(n for (before, after), n in self.pairs.items() if before != after)


def moves(ballot: Ballot) -> Moves | None:
    """Who moved; None without two deciding rounds, or with fewer than five to compare."""
    if len(deciding(ballot)) < MAIN_ROUNDS:
        return None
    first, second = (
        {token: vote.option for token, vote in one.votes.items() if vote.option is not None}
        for one in deciding(ballot)
    )
    pairs = Counter((first[token], second[token]) for token in first.keys() & second.keys())
    if pairs.total() < FEWEST:
        return None
    new = Counter(second[token] for token in second.keys() - first.keys())
    gone = Counter(first[token] for token in first.keys() - second.keys())
    return Moves(_sorted(pairs), _sorted(new), _sorted(gone), pairs.total())


def _sorted(counted: Mapping[Key, int]) -> dict[Key, int]:
    return {key: counted[key] for key in sorted(counted)}


# --- principles -------------------------------------------------------------------------------


def judged(scenario: Scenario, ballot: Ballot, option: str) -> Judged:
    """That option at the ballot's decision, against all that were offered."""
    scene = scenario.scenes[ballot.scene]
    assert isinstance(scene, Decision)
    offered = [name for name in scene.choices if name in ballot.options]
    return judge(scene, option, offered)


def principles(scenario: Scenario, ballot: Ballot, said: Counts) -> dict[Principle, Tally]:
    """The principles over that many votes per option: every vote a decision, sums added."""
    cards = [card_of([judged(scenario, ballot, option)], ()) for option in ballot.options]
    return {
        principle: pool(times(card.principles[principle], n) for card, n in zip(cards, said, strict=True))
        for principle in Principle
    }


def own_card(room: Room, token: str, ballots: Iterable[Ballot] | None = None) -> Scorecard:
    """One person's scorecard over the decisions voted on; of a scene met twice the first counts."""
    answers: dict[str, tuple[Ballot, str]] = {}
    for ballot in room.ballots if ballots is None else ballots:
        vote = effective(ballot).get(token)
        if vote is not None and vote.option is not None:
            answers.setdefault(ballot.scene, (ballot, vote.option))
    decisions = [judged(room.scenario, *answer) for answer in answers.values()]
    lines = (red_line(one.scene, one.answer.id, counted=True) for one in decisions)
    return card_of(decisions, (line for line in lines if line is not None))


def count_of_voters(round: Round) -> int:
    """How many people have voted in a round."""
    return sum(sum(vote.counts) for vote in round.votes.values()) + sum(map(sum, round.hands[-1:]))
