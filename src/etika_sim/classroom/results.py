"""What a decision came to, as data; made only of rounds that may be seen."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from etika_sim.classroom import tally
from etika_sim.classroom.state import Ballot, Round, Stage
from etika_sim.locale.formats import percent, share
from etika_sim.model import PRINCIPLES, Principle, Scenario
from etika_sim.play.scoring import FEWEST_DECISIONS, Judged, Scorecard, Tally

Data = dict[str, Any]


def seen(ballot: Ballot, stages: Collection[Stage] = (Stage.SHOWN,)) -> Ballot:
    """The ballot with only those rounds that have come so far; all that is told is made of it."""
    return ballot._replace(rounds=tuple(one for one in ballot.rounds if one.stage in stages))


def results(scenario: Scenario, ballot: Ballot, stages: Collection[Stage] = (Stage.SHOWN,)) -> Data | None:
    """Counts of each round, who moved, the principles per round, where a quick vote tipped; or None.

    `counts` follow the letters; `moves` is None where there are no two rounds to compare.
    """
    told = seen(ballot, stages)
    if not told.rounds:
        return None
    moves, tipped = tally.moves(told), tally.tipping(told)
    return {
        "rounds": [_round(scenario, told, one) for one in told.rounds],
        "effective": list(tally.effective_counts(told)),
        "moves": moves and _moves(moves),
        "usual": tally.usual_road(told),
        "tipping": tipped and tipped.number,
    }


def _round(scenario: Scenario, ballot: Ballot, one: Round) -> Data:
    said = tally.counts(ballot, one)
    return {
        "round": one.number,
        "asks": one.asks,
        "text": one.text,
        "n": sum(said),
        "counts": list(said),
        "percent": [share(n, sum(said)) for n in said],
        "principles": sums(tally.principles(scenario, ballot, said)),
    }


def _moves(moves: tally.Moves) -> Data:
    return {
        "pairs": [{"from": before, "to": after, "n": n} for (before, after), n in moves.pairs.items()],
        "new": dict(moves.new),
        "gone": dict(moves.gone),
        "paired": moves.paired,
        "moved": moves.moved,
    }


def sums(tallies: dict[Principle, Tally]) -> Data:
    """Sums on the principles, unreduced so that they can be pooled; None where nothing was at stake."""
    return {principle.value: _sum(one) for principle, one in tallies.items()}


def _sum(one: Tally) -> Data | None:
    if one.score is None or one.chance is None:
        return None
    return {
        "earned": one.earned,
        "range": one.range,
        "percent": percent(one.score),
        "chance": percent(one.chance),
        "k": one.k,
    }


def scorecard(card: Scorecard) -> Data:
    """One person's scorecard: words first, a bar only from three decisions on, red lines above all."""
    return {
        "decisions": len(card.judged),
        "red_lines": [line._asdict() for line in card.red_lines],
        "principles": {p.value: _standing(p, card.principles[p], card.judged) for p in PRINCIPLES},
    }


def _standing(principle: Principle, one: Tally, judged: tuple[Judged, ...]) -> Data | None:
    if one.score is None:
        return None
    n = PRINCIPLES.index(principle)
    at_stake = [one for one in judged if len({choice.scores[n] or 0 for choice in one.offered}) > 1]
    points = [one.answer.scores[n] or 0 for one in at_stake]
    has_bar = one.k >= FEWEST_DECISIONS
    return {
        "k": one.k,
        "standing": one.standing,
        "percent": percent(one.score) if has_bar else None,
        "signs": [] if has_bar else [(value > 0) - (value < 0) for value in points],
    }
