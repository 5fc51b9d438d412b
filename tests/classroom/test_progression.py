"""The way of a class through its hour."""

from __future__ import annotations

from typing import Any

import pytest
from classroom.lesson import CASE, Lesson, ordered, small_case, voting
from generate import case, choice, decision, ending, flag

from etika_sim.classroom import progression
from etika_sim.classroom.events import Reason, Refused, Routed, Shown, Went
from etika_sim.classroom.phases import ORDER, Phase
from etika_sim.classroom.plan import FULL, QUICK
from etika_sim.classroom.room import OtherCase, began, opening, replay
from etika_sim.classroom.state import MAJORITY, TIE, TRAINER, Settings, Stage
from etika_sim.model import Flag, Route
from etika_sim.play.engine import has_ended, options, start


def by_enter(lesson: Lesson) -> list[str]:
    """What pressing Enter does, again and again, until only the trainer can say."""
    done = []
    while (event := progression.ahead(lesson.room)) is not None:
        lesson.happen(event)
        done.append(str(lesson.room.phase) if lesson.journal[-1]["kind"] in ("went", "routed") else "-")
    return done


def test_enter_alone_goes_through_the_whole_hour() -> None:
    """Opening and closing rounds included, as the plan for 45 minutes says."""
    lesson = Lesson().phones(5)
    done = by_enter(lesson)
    assert done == [
        "briefing",
        "roles",
        "read",
        "enact",
        "vote-1",
        "-",
        "-",
        "discuss",
        "vote-2",
        "-",
        "-",
        "reveal",
    ]

    lesson.do("routed", choice="a")

    assert by_enter(lesson) == ["read", "vote-1", "-", "-", "reveal"]
    lesson.do("routed", choice="a")
    assert by_enter(lesson) == ["de-role", "debrief", "commitments", "exit", "closed"]
    assert [ballot.how for ballot in lesson.room.ballots] == [FULL, QUICK]
    assert lesson.replayed() == lesson.room


def test_enter_takes_the_road_with_the_most_votes() -> None:
    """One leader is enough; on a tie the trainer must say."""
    lesson = voting(5).vote("aabbb").go("reveal")
    assert progression.ahead(lesson.room) == Routed("b")
    tied = voting(4).vote("aabb").go("reveal")
    assert progression.ahead(tied.room) is None


def test_enter_goes_past_a_round_whose_hands_are_counted() -> None:
    """Where hands were typed the round need not be opened for phones."""
    lesson = Lesson().go("briefing", "read").do("went", to="vote-1")
    lesson.do("counted", counts=ordered(lesson, a=9), **lesson.asking())

    assert progression.ahead(lesson.room) == Went(Phase.DISCUSS)


def test_enter_closes_and_shows_a_quick_vote() -> None:
    """Then it goes on with the story."""
    lesson = voting(1).vote("a").go("reveal").do("varied", text="More?")
    lesson.do("closed")
    assert progression.ahead(lesson.room) == Shown()
    lesson.do("shown")
    assert progression.ahead(lesson.room) == Routed("a")


def test_ten_minutes_go_without_roles() -> None:
    """From the briefing straight to the decision, and from there to the debrief."""
    lesson = Lesson(minutes=10).go("briefing")
    assert progression.ahead(lesson.room) == Went(Phase.READ, "quick")
    lesson.go("read", "vote-1", "reveal", how="quick").do("routed", choice="a")
    assert progression.ahead(lesson.room) == Went(Phase.DEBRIEF)


def test_a_story_that_ended_leads_to_the_end_of_the_roles() -> None:
    """At an ending no decision comes next, whatever time is left."""
    lesson = Lesson(minutes=90)
    for _ in range(2):
        lesson.go(*(["briefing"] if not lesson.room.ballots else []), "read", "vote-1", "reveal", how="quick")
        lesson.do("routed", choice="a")

    assert has_ended(lesson.room.play)
    assert progression.how_next(lesson.room) is None
    assert progression.ahead(lesson.room) == Went(Phase.DE_ROLE)
    assert lesson.refused("went", to="read", how="full") is Reason.ENDED


def test_a_stray_key_never_skips_a_phase() -> None:
    """Only what the table allows; a second Enter that says the same phase is refused."""
    lesson = Lesson()
    for phase in ORDER:
        is_allowed = phase in (Phase.BRIEFING, Phase.DE_ROLE, Phase.DEBRIEF, Phase.CLOSED)
        if not is_allowed:
            assert lesson.refused("went", to=phase.value, how="full") is Reason.NOT_NOW
    lesson.go("briefing")
    assert lesson.refused("went", to="briefing") is Reason.NOT_NOW
    lesson.go("read", "vote-1", "reveal")
    assert lesson.refused("went", to="read", how="full") is Reason.NOT_NOW


def test_a_decision_says_how_it_is_played() -> None:
    """A journal never depends on how a plan was counted when it was written."""
    assert Lesson().go("briefing").refused("went", to="read") is Reason.MALFORMED


@pytest.mark.parametrize("phase", [phase for phase in ORDER if phase is not Phase.DEBRIEF])
def test_the_debrief_can_be_reached_from_everywhere_before_it(phase: Phase) -> None:
    """Classes start late: one key goes to the debrief, closing what is open."""
    way = ["briefing", "roles", "read", "enact", "vote-1", "discuss", "vote-2", "reveal", "route"]
    rest = ["de-role", "debrief", "commitments", "exit", "closed"]
    lesson = Lesson().phones(1)
    steps = (
        way[: way.index(phase) + 1]
        if phase in way
        else [*way, *rest[: rest.index(phase) + 1]]
        if phase in rest
        else []
    )
    for step in steps:
        lesson.do("routed", choice="a") if step == "route" else lesson.go(step)

    if ORDER.index(phase) < ORDER.index(Phase.DEBRIEF):
        assert lesson.go("debrief").room.open_round is None
    else:
        assert lesson.refused("went", to="debrief") in (Reason.NOT_NOW, Reason.OVER)


def test_the_road_is_recorded_with_who_chose_it() -> None:
    """The class's, the trainer's after a tie, the trainer's own with a reason."""
    for votes, choice_id, by in (
        ("aab", "a", MAJORITY),
        ("aabb", "b", TIE),
        ("aab", "c", TRAINER),
        ("", "a", TRAINER),
    ):
        lesson = voting().vote(votes).go("reveal").do("routed", choice=choice_id, reason=" because\x07 ")
        assert lesson.ballot.decided == (choice_id, by, "because\\x07")


def test_the_last_round_decides_if_anybody_voted_in_it() -> None:
    """Else the one before."""
    lesson = voting().vote("aab").go("discuss", "vote-2").vote("bb").go("reveal").do("routed", choice="b")
    assert lesson.ballot.decided is not None
    assert lesson.ballot.decided.by == MAJORITY
    empty = voting().vote("aab").go("discuss", "vote-2", "reveal").do("routed", choice="a")
    assert empty.ballot.decided is not None
    assert empty.ballot.decided.by == MAJORITY


def test_the_story_follows_the_class() -> None:
    """The class's play is the engine's, with the case's id as its seed: the same letters everywhere."""
    lesson = voting().vote("c").go("reveal").do("routed", choice="c")

    assert (lesson.room.play.scene, lesson.room.play.seed) == ("d3", "small")
    assert lesson.ballot.options == tuple(one.id for one in options(start(CASE, "small")))
    assert lesson.refused("routed", choice="a") is Reason.NOT_NOW


def test_only_what_is_offered_can_be_the_road() -> None:
    """Neither another choice, nor one that leads nowhere."""
    lesson = voting().go("reveal")
    assert lesson.refused("routed", choice="x") is Reason.NOT_OFFERED
    assert Lesson().refused("routed", choice="a") is Reason.NOT_NOW
    stuck = case(
        decision("d", choice("a", Route("e", Flag("f"))), choice("b", "e")), ending("e"), state=(flag("f"),)
    )
    assert (
        Lesson(stuck).go("briefing", "read", "vote-1", "reveal").refused("routed", choice="a")
        is Reason.NO_WAY
    )


def test_a_what_if_lays_another_road_beside_the_classs_own() -> None:
    """From an earlier decision, as far as is wanted; nothing is overwritten."""
    lesson = voting().go("reveal").do("routed", choice="a").do("supposed", decision=1, choices=["c", "c"])
    own, other = progression.sides(lesson.room, lesson.room.what_ifs[0])

    assert ([step.choice for step in own.steps], own.scene) == (["a"], "d2")
    assert ([step.choice for step in other.steps], other.scene) == (["c", "c"], "bad")
    assert lesson.room.play.scene == "d2"


def test_a_what_if_goes_only_where_the_story_can_and_nothing_is_given_away() -> None:
    """Not during a vote, not from a decision that is not taken, not by a choice that is not offered."""
    lesson = voting()
    assert lesson.refused("supposed", decision=1, choices=["b"]) is Reason.NOT_NOW
    lesson.go("reveal")
    assert lesson.refused("supposed", decision=1, choices=["b"]) is Reason.NONE_SUCH
    lesson.do("routed", choice="a")
    assert lesson.refused("supposed", decision=2, choices=["b"]) is Reason.NONE_SUCH
    assert lesson.refused("supposed", decision=1, choices=["x"]) is Reason.NOT_OFFERED
    assert lesson.refused("supposed", decision=1, choices=["a", "a", "a"]) is Reason.NOT_OFFERED
    for _ in range(progression.MOST_WHAT_IFS):
        lesson.do("supposed", decision=1, choices=["b"])
    assert lesson.refused("supposed", decision=1, choices=["b"]) is Reason.TOO_MANY


def test_usual_is_asked_first_where_that_is_settled() -> None:
    """Only in full decisions, and only in their first round."""
    lesson = voting(usual=True).go("discuss", "vote-2", "reveal").do("routed", choice="a")
    assert [one.asks for one in lesson.ballot.rounds] == ["usual", "should"]
    lesson.go("read", "vote-1", how="quick")
    assert [one.asks for one in lesson.ballot.rounds] == ["should"]


def test_the_agenda_tells_the_whole_hour() -> None:
    """What was played as it was played, what is to come as the time allows; it always adds up."""
    lesson = Lesson(minutes=90)
    assert sum(step.minutes for step in progression.agenda(lesson.room)) == 90
    lesson.go("briefing", "read", "vote-1", "reveal", how="quick").do("routed", choice="a")
    assert [step.how for step in progression.agenda(lesson.room) if step.phase is Phase.READ] == [
        "quick",
        "full",
        "full",
        "full",
    ]
    lesson.go("read", "vote-1", "reveal", how="quick").do("routed", choice="a")
    assert [step.how for step in progression.agenda(lesson.room) if step.phase is Phase.READ] == [
        "quick",
        "quick",
    ]


def test_a_phase_has_its_minutes_and_can_have_more() -> None:
    """What was added ends with the phase."""
    lesson = voting().go("discuss")
    assert progression.minutes_here(lesson.room) == 4
    assert progression.minutes_here(lesson.do("extended", minutes=2).room) == 6
    assert progression.minutes_here(lesson.go("vote-2").room) == 1
    assert progression.minutes_here(lesson.go("debrief").room) == 14
    assert progression.minutes_here(Lesson(minutes=10).room) == 0


def test_time_spent_beyond_the_plan_leaves_none() -> None:
    """A class may play on; the plan then proposes nothing."""
    lesson = Lesson(minutes=10).go("briefing", "read", "vote-1", "reveal").do("routed", choice="a")

    assert progression.time_left(lesson.room) < 0
    assert progression.how_next(lesson.room) is None
    assert progression.ahead(lesson.go("debrief", "closed").room) is None


def test_a_closed_class_hears_nothing_more() -> None:
    """Closing is possible at any time, once."""
    lesson = Lesson().phones(1).go("closed")

    assert lesson.refused("joined", token="t2", name="a") is Reason.OVER
    assert lesson.refused("went", to="closed") is Reason.OVER


def test_a_journal_of_another_case_or_version_is_told_apart() -> None:
    """Votes for another text would mean something else."""
    first = opening(CASE, 0, Settings(45))
    with pytest.raises(OtherCase):
        began(small_case(id="other"), first)
    with pytest.raises(OtherCase):
        began(small_case(state=()), first)


def test_a_journal_begins_with_the_beginning() -> None:
    """Its first event opens the room, and no later one does."""
    lesson = Lesson()

    with pytest.raises(Refused):
        replay(CASE, [{"kind": "went", "at": 0, "to": "briefing"}])
    assert lesson.refused(**{**lesson.journal[0], "kind": "began"}) is Reason.NOT_NOW


@pytest.mark.parametrize(
    "settings", [{"minutes": 9}, {"minutes": 45, "ways": ("post",)}, {"minutes": 45, "cap": 0}]
)
def test_settings_out_of_range_open_no_room(settings: dict[str, Any]) -> None:
    """They are refused like any other malformed event."""
    with pytest.raises(Refused) as refused:
        opening(CASE, 0, Settings(**settings))
    assert refused.value.reason is Reason.MALFORMED


def test_rounds_are_shown_at_the_reveal_and_not_before() -> None:
    """Both at once."""
    lesson = voting().go("discuss", "vote-2")
    assert [one.stage for one in lesson.ballot.rounds] == [Stage.CLOSED, Stage.OPEN]
    assert [one.stage for one in lesson.go("reveal").ballot.rounds] == [Stage.SHOWN, Stage.SHOWN]
