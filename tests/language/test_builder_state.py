"""The names of the state: how many, how wide, how they are written."""

from __future__ import annotations

from typing import Any

import pytest
from written import built, changed, data_of, findings_of, rules_of

from etika_sim.language.diagnostic import Diagnostic
from etika_sim.language.fields import MOST_NAMES, MOST_STATES


def state_of(base_case: str, state: dict[str, Any]) -> list[Diagnostic]:
    """What is found when these names are added to the state of the small case."""
    data = data_of(base_case)
    data["state"] |= state
    return findings_of(data)


def test_sixteen_names_may_be_remembered(base_case: str) -> None:
    """The small case has two names; fourteen more flags are fine, fifteen are too many."""
    counts = [len(state_of(base_case, {f"f{n}": "false" for n in range(more)})) for more in (14, 15)]

    assert (MOST_NAMES, counts) == (16, [0, 1])


def test_two_to_the_twentieth_states_may_be_told_apart(base_case: str) -> None:
    """The product of all ranges is at most 2^20: the small case has 2^3 states, 2^17 times that is fine."""
    fits = {"a": {"from": "0", "to": "511", "start": "0"}, "b": {"from": "-100", "to": "155", "start": "0"}}
    over = {**fits, "b": {"from": "-101", "to": "155", "start": "0"}}

    found = [state_of(base_case, state) for state in (fits, over)]

    assert (found[0], [(f.rule, f.path, f.facts) for f in found[1]]) == (
        [],
        [
            (
                "state-too-large",
                ("state",),
                {"most_names": 16, "most_states": MOST_STATES, "names": 4, "states": 8 * 512 * 257},
            )
        ],
    )


@pytest.mark.parametrize(
    "name", ["and", "or", "not", "true", "false", "Catat", "sudah-catat", "1a", "", "é", "_a"]
)
def test_a_name_of_the_state_is_a_plain_word(base_case: str, name: str) -> None:
    """Small letters, digits and underscores; never a word of the condition language."""
    assert [(f.path, f.facts["reason"]) for f in state_of(base_case, {name: "false"})] == [
        (("state", name), "state-name")
    ]


@pytest.mark.parametrize(
    "written", ["{from: 0, to: 3}", "{from: 0, to: 0, start: 0}", "{dari: 0, to: 3, start: 0}"]
)
def test_a_name_with_a_mistake_is_known_where_it_is_used(base_case: str, written: str) -> None:
    """The mistake is told where the name is declared, not at each condition and change."""
    text = changed(base_case, ("tekanan: {from: 0, to: 3, start: 0}", f"tekanan: {written}"))

    assert [finding.path[:2] for finding in built(text)[1]] == [("state", "tekanan")]


@pytest.mark.parametrize("written", ["tercatat", "[tercatat]", ""])
def test_a_state_that_is_no_mapping_is_a_finding(base_case: str, written: str) -> None:
    """What stands under `state` must be names with their values."""
    data = data_of(base_case)
    data["state"] = written

    assert [path for _, path in rules_of(data)] == [("state",)]


def test_a_case_needs_no_state() -> None:
    """A case that remembers nothing has no state."""
    scenario, findings = built(
        "format: 1\ntitle: A\nmodule: 1\nsummary: B\nyou: C\nstart: s\nscenes:\n  s: {text: 'x', to: e}\n"
        "  e: {ending: acceptable, title: 'E', text: 'y'}\n"
        "debrief: {gather: ['?'], analyse: ['?'], summarise: ['?']}\n"
    )

    assert scenario is not None
    assert (scenario.state, findings) == ((), [])
