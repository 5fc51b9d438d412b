"""A record as plain data, and what becomes of data that are none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from amplop import amplop
from generate import THOROUGH
from hypothesis import given, settings
from hypothesis import strategies as st

from etika_sim.play import record
from etika_sim.play.engine import options
from etika_sim.play.record import BadRecord, from_data, replay, to_data

often = settings(max_examples=200 * THOROUGH, derandomize=True, deadline=None)


def test_data_are_plain() -> None:
    """A record as data has its head and its events, each with number, time, kind and facts."""
    kept = record.undid(record.chose(record.new(amplop(), "s"), "D1", "A"))

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


STEP = record.undid(record.chose(record.new(amplop(), ""), "D1", "A"))
GOOD = to_data(record.chose(STEP, "D1", "C"))
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
def test_data_that_are_no_record_are_refused(data: Any) -> None:
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
def test_hostile_data_are_refused_or_replayed(value: Any, key: str, at: int) -> None:
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
def test_any_data_are_refused(value: Any) -> None:
    """Data that were never a record are a BadRecord."""
    with pytest.raises(BadRecord):
        from_data(value)
