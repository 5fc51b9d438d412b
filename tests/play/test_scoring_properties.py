"""The six properties of scoring, each tried on random plays."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from generate import THOROUGH, case, choice, decision, ending, passage
from hypothesis import given, settings
from hypothesis import strategies as st

from etika_sim.model import PRINCIPLES, Points, Principle, Scene
from etika_sim.play.engine import Play, choose, start, undo
from etika_sim.play.scoring import Scorecard, Tally, pool, scorecard

often = settings(max_examples=100 * THOROUGH, derandomize=True, deadline=None)

Key = Principle | None
"""A principle, or None for all of them together."""
KEYS: tuple[Key, ...] = (*PRINCIPLES, None)


class Met(NamedTuple):
    """A decision met on the way: its weight, the points of the choices offered, and the one taken."""

    weight: int
    rows: tuple[Points, ...]
    taken: int

    def takes(self, n: int) -> Met:
        return self._replace(taken=n % len(self.rows))


point = st.none() | st.integers(-2, 2)
row = st.tuples(point, point, point, point, point)


@st.composite
def mets(draw: st.DrawFn) -> Met:
    rows = tuple(draw(st.lists(row, min_size=2, max_size=4)))
    return Met(draw(st.integers(1, 5)), rows, draw(st.integers(0, len(rows) - 1)))


roads = st.lists(mets(), min_size=1, max_size=5)


def scene(n: int, met: Met, following: str, aside: str | None = None) -> Scene:
    """The decision; the choices not taken lead aside, if there is a scene for that."""
    to = [following if aside is None or k == met.taken else aside for k in range(len(met.rows))]
    choices = [choice(f"c{k}", to[k], points=points) for k, points in enumerate(met.rows)]
    return decision(f"d{n}", *choices, weight=met.weight)


def play_of(road: Iterable[tuple[int, Met]], aside: Met | None = None, *, passages: bool = False) -> Play:
    """A play of a case whose decisions, numbered, are met in that order."""
    numbered = list(road)
    scenes: list[Scene] = []
    for (n, met), (after, _) in zip(numbered, [*numbered[1:], ("", None)], strict=True):
        following = f"d{after}" if after != "" else "end"
        if passages:
            scenes += [scene(n, met, f"p{n}"), passage(f"p{n}", following)]
        else:
            scenes.append(scene(n, met, following, None if aside is None else "d-aside"))
    if aside is not None:
        scenes.append(scene("-aside", aside, "end"))
    play = start(case(*scenes, ending("end")))
    for _, met in numbered:
        play = choose(play, f"c{met.taken}")
    return play


def card_of(road: Iterable[Met], **rest: object) -> Scorecard:
    return scorecard(play_of(enumerate(road), **rest))


def sums(card: Scorecard) -> dict[Key, Tally]:
    return {**card.principles, None: card.overall}


def worth(points: Points, key: Key) -> int:
    """The points for one principle or, without one, all together."""
    return sum(p or 0 for p, principle in zip(points, PRINCIPLES, strict=True) if key in {None, principle})


def offered(met: Met, key: Key) -> list[int]:
    return [worth(points, key) for points in met.rows]


def taken(met: Met, key: Key) -> int:
    return worth(met.rows[met.taken], key)


def exercised(road: Iterable[Met], key: Key) -> list[Met]:
    return [met for met in road if len(set(offered(met, key))) > 1]


@given(roads)
@often
def test_the_scale_runs_from_always_worst_to_always_best(road: list[Met]) -> None:
    """A score is 100 iff a best choice was taken at every decision that counts, 0 iff a worst one was."""
    found = sums(card_of(road))

    for key, tally in found.items():
        counted = exercised(road, key)
        if counted:
            assert 0 <= tally.score <= 100
            assert (tally.score == 100) == all(taken(met, key) == max(offered(met, key)) for met in counted)
            assert (tally.score == 0) == all(taken(met, key) == min(offered(met, key)) for met in counted)


@given(roads, st.integers(0, 4), st.integers(0, 3))
@often
def test_more_points_never_lower_a_score(road: list[Met], at: int, other: int) -> None:
    """On a fixed path a first answer with more points never lowers the score."""
    at %= len(road)
    changed = [*road[:at], road[at].takes(other), *road[at + 1 :]]

    before, after = sums(card_of(road)), sums(card_of(changed))
    for key in KEYS:
        if exercised(road, key) and taken(changed[at], key) >= taken(road[at], key):
            assert after[key].score >= before[key].score


@given(roads, st.data())
@often
def test_order_is_neutral(road: list[Met], data: st.DataObject) -> None:
    """The same decisions and first answers in another order score the same."""
    shuffled = data.draw(st.permutations(list(enumerate(road))))

    assert sums(scorecard(play_of(shuffled))) == sums(card_of(road))


@given(roads)
@often
def test_length_is_neutral(road: list[Met]) -> None:
    """Passages between the decisions change no score."""
    longer = card_of(road, passages=True)

    assert sums(longer) == sums(card_of(road))


@given(roads, st.integers(0, 4), st.integers(0, 3))
@often
def test_second_tries_are_neutral(road: list[Met], at: int, other: int) -> None:
    """Going back and answering otherwise changes no score."""
    play = play_of(enumerate(road))
    back = len(road) - at % len(road)
    again = play
    for _ in range(back):
        again = undo(again)
    again = choose(again, f"c{road[-back].takes(other).taken}")
    for met in road[len(road) - back + 1 :]:
        again = choose(again, f"c{met.takes(other).taken}")

    assert sums(scorecard(again)) == sums(scorecard(play))


@given(roads, row, st.integers(1, 5))
@often
def test_a_decision_where_all_choices_tie_is_neutral(road: list[Met], points: Points, weight: int) -> None:
    """A further decision whose choices are all worth the same changes nothing."""
    longer = card_of([*road, Met(weight, (points, points, points), 1)])

    assert sums(longer) == sums(card_of(road))


@given(roads, st.integers(0, 4), st.sampled_from(range(5)), st.integers(-3, 3))
@often
def test_a_constant_for_every_choice_is_neutral(road: list[Met], at: int, n: int, more: int) -> None:
    """Adding a constant to every choice of a decision changes nothing."""
    at %= len(road)
    rows = tuple((*points[:n], (points[n] or 0) + more, *points[n + 1 :]) for points in road[at].rows)
    changed = [*road[:at], road[at]._replace(rows=rows), *road[at + 1 :]]

    assert sums(card_of(changed)) == sums(card_of(road))


@given(roads, st.sampled_from(range(5)), st.integers(1, 4))
@often
def test_the_unit_of_points_is_neutral(road: list[Met], n: int, times: int) -> None:
    """Multiplying all points for a principle changes neither its score nor its chance."""

    def multiplied(points: Points) -> Points:
        return (*points[:n], None if points[n] is None else points[n] * times, *points[n + 1 :])

    changed = [met._replace(rows=tuple(multiplied(points) for points in met.rows)) for met in road]

    before = card_of(road).principles[PRINCIPLES[n]]
    after = card_of(changed).principles[PRINCIPLES[n]]
    assert (after.score, after.chance, after.k) == (before.score, before.chance, before.k)
    assert (after.earned, after.range) == (times * before.earned, times * before.range)


@given(roads, mets())
@often
def test_a_branch_nobody_met_is_neutral(road: list[Met], aside: Met) -> None:
    """Adding a decision off the path, whatever it holds, changes nothing."""
    plain, branched = card_of(road), card_of(road, aside=aside)

    assert sums(branched) == sums(plain)
    assert branched.comparator == plain.comparator
    assert [one.regret for one in branched.judged] == [one.regret for one in plain.judged]


@given(mets())
@often
def test_blind_is_what_choosing_each_choice_once_earns(met: Met) -> None:
    """Blind choosing earns the mean of what the choices of a decision earn."""
    cards = [sums(card_of([met.takes(n)])) for n in range(len(met.rows))]

    for key in KEYS:
        assert {card[key].blind for card in cards} == {
            Fraction(sum(card[key].earned for card in cards), len(cards))
        }


@given(roads)
@often
def test_a_principle_has_no_score_iff_never_exercised(road: list[Met]) -> None:
    """The score is None exactly where the choices of every decision tie."""
    found = sums(card_of(road))

    assert {key for key in KEYS if found[key].score is None} == {
        key for key in KEYS if not exercised(road, key)
    }


@given(st.lists(roads, min_size=1, max_size=4), st.integers(0, 4))
@often
def test_never_exercised_is_neutral_in_pooling(several: list[list[Met]], at: int) -> None:
    """A tally without a score changes no pooled tally, and pooling goes in any order and grouping."""
    tallies = [tally for road in several for tally in sums(card_of(road)).values()]

    pooled = pool(tallies)
    assert pool(tally for tally in tallies if tally.score is not None) == pooled
    assert pool([*tallies[:at], Tally(), *tallies[at:]]) == pooled
    assert pool([pool(tallies[at:]), pool(tallies[:at])]) == pooled
    assert pooled == Tally(*map(sum, zip(*tallies, strict=True)))
