"""A class counted again the plain way, from its journal and the points of its case, for tests of reports."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from classroom.lesson import Lesson
from classroom.plain_count import PlainCount, Row

from etika_sim.model import Decision

SMALL = 5


class Round(NamedTuple):
    """One round: how many voted, and how for each option."""

    n: int
    counts: list[int]


class Recount:
    """What a report should say of a class, worked out without the room's own counting."""

    def __init__(self, lesson: Lesson) -> None:
        self.scenario, self.ballots = lesson.scenario, lesson.room.ballots
        self.journal = lesson.journal
        self.plain = PlainCount(lesson.journal, lesson.room.ballots)
        self.usual = bool(lesson.journal[0].get("usual"))

    def round(self, decision: int, number: int) -> Round:
        """How the votes of a round add up."""
        return self._added(decision, self.plain.votes[(decision, number)])

    def standing(self, decision: int) -> tuple[Round, ...]:
        """Each token's later vote and the later count of hands; and those of the last round alone."""
        latest: dict[str, Row] = {}
        for number in self._deciding(decision):
            latest.update(self.plain.votes[(decision, number)])
        last = [self.plain.votes[(decision, number)] for number in self._deciding(decision)]
        return tuple(self._added(decision, votes) for votes in (latest, *filter(None, last[-1:])))

    def moves(self, decision: int) -> Counter[tuple[str, str]]:
        """From which option to which, of phones that voted twice."""
        options = self.plain.options[decision]
        first, second = (
            {token: options[row.index(1)] for token, row in self.own(decision, number).items()}
            for number in (1, 2)
        )
        return Counter((first[token], second[token]) for token in first if token in second)

    def own(self, decision: int, number: int) -> dict[str, Row]:
        """The votes of phones of one's own: those sent with an option."""
        sent = {e["token"] for e in self._of("voted") if (e["decision"], e["round"]) == (decision, number)}
        votes = self.plain.votes[(decision, number)]
        return {token: row for token, row in votes.items() if token in sent}

    def points(self, decision: int, round: Round, principle: int) -> tuple[int, int]:
        """Points earned and points to be had by that many votes, on the n-th principle."""
        scene = self.scenario.scenes[self.ballots[decision - 1].scene]
        assert isinstance(scene, Decision)
        values = [scene.choices[option].scores[principle] or 0 for option in self.plain.options[decision]]
        low, high = min(values), max(values)
        earned = sum(n * scene.weight * (value - low) for n, value in zip(round.counts, values, strict=True))
        return earned, round.n * scene.weight * (high - low)

    def forms(self) -> list[list[Any]]:
        """The last exit form of each place, but of seats that were silenced; the n-th seat is held by tn."""
        silenced = {f"t{e['seat']}": e["is_blocked"] for e in self._of("blocked")}
        last = {(e["token"], e.get("slot", 0)): e["answers"] for e in self._of("answered")}
        return [answers for (token, _slot), answers in last.items() if not silenced.get(token)]

    def ticks(self, decision: int) -> list[list[str]]:
        """What each observer ticked last, if anything."""
        last = {e["token"]: e["principles"] for e in self._of("ticked") if e["decision"] == decision}
        return [seen for seen in last.values() if seen]

    def _deciding(self, decision: int) -> tuple[int, ...]:
        is_full = self.ballots[decision - 1].how == "full"
        return (2,) if self.usual and is_full else (1, 2)

    def _of(self, kind: str) -> list[dict[str, Any]]:
        return [event for event in self.journal if event["kind"] == kind]

    def _added(self, decision: int, votes: dict[str, Row]) -> Round:
        rows = [*votes.values()]
        counts = [sum(row[n] for row in rows) for n in range(len(self.plain.options[decision]))]
        return Round(sum(counts), counts)
