"""`etika-sim check`: for people, for machines, for a forge."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cli.program import Writer, program
from jsonschema import validate

from etika_sim.checks.pages import rules
from etika_sim.checks.warnings import RULES
from etika_sim.library.folders import shipped

pytestmark = pytest.mark.usefixtures("the_day")

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
COUNTS = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}
CUE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name", "hits", "of", "expected", "p", "counts", "significant"],
    "properties": {
        "name": {
            "enum": [
                *("longest", "shortest", "commas", "joined", "digits", "no-reason", "reason"),
                *("cue-bot", "learned-cue", "review-formula", "position"),
            ]
        },
        "hits": {"type": "integer", "minimum": 0},
        "of": {"type": "integer", "minimum": 1},
        "expected": {"type": "number", "minimum": 0},
        "p": {"type": "number", "minimum": 0, "maximum": 1},
        "counts": {"type": "array", "items": {"type": "integer"}},
        "significant": {"type": "boolean"},
        "word": {"type": "string"},
        "language": {"enum": ["", "en"]},
    },
}
LIBRARY = {
    "type": "object",
    "additionalProperties": False,
    "required": ["cases", "decisions", "coverage", "cues", "uncited"],
    "properties": {
        "cases": {"type": "integer"},
        "decisions": {"type": "integer"},
        "coverage": {"type": "object", "additionalProperties": COUNTS},
        "cues": {"type": "array", "items": CUE},
        "uncited": {"type": "array", "items": {"type": "string"}},
    },
}
REPORT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["schema_version", "files"],
    "properties": {
        "schema_version": {"const": 1},
        "files": {"type": "array", "items": FILE},
        "library": LIBRARY,
    },
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


# --- suggestions ---

LOUD = (
    (
        "lalu hari selesainya.",
        "lalu menerangkan perkiraan selesainya beserta tahapan pemeriksaan berikutnya.",
    ),
    ("Berkata bahwa Anda sedang sibuk", "Berkata bahwa Anda selalu sibuk"),
    ("Membawanya ke dapur kantor, supaya", "Membawa semua durian ke dapur kantor, supaya"),
    ("Meminta waktu sampai besok, lalu menyamakan cerita", "Meminta A dan B, lalu menyamakan cerita"),
)
"""Changes that make a case worse: one best choice too long, two absolute words, one choice of letters."""


@pytest.fixture
def loud(taught_file: Writer) -> Path:
    """A sound case with more suggestions than are shown at first."""
    return taught_file(*LOUD)


def rules_shown(out: str) -> list[str]:
    """The rules of the suggestions that a report shows, in order."""
    return [
        line.split(" saran ")[1].split(":")[0]
        for line in out.splitlines()
        if " saran " in line and ".yaml:" in line
    ]


def test_the_three_suggestions_that_help_most_are_shown(loud: Path) -> None:
    """The first of each rule in the order of their help; then how many more, and how to see them."""
    ran = program("check", str(loud))
    every = program("check", "--all", str(loud))

    assert ran.status == 0
    assert len(rules_shown(ran.out)) == len(set(rules_shown(ran.out))) == 3
    ranked = sorted(set(rules_shown(every.out)), key=RULES.index)
    assert rules_shown(ran.out) == ranked[:3]
    left = len(rules_shown(every.out)) - 3
    assert f"3 saran yang paling menolong · {left} saran lain (--all)" in ran.out


def test_all_suggestions_can_be_seen(loud: Path) -> None:
    """With --all each of them is shown, and the status stays 0."""
    ran = program("check", "--all", str(loud))

    assert ran.status == 0
    assert rules_shown(ran.out).count("absolutes") == 2
    assert f"{len(rules_shown(ran.out))} saran\n" in ran.out


def test_strict_shows_all_and_makes_suggestions_count(loud: Path, taught_file: Writer) -> None:
    """Status 1 with a suggestion, 0 without; what is shown is all of it."""
    ran = program("check", "--strict", str(loud))

    assert ran == (1, program("check", "--all", str(loud)).out, "")
    assert program("check", "--strict", str(taught_file())).status == 0


def test_what_the_author_has_weighed_is_counted(taught_file: Writer) -> None:
    """A rule under allow is silent, also with --strict, and the summary says how often."""
    allow = ("pressures: [T3]", 'pressures: [T3]\nallow: {absolutes: "Ucapan tokoh."}')
    ran = program("check", "--strict", str(taught_file(*LOUD[1:3], allow)))

    assert ran.status == 0
    assert "2 ditimbang penulis\n" in ran.out


def test_errors_come_first_and_leave_no_room_for_suggestions(loud: Path) -> None:
    """A case with an error is mended before it is made better."""
    loud.write_text(loud.read_text(encoding="utf-8").replace("to: rapat", "to: rapt"), encoding="utf-8")
    ran = program("check", "--strict", str(loud))

    assert ran.status == 1
    assert "galat unknown-scene" in ran.out
    assert rules_shown(ran.out) == []


def test_suggestions_for_machines_and_forges_are_all_there_with_their_severity(loud: Path) -> None:
    """JSON and workflow commands tell every suggestion as a warning; the status stays 0."""
    status, (file,) = checked(str(loud))
    ran = program("check", "--format", "github", str(loud))
    shown = rules_shown(program("check", "--all", str(loud)).out)

    assert (status, ran.status, file["stage"]) == (0, 0, "warnings")
    assert [finding["rule"] for finding in file["findings"]] == shown  # type: ignore[attr-defined]
    assert set(severities(file)) == {"warning"}
    assert [line.split(",title=")[1].split("::")[0] for line in ran.out.splitlines()] == shown
    assert all(line.startswith("::warning file=") for line in ran.out.splitlines())


def test_a_name_under_allow_that_no_suggestion_has_is_found(taught_file: Writer) -> None:
    """A slip of the pen keeps nothing quiet; the name that was meant is told."""
    ran = program("check", str(taught_file(("pressures: [T3]", 'pressures: [T3]\nallow: {absolute: "Ya."}'))))

    assert ran.status == 0
    assert 'saran unknown-rule: allow menyebut "absolute"' in ran.out
    assert 'Mungkin maksud Anda "absolutes"?' in ran.out


# --- the pack ---


def test_the_pack_is_counted_from_its_cases(taught_file: Writer) -> None:
    """Modules, practices, pressures, principles, levels and laws are those of the cases looked at."""
    first = taught_file()
    taught_file(("module: 5", "module: 3"), ("level: basic", "level: advanced"), name="lain.yaml")
    ran = program("check", "--library", "--format", "json", str(first.parent))
    data = json.loads(ran.out)
    validate(data, REPORT)
    library = data["library"]

    assert (library["cases"], library["decisions"]) == (2, 8)
    assert library["coverage"]["modules"] == {"1": 0, "2": 0, "3": 1, "4": 0, "5": 1, "6": 0}
    assert library["coverage"]["levels"] == {"basic": 1, "intermediate": 0, "advanced": 1}
    assert library["coverage"]["practices"]["PR3"] == library["coverage"]["pressures"]["T3"] == 2
    assert library["coverage"]["remedies"] == {"S1": 0, "S2": 0, "S3": 0}
    assert library["coverage"]["principles"]["integrity"] == 8
    assert not {"G-06", "P-01", "P-06h"} & set(library["uncited"])
    assert "G-01" in library["uncited"]


def test_the_pack_is_told_a_line_each(taught_file: Writer) -> None:
    """Nothing is wider than the page, and every principle and module has its number."""
    ran = program("check", "--library", str(taught_file()))

    assert ran.status == 0
    assert ran.out.startswith("Perpustakaan kasus (1 kasus, 4 keputusan)\n")
    assert "Kasus tiap modul: 1 –, 2 –, 3 –, 4 –, 5 1, 6 –." in ran.out
    assert "KJ 4" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_twin_that_is_nowhere_is_found_in_the_pack_only(taught_file: Writer) -> None:
    """One file alone cannot know which other cases there are; a twin in the folder or shipped is one."""
    file = taught_file(("pressures: [T3]", "pressures: [T3]\ntwin: sebelah"))

    assert "unknown-twin" not in program("check", str(file)).out
    assert 'saran unknown-twin: tidak ada kasus "sebelah"' in program("check", "--library", str(file)).out
    assert program("check", "--library", "--strict", str(file)).status == 1
    taught_file(name="sebelah.yaml")
    assert "unknown-twin" not in program("check", "--library", str(file.parent)).out
    shipped_twin = taught_file(("pressures: [T3]", "pressures: [T3]\ntwin: amplop-di-loket"))
    assert "unknown-twin" not in program("check", "--library", str(shipped_twin)).out


def test_a_cue_over_the_whole_pack_counts_with_strict(taught_file: Writer) -> None:
    """The best choice is mostly the shortest and never says why: the pack shows it, no case alone does."""
    for n in range(8):
        file = taught_file(name=f"kasus-{n}.yaml")
    ran = program("check", "--library", str(file.parent))
    strict = program("check", "--library", "--strict", str(file.parent))

    said = "pilihan terbaik paling pendek: 24 dari 32, kebetulan sekitar 12: lebih sering daripada kebetulan."
    assert said in " ".join(ran.out.split())
    said = "terbaik tanpa alasan, yang lain memberi alasan: 24 dari 24, kebetulan sekitar 16: lebih sering"
    assert said in " ".join(ran.out.split())
    assert (ran.status, strict.status) == (0, 1)
    assert program("check", "--strict", str(file.parent)).status == 0


def test_a_pack_without_a_sound_case_is_empty(case_file: Writer) -> None:
    """Broken cases are told of, and there is nothing else to count."""
    ran = program("check", "--library", str(case_file(("to: ruang-kepala", "to: ruang-kepal"))))

    assert ran.status == 1
    assert ran.out.startswith("Perpustakaan kasus (0 kasus, 0 keputusan)\n")


# --- waiting ---


def test_somebody_who_waits_sees_how_far_it_is(taught_file: Writer) -> None:
    """From twenty files on a terminal shows a counter on standard error, and wipes it away."""
    for n in range(20):
        folder = taught_file(name=f"kasus-{n}.yaml").parent
    seen = program("check", str(folder), terminal=True)
    piped = program("check", str(folder))

    assert "\r19 dari 20 berkas" in seen.err
    assert seen.err.endswith("\r")
    assert piped.err == ""
    assert "\r" not in seen.out
    assert "berkas" not in program("--plain", "check", str(folder), terminal=True).err
