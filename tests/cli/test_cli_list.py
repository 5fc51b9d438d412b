"""`etika-sim list`: for people, and for machines."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cli.program import Writer, program
from jsonschema import validate

from etika_sim.library.folders import shipped

CASE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "file", "sound", "title", "summary", "module", "level", "minutes", "practices"],
    "properties": {
        "id": {"type": "string"},
        "file": {"type": "string"},
        "sound": {"const": True},
        "title": {"type": "string", "minLength": 1},
        "summary": {"type": "string", "minLength": 1},
        "module": {"type": "integer", "minimum": 1, "maximum": 6},
        "level": {"enum": ["basic", "intermediate", "advanced"]},
        "minutes": {"type": ["integer", "null"]},
        "practices": {"type": "array", "items": {"pattern": "^PR[1-5]$"}},
        "pressures": {"type": "array", "items": {"pattern": "^T[1-4]$"}},
        "decisions": {"type": "integer", "minimum": 1},
        "endings": {"type": "integer", "minimum": 1},
        "language": {"enum": ["id", "en"]},
    },
}
BROKEN = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "file", "sound"],
    "properties": {"id": {"type": "string"}, "file": {"type": "string"}, "sound": {"const": False}},
}
LIST = {
    "type": "object",
    "additionalProperties": False,
    "required": ["schema_version", "cases"],
    "properties": {
        "schema_version": {"const": 1},
        "cases": {"type": "array", "items": {"oneOf": [CASE, BROKEN]}},
    },
}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_list_for_machines_holds_to_its_schema(language: str) -> None:
    """`list --json` is one document with every case in the language asked for, and nothing else."""
    ran = program("list", "--json", "--lang", language)
    data = json.loads(ran.out)

    validate(data, LIST)
    assert (ran.status, ran.err) == (0, "")
    assert {case["id"] for case in data["cases"]} >= {"amplop-di-loket", "sepupu-di-meja-izin"}
    assert {case["language"] for case in data["cases"]} == {language}


def test_the_list_is_sorted_by_module() -> None:
    """Cases come module by module, in both forms."""
    data = json.loads(program("list", "--json").out)["cases"]
    page = program("list").out

    assert [case["module"] for case in data] == sorted(case["module"] for case in data)
    places = [page.index(f"({case['id']})") for case in data]
    assert places == sorted(places)


def test_a_file_with_errors_is_listed_last_with_the_command_that_shows_them(case_file: Writer) -> None:
    """A broken file is not hidden: the list says how to see what is wrong."""
    file = case_file(("start: loket", "start: lokett"))

    page = program("list", "--path", str(file.parent))
    data = json.loads(program("list", "--json", "--path", str(file.parent)).out)

    validate(data, LIST)
    assert data["cases"][-1] == {"id": "map-di-meja", "file": str(file), "sound": False}
    assert "map-di-meja: Berkas ini bergalat: etika-sim check" in page.out


def test_an_empty_library_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a single case the list is one sentence, not an empty page."""
    for name in ("law", "channels"):
        shutil.copy(shipped() / f"{name}.yaml", tmp_path)
    monkeypatch.setattr("etika_sim.library.folders.shipped", lambda: tmp_path)

    ran = program("list")

    assert (ran.status, ran.out) == (0, "Tidak ada kasus yang ditemukan.\n")
