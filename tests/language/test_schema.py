"""fields -> JSON Schema: valid, current, and of one mind with the builder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from agreement import VALIDATOR, accepts, structure_is_sound
from jsonschema import Draft7Validator
from typed import typed
from written import data_of, set_at

from etika_sim.language.fields import SCENARIO
from etika_sim.language.kinds import Field
from etika_sim.language.schema import of_kind, schema
from etika_sim.language.tree import Quoted

SHIPPED = Path(__file__).parents[2] / "scenarios" / "scenario.schema.json"
# --- the schema itself ------------------------------------------------------------------------


def test_it_is_valid_draft_07() -> None:
    """Editors read draft-07; the schema keeps to it."""
    Draft7Validator.check_schema(schema())

    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_the_shipped_file_is_current() -> None:
    """scenarios/scenario.schema.json is what the description of the language says today."""
    assert SHIPPED.read_text(encoding="utf-8") == json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def test_it_accepts_the_small_case(base_case: str) -> None:
    """A sound case is a valid one."""
    assert list(VALIDATOR.iter_errors(typed(data_of(base_case)))) == []


CASES = [path for path in sorted(SHIPPED.parent.glob("[1-6]-*/*.yaml")) if "." not in path.stem]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_it_accepts_every_shipped_case(path: Path) -> None:
    """What we teach is valid in every editor; translations have no schema of their own."""
    data = data_of(path.read_text(encoding="utf-8"))

    assert list(VALIDATOR.iter_errors(typed(data))) == []


@pytest.mark.parametrize("field", SCENARIO.fields, ids=lambda field: field.key)
def test_each_key_tells_its_meaning_and_an_example(field: Field) -> None:
    """Hovering over a key shows what it means, in Indonesian, and how it is written."""
    lines = schema()["properties"][field.key]["description"].split("\n")

    assert lines[0] == field.indonesian
    assert lines[1:][-1:] == ([f"Contoh: {field.example}"] if field.example else [])


def test_every_kind_of_the_language_has_a_schema() -> None:
    """The schema of a case is made of those of its kinds."""
    assert of_kind(SCENARIO).items() <= schema().items()


# --- what it refuses --------------------------------------------------------------------------


DIAM = ("scenes", "ruang-kepala", "choices", "diam")
PASSAGE, ENDING = ("scenes", "sore-hari"), ("scenes", "selesai-bersih")

BREAKS = [
    *(
        ((key,), None)
        for key in ("format", "title", "module", "summary", "you", "start", "scenes", "debrief")
    ),
    (("titel",), "x"),
    (("format",), "2"),
    (("title",), ["x"]),
    (("title",), ""),
    (("title",), "~"),
    (("title",), Quoted("")),
    (("module",), "7"),
    (("module",), Quoted("5")),
    (("module",), "lima"),
    (("level",), "dasar"),
    (("practices",), "PR3"),
    (("practices", 0), "PR9"),
    (("reviewed", 0, "on"), "kemarin"),
    (("twin",), "Kotak"),
    (("roles", "Sari"), {"name": "x", "part": "x", "face": "x"}),
    (("roles", "sari", "name"), None),
    (("observe", "keadilan"), "x"),
    (("class", "045"), {}),
    (("class", "45", "full"), "loket"),
    (("state", "Catat"), "true"),
    (("state", "not"), "true"),
    (("state", "tercatat"), "ya"),
    (("state", "tekanan", "start"), None),
    (("state", "tekanan", "to"), "1001"),
    (("scenes",), {}),
    (("scenes", "Loket"), {"text": "x", "to": "loket"}),
    ((*PASSAGE, "text"), None),
    ((*PASSAGE, "text"), []),
    ((*PASSAGE, "to"), []),
    ((*PASSAGE, "to"), {"scene": "loket"}),
    ((*PASSAGE, "weight"), "1"),
    ((*ENDING, "title"), None),
    ((*ENDING, "ending"), "sempurna"),
    ((*ENDING, "to"), "loket"),
    (("scenes", "ruang-kepala", "ask"), None),
    (("scenes", "ruang-kepala", "shuffle"), "no"),
    (("scenes", "ruang-kepala", "weight"), "6"),
    (("scenes", "ruang-kepala", "choices"), {}),
    (("scenes", "ruang-kepala", "text", 1, "if"), None),
    (("scenes", "ruang-kepala", "text", 1, "lain"), "x"),
    ((*DIAM, "outcome"), None),
    ((*DIAM, "scores"), None),
    ((*DIAM, "scores", "accountability"), "-3"),
    ((*DIAM, "scores", "jujur"), "1"),
    ((*DIAM, "add", "tekanan"), "satu"),
    ((*DIAM, "to", 0, "ke"), "loket"),
    ((*DIAM, "to", 1, "scene"), None),
    ((*DIAM, "recommended"), Quoted("true")),
    ((*DIAM, "excuse"), "malas"),
    ((*DIAM, "law"), "G-06"),
    ((*DIAM, "if"), ["tercatat"]),
    ((*DIAM, "if"), ""),
    (("debrief", "gather"), []),
    (("debrief", "analyse"), None),
    (("debrief", "office", 0, "remedy"), "S4"),
    (("allow", "Long"), "x"),
]


@pytest.mark.parametrize(("path", "value"), BREAKS, ids=[f"{path}: {value!s:.20}" for path, value in BREAKS])
def test_a_break_of_the_structure_is_refused_by_both(
    base_case: str, path: tuple[Any, ...], value: Any
) -> None:
    """What the editor underlines in red the check reports, and the other way round."""
    data = set_at(data_of(base_case), path, value)

    assert (accepts(data), structure_is_sound(data)) == (False, False)


def test_too_few_and_too_many_choices_are_refused(base_case: str) -> None:
    """Two to five, in the editor as well."""
    case = data_of(base_case)
    choice = case["scenes"]["ruang-kepala"]["choices"]["ceritakan"]
    verdicts = [
        accepts(set_at(case, ("scenes", "ruang-kepala", "choices"), {f"c{n}": choice for n in range(count)}))
        for count in range(8)
    ]

    assert verdicts == [False, False, True, True, True, True, False, False]
