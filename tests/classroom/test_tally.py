"""Counting what a class says."""

from __future__ import annotations

from classroom.lesson import CASE, Lesson, ordered, voting
from hypothesis import given
from hypothesis import strategies as st

from etika_sim.classroom import tally
from etika_sim.model import PRINCIPLES
from etika_sim.play.engine import choose, start
from etika_sim.play.scoring import pool, scorecard

two_rounds = st.lists(st.tuples(st.sampled_from("abc."), st.sampled_from("abc.")), max_size=12)


def twice(before: str, after: str, **settings: bool) -> Lesson:
    """A class that voted twice."""
    lesson = voting(max(len(before), len(after)), **settings).vote(before)
    return lesson.go("discuss", "vote-2").vote(after).go("reveal")


def effective(lesson: Lesson) -> list[int]:
    """Effective counts in the order of a, b, c."""
    said = tally.effective_counts(lesson.ballot)
    return [lesson.said(option, said) for option in "abc"]


@given(two_rounds)
def test_the_second_vote_stands_where_there_is_one_else_the_first(pairs: list[tuple[str, str]]) -> None:
    """Effective votes are those of the last round each person voted in."""
    lesson = twice("".join(a for a, _ in pairs), "".join(b for _, b in pairs))
    last = [after if after != "." else before for before, after in pairs]

    assert effective(lesson) == [last.count(option) for option in "abc"]


@given(two_rounds)
def test_the_matrix_of_who_moved_adds_up(pairs: list[tuple[str, str]]) -> None:
    """Stayed, moved and gone make round 1; stayed, moved and new make round 2; under five none is told."""
    lesson = twice("".join(a for a, _ in pairs), "".join(b for _, b in pairs))
    moves = tally.moves(lesson.ballot)
    both = [pair for pair in pairs if "." not in pair]

    if len(both) < 5:
        assert moves is None
        return
    assert moves is not None
    assert moves.moved == sum(before != after for before, after in both)
    rounds = [tally.counts(lesson.ballot, one) for one in lesson.ballot.rounds]
    for option in "abc":
        before = sum(n for (a, _), n in moves.pairs.items() if a == option) + moves.gone.get(option, 0)
        after = sum(n for (_, b), n in moves.pairs.items() if b == option) + moves.new.get(option, 0)
        assert (before, after) == (lesson.said(option, rounds[0]), lesson.said(option, rounds[1]))
    assert list(moves.pairs) == sorted(moves.pairs)


def test_one_round_alone_moves_nobody() -> None:
    """Nor does a gap between what is usual and what should be."""
    assert tally.moves(voting().vote("aaaaaa").go("reveal").ballot) is None
    assert tally.moves(twice("aaaaaa", "bbbbbb", usual=True).ballot) is None


def test_what_is_usual_decides_nothing() -> None:
    """Only the second round counts then; the usual road can be tried in thought."""
    lesson = twice("bbbbbc", "aa", usual=True)

    assert effective(lesson) == [2, 0, 0]
    assert tally.usual_road(lesson.ballot) == "b"
    assert tally.usual_road(twice("bbcc", "aa", usual=True).ballot) is None
    assert tally.usual_road(twice("bbcc", "aa").ballot) is None
    assert tally.favoured(twice("bb", "", usual=True).ballot) == ()


def test_of_the_hands_the_later_round_stands() -> None:
    """Hands of round 1 count where none were counted in round 2."""
    lesson = voting(0)
    lesson.do("counted", counts=ordered(lesson, a=4), **lesson.asking()).go("discuss", "vote-2")
    assert effective(lesson) == [4, 0, 0]
    lesson.do("counted", counts=ordered(lesson, b=3), **lesson.asking())
    assert effective(lesson) == [0, 3, 0]
    assert [tally.count_of_voters(held) for held in lesson.ballot.rounds] == [4, 3]


def test_a_tie_has_several_leaders_and_silence_none() -> None:
    """Leaders come in the order of their letters."""
    lesson = voting().vote("ab")
    said = tally.counts(lesson.ballot, lesson.ballot.rounds[0])

    assert set(tally.leading(lesson.ballot, said)) == {"a", "b"}
    assert tally.leading(lesson.ballot, (0, 0, 0)) == ()
    assert tally.favoured(voting().ballot) == ()


def test_the_tipping_point_is_the_first_quick_vote_that_another_option_leads() -> None:
    """Silence and a tie that holds the old leader tip nothing."""
    lesson = voting(4).vote("aaab").go("reveal")
    for votes in ("aaaa", "....", "aabb", "abbb", "aaaa"):
        lesson.do("varied", text="More?").vote(votes)
    tipped = tally.tipping(lesson.ballot)

    assert tipped is not None
    assert tipped.number == 6
    assert tally.tipping(voting(4).vote("aaab").go("reveal").ballot) is None


# --- principles -------------------------------------------------------------------------------


@given(st.lists(st.sampled_from("abc"), max_size=8))
def test_the_class_is_pooled_from_single_plays(votes: list[str]) -> None:
    """Sums over a round are those of as many plays that took one decision each."""
    lesson = voting(len(votes)).vote("".join(votes))
    said = tally.counts(lesson.ballot, lesson.ballot.rounds[0])
    cards = [scorecard(choose(start(CASE), option)) for option in votes]

    assert tally.principles(CASE, lesson.ballot, said) == {
        principle: pool(card.principles[principle] for card in cards) for principle in PRINCIPLES
    }


def test_ones_own_card_is_that_of_a_play_with_the_same_answers() -> None:
    """Effective votes, on the class's road; what one did not vote on does not count."""
    lesson = (
        twice("ac", "b").do("routed", choice="a").go("read", "vote-1", how="quick").vote("ba").go("reveal")
    )
    play = choose(choose(start(CASE), "b"), "b")

    mine = tally.own_card(lesson.room, "t1")

    assert mine._replace(red_lines=()) == scorecard(play)._replace(red_lines=())
    assert [(line.scene, line.choice) for line in tally.own_card(lesson.room, "t2").red_lines] == [
        ("d1", "c")
    ]
    assert tally.own_card(lesson.room, "nobody").judged == ()


def test_of_a_scene_met_twice_the_first_vote_counts() -> None:
    """As in a play, second tries never score."""
    lesson = voting(1).vote("c").go("reveal").do("routed", choice="c")
    lesson.go("read", "vote-1").vote("b").go("reveal").do("routed", choice="b")
    lesson.go("read", "vote-1").vote("a").go("reveal")

    assert [(one.scene.id, one.answer.id) for one in tally.own_card(lesson.room, "t1").judged] == [
        ("d1", "c"),
        ("d3", "b"),
    ]


def test_a_table_has_no_card_of_its_own() -> None:
    """Its counts belong to nobody in particular."""
    lesson = Lesson().phones(1, people=4).go("briefing", "read", "vote-1")
    lesson.do("tabled", token="t1", nonce="n", counts=ordered(lesson, a=4), **lesson.asking()).go("reveal")

    assert tally.own_card(lesson.room, "t1").judged == ()
