"""`etika-sim list --coverage`: what the cases cover together, for people and for machines."""

from __future__ import annotations

import json
import re

import pytest
from cli.program import program
from jsonschema import validate

from etika_sim.language.fields import LEVELS, PRACTICES, PRESSURES, REMEDIES, THEMES
from etika_sim.library.folders import cases_in, shipped
from etika_sim.model import PRINCIPLES

SHARE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["cases", "modules"],
    "properties": {
        "cases": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        "modules": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 6}},
    },
}
GROUPS = {
    "modules": tuple("123456"),
    "levels": LEVELS,
    "practices": PRACTICES,
    "pressures": PRESSURES,
    "remedies": REMEDIES,
    "principles": tuple(principle.value for principle in PRINCIPLES),
    "themes": THEMES,
}
HOLE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["group", "name", "unit", "found", "wanted"],
    "properties": {
        "group": {"enum": list(GROUPS)},
        "name": {"type": "string"},
        "unit": {"enum": ["cases", "modules"]},
        "found": {"type": "integer", "minimum": 0},
        "wanted": {"type": "integer", "minimum": 1},
    },
}
COVERAGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["schema_version", "cases", "coverage", "holes", "without_theme"],
    "properties": {
        "schema_version": {"const": 1},
        "cases": {"type": "array", "items": {"type": "string"}},
        "coverage": {
            "type": "object",
            "additionalProperties": False,
            "required": list(GROUPS),
            "properties": {
                group: {
                    "type": "object",
                    "additionalProperties": False,
                    "required": list(names),
                    "properties": dict.fromkeys(names, SHARE),
                }
                for group, names in GROUPS.items()
            },
        },
        "holes": {"type": "array", "items": HOLE},
        "without_theme": {"type": "array", "items": {"type": "string"}},
    },
}
each_language = pytest.mark.parametrize("language", ["id", "en"])


def test_the_coverage_for_machines_holds_to_its_schema() -> None:
    """Every group with every name of the language, cases by their ids, every shipped case counted."""
    ran = program("list", "--coverage", "--json")
    found = json.loads(ran.out)

    assert (ran.status, ran.err) == (0, "")
    validate(found, COVERAGE)
    assert set(found["cases"]) >= {path.stem for path in cases_in(shipped())}
    assert {name for one in found["coverage"]["modules"].values() for name in one["cases"]} == set(
        found["cases"]
    )


@each_language
def test_the_page_fits_80_columns_and_names_every_theme(language: str) -> None:
    """Rows of the table have a name and seven cells; each theme stands with a case."""
    ran = program("list", "--coverage", "--lang", language)
    lines = ran.out.splitlines()
    rows = [line for line in lines if re.search(r"(?: {1,2}(?:\d+|–)){6} +(?:\d+|–)$", line)]

    assert (ran.status, ran.err) == (0, "")
    assert max(map(len, lines)) <= 80
    assert len(rows) == 1 + sum(map(len, GROUPS.values())) - len(THEMES) - 6
    assert sum(line.startswith("* ") for line in lines) >= len(THEMES)


def test_coverage_is_of_all_cases_or_refused() -> None:
    """Options that leave cases out would make holes of them: status 2 and one sentence."""
    ran = program("list", "--coverage", "--module", "5", "--theme", "gratifikasi")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "--coverage melihat semua kasus: hapus --module 5 --theme gratification.\n"
