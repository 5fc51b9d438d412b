"""`etika-sim list`: for people, and for machines."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from cli.program import Ran, Writer, program
from jsonschema import validate

from etika_sim.language.fields import THEMES
from etika_sim.library.folders import shipped
from etika_sim.model import PRINCIPLES

CASE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "file", "own", "sound", "title", "summary", "module", "level", "minutes", "practices"],
    "properties": {
        "id": {"type": "string"},
        "file": {"type": "string"},
        "own": {"type": "boolean"},
        "sound": {"const": True},
        "title": {"type": "string", "minLength": 1},
        "summary": {"type": "string", "minLength": 1},
        "note": {"type": ["string", "null"]},
        "you": {"type": "string", "minLength": 1},
        "module": {"type": "integer", "minimum": 1, "maximum": 6},
        "level": {"enum": ["basic", "intermediate", "advanced"]},
        "minutes": {"type": ["integer", "null"]},
        "practices": {"type": "array", "items": {"pattern": "^PR[1-5]$"}},
        "pressures": {"type": "array", "items": {"pattern": "^T[1-4]$"}},
        "remedies": {"type": "array", "items": {"pattern": "^S[1-3]$"}},
        "themes": {"type": "array", "items": {"enum": list(THEMES)}},
        "principles": {"type": "array", "items": {"enum": list(PRINCIPLES)}},
        "decisions": {"type": "integer", "minimum": 1},
        "endings": {"type": "integer", "minimum": 1},
        "language": {"enum": ["id", "en"]},
    },
}
BROKEN = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "file", "own", "sound"],
    "properties": {
        "id": {"type": "string"},
        "file": {"type": "string"},
        "own": {"type": "boolean"},
        "sound": {"const": False},
    },
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
    assert data["cases"][-1] == {"id": "map-di-meja", "file": str(file), "own": True, "sound": False}
    assert "map-di-meja: Berkas ini bergalat: etika-sim check" in page.out


def test_a_content_note_stands_in_the_list_and_before_the_story(case_file: Writer) -> None:
    """Whoever would rather not play it learns so before the first scene."""
    file = case_file(("start: loket\n", "note: Ada amplop di sini.\nstart: loket\n"))
    listed = program("list", "--path", str(file.parent))
    played = program("play", str(file), "--choices", "kembalikan")

    for page in (listed.out, played.out):
        assert "Sebelum mulai: Ada amplop di sini." in page
    assert played.out.index("Sebelum mulai") < played.out.index("Anda: Sari")


def test_an_empty_library_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a single case the list is one sentence, not an empty page."""
    for name in ("law", "channels"):
        shutil.copy(shipped() / f"{name}.yaml", tmp_path)
    monkeypatch.setattr("etika_sim.library.folders.shipped", lambda: tmp_path)

    ran = program("list")

    assert (ran.status, ran.out) == (0, "Tidak ada kasus yang ditemukan.\n")


@pytest.mark.parametrize(
    "content", [None, b"", b"{}\n{}", b"\x00" * 99], ids=["gone", "empty", "foreign", "binary"]
)
def test_an_index_that_is_damaged_or_gone_changes_nothing(tmp_path: Path, content: bytes | None) -> None:
    """The list is the same before and after, without a word about it, and the index is whole again."""
    env = {"ETIKA_SIM_HOME": str(tmp_path)}
    index = tmp_path / "cache" / "index.json"
    before = program("list", env=env)
    whole = index.read_bytes()
    index.unlink()
    if content is not None:
        index.write_bytes(content)

    assert program("list", env=env) == before == Ran(0, before.out, "")
    assert index.read_bytes() == whole


def test_an_index_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    """Somebody else's file where our folder should be: the cases are listed all the same."""
    (tmp_path / "cache").write_text("bukan folder", encoding="utf-8")

    assert program("list", env={"ETIKA_SIM_HOME": str(tmp_path)}) == program("list")


def test_the_index_lies_in_the_users_cache_folder(tmp_path: Path) -> None:
    """Without ETIKA_SIM_HOME it goes where the system keeps such things, and nowhere else."""
    names = ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME")
    program("list", env={**{name: str(tmp_path) for name in names}, "ETIKA_SIM_HOME": ""})

    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["index.json"]
    assert [file for file in tmp_path.rglob("etika-sim") if file.is_dir()]


# --- only the cases that fit -------------------------------------------------------------------


@pytest.fixture
def several(case_file: Writer) -> str:
    """A folder with three small cases that differ, and one with errors."""
    kinds = {
        "satu": (),
        "dua": (
            ("module: 5", "module: 2"),
            ("minutes: 4\n", ""),
            ("level: basic", "level: advanced"),
            ("practices: [PR3]", "practices: [PR1, PR3]"),
        ),
        "tiga": (("module: 5", "module: 6"), ("minutes: 4", "minutes: 20"), ("remedy: S3", "remedy: S1")),
        "rusak": (("start: loket", "start: lokett"),),
    }
    files = [case_file(*changes, name=f"{name}.yaml") for name, changes in kinds.items()]
    return str(files[0].parent)


def listed(folder: str, *words: str) -> set[str]:
    """The ids of the cases in a folder that the list shows with those words."""
    cases = json.loads(program("list", "--json", "--path", folder, *words).out)["cases"]
    return {case["id"] for case in cases if case["file"].startswith(folder)}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", {"satu", "dua", "tiga", "rusak"}),
        ("--module 2", {"dua"}),
        ("--module 1", set()),
        ("--level basic", {"satu", "tiga"}),
        ("--level dasar", {"satu", "tiga"}),
        ("--level LANJUT", {"dua"}),
        ("--minutes 4", {"satu"}),
        ("--minutes 20", {"satu", "tiga"}),
        ("--practice PR3", {"satu", "dua", "tiga"}),
        ("--practice pr1", {"dua"}),
        ("--practice PR1 --practice PR3", {"dua"}),
        ("--practice PR1 --practice PR2", set()),
        ("--pressure T2", {"satu", "dua", "tiga"}),
        ("--pressure T1", set()),
        ("--remedy S1", {"tiga"}),
        ("--remedy S3 --module 5", {"satu"}),
        ("--remedy S3 --module 6", set()),
        ("--theme gratification", {"satu", "dua", "tiga"}),
        ("--theme gratifikasi --module 2", {"dua"}),
        ("--theme procurement", set()),
        ("--theme pungli", set()),
        ("--principle transparency", {"satu", "dua", "tiga"}),
        ("--principle fairness", set()),
        ("--principle integrity --principle professionalism", set()),
    ],
)
def test_the_list_holds_only_the_cases_that_fit_every_option(several: str, words: str, ids: set[str]) -> None:
    """Options narrow the list, a repeated one as well; a file with errors fits none."""
    assert listed(several, *words.split()) == ids


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    "word",
    ["accountability", "TJ", "tj", "Tanggung jawab", "tanggung_jawab", "Responsibility", "akuntabilitas"],
)
def test_a_principle_goes_by_many_names(several: str, word: str, language: str) -> None:
    """Its id, its letters, its label in Indonesian and in English, whatever language is spoken."""
    assert listed(several, "--lang", language, "--principle", word) == {"satu", "dua", "tiga"}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("word", ["illegal-fees", "Pungli", "pungutan liar", "pungutan liar (pungli)"])
def test_a_theme_goes_by_the_names_that_people_use(word: str, language: str) -> None:
    """Its id, its words, and what stands before or inside their bracket."""
    if language == "en" and word.startswith("pungutan"):
        word = word.replace("pungutan liar", "illegal fees")
    cases = json.loads(program("list", "--json", "--lang", language, "--theme", word).out)["cases"]

    assert "uang-rokok" in {case["id"] for case in cases}


def test_what_fits_is_shown_as_ever(several: str) -> None:
    """For people the same page with fewer cases."""
    ran = program("list", "--path", several, "--module", "6", "--remedy", "S1")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Evaluasi dan Refleksi Etika (Modul 6)\n")
    assert "\nMap di Meja (tiga)\n" in ran.out
    assert "(Modul 5)" not in ran.out


NOTHING = ("--module", "1", "--principle", "KJ", "--practice", "pr2", "--level", "dasar", "--minutes", "3")


def test_when_nothing_fits_one_sentence_names_the_options() -> None:
    """It goes to standard error, and the status is 1."""
    assert program("list", *NOTHING) == Ran(
        1,
        "",
        "Tidak ada kasus yang cocok dengan --module 1 --level basic --minutes 3 --principle integrity"
        " --practice PR2.\n",
    )


def test_when_nothing_fits_machines_get_an_empty_list() -> None:
    """An empty list is an answer: status 0."""
    ran = program("list", *NOTHING, "--json")

    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == {"schema_version": 1, "cases": []}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--principle kejujurn", "Opsi --principle tidak mengenal kejujurn. Mungkin maksud Anda Kejujuran?"),
        ("--principle intgrity", "Opsi --principle tidak mengenal intgrity. Mungkin maksud Anda integrity?"),
        ("--level basik", "Opsi --level tidak mengenal basik. Mungkin maksud Anda basic?"),
        ("--level zzzzz", "Opsi --level tidak mengenal zzzzz. Yang dikenal: basic, intermediate, advanced."),
        ("--practice PR9", "Opsi --practice tidak mengenal PR9. Yang dikenal: PR1, PR2, PR3, PR4, PR5."),
        ("--practice T1", "Opsi --practice tidak mengenal T1. Yang dikenal: PR1, PR2, PR3, PR4, PR5."),
        ("--pressure S1", "Opsi --pressure tidak mengenal S1. Yang dikenal: T1, T2, T3, T4."),
        ("--remedy \x1b", "Opsi --remedy tidak mengenal \\x1b. Yang dikenal: S1, S2, S3."),
        ("--theme gratifikas", "Opsi --theme tidak mengenal gratifikas. Mungkin maksud Anda gratifikasi?"),
        ("--module 7", "7 di luar rentang 1<=x<=6."),
        ("--module lima", "'lima' bukan bilangan yang sah."),
        ("--minutes 0", "0 di luar rentang x>=1."),
        ("--modul 5", "Tidak ada opsi '--modul'. Mungkin maksud Anda '--module'?"),
    ],
)
def test_a_word_that_an_option_does_not_know_is_answered_with_what_may_be_meant(
    words: str, said: str
) -> None:
    """Status 2, one sentence, and what is near or known."""
    ran = program("list", *words.split(" "))

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_help_tells_how_the_list_is_narrowed() -> None:
    """All options, that they all must fit, and what comes when nothing does."""
    said = " ".join(program("list", "--help").out.split())

    assert "hanya kasus yang cocok dengan semuanya" in said
    assert "status keluarnya 1; dengan --json statusnya 0 dan daftarnya kosong" in said
    for option in ("module", "principle", "practice", "pressure", "remedy", "theme", "level", "minutes"):
        assert f"--{option} " in said
