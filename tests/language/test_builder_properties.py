"""Whatever the data, the builder answers with a scenario or with findings."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from written import CHANNELS, LAWS, data_of

from etika_sim.language.builder import build
from etika_sim.language.diagnostic import Findings
from etika_sim.language.tree import REFUSED, Cut, Flow, Quoted

TEXTS = st.sampled_from(
    [
        "",
        "a b",
        "n >= 1",
        *["~", "x", "loket", "true", "1", "-1", "tercatat", "(", "é", "2026-11-24", "PR3", "exemplary"],
    ]
)
SCALARS = (
    TEXTS | TEXTS.map(Quoted) | TEXTS.map(Flow) | TEXTS.map(Cut) | st.just(REFUSED) | st.text(max_size=5)
)
_KEYS = """
    format title module level minutes summary you practices pressures themes authors reviewed twin roles
    observe class state start scenes debrief allow gather analyse summarise office takeaways text ask
    choices ending to if else scene scores set add from loket judul 45 integrity red_line recommended
    law channels facilitator probe
"""
KEYS = st.sampled_from(_KEYS.split()) | st.text(max_size=4)
DATA = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=6),
    max_leaves=25,
)


@settings(max_examples=600, deadline=None)
@given(DATA)
def test_whatever_the_data_nothing_is_raised(data: Any) -> None:
    """Any nesting of mappings, lists and texts is a scenario or findings."""
    findings = Findings()
    scenario = build(data, "x", findings, LAWS, CHANNELS)

    assert (scenario is None) == (findings.count > 0) or data is REFUSED


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value of the data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for step, below in items for place in places(below, (*path, step)))]


def replaced(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The data with one value replaced."""
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = replaced(data[path[0]], path[1:], value)
    return copy


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_whatever_stands_in_one_place_of_a_case_nothing_is_raised(
    base_case: str, data: st.DataObject
) -> None:
    """A sound case with anything at all in one place is a scenario or findings, never both."""
    case = data_of(base_case)
    path = data.draw(st.sampled_from(places(case)))
    case, findings = replaced(case, path, data.draw(DATA)), Findings()

    scenario = build(case, "x", findings, LAWS, CHANNELS)

    is_refused = "Refused object" in repr(case)
    assert (scenario is None) == (findings.count > 0) or is_refused
