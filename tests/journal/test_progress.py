"""What can be read off several plays: sums against the worked example, endings, words, what to try again."""

from __future__ import annotations

import json

import pytest
from kept import AT, MOVED, Maker, begun
from play.amplop import amplop, answered, played

from etika_sim.journal import plays
from etika_sim.journal.owner import MYSELF, known_as
from etika_sim.journal.plays import Kept
from etika_sim.journal.progress import Finished, day_of, looks, pooled, progress
from etika_sim.journal.progress import testable as can_test
from etika_sim.model import PRINCIPLES, Principle
from etika_sim.play import record as records
from etika_sim.play.engine import Play, start, undo
from etika_sim.play.record import ANSWERED, COMMITTED, ENDED, LEFT, NOTED, REFLECTED
from etika_sim.play.scoring import Tally, scorecard
from etika_sim.store.log import Store
from etika_sim.store.rows import digest_of
from etika_sim.store.trouble import StoreTrouble

GOOD, FALLEN = ("kembalikan", "ceritakan"), ("simpan", "ceritakan")


def finished(play: Play, at: str = AT) -> Finished:
    """A finished play, made by hand."""
    record = records.new(play.scenario, "")
    for step in play.steps:
        record = records.chose(record, step.scene, step.choice, at)
    return Finished(at, at[:10], record, play, scorecard(play))


# --- sums, by hand ----------------------------------------------------------------------------


def test_sums_of_plays_are_added_and_percentages_never_averaged() -> None:
    """A B and C A A A of the worked example: honesty is 6/8 and 10/14, together 16/22."""
    card = pooled([finished(played("A", "B")), finished(played("C", "A", "A", "A"))])

    honesty = card.principles[Principle.INTEGRITY]
    assert (honesty.earned, honesty.range, honesty.k) == (16, 22, 6)
    assert (card.overall.earned, card.overall.range, card.overall.k) == (22 + 28, 29 + 46, 6)


def test_chance_is_pooled_exactly() -> None:
    """What blind choosing earns is added as a fraction: 13/3 and 7 are 34/3."""
    cards = [finished(played("A", "B")), finished(played("C", "A", "A", "A"))]

    blind = [one.card.principles[Principle.INTEGRITY].blind for one in cards]
    assert pooled(cards).principles[Principle.INTEGRITY].blind == sum(blind)


def test_without_plays_nothing_is_tested() -> None:
    """No play, no score; the empty sum is no zero."""
    card = pooled([])

    assert card.principles == dict.fromkeys(PRINCIPLES, Tally())
    assert card.overall.score is None


def test_a_decision_is_looked_at_again_by_its_last_first_answer() -> None:
    """The envelope was taken in the first play and refused with a record in the second: it is done with."""
    scenario = amplop()
    first, second = (answered(start(scenario), *road) for road in (("C", "A", "A", "A"), ("A", "B")))

    assert [look.judged.scene.id for look in looks([finished(first), finished(second)])] == ["D2"]
    assert [look.judged.scene.id for look in looks([finished(second), finished(first)])] == ["D1", "D2"]


def test_most_regret_comes_first_and_no_more_than_asked_for() -> None:
    """C C C C leaves most to be wished at D1, then at D3, D4 and D5."""
    one = finished(played("C", "C", "C", "C"))

    everything, few = looks([one]), looks([one], most=2)

    assert [(look.judged.scene.id, look.judged.regret) for look in everything] == [
        ("D1", 18),
        ("D3", 12),
        ("D4", 11),
        ("D5", 5),
    ]
    assert few == everything[:2]


def test_a_best_answer_is_not_worth_another_look() -> None:
    """A A leaves nothing to be wished."""
    assert looks([finished(played("A", "A"))]) == ()


def test_an_answer_that_was_undone_is_still_the_one_to_look_at() -> None:
    """C at D1, undone, then A and A: the first answer is weighed, so it is offered again."""
    play = answered(undo(played("C")), "A", "A")

    assert [(look.judged.scene.id, look.judged.answer.id) for look in looks([finished(play)])] == [
        ("D1", "C")
    ]


def test_the_principles_of_a_case_are_those_on_which_choices_differ() -> None:
    """The worked example tests all five."""
    assert can_test(amplop()) == set(PRINCIPLES)


@pytest.mark.parametrize(
    ("at", "day"),
    [(AT, "2026-11-24"), ("2026-11-24", "2026-11-24"), ("kemarin sore", "kemarin so"), ("", "")],
)
def test_a_day_is_told_as_far_as_the_moment_can_be_read(at: str, day: str) -> None:
    """A moment that is none is no fault."""
    assert day_of(at) == day


# --- read from the store ----------------------------------------------------------------------


def ended(store: Store, kept: Kept, at: str = AT) -> Kept:
    """The play with the sight of its ending."""
    return plays.added(store, kept, ENDED, {"ending": kept.play.scene, "quality": "exemplary"}, at)


def test_only_finished_plays_are_pooled(store: Store, case: Maker) -> None:
    """A play that stands at a decision is counted as unfinished and weighs nothing."""
    ended(store, begun(store, case(), *GOOD))
    begun(store, case(), "simpan")

    found = progress(store, MYSELF)

    assert (len(found.finished), found.unfinished, found.unreadable) == (1, 1, 0)
    assert pooled(found.finished) == found.finished[0].card


def test_a_play_that_was_only_opened_or_given_up_is_not_unfinished(store: Store, case: Maker) -> None:
    """Nothing waits to be gone on with."""
    begun(store, case())
    plays.added(store, begun(store, case(), "simpan"), LEFT, {}, AT)

    assert progress(store, MYSELF) == progress(store, known_as("siapa saja"))


def test_a_play_that_went_back_from_its_ending_is_unfinished_but_the_ending_was_met(
    store: Store, case: Maker
) -> None:
    """An ending counts as met once it was seen."""
    kept = ended(store, begun(store, case(), *GOOD))
    plays.undid(store, kept, AT)

    found = progress(store, MYSELF)

    assert (found.finished, found.unfinished) == ((), 1)
    assert [(met.endings, met.out_of) for met in found.cases] == [(("selesai-bersih",), 2)]


def test_principles_that_no_finished_play_has_tested_are_named(store: Store, case: Maker) -> None:
    """Whoever only reaches an ending of the small case has been tested on what it can test; a twin not."""
    ended(store, begun(store, case(), *GOOD))
    untested = progress(store, MYSELF).cases[0].untested
    kept = begun(store, case(), *FALLEN, owner=known_as("melati"))
    plays.undid(store, ended(store, kept), AT)

    assert untested == ()
    assert progress(store, known_as("melati")).cases[0].untested == (
        Principle.INTEGRITY,
        Principle.ACCOUNTABILITY,
        Principle.TRANSPARENCY,
    )


def test_owners_are_kept_apart(store: Store, case: Maker) -> None:
    """One alias, and another that begins alike, see their own plays only."""
    for name, count in (("ani", 1), ("anita", 2), ("ani/ta", 3)):
        for _time in range(count):
            ended(store, begun(store, case(), *GOOD, owner=known_as(name)))

    seen = {name: len(progress(store, known_as(name)).finished) for name in ("ani", "anita", "ani/ta", "an")}
    assert seen == {"ani": 1, "anita": 2, "ani/ta": 3, "an": 0}


def test_a_play_moved_to_a_new_version_counts_once_with_its_words(store: Store, case: Maker) -> None:
    """The old stream was given up; the new one carries the same choices and the same note."""
    kept = begun(store, case(), "kembalikan")
    kept = plays.added(store, kept, NOTED, {"scene": "loket", "text": "Ragu."}, AT)
    loaded = case(MOVED)
    moved, _stop = plays.resume(store, kept.stream, loaded.scenario)
    over = plays.carry_over(store, MYSELF, moved, loaded, AT)
    plays.give_up(store, kept.stream, AT)
    waiting = progress(store, MYSELF)
    ended(store, plays.chose(store, over, "ceritakan", AT))

    found = progress(store, MYSELF)

    assert (waiting.unfinished, len(found.finished), found.unfinished) == (1, 1, 0)
    assert [one.event.facts["text"] for one in found.written] == ["Ragu."]
    assert found.finished[0].card.judged[0].scene.weight == 3


def test_words_are_told_with_the_place_they_were_written_at(store: Store, case: Maker) -> None:
    """Notes with their scene, answers with their question, commitments; all with their case and day."""
    kept = begun(store, case(), "simpan")
    for kind, facts in (
        (NOTED, {"scene": "ruang-kepala", "text": "Takut."}),
        (ANSWERED, {"question": "say", "text": "Maaf."}),
        (COMMITTED, {"text": "Mencatat."}),
    ):
        kept = plays.added(store, kept, kind, facts, AT)

    written = progress(store, MYSELF).written

    assert [(one.event.kind, one.scene, one.title, one.day) for one in written] == [
        (NOTED, "Apa yang Anda katakan?", "Map di Meja", "2026-11-24"),
        (ANSWERED, "", "Map di Meja", "2026-11-24"),
        (COMMITTED, "", "Map di Meja", "2026-11-24"),
    ]


def test_a_reflection_is_told_with_its_view(store: Store, case: Maker) -> None:
    """Where, what view, and how sure."""
    facts = {"scene": "loket", "view": "would", "sure": "4"}
    plays.added(store, begun(store, case(), "simpan"), REFLECTED, facts, AT)

    (written,) = progress(store, MYSELF).written

    assert (written.event.kind, written.scene) == (REFLECTED, "Amplop di dalam map")
    assert written.event.facts == facts


# --- what cannot be read ----------------------------------------------------------------------

BROKEN_HEADS = ["", "null", "[]", "{}", '{"case": "x"}', "{" * 2000, '{"case": 1, "versions": 2}']
BROKEN_EVENTS = [
    "",
    "null",
    "3",
    "[" * 100_000,
    '{"kind": ""}',
    '{"kind": "chose"}',
    '{"kind": "chose", "scene": "loket"}',
    '{"kind": "chose", "scene": "loket", "choice": ["simpan"]}',
    '{"kind": "chose", "scene": "loket", "choice": "tidak-ada"}',
    '{"kind": "undid"}',
]


@pytest.mark.parametrize("data", BROKEN_HEADS)
def test_a_stream_that_says_nothing_is_counted(data: str, store: Store, case: Maker) -> None:
    """It is no fault, and hides nothing of the others."""
    ended(store, begun(store, case(), *GOOD))
    store.append(f"{MYSELF.plays}0000", 0, AT, data)

    found = progress(store, MYSELF)

    assert (len(found.finished), found.unreadable) == (1, 1)


@pytest.mark.parametrize("data", BROKEN_EVENTS)
def test_a_play_that_cannot_be_replayed_is_counted_and_its_words_are_kept(
    data: str, store: Store, case: Maker
) -> None:
    """What somebody wrote is told even if the choices around it can no longer be read."""
    kept = begun(store, case())
    store.append(kept.stream, 1, AT, data)
    store.append(kept.stream, 2, AT, '{"kind": "committed", "text": "Mencatat."}')

    found = progress(store, MYSELF)

    assert (found.finished, found.unreadable) == ((), 1)
    assert [one.event.facts["text"] for one in found.written] == ["Mencatat."]


@pytest.mark.parametrize("content", [b"", b"\x00", b"format: 1\n", b"[" * 100_000])
def test_a_play_whose_version_is_no_case_any_more_is_counted(
    content: bytes, store: Store, case: Maker
) -> None:
    """The version is kept, but this program cannot read it."""
    head, *events = store.read(begun(store, case(), *GOOD).stream)
    of_that = {**json.loads(head.data), "versions": [digest_of(content)]}
    store.extend(f"{MYSELF.plays}0000", [head._replace(data=json.dumps(of_that)), *events], [content])

    found = progress(store, MYSELF)

    assert (len(found.finished), found.unreadable) == (1, 1)


def test_a_damaged_play_is_counted(store: Store, case: Maker) -> None:
    """An entry that is not what was written takes its own play along and no other."""
    ended(store, begun(store, case(), *GOOD))
    lost = begun(store, case(), *FALLEN)
    with store.changing() as db:
        db.execute(
            "UPDATE entry SET data = replace(data, 'simpan', 'simpin') WHERE stream = ?", (lost.stream,)
        )

    found = progress(store, MYSELF)

    assert (len(found.finished), found.unreadable) == (1, 1)


def test_a_trouble_of_the_whole_store_is_not_taken_for_a_lost_play(
    store: Store, case: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that another window holds is told as that."""

    def busy(_stream: str) -> None:
        raise StoreTrouble("busy", store.path)

    ended(store, begun(store, case(), *GOOD))
    monkeypatch.setattr(store, "read", busy)

    with pytest.raises(StoreTrouble):
        progress(store, MYSELF)


def test_going_back_at_the_end_of_a_play_is_no_way_to_an_ending(store: Store, case: Maker) -> None:
    """Undone to the beginning, a play is unfinished and has nothing to be pooled."""
    kept = begun(store, case(), "simpan")
    plays.undid(store, kept, AT)

    found = progress(store, MYSELF)

    assert (found.finished, found.unfinished) == ((), 1)
