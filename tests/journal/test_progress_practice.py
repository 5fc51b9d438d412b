"""Practice: the moment of a first answer comes back as it was, and nothing of it is ever kept."""

from __future__ import annotations

import pytest
from kept import AT, MOVED, Maker, begun
from play.amplop import amplop

from etika_sim.journal import plays
from etika_sim.journal.owner import MYSELF
from etika_sim.journal.progress import Finished, Look, before, looks, progress
from etika_sim.play import record as records
from etika_sim.play.engine import choose, options
from etika_sim.play.record import Record, replay
from etika_sim.play.scoring import scorecard
from etika_sim.store.log import Store

UNDO = "<"


def told(*moves: str) -> Finished:
    """A play of the worked example told by its moves; `<` goes back."""
    scenario = amplop()
    record = records.new(scenario, "benih")
    for move in moves:
        play, _stop = replay(record, scenario)
        record = records.undid(record, AT) if move == UNDO else records.chose(record, play.scene, move, AT)
    play, stop = replay(record, scenario)
    assert stop is None
    return Finished(AT, AT[:10], record, play, scorecard(play))


@pytest.mark.parametrize(
    ("moves", "scene", "steps"),
    [
        (("C", "B", "B", "B"), "D1", 0),
        (("C", "B", "B", "B"), "D3", 1),
        (("C", "B", "B", "B"), "D5", 3),
        (("C", UNDO, "A", "B"), "D1", 0),
        (("C", UNDO, "A", "B"), "D2", 1),
        (("A", "B", UNDO, "A"), "D2", 1),
    ],
)
def test_the_moment_of_the_first_answer_comes_back(moves: tuple[str, ...], scene: str, steps: int) -> None:
    """The play stands at that decision, with the steps before it and no answer to it yet."""
    one = told(*moves)
    look = next(look for look in looks([one]) if look.judged.scene.id == scene)

    play = before(look).play

    assert (play.scene, len(play.steps)) == (scene, steps)
    assert scene not in play.answers
    assert play.offered == one.play.answers[scene].offered


def test_another_option_can_be_chosen_and_the_order_is_the_old_one() -> None:
    """The seed of the play orders the options again, and each of them leads on."""
    one = told("C", "B", "B", "B")
    (look, *_rest) = looks([one])

    kept = before(look)

    assert [choice.id for choice in options(kept.play)] == [
        choice.id for choice in options(replay(Record("", "", "benih", "id"), one.play.scenario)[0])
    ]
    assert {choose(kept.play, name).scene for name in kept.play.offered} == {"D2", "D3"}


def test_practice_goes_by_the_version_that_was_played(store: Store, case: Maker) -> None:
    """The case has changed since; the moment that comes back is that of the old version."""
    kept = begun(store, case(), "simpan", "ceritakan")
    case(MOVED)

    look = looks(progress(store, MYSELF).finished)[0]

    assert look.judged.scene.weight == 2
    assert before(look).play.scenario is look.finished.play.scenario
    assert plays.resume(store, kept.stream)[0].play.scenario.scenes["loket"] == look.judged.scene


def test_practice_has_no_stream_of_its_own() -> None:
    """There is nowhere it could be written to by mistake."""
    one = told("C", "B", "B", "B")

    assert {before(Look(one, judged)).stream for judged in one.card.judged} == {""}
