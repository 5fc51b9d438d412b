"""`etika-sim check`: for people, for machines, for a forge."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cli.program import Writer, program
from jsonschema import validate

from etika_sim.checks.pages import rules
from etika_sim.library.folders import shipped

TAUGHT = Path(__file__).parents[1] / "taught"
FINDING = {
    "type": "object",
    "additionalProperties": False,
    "required": ["rule", "severity", "line", "column", "length", "path", "message", "hint"],
    "properties": {
        "rule": {"enum": list(rules())},
        "severity": {"enum": ["error", "warning"]},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "length": {"type": "integer", "minimum": 1},
        "path": {"type": "array", "items": {"type": ["string", "integer"]}},
        "message": {"type": "string", "minLength": 1},
        "hint": {"type": "string"},
    },
}
FILE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["file", "stage", "states", "more", "allowed", "findings"],
    "properties": {
        "file": {"type": "string"},
        "stage": {"enum": ["syntax", "structure", "proof", "warnings"]},
        "states": {"type": ["integer", "null"]},
        "more": {"type": "integer", "minimum": 0},
        "allowed": {"type": "integer", "minimum": 0},
        "findings": {"type": "array", "items": FINDING},
    },
}
REPORT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["schema_version", "files"],
    "properties": {"schema_version": {"const": 1}, "files": {"type": "array", "items": FILE}},
}


def checked(*words: str) -> tuple[int, list[dict[str, object]]]:
    """The status of a check and its files as JSON, held against the schema."""
    ran = program("check", "--format", "json", *words)
    data = json.loads(ran.out)
    validate(data, REPORT)
    assert ran.err == ""
    return ran.status, data["files"]


def severities(file: dict[str, object]) -> list[str]:
    """The severities of a file's findings."""
    return [finding["severity"] for finding in file["findings"]]  # type: ignore[attr-defined]


def test_a_good_case_has_no_findings_and_says_what_was_proved(taught_file: Writer) -> None:
    """Status 0, and the number of states the proof went through."""
    ran = program("check", str(taught_file()))

    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "1 berkas diperiksa: tanpa galat.\nBukti: 32 keadaan, lengkap.\n"


def test_a_finding_has_its_place_its_line_and_a_hint(case_file: Writer) -> None:
    """File, line, column, rule and sentence; the line itself; a caret with what may have been meant."""
    file = case_file(("to: ruang-kepala", "to: ruang-kepal"))

    ran = program("check", str(file))

    assert ran.status == 1
    assert ran.out.splitlines()[:3] == [
        f'{file}:80:9 galat unknown-scene: tidak ada adegan bernama "ruang-kepal"',
        "   80 │     to: ruang-kepal",
        '      │         ^^^^^^^^^^^ Mungkin maksud Anda "ruang-kepala"?',
    ]
    assert ran.out.splitlines()[-1] == "1 berkas diperiksa: 1 galat."


def test_findings_for_machines_hold_to_their_schema(case_file: Writer) -> None:
    """`--format json` is one document with places, sentences and the path of each finding."""
    file = case_file(("to: ruang-kepala", "to: ruang-kepal"))

    status, files = checked(str(file))

    assert status == 1
    assert files == [
        {
            "file": str(file),
            "stage": "structure",
            "states": None,
            "more": 0,
            "allowed": 0,
            "findings": [
                {
                    "rule": "unknown-scene",
                    "severity": "error",
                    "line": 80,
                    "column": 9,
                    "length": 11,
                    "path": ["scenes", "sore-hari", "to"],
                    "message": 'tidak ada adegan bernama "ruang-kepal"',
                    "hint": 'Mungkin maksud Anda "ruang-kepala"?',
                }
            ],
        }
    ]


def test_the_shipped_folder_for_machines_is_sound() -> None:
    """Every shipped file is there, without a finding; cases carry the number of their states."""
    status, files = checked(str(shipped()))

    assert status == 0
    assert {severity for file in files for severity in severities(file)} <= {"warning"}
    assert {Path(str(file["file"])).name for file in files} >= {"law.yaml", "amplop-di-loket.en.yaml"}


def test_findings_for_a_forge_are_one_line_each(case_file: Writer) -> None:
    """`--format github` gives workflow commands: line ends, percent signs, commas and colons escaped."""
    file = case_file(("to: ruang-kepala", "to: ruang-kepal"), name="a,b%c.yaml")

    ran = program("check", "--format", "github", str(file))

    name = str(file).replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    assert ran.status == 1
    assert ran.out == (
        f'::error file={name},line=80,col=9,title=unknown-scene::tidak ada adegan bernama "ruang-kepal"'
        '%0AMungkin maksud Anda "ruang-kepala"?\n'
    )


def test_a_good_case_gives_a_forge_nothing_to_show(taught_file: Writer) -> None:
    """No finding, no line."""
    ran = program("check", "--format", "github", str(taught_file()))

    assert ran == (0, "", "")


def test_the_sentences_follow_the_language_in_every_format(case_file: Writer) -> None:
    """English sentences for people, machines and forges alike."""
    file = case_file(("to: ruang-kepala", "to: ruang-kepal"))

    for form in ("text", "json", "github"):
        ran = program("check", "--format", form, "--lang", "en", str(file))
        assert "there is no scene" in ran.out


def test_without_paths_this_folder_is_checked(taught_file: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """`etika-sim check` alone looks at the cases of the current folder."""
    monkeypatch.chdir(taught_file().parent)

    ran = program("check")

    assert (ran.status, ran.out.splitlines()[0]) == (0, "1 berkas diperiksa: tanpa galat.")


def test_a_folder_without_cases_is_said_to_have_none(tmp_path: Path) -> None:
    """Nothing checked is not nothing found: one sentence, status 2."""
    ran = program("check", str(tmp_path))

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"Tidak ada berkas kasus di {tmp_path}")


def test_several_paths_are_checked_together_and_each_once(taught_file: Writer) -> None:
    """A file named twice, or by its folder as well, is one file."""
    file = taught_file()

    ran = program("check", str(file), str(file.parent), str(file))

    assert ran.out.splitlines()[0] == "1 berkas diperiksa: tanpa galat."


@pytest.mark.parametrize("named", ["base.yaml", "base.en.yaml"])
def test_a_case_brings_its_translation_and_a_translation_its_case(taught_file: Writer, named: str) -> None:
    """Whichever of the two is named, both are checked."""
    folder = taught_file().parent
    shutil.copy(TAUGHT / "base.en.yaml", folder)

    ran = program("check", str(folder / named))

    assert (ran.status, ran.out.splitlines()[0]) == (0, "2 berkas diperiksa: tanpa galat.")


def test_a_register_in_an_authors_folder_is_checked_against_the_shipped_one(tmp_path: Path) -> None:
    """An id that the shipped register has already is a finding."""
    text = (shipped() / "channels.yaml").read_text(encoding="utf-8")
    own = tmp_path / "channels.yaml"
    own.write_text(text[: text.index("  KPK-GRATIFIKASI:")], encoding="utf-8")

    status, (file,) = checked(str(own))

    assert status == 1
    assert {finding["rule"] for finding in file["findings"]} == {"duplicate-id"}  # type: ignore[attr-defined]


def test_another_edition_of_the_shipped_register_repeats_nothing(tmp_path: Path) -> None:
    """A checkout beside an installed program holds every shipped id again; that is no fault."""
    shutil.copy(shipped() / "channels.yaml", tmp_path)

    status, (file,) = checked(str(tmp_path / "channels.yaml"))

    assert (status, file["findings"]) == (0, [])


def test_the_largest_size_can_be_lifted_and_lowered(case_file: Writer) -> None:
    """--max-size is the number of bytes still read."""
    file = case_file()
    size = file.stat().st_size

    assert program("check", "--max-size", str(size), str(file)).status == 0
    assert "yaml-syntax" in program("check", "--max-size", str(size - 1), str(file)).out


def test_a_hundred_findings_are_shown_and_the_rest_is_counted(tmp_path: Path) -> None:
    """A file with a thousand mistakes says how many more there are."""
    file = tmp_path / "banyak.yaml"
    file.write_text("".join(f"salah-{n}: x\n" for n in range(1000)), encoding="utf-8")

    ran = program("check", str(file))
    _status, (data,) = checked(str(file))

    assert ran.out.count("galat unknown-key") <= 100
    assert len(data["findings"]) == 100  # type: ignore[arg-type]
    assert f"dan {data['more']} lagi di berkas ini" in ran.out
