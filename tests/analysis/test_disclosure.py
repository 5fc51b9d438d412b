"""What may be told of a class, held against every output: two attackers who know all but the secret.

The first changes what must not be told and looks for any difference in any output. The second adds and
subtracts what the data tell, knowing who is in which group.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from analysis.lessons import any_class
from classroom.lesson import Lesson, small_case, voting
from cli.program import Stream, world
from generate import THOROUGH
from hypothesis import given, settings
from hypothesis import strategies as st

from etika_sim.analysis.disclosure import disclose
from etika_sim.analysis.groups import may_be_told
from etika_sim.classroom.room import replay
from etika_sim.classroom.state import Ballot, Room, Round, Stage
from etika_sim.cli.live.run import closing_account
from etika_sim.locale import translator, use
from etika_sim.model import PRINCIPLES
from etika_sim.reports.class_report.formats import FORMATS
from etika_sim.reports.class_report.leaders import leaders_page
from etika_sim.views import plain
from etika_sim.views.room_account import account

FEW = range(1, 5)
NOT_TOLD = {"id": "tidak dirinci: kurang dari lima", "en": "not told apart: fewer than five"}
any_room = st.integers(0, 10**9).map(lambda seed: any_class(random.Random(seed)))  # noqa: S311 - no secret
thoroughly = settings(max_examples=120 * THOROUGH, derandomize=True)


def outputs(room: Room) -> Iterator[tuple[str, str]]:
    """All that is ever told of a class afterwards, by name: every format and page in both languages."""
    for language in ("id", "en"):
        one, words = disclose(room, "k7", "2026-11-24"), translator(language)
        for name, make in {**FORMATS, "leaders": leaders_page}.items():
            yield f"{name}.{language}", make(one, words).decode()
        with world(Stream(), Stream(), Stream()):
            use(language)
            yield f"account.{language}", plain.text(account(one))
            yield f"closing.{language}", plain.text(closing_account(room, room.scenario))


# --- the attacker who changes the secret ------------------------------------------------------


def people_in(one: Round) -> int:
    """How many people's votes are in a round."""
    return sum(sum(vote.counts) for vote in one.votes.values()) + sum(map(sum, one.hands[-1:]))


def is_hidden(one: Round) -> bool:
    """Whether nothing may be told of a round but how many voted."""
    return one.stage is not Stage.SHOWN or people_in(one) in FEW


def twin(lesson: Lesson) -> Room:
    """The class as it would be had everything that must not be told been otherwise."""
    room = lesson.room
    hidden = {(b.number, one.number): b.options for b in room.ballots for one in b.rounds if is_hidden(one)}
    few = {b.number for b in room.ballots if len([ticks for ticks in b.ticks.values() if ticks]) in FEW}
    told = {said.text for said in room.said if said.is_picked and _is_told(said.slot, said.kind, hidden)}
    forms = [form for (token, _slot), form in room.forms.items() if not room.seats[token].is_blocked]
    scales = [len([1 for form in forms if form[n] is not None]) in FEW for n in (0, 1)]

    def other(event: dict[str, Any]) -> dict[str, Any]:
        event = {key: _reworded(value, told) for key, value in event.items()}
        options = hidden.get((event.get("decision", 0), event.get("round", 0)))
        if options and event["kind"] == "voted":
            return {**event, "option": options[(options.index(event["option"]) + 1) % len(options)]}
        if options and event["kind"] in ("tabled", "counted"):
            return {**event, "counts": [*event["counts"][1:], event["counts"][0]]}
        if event["kind"] == "ticked" and event["decision"] in few and event["principles"]:
            names = [principle.value for principle in PRINCIPLES]
            return {**event, "principles": [name for name in names if name not in event["principles"]]}
        if event["kind"] == "answered":
            answers = [
                value % 5 + 1 if value and is_few else value
                for value, is_few in zip(event["answers"], scales, strict=False)
            ]
            return {**event, "answers": [*answers, event["answers"][2]]}
        return event

    return replay(lesson.scenario, [other(event) for event in lesson.journal])


def _is_told(slot: str, kind: str, hidden: Iterable[tuple[int, int]]) -> bool:
    return kind != "reason" or slot not in {f"{decision}.{number}" for decision, number in hidden}


def _reworded(value: Any, told: set[str]) -> Any:
    """A text of somebody's own that is not told, in other words."""
    if isinstance(value, list):
        return [_reworded(one, told) for one in value]
    is_own = isinstance(value, str) and re.match("(Because|I will|Well,) ", value)
    return f"{value} No." if is_own and value not in told else value


@thoroughly
@given(any_room)
def test_no_output_depends_on_what_must_not_be_told(lesson: Lesson) -> None:
    """Unrevealed rounds, rounds, ticks and answers of fewer than five, texts that nobody picked."""
    mine, other = dict(outputs(lesson.room)), dict(outputs(twin(lesson)))

    assert [name for name, text in mine.items() if text != other[name]] == []


def test_the_first_attacker_would_notice_a_leak() -> None:
    """A twin differs in the room, and one that changes what is told differs in every output."""
    lesson = voting(4).vote("aabc").go("reveal")
    assert twin(lesson).ballots != lesson.room.ballots

    one, other = (dict(outputs(voting(5).vote(votes).go("reveal").room)) for votes in ("aaaab", "abbbb"))
    assert [name for name in one if one[name] == other[name]] == []


# --- the attacker who adds and subtracts ------------------------------------------------------

Group = dict[tuple[int, str], int]
"""Votes, by round and token, and how many people stand behind each."""


def votes_of(ballot: Ballot, number: int) -> Group:
    """All votes of a round."""
    one = next(one for one in ballot.rounds if one.number == number)
    hands = {(number, ""): sum(one.hands[-1])} if one.hands else {}
    return {**{(number, token): sum(vote.counts) for token, vote in one.votes.items()}, **hands}


def told_groups(room: Room, ballot: Ballot, data: dict[str, Any]) -> list[Group]:
    """The groups of people of whom a decision's data give a sum, who they are being known."""
    rounds = {poll["round"]: votes_of(ballot, poll["round"]) for poll in data["rounds"]}
    deciding = [poll["round"] for poll in data["rounds"] if poll["asks"] == "should"]
    told = [rounds[poll["round"]] for poll in data["rounds"] if poll["counts"]]
    standing = _standing([rounds[number] for number in deciding], data["effective"]["n"])
    if data["effective"]["counts"]:
        told.append(standing)
    if data["moves"]:
        own = [
            {token for token, vote in one.votes.items() if vote.option}
            for one in ballot.rounds
            if one.number in deciding
        ]
        told += [{(number, token): 1 for token in own[0] & own[1]} for number in (1, 2)]
    return told + _roles(room, ballot, standing, [one["role"] for one in data["by_role"]])


def _standing(rounds: list[Group], n: int) -> Group:
    """The votes that stand: each seat's last, or those of the last round alone; their number tells which."""
    latest = {token: (number, token) for group in rounds for number, token in group}
    people = {vote: n for group in rounds for vote, n in group.items()}
    whole = {vote: people[vote] for vote in latest.values()}
    return whole if sum(whole.values()) == n or not rounds else rounds[-1]


def _roles(room: Room, ballot: Ballot, standing: Group, told: list[str | None]) -> list[Group]:
    parts = room.cast.parts if room.cast else {}
    own = {(one.number, token) for one in ballot.rounds for token, vote in one.votes.items() if vote.option}
    held = {vote: parts[vote[1]].role for vote in standing if vote in own and vote[1] in parts}
    groups = {role: {vote: 1 for vote, name in held.items() if name == role} for role in told if role != ""}
    rest = {vote: 1 for vote, name in held.items() if name not in told}
    return [*groups.values(), *([rest] if "" in told else [])]


def fewest_told_of(groups: list[Group]) -> int:
    """The number of people of whom a sum can be had, by any adding and subtracting, that is not of nobody.

    A combination speaks of whole classes of votes that lie in the same groups; it can be made zero on
    all but some of them exactly if leaving those out lowers the rank.
    """
    weights: dict[tuple[bool, ...], int] = {}
    for vote in {vote: None for group in groups for vote in group}:
        key = tuple(vote in group for group in groups)
        weights[key] = weights.get(key, 0) + next(group[vote] for group in groups if vote in group)
    cells = [key for key, n in weights.items() if n]
    small = [key for key in cells if weights[key] in FEW]
    for count in range(1, len(small) + 1):
        for some in combinations(small, count):
            n = sum(weights[key] for key in some)
            if n in FEW and rank([c for c in cells if c not in some]) < rank(cells):
                return n
    return max([5, *weights.values()])


def rank(rows: Iterable[tuple[bool, ...]]) -> int:
    """The rank of a matrix, by elimination."""
    left, found = [[Fraction(value) for value in row] for row in rows], 0
    while left:
        row = left.pop()
        at = next((n for n, value in enumerate(row) if value), None)
        if at is not None:
            found += 1
            left = [[b - a * other[at] / row[at] for a, b in zip(row, other, strict=True)] for other in left]
    return found


@thoroughly
@given(any_room)
def test_no_adding_and_subtracting_tells_of_fewer_than_five(lesson: Lesson) -> None:
    """Neither of a group that is told, nor of one that is left over when the others are taken away."""
    one = disclose(lesson.room)
    data = json.loads(FORMATS["json"](one, translator("en")))
    for ballot, decision in zip(lesson.room.ballots, data["decisions"], strict=True):
        assert fewest_told_of(told_groups(lesson.room, ballot, decision)) >= 5
        for end in ("from", "to") if decision["moves"] else ():
            pairs = decision["moves"]["pairs"]
            sums = [sum(p["n"] for p in pairs if p[end] == option) for option in {p[end] for p in pairs}]
            assert not {*sums} & {*FEW}


@thoroughly
@given(any_room)
def test_where_a_group_is_small_its_size_stands_alone(lesson: Lesson) -> None:
    """In CSV a row of fewer than five has no count and no percent; an account says that it is not told."""
    told = dict(outputs(lesson.room))
    for language, few in NOT_TOLD.items():
        rows = csv.reader(io.StringIO(told[f"csv.{language}"].removeprefix("\ufeff")), delimiter=";")
        assert [row for row in rows if row[6] in ("1", "2", "3", "4") and (row[5] or row[7])] == []
        for name in (f"account.{language}", f"closing.{language}"):
            text = told[name].replace("\n", " ")
            assert len(re.findall(r"n = [1-4]\b", text)) == text.count(f"{few}; n = ")


@pytest.mark.parametrize(
    ("groups", "fewest"),
    [
        ([{"a": 5, "b": 5}, {"a": 5}], 5),
        ([{"a": 5, "b": 4}, {"a": 5}], 4),
        ([{"a": 3, "b": 3, "c": 3}, {"a": 3, "b": 3}, {"b": 3, "c": 3}], 3),
        ([{"a": 3, "b": 9}, {"b": 9, "c": 1}], 4),
        ([{"a": 3, "b": 3}, {"c": 4, "d": 9}], 6),
    ],
)
def test_the_second_attacker_subtracts_as_well_as_can_be(groups: list[dict[str, int]], fewest: int) -> None:
    """What is left of two sums, of three in a ring, and the difference of two that overlap."""
    told = [{(1, token): n for token, n in group.items()} for group in groups]

    assert min(fewest_told_of(told), 6) == fewest


@thoroughly
@given(st.lists(st.sets(st.integers(0, 7), min_size=1), min_size=1, max_size=5), st.randoms())
def test_the_gate_lets_nothing_through_that_the_attacker_can_use(
    groups: list[set[int]], dice: random.Random
) -> None:
    """Any groups over any votes: what may be told together tells of five at least."""
    people = {(1, str(n)): dice.choice((1, 1, 2, 5, 9)) for n in range(8)}
    told = [{(1, str(n)): people[1, str(n)] for n in group} for group in groups]

    assert not may_be_told([group.keys() for group in told], people) or fewest_told_of(told) >= 5


# --- the leaks that there were, and others of their kind --------------------------------------


def account_of(lesson: Lesson) -> str:
    """The account in English."""
    return dict(outputs(lesson.room))["account.en"]


def test_a_class_of_two_votes_is_only_counted_on_the_screen() -> None:
    """Neither the votes, nor the tick of a single observer, nor principles."""
    lesson = Lesson(small_case()).phones(3).go("briefing", "read", "enact")
    lesson.do("ticked", token="t3", decision=1, principles=["integrity"])
    text = account_of(lesson.go("vote-1").vote("bc").go("reveal"))

    assert "Vote 1: not told apart: fewer than five; n = 2\n" in text
    assert "%" not in text
    assert "Seen by observers" not in text


def test_a_class_that_is_closed_before_its_votes_are_shown_does_not_print_them() -> None:
    """The terminal that is left behind is the projector: how many had voted, and no more."""
    told = dict(outputs(voting(7).vote("aaabbcc").go("closed").room))

    for name in ("account.en", "closing.en"):
        assert "7 had voted in a round that was never revealed; it stays so." in told[name]
        assert "%" not in told[name]


@pytest.mark.parametrize(
    ("votes", "road"),
    [("a", "A, not told how, since fewer than five voted\n"), ("aaaaa", "A, most votes\n")],
)
def test_how_a_road_came_about_is_told_only_with_the_votes(votes: str, road: str) -> None:
    """ "Most votes" of one is that one's vote; a reason, which only another road needs, would say so, too."""
    lesson = voting(len(votes)).vote(votes).go("reveal")
    lesson.do("routed", choice="a", reason="" if len(votes) > 1 else "Because.")
    letter = "ABC"[lesson.ballot.options.index("a")]

    assert f"Road taken: {letter}{road[1:]}" in account_of(lesson)


def test_the_vote_of_one_who_did_not_vote_again_is_left_out() -> None:
    """Six vote, five vote again: the votes that stand are the five, since six less five would be one."""
    lesson = voting(6).vote("aaaaab").go("discuss", "vote-2").vote("aaaaa").go("reveal")
    (met,) = disclose(lesson.room).decisions

    assert (met.effective_n, sum(met.effective or ()), met.switch) == (5, 5, None)


def test_five_who_did_not_vote_again_still_count() -> None:
    """Their first votes stand, and who moved is told beside them."""
    stay = "aaaaabbbbb"
    lesson = voting(15).vote(stay + "ccccc").go("discuss", "vote-2").vote(stay).go("reveal")
    (met,) = disclose(lesson.room).decisions

    assert (met.effective_n, sum(met.effective or ())) == (15, 15)
    assert met.switch is not None
    assert (met.switch.paired, met.switch.gone) == (10, 5)


def test_a_table_with_a_row_or_column_of_a_few_is_not_told() -> None:
    """Of one who changed the option alone it would say from where to where."""
    lesson = voting(12).vote("a" * 6 + "b" * 6).go("discuss", "vote-2").vote("a" * 6 + "b" * 5 + "c")
    (met,) = disclose(lesson.go("reveal").room).decisions

    assert met.switch is None
    assert [poll.n for poll in met.rounds] == [12, 12]
    assert "The class moved: not told apart: fewer than five\n" in account_of(lesson)


def test_a_reason_for_a_vote_goes_with_its_round() -> None:
    """Picked or not, of a round that is not told its reasons are not told."""

    def picked(count: int) -> list[str]:
        lesson = voting(count).vote("a" * (count - 1))
        lesson.do("voted", token=f"t{count}", option="b", nonce="r", reason="Mine.", decision=1, round=1)
        lesson.do("picked", said=1, is_picked=True)
        return [one.text for one in disclose(lesson.go("reveal").room).picked]

    assert (picked(4), picked(5)) == ([], ["Mine."])


def test_sentences_of_the_exit_form_are_counted_from_five_forms_on() -> None:
    """That the only form has a sentence says who wrote it."""

    def sentences(count: int) -> int | None:
        lesson = voting(5).go("debrief", "commitments", "exit")
        for n in range(1, count + 1):
            lesson.do("answered", token=f"t{n}", answers=[3, None, "So." if n == 1 else None])
        return disclose(lesson.room).form.sentences

    assert (sentences(4), sentences(5)) == (None, 1)


def test_a_quick_vote_of_a_few_leaves_the_tipping_point_open() -> None:
    """It might have been the first in which others lead; a later one is not called so."""

    def tipping(first: str) -> int | None:
        lesson = voting(6).vote("aaaaaa").go("reveal")
        for votes in (first, "bbbbbb"):
            lesson.do("varied", text="What if?").vote(votes).do("shown")
        return disclose(lesson.room).decisions[0].tipping

    assert (tipping("aaaaaa"), tipping("aa")) == (4, None)


# --- by role ----------------------------------------------------------------------------------


def by_roles(*voters: int) -> dict[str | None, int]:
    """How many votes are told by role, with so many voters holding p, q, r, and observing."""
    lesson = Lesson(groups=8).phones(40).go("briefing").do("dealt", seed="s").go("read", "vote-1")
    assert lesson.room.cast is not None
    for role, count in zip(("p", "q", "r", None), voters, strict=True):
        tokens = [token for token, part in lesson.room.cast.parts.items() if part.role == role]
        for token in tokens[:count]:
            lesson.do("voted", token=token, option="a", nonce="n", **lesson.asking())
    (met,) = disclose(lesson.go("reveal").room).decisions
    return {role: sum(counts) for role, counts in met.by_role.items()}


@pytest.mark.parametrize(
    ("voters", "told"),
    [
        ((8, 8, 8, 8), {"p": 8, "q": 8, "r": 8, None: 8}),
        ((8, 8, 3, 2), {"p": 8, "q": 8, "": 5}),
        ((8, 8, 8, 2), {"q": 8, "r": 8, "": 10}),
        ((8, 2, 0, 0), {}),
        ((4, 4, 4, 4), {}),
        ((0, 0, 0, 0), {}),
        ((0, 0, 0, 6), {}),
    ],
)
def test_small_roles_are_put_together_and_a_single_group_is_not_told(
    voters: tuple[int, ...], told: dict[str | None, int]
) -> None:
    """Where even those are few the next smallest joins them, so that nothing is left to subtract."""
    assert by_roles(*voters) == told


def test_without_roles_nothing_is_told_by_role() -> None:
    """A class without a cast has no groups."""
    (met,) = disclose(voting().vote("aaaaaa").go("reveal").room).decisions

    assert met.by_role == {}


@pytest.mark.parametrize(("new", "has_roles"), [(0, True), (1, False)])
def test_roles_and_who_moved_are_crossed(new: int, has_roles: bool) -> None:
    """One who voted in the second round alone would be the votes by role less those of who moved."""
    lesson = Lesson(groups=6).phones(24).phones(1, people=5).go("briefing").do("dealt", seed="s").go("read")
    for phase, missing in (("vote-1", new), ("vote-2", 0)):
        lesson.go(phase).vote("a" * 12 + "b" * (12 - missing))
        lesson.do("tabled", token="t25", counts=[5, 0, 0], nonce=phase, **lesson.asking())
    (met,) = disclose(lesson.go("reveal").room).decisions

    assert met.switch is not None
    assert bool(met.by_role) == has_roles
