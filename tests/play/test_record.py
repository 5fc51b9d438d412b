"""A play as data: saved, loaded and replayed, whatever the data are."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from amplop import amplop, answered
from generate import THOROUGH, case, choice, counter, decision, ending, flag, passage
from hypothesis import given, settings
from hypothesis import strategies as st
from plain import CASES

from etika_sim.model import Compare, Facilitator, Flag, Not, Part, Role, Route, Scenario
from etika_sim.play import record
from etika_sim.play.engine import NoWay, choose, options, start, undo
from etika_sim.play.record import BadRecord, Event, Record, Stop, from_data, key_of, replay, to_data

often = settings(max_examples=200 * THOROUGH, derandomize=True, deadline=None)


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


def test_a_new_record_names_its_case():
    """A new record tells the case, its key, the seed and the language, and no events."""
    scenario = replace(amplop(), language="en")

    kept = record.new(scenario, "seed")
    assert kept == Record("case", key_of(scenario), "seed", "en", ())


def test_events_are_numbered_and_stamped():
    """Each event has its number, the time the shell gave, its kind and its facts."""
    kept = record.chose(record.new(amplop(), ""), "D1", "A", at="2026-11-24T09:00:00")
    kept = record.undid(kept, at="2026-11-24T09:01:00")

    assert kept.events == (
        Event(1, "2026-11-24T09:00:00", "chose", {"scene": "D1", "choice": "A"}),
        Event(2, "2026-11-24T09:01:00", "undid", {}),
    )


def test_a_replay_gives_the_same_play():
    """Replaying a record gives the play it tells, undone steps and first answers included."""
    scenario = amplop()
    play = answered(undo(answered(start(scenario, "seed"), "A")), "C", "A")

    again = replay(told(scenario, "A", "<", "C", "A", seed="seed"), scenario)
    assert again == (play, None)


def test_other_events_do_not_move_a_play():
    """Notes, reflections, answers to questions and commitments change nothing in the play."""
    scenario = amplop()
    kept = told(scenario, "A")
    for kind in ("noted", "reflected", "answered", "committed"):
        kept = record.add(kept, kind, {"text": "Words."})

    assert replay(kept, scenario) == replay(told(scenario, "A"), scenario)


@pytest.mark.parametrize("seed", range(100))
def test_a_play_saved_between_every_two_steps_is_the_same_play(seed: int):
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


def test_a_replay_stops_at_what_is_not_offered():
    """A choice that this scenario does not offer stops the replay before it."""
    kept = record.chose(told(amplop(), "A"), "D2", "Z")

    play, stop = replay(kept, amplop())
    assert [step.choice for step in play.steps] == ["A"]
    assert stop == Stop(2, "D2", "not-offered")


def test_a_replay_stops_at_another_scene():
    """A choice made at another scene than the one reached stops the replay, though it is offered."""
    kept = record.chose(told(amplop(), "A"), "D3", "A")

    play, stop = replay(kept, amplop())
    assert play.scene == "D2"
    assert stop == Stop(2, "D2", "not-offered")


def test_a_replay_stops_where_nothing_can_be_undone():
    """An undo at the start stops the replay."""
    kept = record.undid(told(amplop(), "A", "<"))

    play, stop = replay(kept, amplop())
    assert play.steps == ()
    assert stop == Stop(3, "D1", "nothing-to-undo")


def test_a_replay_stops_where_no_route_holds():
    """A choice that leads nowhere in this scenario stops the replay."""
    scenario = case(decision("one", choice("a", Route("end", Flag("f")))), ending("end"), state=[flag("f")])
    kept = record.chose(record.new(scenario, ""), "one", "a")

    play, stop = replay(kept, scenario)
    assert play == start(scenario)
    assert stop == Stop(1, "one", "no-way")


def test_events_after_the_stop_are_left():
    """What a record tells after the stop is not applied."""
    kept = record.chose(record.chose(told(amplop()), "D1", "Z"), "D1", "A")

    play, _ = replay(kept, amplop())
    assert play.steps == ()


def test_a_case_that_cannot_begin_cannot_be_replayed():
    """Replaying on a case whose start leads nowhere raises NoWay."""
    scenario = case(passage("p", "p"))

    with pytest.raises(NoWay):
        replay(record.new(scenario, ""), scenario)


# --- data ---


def test_data_are_plain():
    """A record as data has its head and its events, each with number, time, kind and facts."""
    kept = told(amplop(), "A", "<", seed="s")

    assert to_data(kept) == {
        "case": "case",
        "key": kept.key,
        "seed": "s",
        "language": "id",
        "events": [
            {"n": 1, "at": "", "kind": "chose", "scene": "D1", "choice": "A"},
            {"n": 2, "at": "", "kind": "undid"},
        ],
    }


GOOD = to_data(told(amplop(), "A", "<", "C"))
EVENT = GOOD["events"][0]


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "text",
        {},
        {**GOOD, "case": 1},
        {**GOOD, "seed": None},
        {**GOOD, "key": ["k"]},
        {**GOOD, "language": {}},
        {**GOOD, "events": None},
        {**GOOD, "events": {"1": EVENT}},
        {**GOOD, "events": ["chose"]},
        {**GOOD, "events": [EVENT, EVENT]},
        {**GOOD, "events": [{**EVENT, "n": 2}]},
        {**GOOD, "events": [{**EVENT, "n": "1"}]},
        {**GOOD, "events": [{**EVENT, "kind": "danced"}]},
        {**GOOD, "events": [{**EVENT, "kind": ["chose"]}]},
        {**GOOD, "events": [{**EVENT, "kind": {}}]},
        {**GOOD, "events": [{**EVENT, "at": 12}]},
        {**GOOD, "events": [{**EVENT, "choice": 3}]},
        *({**GOOD, "events": [{k: v for k, v in EVENT.items() if k != key}]} for key in EVENT),
        *({k: v for k, v in GOOD.items() if k != key} for key in GOOD),
    ],
)
def test_data_that_are_no_record_are_refused(data: Any):
    """Whatever is missing or of the wrong type is a BadRecord."""
    with pytest.raises(BadRecord):
        from_data(data)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | st.sampled_from(["chose"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["n", "at", "kind", "scene", "x"]), inner, max_size=4)
    ),
    max_leaves=6,
)


@given(json_values, st.sampled_from([*GOOD, *EVENT]), st.integers(0, 2))
@often
def test_hostile_data_are_refused_or_replayed(value: Any, key: str, at: int):
    """A good record with any value put anywhere either is a BadRecord or replays to a play."""
    events = [{**event, key: value} if n == at else event for n, event in enumerate(GOOD["events"])]
    data = {**GOOD, key: value} if key in GOOD else {**GOOD, "events": events}
    try:
        kept = from_data(data)
    except BadRecord:
        return
    play, stop = replay(kept, amplop())

    assert from_data(json.loads(json.dumps(to_data(kept)))) == kept
    assert options(play)
    assert stop is None or stop.n == at + 1


@given(json_values)
@often
def test_any_data_are_refused(value: Any):
    """Data that were never a record are a BadRecord."""
    with pytest.raises(BadRecord):
        from_data(value)


# --- the key ---

F = Flag("f")


def keyed(
    *,
    one: dict[str, Any] | None = None,
    a: dict[str, Any] | None = None,
    to: tuple[str | Route, ...] = (Route("p", F), "end"),
    way: tuple[str | Route, ...] = ("end",),
    quality: str = "acceptable",
    text: str = "Words.",
    **rest: Any,
) -> Scenario:
    """A case with a bit of everything; each test changes one of these."""
    options = [choice("a", *to, **{"set": {"f": 1}, "add": {"n": 1}, **(a or {})}), choice("b", "end")]
    words = (Part(text, F, text),)
    scenes = [decision("one", *options, **(one or {})), passage("p", *way, text=words)]
    variables = rest.pop("state", [flag("f"), counter("n")])
    return case(*scenes, ending("end", quality, words), state=variables, **rest)


@pytest.mark.parametrize(
    "scenario",
    [
        keyed(),
        keyed(text="Other words."),
        keyed(one={"title": "Title", "text": (Part("Other."), Part("More.", F)), "ask": "And now?"}),
        keyed(one={"facilitator": Facilitator("Enact it."), "shuffle": False}),
        keyed(a={"text": "Other.", "outcome": (Part("Other.", F),), "review": (Part("Other."),)}),
        keyed(
            a={"law": ("G-01",), "next_step": "Go on.", "channels": ("UPG",), "say": "No.", "excuse": "blame"}
        ),
        keyed(id="other", title="Other", module=2, summary="Other.", you="Another", minutes=30),
        keyed(language="en", roles={"ani": Role("ani", "Ani", "Officer", "Kind.")}, allow={"rule": "Why."}),
    ],
)
def test_the_key_ignores_texts(scenario: Scenario):
    """Cases that differ only in texts and in what surrounds the play have the same key."""
    key = key_of(scenario)

    assert key == key_of(keyed())


@pytest.mark.parametrize(
    "scenario",
    [
        keyed(start="p"),
        keyed(state=[flag("f", 1), counter("n")]),
        keyed(state=[flag("f"), counter("n", 0, 4)]),
        keyed(state=[flag("f"), counter("n", -1, 3)]),
        keyed(state=[flag("f"), counter("n"), flag("g")]),
        keyed(one={"weight": 2}),
        keyed(a={"points": (None, None, None, None, 0)}),
        keyed(a={"points": (1, None, None, None, None)}),
        keyed(a={"points": (None, 1, None, None, None)}),
        keyed(a={"recommended": True}),
        keyed(a={"red_line": True}),
        keyed(a={"when": F}),
        keyed(a={"when": Not(F)}),
        keyed(a={"when": Compare("n", "<", 1)}),
        keyed(a={"when": Compare("n", "<=", 1)}),
        keyed(a={"set": {"f": 0}}),
        keyed(a={"set": {}}),
        keyed(a={"add": {"n": 2}}),
        keyed(a={"set": {"f": 1, "n": 1}, "add": {}}),
        keyed(a={"set": {"n": 1}, "add": {"n": 1}}),
        keyed(to=("end",)),
        keyed(to=("end", Route("p", F))),
        keyed(to=(Route("p", Not(F)), "end")),
        keyed(to=(Route("end", F), "p")),
        keyed(way=("one",)),
        keyed(way=(Route("one", F), "end")),
        keyed(quality="violation"),
        case(*keyed().scenes.values(), ending("more"), state=[flag("f"), counter("n")]),
    ],
)
def test_the_key_changes_with_what_routes_or_scores(scenario: Scenario):
    """Whatever changes a route, an offer, a state, a weight or a point changes the key."""
    key = key_of(scenario)

    assert key != key_of(keyed())


def test_keys_are_stable():
    """The key of a case is the same in every run, for saves hang on it."""
    key = key_of(amplop())

    assert key == "bb374315bff04420e309bcd65dce102e23edc7db87dbebf25886b984fefeb339"
