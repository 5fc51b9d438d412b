"""`play --choices`: a whole play written out, for people and for machines."""

from __future__ import annotations

import json

import pytest
from cli.program import Writer, program
from jsonschema import validate

from etika_sim.model import PRINCIPLES

ROAD = "tolak-dan-catat,isi-formulir,hitung-bersama,urutkan,lampirkan-keterangan"
WHOLE = f"{ROAD},serahkan-bertanda-terima,minta-maaf"
RED = "terima,bawa-pulang,bawa-sendiri,lembur-satu,minta-diam,antrean-dulu,koreksi-saja"

TALLY = {
    "type": ["object", "null"],
    "additionalProperties": False,
    "required": ["earned", "range", "score", "chance", "k"],
    "properties": {
        "earned": {"type": "integer", "minimum": 0},
        "range": {"type": "integer", "minimum": 1},
        "score": {"type": "number", "minimum": 0, "maximum": 100},
        "chance": {"type": "number", "minimum": 0, "maximum": 100},
        "k": {"type": "integer", "minimum": 1},
    },
}
TALLIES = {
    "type": "object",
    "additionalProperties": False,
    "required": [principle.value for principle in PRINCIPLES],
    "properties": {principle.value: TALLY for principle in PRINCIPLES},
}
RED_LINE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["scene", "choice", "principles", "counted"],
    "properties": {
        "scene": {"type": "string"},
        "choice": {"type": "string"},
        "principles": {"type": "array", "items": {"enum": [principle.value for principle in PRINCIPLES]}},
        "counted": {"type": "boolean"},
    },
}
STEP = {
    "type": "object",
    "additionalProperties": False,
    "required": ["scene", "choice"],
    "properties": {"scene": {"type": "string"}, "choice": {"type": "string"}},
}
RESULT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["schema_version", "case", "key", "language", "seed", "complete", "path", "ending"],
    "properties": {
        "schema_version": {"const": 1},
        "case": {"type": "string"},
        "key": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "language": {"enum": ["id", "en"]},
        "seed": {"type": "string"},
        "complete": {"type": "boolean"},
        "path": {"type": "array", "items": STEP},
        "ending": {
            "type": ["object", "null"],
            "additionalProperties": False,
            "required": ["id", "quality", "title"],
            "properties": {
                "id": {"type": "string"},
                "quality": {"enum": ["exemplary", "acceptable", "compromised", "violation"]},
                "title": {"type": "string"},
            },
        },
        "red_lines": {"type": "array", "items": RED_LINE},
        "undone": {"type": "integer", "minimum": 0},
        "scorecard": TALLIES,
        "overall": TALLY,
        "comparator": TALLIES,
    },
}


def result(*words: str) -> dict[str, object]:
    """The JSON of a scripted play, held against its schema."""
    data = json.loads(program("play", "amplop-di-loket", "--json", "--choices", *words).out)
    validate(data, RESULT)
    return data


def test_a_whole_play_for_machines_holds_to_its_schema() -> None:
    """`play --json` gives the path, the ending, the sums and nothing else."""
    data = result(WHOLE)

    assert [step["choice"] for step in data["path"]] == WHOLE.split(",")  # type: ignore[attr-defined]
    assert data["complete"] is True
    assert data["ending"] == {
        "id": "buku-tamu-berbicara",
        "quality": "exemplary",
        "title": "Buku tamu yang berbicara",
    }
    assert data["red_lines"] == []
    assert data["scorecard"] == data["comparator"]


def test_red_lines_are_counted_for_machines() -> None:
    """Each red line says where, what, which principles, and that it counts."""
    data = result(RED)

    assert [(line["choice"], line["counted"]) for line in data["red_lines"]] == [  # type: ignore[attr-defined]
        ("terima", True),
        ("bawa-pulang", True),
    ]


def test_an_unfinished_play_for_machines_is_incomplete_without_an_ending() -> None:
    """A play that stops before an ending is still one valid document, and status 1 tells."""
    ran = program("play", "amplop-di-loket", "--json", "--choices", ROAD)
    data = json.loads(ran.out)

    validate(data, RESULT)
    assert (ran.status, data["complete"], data["ending"]) == (1, False, None)
    assert ran.err == (
        "Permainan berhenti sebelum akhir cerita. Pilihan yang terbuka: "
        f"{', '.join(sorted_as_said(ran.err))}.\n"
    )


def sorted_as_said(sentence: str) -> list[str]:
    """The ids that a sentence lists behind its colon."""
    return sentence.rsplit(": ", 1)[1].rstrip(".\n").split(", ")


def test_a_play_that_stops_too_soon_lists_the_open_choices() -> None:
    """The sentence names every choice that could come next."""
    ran = program("play", "amplop-di-loket", "--choices", "")

    assert ran.status == 1
    assert set(sorted_as_said(ran.err)) == {"tolak-dan-catat", "tolak-saja", "terima"}
    assert ran.out.startswith("Amplop di Loket (Modul 5)\n")


def test_a_choice_that_is_not_offered_stops_the_play_there() -> None:
    """What came before is written out; the sentence says where, and what is offered."""
    ran = program("play", "amplop-di-loket", "--choices", "tolak-dan-catat,tandai-nihil,hitung-bersama")

    assert ran.status == 1
    assert ran.err.startswith("tandai-nihil tidak ditawarkan di ruang-kepala. Yang ditawarkan: ")
    assert set(sorted_as_said(ran.err)) == {"isi-formulir", "simpan-dulu", "salin-halaman"}
    assert "Pintu yang ditutup (Keputusan 2)" in ran.out
    assert "Kaleng di dapur kantor" not in ran.out


def test_choices_behind_the_ending_come_too_late() -> None:
    """One choice too many is said, and the whole play stands on standard output."""
    ran = program("play", "amplop-di-loket", "--choices", f"{WHOLE},terima")

    assert (ran.status, ran.err) == (1, "Permainan sudah berakhir; terima datang terlambat.\n")
    assert "Jejak Anda" in ran.out


def test_blanks_around_the_ids_and_empty_ones_do_not_matter() -> None:
    """`a, b,` is `a,b`."""
    spaced = WHOLE.replace(",", " , ") + ","

    assert program("play", "amplop-di-loket", "--choices", spaced).out == (
        program("play", "amplop-di-loket", "--choices", WHOLE).out
    )


def test_the_seed_changes_the_order_of_the_options_and_nothing_else() -> None:
    """Another seed shows the same options in another order; the same seed in the same."""
    words = ("play", "amplop-di-loket", "--choices", "", "--seed")
    pages = {seed: program(*words, seed).out for seed in "abcdef"}
    bags = {tuple(sorted(word for word in page.split() if len(word) > 2)) for page in pages.values()}

    assert pages["a"] == program(*words, "a").out
    assert len(set(pages.values())) > 1
    assert len(bags) == 1


@pytest.mark.parametrize("words", [(), ("--json",)], ids=["text", "json"])
def test_without_a_terminal_a_play_wants_its_choices(words: tuple[str, ...]) -> None:
    """Nothing is asked where nobody can answer: one sentence names the option to use."""
    ran = program("play", "amplop-di-loket", *words)

    assert (ran.status, ran.out) == (2, "")
    assert "--choices" in ran.err


def test_a_case_can_be_named_by_its_file(case_file: Writer) -> None:
    """A path is played as well as an id."""
    ran = program("play", str(case_file()), "--choices", "kembalikan,ceritakan")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Map di Meja (Modul 5)\n")


def test_a_case_with_faults_plays_with_a_notice(case_file: Writer) -> None:
    """Faults that the proof finds are no reason to refuse; the notice names the command that shows them."""
    file = case_file(("if: not tercatat and tekanan < 3", "if: tekanan > 3"))

    ran = program("play", str(file), "--choices", "kembalikan,ceritakan")

    assert ran.status == 0
    assert ran.err == (
        f"Perhatian: kasus ini bercacat; permainan bisa terhenti. Lihat: etika-sim check {file}\n"
    )


def test_a_fault_that_leads_nowhere_ends_in_one_sentence(case_file: Writer) -> None:
    """Where no route holds the play stops with the scene's name and status 1."""
    file = case_file(("- {scene: sore-hari}", "- {if: tekanan > 2, scene: sore-hari}"))

    ran = program("play", str(file), "--choices", "simpan,diam")

    assert ran.status == 1
    assert ran.err.splitlines()[-1] == "Ada cacat dalam kasus ini: dari ruang-kepala tidak ada jalan lanjut."


def test_a_case_with_errors_is_refused_and_its_errors_are_printed(case_file: Writer) -> None:
    """A broken structure cannot be played: the findings are shown as `check` shows them."""
    file = case_file(("to: ruang-kepala", "to: ruang-kepal"))

    ran = program("play", str(file), "--choices", "simpan")

    assert (ran.status, ran.err) == (1, "Kasus ini masih bergalat sehingga belum dapat dimainkan.\n")
    assert ran.out == program("check", str(file)).out
    assert "galat unknown-scene" in ran.out
