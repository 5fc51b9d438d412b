"""The summary of a class: frozen plain data of what may be told of it. `disclosure` alone makes one.

Sums on the principles are pooled by adding, never averaged. Formulas: docs/scoring.md; gain: Hake 1998;
who moved: McNemar 1947, several decisions together by Holm's procedure.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from etika_sim.classroom.state import USUAL
from etika_sim.classroom.tally import FEWEST, Counts
from etika_sim.model import Principle, Scenario
from etika_sim.play.scoring import Tally

SCALE = (1, 2, 3, 4, 5)


class People(NamedTuple):
    """Who took part: phones of one's own, tables and the people at them, heads counted (0: nobody did)."""

    phones: int
    tables: int
    at_tables: int
    counted: int
    most_voted: int

    @property
    def there(self) -> int:
        """How many took part at least, as far as it is known."""
        return max(self.counted, self.phones + self.at_tables, self.most_voted)


class Option(NamedTuple):
    """An option under its letter; `is_sound` if it is recommended or best-scored, and no red line."""

    letter: str
    id: str
    text: str
    is_sound: bool
    is_red_line: bool


class Poll(NamedTuple):
    """A round: how many voted, how for each option, what that means for the principles.

    `counts` are None where fewer than five voted. `principles` are empty there, and in a round that
    asked what is usual or what if.
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
    None where who moved is not told.
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


class Road(NamedTuple):
    """The road that the class took; `by` is None and the reason empty where few had voted."""

    choice: str
    by: str | None
    reason: str


class Met(NamedTuple):
    """A decision that the class met.

    `effective` are the votes that stand: of round 2, and those of round 1 that were not cast again unless
    they are few; None where nothing can be told of them, and then `effective_n` says how many there are.
    `voted` is how many had voted in rounds that were never revealed. `observers` ticked what they saw;
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
    road: Road | None


class Rated(NamedTuple):
    """Answers to one question of the exit form: how many, and how often 1 to 5; None for under five."""

    n: int
    counts: Counts | None


class Form(NamedTuple):
    """The exit form: how many handed it in, two scales, how many wrote a sentence (None for under five)."""

    n: int
    useful: Rated
    free: Rated
    sentences: int | None


class Picked(NamedTuple):
    """A free text that the trainer picked: its kind, the decision it was about (0: none), the words."""

    kind: str
    decision: int
    text: str


class Side(NamedTuple):
    """A road: its choices, the scene it comes to and its quality if that is an ending, what is told on it."""

    choices: tuple[str, ...]
    title: str
    quality: str | None
    text: tuple[str, ...]


class Tried(NamedTuple):
    """A road tried in thought from a decision on, beside the class's own."""

    decision: int
    own: Side
    other: Side


class Summary(NamedTuple):
    """What may be told of a class. `shifts` are pooled over the decisions with two votes, `votes` counts all.

    `id` and `day` (ISO) are empty for a class that is not kept. `apart` names the decisions whose shift
    chance alone would rarely bring about.
    """

    id: str
    day: str
    scenario: Scenario
    event: str
    minutes: int
    is_closed: bool
    people: People
    decisions: tuple[Met, ...]
    votes: int
    principles: Mapping[Principle, Tally]
    shifts: Mapping[Principle, tuple[Tally, Tally]]
    apart: frozenset[int]
    tried: tuple[Tried, ...]
    picked: tuple[Picked, ...]
    form: Form


def mean(rated: Rated) -> Fraction | None:
    """The mean of the answers; None for under five."""
    if rated.counts is None:
        return None
    return Fraction(sum(value * n for value, n in zip(SCALE, rated.counts, strict=True)), rated.n)


def sound_share(one: Met, poll: Poll) -> Fraction | None:
    """The share of votes for sound options, 0 to 1; None where the round is not told."""
    if poll.counts is None:
        return None
    votes = sum(n for n, option in zip(poll.counts, one.options, strict=True) if option.is_sound)
    return Fraction(votes, poll.n)


def gain(before: Fraction, after: Fraction) -> Fraction | None:
    """Normalised gain: of what there was to gain, the share that was gained; None where nothing was left."""
    return (after - before) / (1 - before) if before < 1 else None


def gap(one: Met) -> tuple[Poll, Poll] | None:
    """What most would do, and what the class decides; None unless both were asked and both are told."""
    usual = [poll for poll in one.rounds if poll.asks == USUAL and poll.counts]
    should = [poll for poll in one.rounds if poll.asks != USUAL and poll.counts]
    return (usual[0], should[-1]) if usual and should else None


def is_small(one: Summary) -> bool:
    """Whether so few took part that what they said can be laid at somebody's door."""
    return one.people.there < FEWEST
