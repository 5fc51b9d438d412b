"""A play as data: saved, loaded and replayed, whatever the data are."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest
from amplop import amplop, answered
from generate import case, choice, decision, ending, flag, passage
from plain import CASES

from etika_sim.model import Flag, Route, Scenario
from etika_sim.play import record
from etika_sim.play.engine import NoWay, choose, options, start, undo
from etika_sim.play.record import Event, Record, Stop, from_data, key_of, replay, to_data


def told(scenario: Scenario, *choices: str, seed: str = "") -> Record:
    """The record of a play; "<" undoes a step."""
    play, kept = start(scenario, seed), record.new(scenario, seed)
    for name in choices:
        if name == "<":
            play, kept = undo(play), record.undid(kept)
        else:
            kept = record.chose(kept, play.scene, name)
            play = choose(play, name)
    return kept


# --- writing and replaying ---


def test_a_new_record_names_its_case() -> None:
    """A new record tells the case, its key, the seed and the language, and no events."""
    scenario = replace(amplop(), language="en")

    kept = record.new(scenario, "seed")
    assert kept == Record("case", key_of(scenario), "seed", "en", ())


def test_events_are_numbered_and_stamped() -> None:
    """Each event has its number, the time the shell gave, its kind and its facts."""
    kept = record.chose(record.new(amplop(), ""), "D1", "A", at="2026-11-24T09:00:00")
    kept = record.undid(kept, at="2026-11-24T09:01:00")

    assert kept.events == (
        Event(1, "2026-11-24T09:00:00", "chose", {"scene": "D1", "choice": "A"}),
        Event(2, "2026-11-24T09:01:00", "undid", {}),
    )


def test_a_replay_gives_the_same_play() -> None:
    """Replaying a record gives the play it tells, undone steps and first answers included."""
    scenario = amplop()
    play = answered(undo(answered(start(scenario, "seed"), "A")), "C", "A")

    again = replay(told(scenario, "A", "<", "C", "A", seed="seed"), scenario)
    assert again == (play, None)


@pytest.mark.parametrize("kind", sorted(record.KINDS - {record.CHOSE, record.UNDID}))
def test_other_events_do_not_move_a_play(kind: str) -> None:
    """Notes, reflections, commitments and the like change nothing in the play."""
    kept = record.add(told(amplop(), "A"), kind, {"text": "Words."})
    scenario = amplop()

    assert replay(record.chose(kept, "D2", "B"), scenario) == replay(told(amplop(), "A", "B"), scenario)


@pytest.mark.parametrize("seed", range(100))
def test_a_play_saved_between_every_two_steps_is_the_same_play(seed: int) -> None:
    """A random play that goes through JSON after every step is the play that does not."""
    dice = Random(seed)  # noqa: S311 - the same walk for the same seed
    scenario = dice.choice(CASES)
    play, kept = start(scenario, str(seed)), record.new(scenario, str(seed))
    for _ in range(12):
        scene, back = play.scene, play.steps and dice.random() < 0.3
        if not back and not play.offered:
            break
        try:
            name = "" if back else dice.choice(options(play)).id
            play = undo(play) if back else choose(play, name)
        except NoWay:
            continue
        kept = record.undid(kept) if back else record.chose(kept, scene, name)
        kept = from_data(json.loads(json.dumps(to_data(kept))))

        assert replay(kept, scenario) == (play, None)


# --- where and why a replay stops ---


def test_a_replay_stops_at_what_is_not_offered() -> None:
    """A choice that this scenario does not offer stops the replay before it."""
    kept = record.chose(told(amplop(), "A"), "D2", "Z")

    play, stop = replay(kept, amplop())
    assert [step.choice for step in play.steps] == ["A"]
    assert stop == Stop(2, "D2", "not-offered")


def test_a_replay_stops_at_another_scene() -> None:
    """A choice made at another scene than the one reached stops the replay, though it is offered."""
    kept = record.chose(told(amplop(), "A"), "D3", "A")

    play, stop = replay(kept, amplop())
    assert play.scene == "D2"
    assert stop == Stop(2, "D2", "not-offered")


def test_a_replay_stops_where_nothing_can_be_undone() -> None:
    """An undo at the start stops the replay."""
    kept = record.undid(told(amplop(), "A", "<"))

    play, stop = replay(kept, amplop())
    assert play.steps == ()
    assert stop == Stop(3, "D1", "nothing-to-undo")


def test_a_replay_stops_where_no_route_holds() -> None:
    """A choice that leads nowhere in this scenario stops the replay."""
    scenario = case(decision("one", choice("a", Route("end", Flag("f")))), ending("end"), state=[flag("f")])
    kept = record.chose(record.new(scenario, ""), "one", "a")

    play, stop = replay(kept, scenario)
    assert play == start(scenario)
    assert stop == Stop(1, "one", "no-way")


def test_events_after_the_stop_are_left() -> None:
    """What a record tells after the stop is not applied."""
    kept = record.chose(record.chose(told(amplop()), "D1", "Z"), "D1", "A")

    play, _ = replay(kept, amplop())
    assert play.steps == ()


def test_a_case_that_cannot_begin_cannot_be_replayed() -> None:
    """Replaying on a case whose start leads nowhere raises NoWay."""
    scenario = case(passage("p", "p"))

    with pytest.raises(NoWay):
        replay(record.new(scenario, ""), scenario)
