"""What a decision came to, as data; made only of rounds that may be seen."""

from __future__ import annotations

from collections.abc import Collection

from etika_sim.classroom import tally
from etika_sim.classroom.shown import (
    CountData,
    MovesData,
    RedLineData,
    ResultsData,
    ScorecardData,
    StandingData,
    SumData,
)
from etika_sim.classroom.state import Ballot, Round, Stage
from etika_sim.locale.formats import percent, share
from etika_sim.model import PRINCIPLES, Principle, Scenario
from etika_sim.play.scoring import FEWEST_DECISIONS, Judged, RedLine, Scorecard, Tally


def seen(ballot: Ballot, stages: Collection[Stage] = (Stage.SHOWN,)) -> Ballot:
    """The ballot with only those rounds that have come so far; all that is told is made of it."""
    return ballot._replace(rounds=tuple(one for one in ballot.rounds if one.stage in stages))


def results(
    scenario: Scenario, ballot: Ballot, stages: Collection[Stage] = (Stage.SHOWN,)
) -> ResultsData | None:
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
        "moves": _moves(moves) if moves else None,
        "usual": tally.usual_road(told),
        "tipping": tipped.number if tipped else None,
    }


def _round(scenario: Scenario, ballot: Ballot, one: Round) -> CountData:
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


def _moves(moves: tally.Moves) -> MovesData:
    return {
        "pairs": [{"from": before, "to": after, "n": n} for (before, after), n in moves.pairs.items()],
        "new": dict(moves.new),
        "gone": dict(moves.gone),
        "paired": moves.paired,
        "moved": moves.moved,
    }


def sums(tallies: dict[Principle, Tally]) -> dict[str, SumData | None]:
    """Sums on the principles, unreduced so that they can be pooled; None where nothing was at stake."""
    return {principle.value: _sum(one) for principle, one in tallies.items()}


def _sum(one: Tally) -> SumData | None:
    if one.score is None or one.chance is None:
        return None
    return {
        "earned": one.earned,
        "range": one.range,
        "percent": percent(one.score),
        "chance": percent(one.chance),
        "k": one.k,
    }


def scorecard(card: Scorecard) -> ScorecardData:
    """One person's scorecard: words first, a bar only from three decisions on, red lines above all."""
    return {
        "decisions": len(card.judged),
        "red_lines": [_red_line(line) for line in card.red_lines],
        "principles": {p.value: _standing(p, card.principles[p], card.judged) for p in PRINCIPLES},
    }


def _red_line(line: RedLine) -> RedLineData:
    return {
        "scene": line.scene,
        "choice": line.choice,
        "principles": [principle.value for principle in line.principles],
        "counted": line.counted,
    }


def _standing(principle: Principle, one: Tally, judged: tuple[Judged, ...]) -> StandingData | None:
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
