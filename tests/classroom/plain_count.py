"""A class's votes counted the plain way, straight from its journal, to hold the room against."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from etika_sim.classroom.state import Ballot

Row = tuple[int, ...]
At = tuple[int, int]


class PlainCount:
    """Votes by decision and round, then by token; the hands of a round stand under "hands"."""

    def __init__(self, journal: list[dict[str, Any]], ballots: tuple[Ballot, ...]) -> None:
        self.options = {ballot.number: ballot.options for ballot in ballots}
        self.votes: dict[At, dict[str, Row]] = defaultdict(dict)
        self.typed: dict[At, list[Row]] = defaultdict(list)
        self.asked: dict[int, int] = defaultdict(int)
        self.tokens: list[str] = []
        self.seen: set[At] = set()
        self.latest = 0
        for event in journal:
            tell = getattr(self, event["kind"].replace("-", "_"), None)
            if callable(tell):
                tell(event, (event.get("decision", 0), event.get("round", 0)))
        for at, rows in self.typed.items():
            if rows:
                self.votes[at]["hands"] = rows[-1]

    def joined(self, event: dict[str, Any], _at: At) -> None:
        self.tokens.append(event["token"])

    def voted(self, event: dict[str, Any], at: At) -> None:
        row = tuple(int(option == event["option"]) for option in self.options[at[0]])
        self.votes[at][event["token"]] = row

    def tabled(self, event: dict[str, Any], at: At) -> None:
        self.votes[at][event["token"]] = tuple(event["counts"])

    def counted(self, event: dict[str, Any], at: At) -> None:
        self.typed[at].append(tuple(event["counts"]))

    def uncounted(self, _event: dict[str, Any], at: At) -> None:
        self.typed[at].pop()

    def blocked(self, event: dict[str, Any], _at: At) -> None:
        if event["is_blocked"]:
            for at in self.votes.keys() - self.seen:
                if at[0] == self.latest:
                    self.votes[at].pop(self.tokens[event["seat"] - 1], None)

    def went(self, event: dict[str, Any], _at: At) -> None:
        self.latest += event["to"] == "read"
        if event["to"] == "reveal":
            self.seen |= {(self.latest, 1), (self.latest, 2)}

    def varied(self, _event: dict[str, Any], _at: At) -> None:
        self.asked[self.latest] = max(3, self.asked[self.latest] + 1)

    def shown(self, _event: dict[str, Any], _at: At) -> None:
        self.seen.add((self.latest, self.asked[self.latest]))
