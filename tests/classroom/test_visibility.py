"""What may be seen, by whom and when."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import pytest
from classroom.lesson import CASE, Lesson, ordered, small_case, voting

from etika_sim.classroom.shown import NotesView, PhoneView, ProjectorView, SharedView
from etika_sim.classroom.shown_json import fits
from etika_sim.classroom.state import Room
from etika_sim.classroom.trainer_view import for_notes, surplus
from etika_sim.classroom.visibility import for_phone, for_projector, shared
from etika_sim.model import Role

WORTH = ("scores", "recommended", "points", "percent", "counts", "earned")


def keys_of(data: Any) -> set[str]:
    """Every key anywhere in the data."""
    if isinstance(data, dict):
        return {str(key) for key in data} | {key for value in data.values() for key in keys_of(value)}
    return {key for value in data for key in keys_of(value)} if isinstance(data, list) else set()


def views(room: Room) -> Iterator[tuple[object, Any]]:
    """All that leaves a room, each with its type."""
    yield shared(room), SharedView
    yield for_projector(room), ProjectorView
    yield for_notes(room), NotesView
    yield from ((for_phone(room, token), PhoneView) for token in ("t1", None))


def test_everything_that_may_be_seen_is_plain_data() -> None:
    """JSON takes it and gives it back as it was, in every phase, and it is of the type it claims."""
    lesson = (
        Lesson()
        .phones(6)
        .go("briefing")
        .do("dealt", seed="s")
        .go("roles", "read", "enact", "vote-1")
        .vote("aabbcc")
    )
    for step in (
        "discuss",
        "vote-2",
        "reveal",
        "route",
        "de-role",
        "debrief",
        "commitments",
        "exit",
        "closed",
    ):
        lesson.do("routed", choice="a").do(
            "supposed", decision=1, choices=["c"]
        ) if step == "route" else lesson.go(step)
        for data, kind in views(lesson.room):
            assert fits(data, kind), kind
            assert json.loads(json.dumps(data)) == data


def test_a_stranger_sees_only_whether_he_can_come_in() -> None:
    """Nothing of the case, and nothing of who is there; one who was silenced is told so."""
    lesson = (
        Lesson(word="kopi")
        .do("joined", token="t1", name="a", word="kopi")
        .do("blocked", seat=1, is_blocked=True)
    )
    seen = for_phone(lesson.room, None)

    assert (seen["seat"], seen["needs_word"], seen["is_blocked"]) == (None, True, False)
    assert "title" not in seen
    assert for_phone(lesson.room, "t1")["is_blocked"]


def test_before_the_vote_a_phone_reads_the_scene_without_the_options() -> None:
    """First the story, then the question; nothing in the lobby."""
    lesson = Lesson().phones(1)
    assert for_phone(lesson.room, "t1")["decision"] is None
    lesson.go("briefing", "read")
    seen = for_phone(lesson.room, "t1")
    assert (seen["decision"]["scene"], seen["decision"]["text"], seen["options"]) == ("d1", ["Words."], [])
    assert len(for_phone(lesson.go("vote-1").room, "t1")["options"]) == 3


def test_before_the_reveal_a_phone_has_its_receipt_and_nothing_else() -> None:
    """How many have voted, never for what; no points, no advice, no feedback."""
    lesson = voting(3).vote("ab")
    seen = for_phone(lesson.room, "t1")

    assert (seen["round"]["voted"], seen["round"]["voices"]) == (2, 3)
    assert [(one["round"], one["option"]) for one in seen["receipts"]] == [(1, "a")]
    assert (seen["results"], seen["feedback"], seen["scorecard"]) == (None, None, None)
    assert for_phone(lesson.room, "t3")["receipts"] == []
    assert keys_of(for_phone(lesson.room, "t3")) & set(WORTH) == set()
    assert keys_of(for_projector(lesson.room)) & set(WORTH) == set()


def test_a_receipt_names_the_letter_on_the_screen() -> None:
    """The same letters for everybody in the room."""
    lesson = voting(1).vote("b")
    seen = for_phone(lesson.room, "t1")

    assert {"letter": seen["receipts"][0]["letter"], "option": "b", "text": "Choose b."} in seen["options"]


def test_a_table_sees_its_own_counts_and_all_cards() -> None:
    """The cards are passed round at the table; the role the trainer plays is not among them."""
    lesson = (
        Lesson().phones(1, people=5).go("briefing").do("dealt", seed="s", trainer="q").go("read", "vote-1")
    )
    lesson.do("tabled", token="t1", nonce="n", counts=ordered(lesson, a=3, b=1), **lesson.asking())
    seen = for_phone(lesson.room, "t1")

    assert seen["receipts"] == [
        {"round": 1, "option": None, "letter": None, "counts": ordered(lesson, a=3, b=1)}
    ]
    assert [card["id"] for card in seen["part"]["cards"]] == ["p", "r"]
    assert for_phone(lesson.go("reveal").room, "t1")["feedback"] is None


def test_after_the_reveal_everybody_sees_both_rounds_and_his_own_feedback() -> None:
    """Counts with their n, who moved, the principles per round; then what one's own vote would do."""
    lesson = voting(6).vote("aabbcc").go("discuss", "vote-2").vote("aaabbc").go("reveal")
    seen = for_phone(lesson.room, "t3")

    assert [one["n"] for one in seen["results"]["rounds"]] == [6, 6]
    assert seen["results"]["moves"]["moved"] == 2
    assert seen["results"]["rounds"][0]["principles"]["integrity"] == {
        "earned": 12,
        "range": 24,
        "percent": 50,
        "chance": 50,
        "k": 6,
    }
    assert seen["results"]["rounds"][0]["principles"]["transparency"] is None
    assert (seen["feedback"]["option"], seen["feedback"]["outcome"]) == ("a", "Words.")
    assert seen["feedback"]["moved"] == {"integrity": 1, "fairness": 1, "accountability": 1}
    assert for_phone(lesson.room, "nobody")["seat"] is None


def test_percentages_are_rounded_half_up_and_an_empty_round_has_none() -> None:
    """One of eight is 13, and nobody is 0 of 0."""
    lesson = voting(0)
    lesson.do("counted", counts=ordered(lesson, a=1, b=7), **lesson.asking()).go(
        "discuss", "vote-2", "reveal"
    )
    rounds = for_projector(lesson.room)["results"]["rounds"]

    assert sorted(rounds[0]["percent"]) == [0, 13, 88]
    assert (rounds[1]["n"], rounds[1]["percent"]) == (0, [0, 0, 0])


def test_a_quick_vote_is_seen_when_it_is_shown() -> None:
    """Until then not even where it tips."""
    lesson = voting(2).vote("aa").go("reveal").do("varied", text="More?").vote("bb")
    assert (
        len(for_projector(lesson.room)["results"]["rounds"]),
        shared(lesson.room)["results"]["tipping"],
    ) == (1, None)
    lesson.do("closed")
    assert (
        len(for_projector(lesson.room)["results"]["rounds"]),
        shared(lesson.room)["results"]["tipping"],
    ) == (1, None)
    lesson.do("shown")
    assert (
        len(for_projector(lesson.room)["results"]["rounds"]),
        shared(lesson.room)["results"]["tipping"],
    ) == (2, 3)


def test_the_road_is_told_as_a_story() -> None:
    """What came of the choice, the passages, where it leads; an ending with its quality."""
    lesson = voting(1).vote("a").go("reveal").do("routed", choice="a")
    road = for_projector(lesson.room)["road"]
    assert (road["option"], road["by"], road["text"], road["ending"]) == (
        "a",
        "majority",
        ["Words.", "Kept."],
        None,
    )
    lesson.go("read")
    assert for_projector(lesson.room)["decision"]["text"] == ["Kept.", "Words."]
    assert for_projector(lesson.room)["road"] is None
    lesson.go("vote-1", "reveal").do("routed", choice="a")
    assert for_projector(lesson.room)["road"]["ending"]["quality"] == "exemplary"


def test_a_what_if_shows_both_roads() -> None:
    """Side by side, each with its texts."""
    lesson = (
        voting(1)
        .vote("a")
        .go("reveal")
        .do("routed", choice="a")
        .do("supposed", decision=1, choices=["c", "c"])
    )
    (one,) = for_projector(lesson.room)["what_ifs"]

    assert (one["own"]["choices"], one["own"]["scene"], one["own"]["text"]) == (
        ["a"],
        "d2",
        ["Words.", "Kept."],
    )
    assert (one["other"]["choices"], one["other"]["ending"]["quality"]) == (["c", "c"], "violation")


def test_a_role_card_is_for_its_holder_alone() -> None:
    """Nobody else's state holds its private lines, and it is put away with the roles."""
    lesson = Lesson().phones(4).go("briefing").do("dealt", seed="s")
    assert for_phone(lesson.room, "t1")["part"] is None
    lesson.go("roles")
    assert lesson.room.cast is not None
    for token, part in lesson.room.cast.parts.items():
        seen = json.dumps(for_phone(lesson.room, token))
        assert [role for role in "pqr" if f"Aim of {role}" in seen] == ([part.role] if part.role else [])
    assert "Aim of" not in json.dumps(for_projector(lesson.room))
    assert for_phone(lesson.go("debrief").room, "t1")["part"] is None


def test_an_observer_has_a_checklist_and_a_player_none() -> None:
    """With the ticks made so far, while there is something to observe."""
    lesson = Lesson().phones(4).go("briefing").do("dealt", seed="s").go("read")
    assert lesson.room.cast is not None
    watcher = next(token for token, part in lesson.room.cast.parts.items() if part.role is None)
    player = next(token for token, part in lesson.room.cast.parts.items() if part.role)
    lesson.do("ticked", token=watcher, decision=1, principles=["integrity"])

    assert for_phone(lesson.room, watcher)["observe"] == {
        "asks": {"integrity": "Is it said aloud?"},
        "ticks": ["integrity"],
    }
    assert for_phone(lesson.room, player)["observe"] is None
    assert for_phone(lesson.go("debrief").room, watcher)["observe"] is None
    assert for_notes(lesson.room)["ticks"] == {"integrity": 1}


def test_the_wall_shows_what_is_not_hidden_and_only_when_wanted() -> None:
    """In the order of the alphabet, which tells nothing of who wrote what."""
    lesson = Lesson().phones(3).go("debrief", "commitments")
    for n, text in enumerate(("Zeal.", "Rude.", "Ask."), 1):
        lesson.do("committed", token=f"t{n}", text=text)
    assert for_projector(lesson.room)["wall"] == []
    lesson.do("walled", is_walled=True).do("hid", said=2, is_hidden=True)

    assert [one["text"] for one in for_projector(lesson.room)["wall"]] == ["Ask.", "Zeal."]
    assert for_phone(lesson.room, "t2")["commitments"] == {"0": "Rude."}


def test_ones_own_scorecard_comes_last() -> None:
    """After the debrief, over the decisions voted on; a bar needs three of them."""
    lesson = voting(1).vote("c").go("reveal").do("routed", choice="c").go("debrief")
    assert for_phone(lesson.room, "t1")["scorecard"] is None
    card = for_phone(lesson.go("commitments").room, "t1")["scorecard"]

    assert card["decisions"] == 1
    assert card["red_lines"][0]["choice"] == "c"
    assert card["principles"]["integrity"] == {"k": 1, "standing": None, "percent": None, "signs": [-1]}
    assert card["principles"]["transparency"] is None


def test_three_decisions_make_a_bar() -> None:
    """Words and a percentage then, and no signs."""
    lesson = voting(1).vote("c").go("reveal").do("routed", choice="c")
    for choice_id in "ba":
        lesson.go("read", "vote-1").vote(choice_id).go("reveal").do("routed", choice=choice_id)
    lesson.go("read", "vote-1").vote("a").go("reveal", "debrief", "commitments")

    assert for_phone(lesson.room, "t1")["scorecard"]["principles"]["integrity"] == {
        "k": 3,
        "standing": "practise",
        "percent": 25,
        "signs": [],
    }


def test_what_was_never_revealed_is_in_nobodys_scorecard() -> None:
    """A vote cut off by the debrief stays a receipt."""
    lesson = voting(1).vote("c").go("debrief", "commitments")

    assert for_phone(lesson.room, "t1")["scorecard"]["decisions"] == 0


def test_the_case_can_be_told_in_another_language() -> None:
    """The texts are the translation's; letters, counts and phases stay."""
    told = small_case(title="Another title")
    lesson = voting(1).vote("a").go("reveal")

    assert for_projector(lesson.room, told)["title"] == "Another title"
    assert {**for_phone(lesson.room, "t1", told), "title": "A case"} == for_phone(lesson.room, "t1", CASE)


def test_what_all_see_is_made_once_for_many_phones() -> None:
    """Handing it along changes nothing."""
    lesson = voting(2).vote("ab").go("reveal")

    assert for_phone(lesson.room, "t1", common=shared(lesson.room)) == for_phone(lesson.room, "t1")


def test_the_debrief_questions_come_with_the_debrief() -> None:
    """What the office owes stands beside them."""
    lesson = Lesson()
    assert for_projector(lesson.room)["debrief"] is None
    seen = for_projector(lesson.go("debrief").room)
    assert seen["debrief"]["gather"] == ["What happened?"]
    assert seen["office"] == [{"remedy": "S1", "ask": "Who guides?"}]


# --- the trainer's notes ----------------------------------------------------------------------


def test_notes_tell_the_votes_once_a_round_is_closed() -> None:
    """With the advice and the view of the few; not while the round is open."""
    lesson = voting(6).vote("aaabb")
    assert (for_notes(lesson.room)["closed"], for_notes(lesson.room)["advice"]) == (None, None)
    notes = for_notes(lesson.do("closed").room)

    assert notes["closed"]["rounds"][0]["n"] == 5
    assert (notes["advice"]["code"], notes["advice"]["minority"]) == ("discuss", "b")
    assert notes["script"]["vary"] == [{"text": "What if it were more?", "then": None}]


def test_notes_tell_which_option_a_changed_fact_makes_best_once_votes_are_shown() -> None:
    """By its letter; before that nothing that is sent anywhere tells it."""
    lesson = voting(6).vote("aaabbb").do("closed")
    before = for_notes(lesson.room)["script"]["vary"]
    after = for_notes(lesson.go("reveal").room)

    assert [one["then"] for one in before] == [None]
    assert [one["then"] for one in after["script"]["vary"]] == [
        "ABC"[lesson.room.ballots[0].options.index("c")]
    ]
    assert "script" not in for_projector(lesson.room)


@pytest.mark.parametrize(
    ("scenes", "minutes", "task"),
    [(("d3",), 45, "Watch."), (("d3",), 90, None), (("d1", "d3"), 45, None), ((), 45, None)],
)
def test_a_card_holds_the_task_only_when_the_plan_leaves_the_role_idle(
    scenes: tuple[str, ...], minutes: int, task: str | None
) -> None:
    """The longer plan plays its scene; a role that names no scene has one everywhere."""
    role = Role("p", "P", "Part", "Face", scenes=scenes, task="Watch.")
    lesson = Lesson(small_case(roles={"p": role}), minutes=minutes).phones(1).go("briefing", "roles")
    lesson.do("dealt", seed="s")
    card = for_phone(lesson.room, "t1")["part"]["card"]

    assert (card["task"], "scenes" in card) == (task, False)


def test_the_content_note_is_for_everybody() -> None:
    """It is there from the start, on the wall and on every phone."""
    room = Lesson(dataclasses.replace(small_case(), note="It tells of harassment.")).phones(1).room

    assert for_projector(room)["note"] == for_phone(room, "t1")["note"] == "It tells of harassment."


def test_notes_tell_the_plan_the_questions_and_who_is_here() -> None:
    """Without tokens, so that no picture of the screen lets anybody in."""
    lesson = Lesson(people=1).phones(2).go("briefing").do("dealt", seed="s", trainer="p")
    lesson.do("asked", token="t1", text="Why?", nonce="n")
    notes = for_notes(lesson.room)

    assert notes["said"][0]["text"] == "Why?"
    assert (notes["trainer"], notes["missing"]) == ("p", {"1": []})
    assert notes["people_by_seat"][1] == {"seat": 2, "name": "teh manis", "people": 0, "is_blocked": False}
    assert sum(step["minutes"] for step in notes["agenda"]) == 45
    assert '"t1"' not in json.dumps(notes)
    assert (notes["script"], notes["hands"], notes["how_next"]) == (None, {}, "full")


def test_notes_show_hands_as_they_were_typed() -> None:
    """The trainer typed them himself."""
    lesson = voting(0)
    lesson.do("counted", counts=[1, 2, 3], **lesson.asking())

    assert for_notes(lesson.room)["hands"] == {"1": [1, 2, 3]}


@pytest.mark.parametrize(("people", "votes", "more"), [(0, 9, 0), (10, 7, 0), (10, 12, 5)])
def test_more_votes_than_heads_are_noticed(people: int, votes: int, more: int) -> None:
    """Voters, or seats, above the heads counted: it is time to count again."""
    lesson = voting(3, people=people).vote("aaa")
    lesson.do("counted", counts=ordered(lesson, a=votes), **lesson.asking())

    assert surplus(lesson.room) == more
    assert surplus(Lesson(people=2).phones(3).room) == 1
