"""What the keys of a trainer mean, step by step; the screen is not needed for it."""

from __future__ import annotations

import dataclasses

import pytest
from classroom.lesson import Lesson, small_case, voting

from etika_sim.classroom.event_data import read
from etika_sim.classroom.events import kind_of
from etika_sim.classroom.state import HANDS
from etika_sim.host.actions import Action, Ask, At, NextAddress, Quit, Say, SendEvents, ShowPanel, Turn
from etika_sim.host.keymap import CALM, KEYS, SEEN, wish
from etika_sim.model import Decision, Facilitator
from etika_sim.views.stage.panels import Panel

STEPS = ("briefing", "roles", "read", "enact", "vote-1", "discuss", "vote-2", "reveal")
HARMLESS = Turn | ShowPanel | Say | Ask | NextAddress | None


def do(kind: str, **facts: object) -> SendEvents:
    """One event for the room, told by its data."""
    return SendEvents((read({"kind": kind, "at": 0.0, **facts}),))


def at_reveal(votes: str = "aab") -> Lesson:
    """A class of three phones that sees what it voted."""
    return voting(3).vote(votes).go("reveal")


def routed(votes: str = "aab") -> Lesson:
    """The same, its road taken."""
    lesson = at_reveal(votes)
    return lesson.do("routed", choice=lesson.ballot.options[0])


def kinds(wanted: Action) -> list[str]:
    """The kinds of the events wanted."""
    assert isinstance(wanted, SendEvents), wanted
    return [kind_of(event) for event in wanted.events]


def answered(wanted: Action, text: str) -> Action:
    """What is wanted once a question is answered."""
    assert isinstance(wanted, Ask), wanted
    return wanted.then(text)


@pytest.mark.parametrize(
    "key", sorted({*KEYS, "a", "b", "c", "e", "A", "z", "1", "tab", "f5", "up"} - {"enter"})
)
def test_a_stray_key_never_leaves_a_reveal(key: str) -> None:
    """Whatever is pressed there but Enter, nothing goes on without an answer of the trainer."""
    wanted = wish(key, at_reveal().room, At())

    if key == "pagedown":  # the clicker's Enter
        assert kinds(wanted) == ["routed"]
    elif isinstance(wanted, SendEvents):
        assert kinds(wanted) in (["extended"], ["locked"])
    else:
        assert isinstance(wanted, HARMLESS)


@pytest.mark.parametrize("seen", [0.0, CALM, SEEN - 0.01])
def test_a_reveal_is_seen_before_enter_goes_on(seen: float) -> None:
    """A bouncing key, or a second tap, does not skip what the class has waited for."""
    assert wish("enter", at_reveal().room, At(seen=seen)) is None
    assert kinds(wish("enter", at_reveal().room, At(calm=CALM, seen=SEEN))) == ["routed"]


def test_enter_turns_the_sheets_before_it_goes_on() -> None:
    """On the last sheet of a step Enter goes on; before that it turns the sheet."""
    room = at_reveal().room

    assert wish("enter", room, At(page=0, pages=2)) == Turn(1)
    assert kinds(wish("enter", room, At(page=1, pages=2))) == ["routed"]
    assert wish("right", room, At(page=1, pages=2)) is None
    assert wish("left", room, At(page=1, pages=2)) == Turn(-1)
    assert wish("left", room, At()) is None


def test_enter_takes_a_panel_away_first() -> None:
    """The law is closed by Enter; the class goes on with the next one."""
    room = Lesson().room

    assert wish("l", room, At()) == ShowPanel(Panel.LAW)
    for key in ("enter", "escape", "left"):
        assert wish(key, room, At(panel=Panel.LAW)) == ShowPanel(Panel.NONE)
    assert wish("escape", room, At()) is None
    assert [wish(key, room, At()) for key in "?j."] == [
        ShowPanel(Panel.HELP),
        ShowPanel(Panel.JOIN),
        ShowPanel(Panel.BLACK),
    ]
    assert wish("x", room, At(panel=Panel.BLACK)) == ShowPanel(Panel.NONE)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("key", ["g", "q", "ctrl+c", "ctrl+q"])
def test_whatever_ends_something_asks_first(step: str, key: str) -> None:
    """Straight to the debrief, and out: a yes is needed, and any other key leaves all as it is."""
    lesson = Lesson().phones(6).go(*STEPS[: STEPS.index(step) + 1])
    wanted = wish(key, lesson.room, At())

    assert [answered(wanted, other) for other in ("n", "t", "enter", "q", " ")] == [None] * 5
    assert answered(wanted, "y") == answered(wanted, "Y")
    assert isinstance(answered(wanted, "y"), SendEvents | Quit)


def test_the_debrief_comes_after_leaving_the_roles() -> None:
    """Where roles were dealt, the way to the debrief leads through de-role; later it is there already."""
    lesson = Lesson().phones(6).go("briefing", "roles")
    assert answered(wish("g", lesson.room, At()), "y") == do("went", to="debrief")

    lesson.do("dealt", seed="s")
    assert answered(wish("g", lesson.room, At()), "y") == do("went", to="de-role")
    assert answered(wish("g", lesson.go("de-role").room, At()), "y") == do("went", to="debrief")
    assert isinstance(wish("g", lesson.go("debrief").room, At()), Say)


def test_a_letter_takes_a_road_against_the_votes_only_with_a_reason() -> None:
    """At the reveal a letter asks for a reason, and needs one where most chose otherwise."""
    room = at_reveal().room
    options = Lesson(room.scenario).room.scenario and room.ballot and room.ballot.options
    assert options

    assert answered(wish("a", room, At()), "") == do("routed", choice=options[0])
    assert isinstance(answered(wish("b", room, At()), " "), Say)
    assert answered(wish("B", room, At()), " so ") == do("routed", choice=options[1], reason="so")
    assert wish("e", room, At()) is None
    assert isinstance(wish("d", room, At()), Say)
    assert wish("b", voting(1).room, At()) is None


def test_a_tie_is_the_trainers() -> None:
    """Enter does not choose between two; a letter does."""
    assert isinstance(wish("enter", at_reveal("ab.").room, At()), Say)


def test_entering_the_roles_deals_them() -> None:
    """Where phones are in, roles are dealt at once; without any they lie on paper."""
    with_phones, without = Lesson().phones(4).go("briefing"), Lesson().go("briefing")

    assert kinds(wish("enter", with_phones.room, At(chance=lambda: "S"))) == ["went", "dealt"]
    assert kinds(wish("enter", without.room, At())) == ["went"]


def test_roles_are_dealt_anew_perhaps_with_one_for_the_trainer() -> None:
    """By the role's name, its part or its id; an unknown one is told."""
    room = Lesson().phones(4).go("briefing", "roles").room
    wanted = wish("r", room, At(chance=lambda: "S"))

    assert answered(wanted, "") == do("dealt", seed="S")
    assert answered(wanted, "P") == do("dealt", seed="S", trainer="p")
    assert isinstance(answered(wanted, "x"), Say)


def test_space_opens_and_closes_the_vote() -> None:
    """As often as the trainer likes; where there is no vote, that is said."""
    lesson = voting(2)
    assert wish(" ", lesson.room, At()) == do("closed")
    assert wish(" ", lesson.do("closed").room, At()) == do("opened")
    assert isinstance(wish(" ", Lesson().room, At()), Say)


def test_the_talk_asks_only_where_it_would_close_a_vote() -> None:
    """`d` leads from the closed first vote to the talk."""
    lesson = voting(2)
    assert answered(wish("d", lesson.room, At()), "y") == do("went", to="discuss")
    assert wish("d", lesson.do("closed").room, At()) == do("went", to="discuss")
    assert isinstance(wish("d", lesson.go("discuss").room, At()), Say)


def test_voting_again_asks_and_opens_the_second_vote() -> None:
    """From the first vote or the talk; a second vote that was closed is opened again; later not."""
    lesson = voting(2)
    assert kinds(answered(wish("r", lesson.room, At()), "y")) == ["went", "opened"]
    lesson.go("discuss", "vote-2").do("closed")
    assert wish("r", lesson.room, At()) == do("opened")
    assert isinstance(wish("r", lesson.go("reveal").room, At()), Say)


def test_hands_are_typed_in_the_order_of_the_letters() -> None:
    """However the numbers are parted; what does not fit is told, and nothing is counted."""
    lesson = voting(0)
    wanted, options = wish("h", lesson.room, At()), len(lesson.ballot.options)
    counted = do("counted", decision=1, round=1, counts=[12, 5, 9])

    assert options == 3
    assert [answered(wanted, text) for text in ("12 5 9", "12,5,9", " 12/5 + 9 ")] == [counted] * 3
    for text in ("12 5", "12 5 9 1", "-1 5 9", "A3 B5 C9", "99999 1 1", "x"):
        assert isinstance(answered(wanted, text), Say), text
    assert answered(wanted, "") is None


def test_typed_hands_are_hidden_until_the_reveal() -> None:
    """The class looks on while the trainer types; once it has seen the result nothing is hidden."""
    lesson = voting(0)
    before, after = wish("h", lesson.room, At()), wish("h", lesson.go("reveal").room, At())

    assert isinstance(before, Ask)
    assert isinstance(after, Ask)
    assert (before.hides, after.hides) == (True, False)


def test_hands_are_counted_only_where_and_when_they_can_be() -> None:
    """Not before a vote, not after the road, not in a class that has no hands."""
    for lesson in (Lesson(), routed(), voting(1, ways=["phones"])):
        assert isinstance(wish("h", lesson.room, At()), Say)


def test_the_last_count_of_hands_is_taken_back_after_a_question() -> None:
    """Without a count there is nothing to take back."""
    lesson = voting(0)
    assert isinstance(wish("u", lesson.room, At()), Say)

    lesson.do("counted", counts=[1, 2, 3], **lesson.asking())
    assert answered(wish("u", lesson.room, At()), "n") is None
    assert answered(wish("u", lesson.room, At()), "y") == do("uncounted", decision=1, round=1)


def test_a_quick_vote_is_typed_or_taken_from_the_case() -> None:
    """A number takes the case's own; Enter then closes it, shows it, and goes back."""
    lesson = at_reveal()
    wanted = wish("v", lesson.room, At())
    offered = small_case().scenes["d1"].facilitator.vary  # type: ignore[union-attr]

    assert isinstance(wish("v", voting(1).room, At()), Say)
    assert answered(wanted, "") is None
    assert answered(wanted, "1") == SendEvents(do("varied", text=offered[0].text).events, Panel.VARY)
    assert answered(wanted, "Ten million?") == SendEvents(
        do("varied", text="Ten million?").events, Panel.VARY
    )

    lesson.do("varied", text="More?")
    at = At(panel=Panel.VARY)
    assert wish("v", lesson.room, At()) == ShowPanel(Panel.VARY)
    assert wish("enter", lesson.room, at._replace(calm=0.0)) is None
    assert wish("enter", lesson.room, at) == do("closed")
    assert wish("enter", lesson.do("closed").room, at) == do("shown")
    assert wish("enter", lesson.do("shown").room, at) == ShowPanel(Panel.NONE)


def test_a_case_without_variants_asks_for_ones_own() -> None:
    """Then a number is no number of anything."""
    scenario = small_case()
    first = scenario.scenes["d1"]
    assert isinstance(first, Decision)
    bare = {"d1": first._replace(facilitator=Facilitator())}
    scenario = dataclasses.replace(scenario, scenes={**scenario.scenes, **bare})
    lesson = Lesson(scenario).go("briefing", "read", "vote-1", "reveal")

    assert answered(wish("v", lesson.room, At()), "1") == SendEvents(
        do("varied", text="1").events, Panel.VARY
    )


def test_another_road_is_tried_by_decision_and_letters() -> None:
    """Letters behind the first are those of the decisions that the tried road comes to."""
    room = routed("aaa").room
    wanted = wish("w", room, At())
    letters = dict(zip("abc", "ABC", strict=True))

    assert isinstance(wish("w", at_reveal().room, At()), Say)
    assert answered(wanted, "") == ShowPanel(Panel.WHAT_IF)
    for text in ("9 A", "1", "0 a", "zz"):
        assert isinstance(answered(wanted, text), Say), text
    assert isinstance(answered(wanted, "1 E"), Say)
    assert room.ballots[0].decided
    mark = "ABC"[room.ballots[0].options.index("c")]
    tried = answered(wanted, f"1 {mark} a")
    assert tried == answered(wanted, f"{mark.lower()} A")
    assert isinstance(tried, SendEvents)
    assert tried.panel is Panel.WHAT_IF
    assert tried.events[0].choices[0] == "c"
    assert len(tried.events[0].choices) == len(letters) - 1


def test_the_usual_road_is_tried_with_one_key() -> None:
    """Where the first vote asked what is usual, its road needs no letter; next time another is typed."""
    lesson = Lesson(usual=True).phones(3).go("briefing", "read", "vote-1").vote("ccc")
    lesson.go("vote-2").vote("aaa").go("reveal").do("routed", choice="a")
    wanted = wish("w", lesson.room, At())

    assert isinstance(wanted, SendEvents)
    assert wanted.events == do("supposed", decision=1, choices=["c"]).events
    lesson.do("supposed", decision=1, choices=["c"])
    assert isinstance(wish("w", lesson.room, At()), Ask)


def test_the_door_and_the_heads() -> None:
    """`k` closes and opens the door; `s` counts heads, or gives another word."""
    lesson = Lesson(cap=20)
    wanted = wish("s", lesson.room, At(chance=lambda: "WXYZ"))

    assert wish("k", lesson.room, At()) == do("locked", is_locked=True)
    assert wish("k", lesson.do("locked", is_locked=True).room, At()) == do("locked", is_locked=False)
    assert answered(wanted, "31") == do("limited", people=31, cap=31)
    assert answered(wanted, "12") == do("limited", people=12, cap=20)
    assert answered(wanted, "+") == do("reworded", word="WXYZ")
    assert answered(wanted, " ") is None
    assert isinstance(answered(wanted, "many"), Say)


def test_without_a_server_there_is_no_door_and_no_address() -> None:
    """Keys that belong to phones say so where none take part."""
    room = Lesson(ways=[HANDS]).room

    assert all(isinstance(wish(key, room, At(is_served=False)), Say) for key in "kij")
    assert wish("i", room, At()) == NextAddress()


def test_the_notes_are_for_the_trainers_own_phone_before_anybody_looks_on() -> None:
    """In the lobby after a question; later a second window is named; without phones there is no address."""
    room = Lesson().room

    assert answered(wish("n", room, At()), "y") == ShowPanel(Panel.NOTES)
    assert answered(wish("n", room, At()), "n") is None
    assert isinstance(wish("n", Lesson().go("briefing").room, At()), Say)
    assert isinstance(wish("n", room, At(is_served=False)), Say)


def test_the_wall_of_commitments_is_shown_and_single_ones_hidden() -> None:
    """`x` shows it; then it asks which one to hide, and Enter hides them all."""
    lesson = Lesson().phones(1).go("briefing", "debrief", "commitments")
    lesson.do("committed", token="t1", text="I will").do("asked", token="t1", text="Why?", nonce="n")

    assert isinstance(wish("x", Lesson().room, At()), Say)
    assert wish("x", lesson.room, At()) == do("walled", is_walled=True)
    wanted = wish("x", lesson.do("walled", is_walled=True).room, At())
    assert answered(wanted, "") == do("walled", is_walled=False)
    assert answered(wanted, "1") == do("hid", said=1, is_hidden=True)
    assert isinstance(answered(wanted, "2"), Say)
    assert isinstance(answered(wanted, "x"), Say)


def test_a_minute_more_and_the_end() -> None:
    """`t` adds a minute; at the end of the hour Enter asks whether to leave."""
    lesson = Lesson().go("debrief", "commitments", "exit", "closed")

    assert wish("t", Lesson().room, At()) == do("extended", minutes=1)
    assert answered(wish("enter", lesson.room, At()), "y") == Quit()
    assert answered(wish("q", Lesson().room, At(is_kept=False)), "y") == Quit()


@pytest.mark.parametrize("key", ["l", "?", "j"])
def test_the_key_that_laid_a_panel_takes_it_away(key: str) -> None:
    """Pressed again, the same key shows the class what it saw before."""
    room = at_reveal().room
    laid = wish(key, room, At())

    assert isinstance(laid, ShowPanel)
    assert wish(key, room, At(panel=laid.panel)) == ShowPanel(Panel.NONE)


def test_what_a_case_offers_to_change_stands_on_the_wall_while_it_is_chosen() -> None:
    """Whoever asks "what if" without his notes sees the numbers and their words."""
    room = at_reveal().room
    asked = wish("v", room, At())

    assert isinstance(asked, Ask)
    assert asked.offers == ("What if it were more?",)
    assert asked.then("1") == SendEvents(do("varied", text="What if it were more?").events, Panel.VARY)


def test_a_text_enters_the_report_by_its_number_and_leaves_it_the_same_way() -> None:
    """Only what the trainer names is picked; a number that nobody wrote is said."""
    lesson = Lesson().phones(1).do("asked", token="t1", text="Boleh bertanya?", nonce="n")
    asked = wish("p", lesson.room, At())

    assert answered(asked, "1") == do("picked", said=1, is_picked=True)
    assert isinstance(answered(asked, "7"), Say)
    assert answered(asked, "") is None
    lesson.do("picked", said=1, is_picked=True)
    assert answered(wish("p", lesson.room, At()), "1") == do("picked", said=1, is_picked=False)
    assert isinstance(wish("p", Lesson().room, At()), Say)


def test_a_seat_is_silenced_by_its_number_and_let_back_in() -> None:
    """A plus lets back in who was silenced by mistake; what is no seat is said."""
    room = Lesson().phones(2).room

    assert answered(wish("z", room, At()), "2") == do("blocked", seat=2, is_blocked=True)
    assert answered(wish("z", room, At()), "+2") == do("blocked", seat=2, is_blocked=False)
    assert answered(wish("z", room, At()), "") is None
    assert all(isinstance(answered(wish("z", room, At()), word), Say) for word in ("x", "0", "-1", "2 3"))
    assert isinstance(wish("z", room, At(is_served=False)), Say)
