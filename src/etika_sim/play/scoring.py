"""Plays -> Scorecard: how each choice expressed the five principles.

For a principle p and the decisions t on the final path, each answered first by choice c:

    earned = sum of w_t * (e(c) - min e)      range = sum of w_t * (max e - min e)
    blind  = sum of w_t * (mean e - min e)    score = 100 * earned / range

over the options offered at that answer, on the decisions where max e > min e. Sums are kept
unreduced and pooled by adding. Source: docs/scoring.md; regret relative to range, as there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from etika_sim.model import PRINCIPLES, Choice, Decision, Principle
from etika_sim.play.engine import Play
from etika_sim.play.goodness import R, comparator_of, total
from etika_sim.play.program import CHANCES, ScoringRow

CONSISTENT = 85
FEWEST_DECISIONS = 3
MOST_OFFERED = 5
OVERALL = len(PRINCIPLES)
"""The column of all points together, after those of the principles."""


class Tally(NamedTuple):
    """Sums for one principle: `earned` of `range`, what blind choosing earns, `k` decisions."""

    earned: int = 0
    range: int = 0
    blind: Fraction = Fraction(0)
    k: int = 0

    @property
    def score(self) -> Fraction | None:
        """Percent earned, exact; None when the principle was never exercised."""
        return Fraction(100 * self.earned, self.range) if self.range else None

    @property
    def chance(self) -> Fraction | None:
        """Percent that choosing blindly would earn on the same decisions."""
        return 100 * self.blind / self.range if self.range else None

    @property
    def standing(self) -> str | None:
        """One of "consistent", "emerging", "practise"; None with fewer than three decisions."""
        if self.score is None or self.chance is None or self.k < FEWEST_DECISIONS:
            return None
        if self.score <= self.chance:
            return "practise"
        return "consistent" if self.score >= CONSISTENT else "emerging"


class Judged(NamedTuple):
    """A scored decision: its scene, first answer, comparator, and the points of each offered choice."""

    scene: Decision
    answer: Choice
    comparator: Choice
    offered: tuple[Choice, ...]

    @property
    def row(self) -> ScoringRow:
        """What was at stake between the choices offered."""
        return scoring_row(self.scene.weight, self.offered)

    @property
    def stake(self) -> int:
        """Overall points, times weight, between the worst and the best offered choice."""
        return self.row.ranges[OVERALL]

    @property
    def regret(self) -> int:
        """Overall points, times weight, that the best offered choice would have added."""
        row = self.row
        return row.ranges[OVERALL] - row.gains[self.offered.index(self.answer)][OVERALL]


class RedLine(NamedTuple):
    """A red line that was chosen; `counted` unless it was a later answer or was withdrawn."""

    scene: str
    choice: str
    principles: tuple[Principle, ...]
    counted: bool


class Scorecard(NamedTuple):
    """A play's sums on the five principles and overall, and what stands above all numbers."""

    principles: dict[Principle, Tally]
    overall: Tally
    comparator: dict[Principle, Tally]
    judged: tuple[Judged, ...]
    red_lines: tuple[RedLine, ...]
    undone: int


def scorecard(play: Play) -> Scorecard:
    """The scorecard of a play, finished or not."""
    return card_of(_judged(play), _red_lines(play), len(play.withdrawn))


def card_of(decisions: Iterable[Judged], red_lines: Iterable[RedLine], undone: int = 0) -> Scorecard:
    """The scorecard of decisions however they came about: by a play, or by votes in a class."""
    judged = tuple(decisions)
    rows = [one.row for one in judged]
    answers = [(row, one.offered.index(one.answer)) for row, one in zip(rows, judged, strict=True)]
    return Scorecard(
        principles=_tallies(answers),
        overall=_tally(answers, OVERALL),
        comparator=_tallies([(row, row.comparator) for row in rows]),
        judged=judged,
        red_lines=tuple(red_lines),
        undone=undone,
    )


def times(tally: Tally, count: int) -> Tally:
    """That tally pooled `count` times."""
    return Tally(tally.earned * count, tally.range * count, tally.blind * count, tally.k * count)


def pool(tallies: Iterable[Tally]) -> Tally:
    """Several tallies as one: sums added, percentages never averaged."""
    pooled = Tally()
    for tally in tallies:
        pooled = Tally(
            pooled.earned + tally.earned,
            pooled.range + tally.range,
            pooled.blind + tally.blind,
            pooled.k + tally.k,
        )
    return pooled


def _judged(play: Play) -> Iterable[Judged]:
    for name in dict.fromkeys(step.scene for step in play.steps):
        scene, answer = play.scenario.scenes[name], play.answers[name]
        assert isinstance(scene, Decision)
        yield judge(scene, answer.choice, answer.offered)


def judge(scene: Decision, answer: str, offered: Iterable[str]) -> Judged:
    """That answer at a decision, against the choices offered there, by their ids."""
    choices = tuple(scene.choices[choice] for choice in offered)
    return Judged(scene, scene.choices[answer], comparator_of(choices), choices)


def scoring_row(weight: int, offered: Sequence[R]) -> ScoringRow:
    """What is at stake between up to five choices offered together. Raises ValueError for more."""
    if len(offered) > MOST_OFFERED:
        raise ValueError(f"{len(offered)} choices offered, at most {MOST_OFFERED} can be weighed in integers")
    points = [(*(one or 0 for one in choice.scores), total(choice)) for choice in offered]
    lows = [min(column) for column in zip(*points, strict=True)]
    gains = tuple(tuple(weight * (one - low) for one, low in zip(row, lows, strict=True)) for row in points)
    columns = tuple(zip(*gains, strict=True))
    return ScoringRow(
        gains=gains,
        ranges=tuple(map(max, columns)),
        chances=tuple(CHANCES * sum(column) // len(offered) for column in columns),
        comparator=offered.index(comparator_of(offered)),
    )


Taken = tuple[ScoringRow, int]
"""What was at stake, and the place of the choice taken among those offered."""


def _tallies(taken: list[Taken]) -> dict[Principle, Tally]:
    return {principle: _tally(taken, column) for column, principle in enumerate(PRINCIPLES)}


def _tally(taken: list[Taken], column: int) -> Tally:
    """Sums of one column; decisions where all tie add nothing and do not count."""
    return Tally(
        earned=sum(row.gains[place][column] for row, place in taken),
        range=sum(row.ranges[column] for row, _place in taken),
        blind=Fraction(sum(row.chances[column] for row, _place in taken), CHANCES),
        k=sum(row.ranges[column] > 0 for row, _place in taken),
    )


def _red_lines(play: Play) -> Iterable[RedLine]:
    """Counted ones first: first answers on the final path; then later answers and undone ones."""
    counted = [(step.scene, play.answers[step.scene].choice) for step in play.steps]
    taken = [(step.scene, step.choice) for step in (*play.steps, *play.withdrawn)]
    for pair in dict.fromkeys(counted + taken):
        scene = play.scenario.scenes[pair[0]]
        assert isinstance(scene, Decision)
        line = red_line(scene, pair[1], counted=pair in counted)
        if line is not None:
            yield line


def red_line(scene: Decision, name: str, *, counted: bool) -> RedLine | None:
    """The red line that this choice crosses, if it does."""
    choice = scene.choices[name]
    if not choice.red_line:
        return None
    touched = tuple(p for p, points in zip(PRINCIPLES, choice.scores, strict=True) if (points or 0) < 0)
    return RedLine(scene.id, name, touched, counted)
