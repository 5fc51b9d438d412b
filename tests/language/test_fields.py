"""The examples of the description of the language are what they show: right where they are meant."""

from __future__ import annotations

from typing import Any

import pytest
from written import CHANNELS, LAWS, data_of

from etika_sim.language import fields, register
from etika_sim.language.builder import READERS
from etika_sim.language.diagnostic import Findings
from etika_sim.language.effects import state_names
from etika_sim.language.kinds import Field, Record
from etika_sim.language.values import Names, Values
from etika_sim.model import Variable

RECORDS = [one for module in (fields, register) for one in vars(module).values() if type(one) is Record]
EXAMPLES = {
    f"{record.name}: {field.key}": field for record in RECORDS for field in record.fields if field.example
}
SCENES = {"loket": "decision", "ruang-kepala": "decision", "selesai": "ending"}
STATE = {"tercatat": Variable("tercatat", 0, 1, 0, True), "tekanan": Variable("tekanan", 0, 3, 0, False)}


def written(field: Field) -> Any:
    """The example as the reader takes it, written behind its key, or below it where it is a list."""
    gap = "\n  " if field.example.startswith("- ") else " "
    return data_of(f"{field.key}:{gap}{field.example}\n")[field.key]


@pytest.mark.parametrize("field", EXAMPLES.values(), ids=EXAMPLES)
def test_an_example_is_accepted_where_it_is_meant(field: Field) -> None:
    """What hover texts and tables show as an example can be written just so, and has a value."""
    values = Values(Findings(), Names(LAWS, CHANNELS, SCENES, STATE), READERS)

    value = values.read(written(field), field.kind, field.key)

    assert value not in (None, (), {})
    assert values.findings.kept == []


def test_the_example_of_the_state_is_accepted() -> None:
    """The names of the state are read before all else."""
    values = Values(Findings(), Names(), READERS)

    found = state_names(values, written(fields.SCENARIO.by_key()["state"]))

    assert (list(found or ()), values.findings.kept) == (["tercatat"], [])


def test_every_record_is_looked_at() -> None:
    """The records of cases and registers are found by themselves, so that none is forgotten."""
    assert {record.name for record in RECORDS} >= {"scenario", "choice", "counter", "law", "register of law"}
