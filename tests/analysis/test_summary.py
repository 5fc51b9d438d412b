"""A class in numbers: counted again, pooled by adding, and nothing told of fewer than five."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from analysis.lessons import any_class, full_class
from analysis.recount import SMALL, Recount, Round
from classroom.kept import scripted
from classroom.lesson import Lesson, small_case
from classroom.script import Script
from play.amplop import amplop

from etika_sim.analysis.disclosure import disclose
from etika_sim.analysis.summary import Met, Summary, gain, gap, is_small, mean, sound_share
from etika_sim.exact import mcnemar
from etika_sim.model import PRINCIPLES, Principle
from etika_sim.play.scoring import Tally, pool

NAMES = ("45-menit.txt", "10-menit.txt", "campuran.txt", "biasanya.txt", "tangan.txt")


def told(lesson: Lesson) -> Summary:
    """The class in numbers."""
    return disclose(lesson.room, "k7f3", "2026-11-24")


def recounted(lesson: Lesson) -> None:
    """Every number of the report is that of the plain counter, or is withheld because it is of a few."""
    one, again = told(lesson), Recount(lesson)
    for met in one.decisions:
        _decision(met, again)
    for n, principle in enumerate(PRINCIPLES):
        whole = [
            again.points(m.number, Round(m.effective_n, list(m.effective)), n)
            for m in one.decisions
            if m.effective
        ]
        tally = one.principles[principle]
        assert [tally.earned, tally.range] == [sum(pair[at] for pair in whole) for at in (0, 1)]
    useful = [form[0] for form in again.forms() if isinstance(form[0], int)]
    counts = tuple(useful.count(value) for value in range(1, 6)) if len(useful) >= SMALL else None
    assert (one.form.n, one.form.useful.n, one.form.useful.counts) == (
        len(again.forms()),
        len(useful),
        counts,
    )


def _decision(met: Met, again: Recount) -> None:
    for poll in (*met.rounds, *met.quick):
        round = again.round(met.number, poll.number)
        assert (poll.n, list(poll.counts or ())) == (round.n, round.counts if round.n >= SMALL else [])
        for n, principle in enumerate(PRINCIPLES):
            if poll.principles:
                tally = poll.principles[principle]
                assert (tally.earned, tally.range) == again.points(met.number, round, n)
    if met.effective:
        assert Round(met.effective_n, list(met.effective)) in again.standing(met.number)
    if met.switch:
        assert dict(met.switch.pairs) == dict(again.moves(met.number))
        assert met.switch.moved == sum(n for (old, new), n in met.switch.pairs.items() if old != new)
    seen = again.ticks(met.number)
    assert met.observers == len(seen)
    if met.ticks:
        assert {p.value: n for p, n in met.ticks.items()} == {
            p.value: sum(p.value in ticks for ticks in seen) for p in PRINCIPLES
        }


@pytest.mark.parametrize("name", NAMES)
def test_every_number_of_a_written_class_is_that_of_a_plain_count(name: str) -> None:
    """Rounds, votes that stand, who moved, principles, ticks and forms."""
    recounted(scripted(name).lesson)


def test_every_number_of_a_class_with_everything_is_that_of_a_plain_count() -> None:
    """Phones, tables, hands, observers, quick votes and exit forms in one."""
    lesson = full_class()

    recounted(lesson)
    one = told(lesson)
    assert [met.effective_n for met in one.decisions] == [48, 26, 3]
    assert one.decisions[0].tipping == 4
    assert [picked.text for picked in one.picked] == [
        "Saya mencatat setiap penolakan pada hari yang sama.",
        "=Saya bertanya dulu kepada UPG.",
        "Lebih banyak waktu diskusi.",
    ]


@pytest.mark.parametrize("seed", range(60))
def test_of_random_classes_every_number_is_that_of_a_plain_count(seed: int) -> None:
    """Whatever people did, or did not."""
    recounted(any_class(random.Random(seed)))  # noqa: S311 - a class, no secret


# --- the reference data -------------------------------------------------------------------------


@pytest.mark.parametrize(("gained", "lost", "p"), [(9, 1, "0.0215"), (6, 2, "0.289")])
def test_mcnemar_of_a_class_is_that_of_the_published_tables(gained: int, lost: int, p: str) -> None:
    """Nine towards and one away is rare; six towards and two away is not."""
    stay = "aaaaabbbbb"
    lesson = Lesson(small_case()).phones(gained + lost + 10).go("briefing", "read", "vote-1")
    lesson.vote("b" * gained + "a" * lost + stay).go("discuss", "vote-2")
    lesson.vote("a" * gained + "b" * lost + stay)
    lesson.go("reveal")
    one = told(lesson)
    switch = one.decisions[0].switch

    assert switch is not None
    assert (switch.gained, switch.lost, switch.p) == (gained, lost, mcnemar(gained, lost))
    assert f"{float(switch.p or 0):.{len(p) - 2}f}" == p
    assert one.apart == ({1} if gained == 9 else frozenset())


def test_two_decisions_are_judged_together() -> None:
    """Six towards and none away (p = .03) is rare alone, and no more so as one of two tests (Holm)."""
    stay = "aaaaabbbbb"
    lesson = Lesson(small_case(), 90).phones(16).go("briefing")
    alone = None
    for gained in (6, 4):
        lesson.go("read", "vote-1").vote("b" * gained + stay)
        lesson.go("discuss", "vote-2").vote("a" * gained + stay).go("reveal").do("routed", choice="a")
        alone = alone or told(lesson)
    both = told(lesson)

    assert alone is not None
    assert [float(met.switch.p or 1) for met in both.decisions if met.switch] == [0.03125, 0.125]
    assert (alone.apart, both.apart) == ({1}, frozenset())


def test_the_gain_is_that_of_hakes_sources() -> None:
    """4.92 of 20 before and 11.1 more after is .736; 60 to 88 percent would be .70; full before is none."""
    before = Fraction("4.92") / 20

    assert f"{float(gain(before, before + Fraction('11.1') / 20) or 0):.3f}" == "0.736"
    assert gain(Fraction(60, 100), Fraction(88, 100)) == Fraction(7, 10)
    assert gain(Fraction(1), Fraction(1)) is None


def test_percentages_are_never_averaged() -> None:
    """75 of a range of 4 and 50 of a range of 12 are 56.25 together, not 62.5."""
    assert pool([Tally(3, 4, Fraction(2), 1), Tally(6, 12, Fraction(6), 1)]).score == Fraction("56.25")


@pytest.mark.parametrize(
    ("choices", "scores"),
    [
        ("AB", {"integrity": "75.0", "fairness": "100.0", "accountability": "57.1", "transparency": "71.4"}),
        ("CAAA", {"integrity": "71.4", "fairness": "50.0", "accountability": "70.0", "transparency": "66.7"}),
    ],
)
def test_a_class_of_one_mind_has_the_scores_of_the_worked_example(
    choices: str, scores: dict[str, str]
) -> None:
    """Six who vote alike at every decision come out as the play of the same choices does."""
    lesson = Lesson(amplop(), 90).phones(6).go("briefing")
    for choice in choices:
        lesson.go("read", "vote-1", how="quick").vote(choice * 6).go("reveal").do("routed", choice=choice)
    one = told(lesson)

    assert {p: f"{float(one.principles[Principle(p)].score or 0):.1f}" for p in scores} == scores
    assert one.votes == 6 * len(choices)
    assert [met.red_lines for met in one.decisions][:1] == [6 if choices[0] == "C" else 0]


# --- what is not told ---------------------------------------------------------------------------


def test_a_round_of_four_tells_how_many_and_no_more() -> None:
    """Four votes are n = 4; neither counts nor principles nor the votes that stand."""
    lesson = Lesson(small_case()).phones(4).go("briefing", "read", "vote-1").vote("aabc").go("reveal")
    (met,) = told(lesson).decisions

    assert [(poll.n, poll.counts, poll.principles) for poll in met.rounds] == [(4, None, {})]
    assert (met.effective, met.effective_n, met.principles, met.red_lines) == (None, 4, {}, None)
    assert told(lesson).votes == 0
    assert is_small(told(lesson))


def test_a_decision_that_was_not_revealed_stays_unrevealed() -> None:
    """How many had voted is told, and nothing of how; a class that still votes is no other."""
    lesson = Lesson(small_case()).phones(8).go("briefing", "read", "vote-1").vote("aaaaabbb")
    (met,) = told(lesson).decisions

    assert (met.voted, met.rounds, met.effective, met.principles) == (8, (), None, {})
    assert not told(lesson).is_closed


def test_who_moved_is_not_told_beside_a_small_table() -> None:
    """Twelve phones alone are told; with a table of three its votes could be told by subtraction."""

    def switch(people: int) -> object:
        lesson = Lesson(small_case()).phones(12)
        if people:
            lesson.phones(1, people=people)
        lesson.go("briefing", "read", "vote-1").vote("aaaaaabbbbbb")
        for again in ("", "aaaaabbbbbba"):
            if again:
                lesson.go("discuss", "vote-2").vote(again)
            if people:
                facts = {"nonce": lesson.new_nonce(), **lesson.asking()}
                lesson.do("tabled", token="t13", counts=[people, 0, 0], **facts)
        return told(lesson.go("reveal")).decisions[0].switch

    assert switch(0) is not None
    assert switch(3) is None
    assert switch(5) is not None


def test_four_observers_are_counted_and_five_are_told() -> None:
    """What they ticked is told from five on; who ticked nothing does not count."""

    def met(count: int) -> Met:
        lesson = Lesson(small_case()).phones(8).go("briefing", "read", "enact")
        for n in range(1, count + 1):
            lesson.do("ticked", token=f"t{n}", decision=1, principles=["integrity"])
        lesson.do("ticked", token="t8", decision=1, principles=[])
        return told(lesson).decisions[0]

    assert (met(4).observers, met(4).ticks) == (4, None)
    assert (met(5).ticks or {})[Principle.INTEGRITY] == 5


def test_exit_forms_of_silenced_seats_do_not_count() -> None:
    """Five forms are told; when one is silenced, four are only counted. The mean is exact."""
    lesson = Lesson(small_case()).phones(5).go("briefing", "read", "debrief", "commitments", "exit")
    for n, value in enumerate((5, 4, 4, 3, 5), 1):
        lesson.do("answered", token=f"t{n}", answers=[value, None, None])
    whole = told(lesson).form
    silenced = told(lesson.do("blocked", seat=2, is_blocked=True)).form

    assert (whole.useful.counts, mean(whole.useful)) == ((0, 0, 1, 2, 2), Fraction(21, 5))
    assert (whole.free.n, whole.free.counts) == (0, None)
    assert (silenced.n, silenced.useful.n, silenced.useful.counts) == (4, 4, None)


def test_texts_that_nobody_picked_are_not_there() -> None:
    """Neither a question nor a commitment; one that is picked and then left out again goes, too."""
    lesson = Lesson(small_case()).phones(6).go("briefing", "read", "debrief", "commitments")
    lesson.do("committed", token="t1", text="Mine").do("committed", token="t2", text="Yours")
    lesson.do("picked", said=1, is_picked=True).do("picked", said=2, is_picked=True)
    lesson.do("picked", said=2, is_picked=False)

    assert [picked.text for picked in told(lesson).picked] == ["Mine"]


def test_usual_and_should_stand_side_by_side_and_nobody_moved() -> None:
    """A first vote on what is usual has a gap and no matrix; it weighs on no principle."""
    script: Script = scripted("biasanya.txt")
    (met,) = told(script.lesson).decisions
    both = gap(met)

    assert both is not None
    assert [(poll.asks, poll.n, poll.counts) for poll in both] == [
        ("usual", 20, (8, 11, 1)),
        ("should", 20, (1, 4, 15)),
    ]
    assert met.switch is None
    assert met.shifts == {}
    assert both[0].principles == {}
    assert sound_share(met, both[1]) == Fraction(1, 20)
