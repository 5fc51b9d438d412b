"""One play going on: nothing is seen that is not written, and an ending is met once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from kept import AT, Failing, Maker, begun

from etika_sim.journal import plays
from etika_sim.journal.plays import NullLog
from etika_sim.journal.recorded_play import Keeper
from etika_sim.play.record import CHOSE, CLOSED, ENDED, NOTED, UNDID
from etika_sim.store.log import Store
from etika_sim.store.trouble import StoreTrouble


def keeper(log: Store | Failing | NullLog, case: Maker, *choices: str) -> Keeper:
    """The keeper of a play after some choices."""
    return Keeper(log, begun(log, case(), *choices), lambda: AT)


def kinds(of: Keeper) -> list[str]:
    """What has happened, in order."""
    return [event.kind for event in of.kept.record.events]


WISHES: dict[str, Callable[[Keeper], None]] = {
    "choose": lambda one: one.choose("ceritakan"),
    "undo": lambda one: one.undo(),
    "add": lambda one: one.add(NOTED, {"text": "Ragu."}),
    "close": lambda one: one.close(),
}


@pytest.mark.parametrize("wish", WISHES)
def test_what_cannot_be_written_has_not_happened_and_can_be_tried_again(wish: str, case: Maker) -> None:
    """The disk is full: play and record stay; there is room again: the same wish is granted."""
    log = Failing(2)
    one = keeper(log, case, "simpan")
    before = one.kept

    with pytest.raises(StoreTrouble):
        WISHES[wish](one)
    unchanged = one.kept
    log.k = 1
    WISHES[wish](one)

    assert unchanged is before
    assert [entry.n for _stream, entry in log.kept] == [0, 1, 2]


def test_an_ending_is_met_once_for_each_arrival(store: Store, case: Maker) -> None:
    """Looking at it twice counts once; coming back to it after a step back counts again."""
    one = keeper(store, case, "simpan", "ceritakan")
    one.arrive()
    one.arrive()
    one.undo()
    one.choose("ceritakan")
    one.arrive()

    assert kinds(one) == [CHOSE, CHOSE, ENDED, UNDID, CHOSE, ENDED]
    assert one.since()[0].facts == {"ending": "selesai-bersih", "quality": "exemplary"}


def test_at_a_decision_nothing_is_met(store: Store, case: Maker) -> None:
    """Arriving at a decision writes nothing."""
    one = keeper(store, case, "simpan")

    one.arrive()

    assert (kinds(one), one.has_arrived) == ([CHOSE], False)


def test_what_happened_since_the_last_move_is_told_apart(store: Store, case: Maker) -> None:
    """Notes before the move belong to the scene before."""
    one = keeper(store, case)
    one.add(NOTED, {"text": "satu"})
    before = one.since(), one.last_move
    one.choose("simpan")
    chosen = one.since(), one.last_move
    one.add(NOTED, {"text": "dua"})
    one.undo()
    one.add(NOTED, {"text": "tiga"})

    assert ([event.facts["text"] for event in before[0]], before[1]) == (["satu"], "")
    assert chosen == ((), CHOSE)
    assert ([event.facts["text"] for event in one.since()], one.last_move) == (["tiga"], UNDID)


def test_going_on_without_keeping_leaves_what_was_kept(store: Store, case: Maker) -> None:
    """The play goes on in memory; the store has it as far as it was written."""
    one = keeper(store, case, "simpan")
    kept = one.keeps, one.can_be_resumed

    one.keep_no_more()
    one.choose("ceritakan")
    one.arrive()

    assert kept == (True, True)
    assert (one.keeps, one.can_be_resumed) == (False, False)
    assert kinds(one) == [CHOSE, CHOSE, ENDED]
    assert [step.choice for step in plays.resume(store, one.kept.stream)[0].play.steps] == ["simpan"]


def test_a_guests_play_is_not_kept(case: Maker) -> None:
    """It goes on like any other, and cannot be resumed."""
    one = keeper(NullLog(), case, "simpan")

    assert (one.keeps, one.can_be_resumed, kinds(one)) == (False, False, [CHOSE])


def test_a_play_can_be_resumed_once_something_happened_and_until_it_is_closed(
    store: Store, case: Maker
) -> None:
    """What the person is told when leaving agrees with what is offered at the next start."""
    one = keeper(store, case)
    states = [one.can_be_resumed]
    one.choose("simpan")
    states.append(one.can_be_resumed)
    one.close()
    states.append(one.can_be_resumed)

    assert states == [False, True, False]
    assert kinds(one) == [CHOSE, CLOSED]
