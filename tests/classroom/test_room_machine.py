"""Classes at random: anything sent in any order, any number of times, against a plain count."""

from __future__ import annotations

import json
from typing import Any

from classroom.lesson import CASE, Lesson
from classroom.plain_count import PlainCount
from generate import THOROUGH
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from etika_sim.classroom import progression
from etika_sim.classroom.event_data import read, to_data
from etika_sim.classroom.events import Reason, Refused, Voted, Went
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.room import hear, replay
from etika_sim.classroom.shown_json import is_notes_view
from etika_sim.classroom.state import Room, Stage
from etika_sim.classroom.tally import count_of_voters, counts, effective, effective_counts
from etika_sim.classroom.trainer_view import for_notes
from etika_sim.classroom.visibility import for_phone, for_projector

TOKENS = ("t1", "t2", "t3", "t4")
token = st.sampled_from((*TOKENS, "stranger"))
near = st.integers(1, 3)
TRAINERS = (
    {"kind": "closed"},
    {"kind": "opened"},
    {"kind": "shown"},
    {"kind": "varied", "text": "More?"},
    {"kind": "dealt", "seed": "s"},
    {"kind": "walled", "is_walled": True},
    {"kind": "supposed", "decision": 1, "choices": ["b"]},
    {"kind": "went", "to": "vote-2"},
    {"kind": "went", "to": "reveal"},
    {"kind": "routed", "choice": "a"},
    {"kind": "routed", "choice": "c"},
)
LATE = ("de-role", "debrief", "commitments")


class Crowd(RuleBasedStateMachine):
    """Phones, tables and a trainer do what comes to mind; the journal is all that is believed."""

    @initialize(usual=st.booleans())
    def begin(self, usual: bool) -> None:
        """A class stands before its first vote; two phones are there already, and a table."""
        self.lesson = Lesson(CASE, 90, usual=usual).phones(2).phones(1, people=3)
        self.lesson.go("briefing", "read", "vote-1")
        self.sent: list[dict[str, Any]] = []

    def send(self, data: dict[str, Any]) -> None:
        """Something arrives; what is refused must change nothing."""
        before = self.lesson.room
        kept = before, repr(before)
        try:
            event = read({"at": self.lesson.tick(), **data})
        except Refused:
            return
        heard = hear(before, event)
        assert repr(kept[0]) == kept[1]
        if heard.event is None:
            assert heard.room is before
            return
        assert heard.reason is None
        if data["kind"] in ("voted", "tabled"):
            self.may_be_counted(data, before)
        self.lesson.room = heard.room
        self.lesson.journal.append(to_data(heard.event))
        self.sent.append(data)

    def may_be_counted(self, data: dict[str, Any], before: Room) -> None:
        """A vote is news only in the open round of the last decision, and only the first time."""
        assert before.open_round is not None
        assert (len(before.ballots), before.open_round.number) == (data["decision"], data["round"])
        was_silenced = any(one["kind"] == "blocked" for one in self.sent)
        assert was_silenced or data not in self.sent

    @rule()
    def enter(self) -> None:
        """The trainer presses Enter."""
        event = progression.ahead(self.lesson.room)
        if event is not None and event != Went(Phase.CLOSED):
            self.send({name: said for name, said in to_data(event).items() if name != "at"})

    @precondition(lambda self: len(self.sent) > 10)
    @rule(seat=st.integers(1, 3))
    def silence(self, seat: int) -> None:
        """Somebody is silenced, and soon let back in."""
        self.send({"kind": "blocked", "seat": seat, "is_blocked": True})
        self.vote_together(["a", "b", "a"])
        self.send({"kind": "blocked", "seat": seat, "is_blocked": False})

    @precondition(lambda self: len(self.sent) > 25)
    @rule(to=st.sampled_from(LATE))
    def end(self, to: str) -> None:
        """The hour is nearly over."""
        self.send({"kind": "went", "to": to})

    @rule(data=st.sampled_from(TRAINERS))
    def trainer(self, data: dict[str, Any]) -> None:
        """The trainer does something, fitting or not."""
        self.send(data)

    @rule(token=token, option=st.sampled_from("abcx"), nonce=st.integers(1, 6))
    def vote(self, token: str, option: str, nonce: int) -> None:
        """Somebody votes in the round that is last."""
        self.send(self.aimed({"kind": "voted", "token": token, "option": option, "nonce": f"n{nonce}"}))

    @rule(token=token, option=st.sampled_from("abcx"), decision=near, round=near, nonce=st.integers(1, 6))
    def vote_anywhere(self, token: str, option: str, decision: int, round: int, nonce: int) -> None:
        """Somebody votes for any decision and round."""
        where = {"decision": decision, "round": round, "nonce": f"n{nonce}"}
        self.send({"kind": "voted", "token": token, "option": option, **where})

    @rule(options=st.lists(st.sampled_from("abc"), min_size=2, max_size=3))
    def vote_together(self, options: list[str]) -> None:
        """Several vote at once, with sendings that are new."""
        for who, option in zip(TOKENS, options, strict=False):
            nonce = self.lesson.new_nonce() + who
            self.send(self.aimed({"kind": "voted", "token": who, "option": option, "nonce": nonce}))

    @rule(token=st.sampled_from(("t1", "t3")), said=st.lists(st.integers(0, 3), min_size=2, max_size=3))
    def table(self, token: str, said: list[int]) -> None:
        """A table gives its counts."""
        self.send(self.aimed({"kind": "tabled", "token": token, "counts": said, "nonce": f"c{said}"}))

    @rule(said=st.lists(st.integers(0, 9), min_size=2, max_size=3))
    def hands(self, said: list[int]) -> None:
        """The trainer types a count of hands."""
        self.send(self.aimed({"kind": "counted", "counts": said}))

    @rule()
    def undo(self) -> None:
        """The trainer takes the last count back."""
        self.send(self.aimed({"kind": "uncounted"}))

    @rule(token=token, people=st.sampled_from((0, 3)))
    def sit(self, token: str, people: int) -> None:
        """Somebody comes, or a phone becomes a table."""
        self.send({"kind": "joined", "token": token, "name": "a", "people": people})
        self.send({"kind": "seated", "token": token, "people": people})

    @precondition(lambda self: self.sent)
    @rule(pick=st.randoms(use_true_random=False))
    def again(self, pick: Any) -> None:
        """Something arrives once more, as late as can be."""
        self.send(pick.choice(self.sent))

    def aimed(self, data: dict[str, Any]) -> dict[str, Any]:
        """The data for the round that the class is at."""
        ballot = self.lesson.room.ballot
        number = ballot.rounds[-1].number if ballot and ballot.rounds else 1
        return {**data, "decision": ballot.number if ballot else 1, "round": number}

    @invariant()
    def the_tally_is_that_of_the_distinct_effective_votes(self) -> None:
        """Counted anew from the journal, in the plainest way."""
        room = self.lesson.room
        plain = PlainCount(self.lesson.journal, room.ballots).votes
        for ballot in room.ballots:
            for one in ballot.rounds:
                said = plain[ballot.number, one.number]
                assert counts(ballot, one) == total(list(said.values()), len(ballot.options))
                assert count_of_voters(one) == sum(map(sum, said.values()))
            main = [
                plain[ballot.number, one.number]
                for one in ballot.rounds
                if one.number < 3 and one.asks != "usual"
            ]
            stand = {who: said for one in main for who, said in one.items()}
            assert effective_counts(ballot) == total(list(stand.values()), len(ballot.options))
            assert effective(ballot).keys() == stand.keys() - {"hands"}

    @invariant()
    def the_journal_tells_the_room(self) -> None:
        """Written down and read again it is the same room."""
        assert self.lesson.replayed() == self.lesson.room

    @invariant()
    def nothing_leaks_before_the_reveal(self) -> None:
        """Had everybody voted otherwise, nobody could tell; but for one's own receipt."""
        room = self.lesson.room
        twin = voted_otherwise(self.lesson.journal, room)
        assert for_projector(twin) == for_projector(room)
        for one in (*TOKENS, None):
            mine, other = for_phone(room, one), for_phone(twin, one)
            rounds = [[one["round"] for one in seen.pop("receipts", [])] for seen in (mine, other)]
            assert rounds[0] == rounds[1]
            assert other == mine

    @invariant()
    def the_notes_can_be_made_at_any_time(self) -> None:
        """And are of their type, also when they come back from JSON."""
        shown = for_notes(self.lesson.room)
        assert is_notes_view(shown)
        assert is_notes_view(json.loads(json.dumps(shown)))


def total(rows: list[tuple[int, ...]], options: int) -> tuple[int, ...]:
    """Rows added up, column by column."""
    return tuple(sum(row[n] for row in rows) for n in range(options))


def voted_otherwise(journal: list[dict[str, Any]], room: Room) -> Room:
    """The room as it would be had everybody said something else in the rounds not shown yet."""
    hidden = {
        (ballot.number, one.number): ballot.options
        for ballot in room.ballots
        for one in ballot.rounds
        if one.stage is not Stage.SHOWN
    }
    other = []
    for event in journal:
        options = hidden.get((event.get("decision", 0), event.get("round", 0)))
        if options and event["kind"] == "voted":
            at = (options.index(event["option"]) + 1) % len(options)
            event = {**event, "option": options[at]}  # noqa: PLW2901 - the event, told otherwise
        elif options and event["kind"] in ("tabled", "counted"):
            event = {**event, "counts": [*event["counts"][1:], event["counts"][0]]}  # noqa: PLW2901
        other.append(event)
    return replay(CASE, other)


def test_a_twin_that_votes_otherwise_is_told_apart_after_the_reveal() -> None:
    """The proof that nothing leaks would notice a leak."""
    lesson = Lesson().phones(1).go("briefing", "read", "vote-1").vote("a")
    twin = voted_otherwise(lesson.journal, lesson.room)
    reveal = Went(Phase.REVEAL, at=99.0)
    shown = [hear(room, reveal).room for room in (lesson.room, twin)]

    assert for_phone(lesson.room, "t1")["receipts"] != for_phone(twin, "t1")["receipts"]
    assert for_projector(shown[0]) != for_projector(shown[1])


def test_what_is_refused_in_one_room_is_refused_in_its_twin() -> None:
    """Not even the reason for a refusal tells how others voted."""
    lesson = Lesson().phones(2).go("briefing", "read", "vote-1").vote("a")
    twin = voted_otherwise(lesson.journal, lesson.room)
    vote = Voted("t2", 1, 1, "n", "x", at=99.0)

    assert hear(lesson.room, vote).reason is hear(twin, vote).reason is Reason.NOT_OFFERED


TestCrowd = Crowd.TestCase
TestCrowd.settings = settings(
    max_examples=60 * THOROUGH, stateful_step_count=40, derandomize=True, deadline=None
)
