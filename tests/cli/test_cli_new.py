"""`etika-sim new`: a case to begin with, from a template or from a sheet."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli.workbench import Desk, files_in

from etika_sim.authoring.blank import blank_sheet

SCHEMA = "scenario.schema.json"


@pytest.mark.parametrize("small", [[], ["--small"]], ids=["full", "small"])
def test_a_new_case_lies_in_the_authors_folder_and_passes_the_check(desk: Desk, small: list[str]) -> None:
    """The schema beside it, the folder made; what it says is where it lies and what to type next."""
    ran = desk.program("new", "kasus-saya", "--module", "3", *small)
    case = desk.kasus / "kasus-saya.yaml"

    assert (ran.status, ran.err) == (0, "")
    assert files_in(desk.kasus) == ["kasus-saya.yaml", SCHEMA]
    assert f"Kasus baru Anda ada di sini:\n   {case}\n" in ran.out
    assert f"\n   etika-sim check {case}\n" in ran.out
    assert "\n   etika-sim play kasus-saya\n" in ran.out
    assert desk.program("check", str(desk.kasus)).status == 0
    assert "\nmodule: 3\n" in case.read_text(encoding="utf-8")


def test_a_new_case_is_played_by_its_id(desk: Desk) -> None:
    """What is told to be typed works."""
    desk.program("new", "kasus-saya", "--module", "3", "--small")

    ran = desk.program("play", "kasus-saya", "--choices", "beri-nomor,usul-papan")

    assert ran.status == 0
    assert "Papan di dinding" in ran.out


def test_another_folder_can_be_named(desk: Desk, here: Path) -> None:
    """It is made, and the words to type name the file."""
    ran = desk.program("new", "a", "--module", "1", "--into", "baru/sini")

    assert ran.status == 0
    assert files_in(here) == ["baru/sini/a.yaml", f"baru/sini/{SCHEMA}"]
    assert f"etika-sim play {Path('baru', 'sini', 'a.yaml')}" in ran.out
    assert not desk.kasus.exists()


def test_a_title_stands_in_the_case(desk: Desk) -> None:
    """As it was typed."""
    desk.program("new", "a", "--module", "1", "--title", "Siapa: kita?")

    assert '\ntitle: "Siapa: kita?"\n' in (desk.kasus / "a.yaml").read_text(encoding="utf-8")


def test_nothing_is_ever_overwritten(desk: Desk) -> None:
    """The second time it says so and names an id that is free."""
    desk.program("new", "a", "--module", "1")
    before = (desk.kasus / "a.yaml").read_bytes()

    ran = desk.program("new", "a", "--module", "2")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"Kasus a sudah ada: {desk.kasus / 'a.yaml'}. Pilih nama pendek lain, misalnya a-2.\n"
    assert (desk.kasus / "a.yaml").read_bytes() == before


def test_the_id_of_a_shipped_case_is_taken_as_well(desk: Desk) -> None:
    """Else one of the two could not be played by its id."""
    ran = desk.program("new", "amplop-di-loket", "--module", "1")

    assert ran.status == 2
    assert "misalnya amplop-di-loket-2." in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Sebutkan nama pendek kasus barunya, misalnya: etika-sim new kasus-saya --module 3"),
        (("kasus-saya",), "Sebutkan modulnya, misalnya: etika-sim new kasus-saya --module 3"),
        (("Kasus Saya", "--module", "1"), "Misalnya kasus-saya."),
        (("../a", "--module", "1"), "../a tidak dapat menjadi nama pendek kasus"),
        (("!!!", "--module", "1"), "Misalnya kasus-saya."),
        (("law", "--module", "1"), "misalnya kasus-law."),
        (("nul", "--module", "1"), "misalnya kasus-nul."),
        (("a" * 65, "--module", "1"), "Nama pendek kasus paling panjang 64 huruf."),
        (("a", "--module", "7"), "7 di luar rentang"),
        (("a", "--sheet", "--small"), "--sheet menulis lembar kosong"),
        (("a", "--from", "x.csv", "--small"), "tidak dipakai bersama --small"),
        (("a", "--from", "tidak-ada.csv"), "Tidak ada berkas tidak-ada.csv."),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, tuple) else None,
)
def test_what_cannot_be_done_says_the_way_out(desk: Desk, words: tuple[str, ...], said: str) -> None:
    """One sentence, status 2, nothing written."""
    ran = desk.program("new", *words)

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert not desk.kasus.exists()


def test_in_english_the_words_are_english(desk: Desk) -> None:
    """The case itself is in Indonesian, as cases are."""
    ran = desk.program("--lang", "en", "new", "a", "--module", "1", "--small")

    assert ran.out.startswith("\nThe new case lies here:\n")
    assert "title: Titipan di Antrean" in (desk.kasus / "a.yaml").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the system lets everybody write there")
def test_a_folder_that_may_not_be_written_is_told(desk: Desk) -> None:
    """Status 3, one sentence."""
    desk.home.chmod(0o500)
    ran = desk.program("new", "a", "--module", "1")
    desk.home.chmod(0o700)

    assert ran.status == 3
    assert "tidak boleh ditulisi" in ran.err


def test_a_file_in_the_place_of_the_folder_is_told(desk: Desk, here: Path) -> None:
    """Status 3, one sentence, no traceback."""
    (here / "berkas").write_bytes(b"")

    ran = desk.program("new", "a", "--module", "1", "--into", "berkas")

    assert (ran.status, ran.out) == (3, "")
    assert ran.err.count("\n") == 1


def test_a_schema_of_somebody_else_is_left_and_told(desk: Desk) -> None:
    """The case is written all the same."""
    desk.kasus.mkdir(parents=True)
    (desk.kasus / SCHEMA).write_text("{}", encoding="utf-8")

    ran = desk.program("new", "a", "--module", "1")

    assert ran.status == 0
    assert ran.err == f"{desk.kasus / SCHEMA} bukan berkas program ini dan dibiarkan apa adanya.\n"
    assert (desk.kasus / SCHEMA).read_text(encoding="utf-8") == "{}"


# --- sheets -----------------------------------------------------------------------------------


def test_the_blank_sheet_is_written_and_becomes_a_sound_case(desk: Desk) -> None:
    """The whole way as it is told: write the sheet, make a case of it, check it."""
    written = desk.program("new", "--sheet")
    sheet = desk.kasus / "lembar.csv"
    made = desk.program("new", "kursi", "--from", str(sheet))

    assert (written.status, written.err) == (0, "")
    assert f"etika-sim new kasus-saya --from {sheet}" in written.out
    assert sheet.read_bytes() == blank_sheet()
    assert (made.status, made.err) == (0, "")
    assert "1 berkas diperiksa: tanpa galat." in made.out
    assert files_in(desk.kasus) == ["kursi.yaml", "lembar.csv", SCHEMA]


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("x.csv", "--sheet"), "x.csv"),
        (("--sheet", "--into", "."), "lembar.csv"),
        (("--sheet", "x.csv"), "x.csv"),
    ],
)
def test_a_sheet_is_written_where_it_is_wanted(
    desk: Desk, here: Path, words: tuple[str, ...], file: str
) -> None:
    """Under the name given, in the folder given; never over another file."""
    first, second = desk.program("new", *words), desk.program("new", *words)

    assert (first.status, second.status) == (0, 2)
    assert files_in(here) == [file]
    assert f"{file} sudah ada; pilih nama lain." in second.err


def test_what_a_sheet_left_open_is_told_by_row_and_the_check_tells_the_rest(desk: Desk, here: Path) -> None:
    """Status 1; the case is written nevertheless, to be mended."""
    rows = (
        "adegan;teks;pilihan;KJ;akibat;ulasan;ke\n#judul;Kursi\nLoket;Ramai.;Menolak;5;Ia pergi.;Baik.;Lokt\n"
    )
    (here / "lembar.csv").write_text(rows, encoding="cp1252")

    ran = desk.program("new", "kursi", "--from", "lembar.csv", "--module", "2")

    assert (ran.status, ran.err) == (1, "")
    assert '- Baris 3: "5" di kolom KJ bukan bilangan -2 sampai 2; sel itu' in ran.out
    assert '- Baris 3: tidak ada adegan bernama "lokt". Mungkin maksud Anda loket?' in ran.out
    assert "- Lembar: baris #ringkasan tidak ada" in ran.out
    assert "galat no-ending" in ran.out
    assert (desk.kasus / "kursi.yaml").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "kosong. Lembar untuk diisi"),
        (b"PK\x03\x04", "sebuah buku kerja."),
        (b"halo", "tidak punya baris judul kolom"),
        (b"a\x00b", "bukan teks."),
        (b"a\x81", "tidak terbaca sebagai teks."),
    ],
)
def test_a_file_that_is_no_sheet_is_one_sentence(desk: Desk, here: Path, content: bytes, said: str) -> None:
    """Status 1, with a way out; nothing is written."""
    (here / "x.csv").write_bytes(content)

    ran = desk.program("new", "a", "--from", "x.csv")

    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert said in ran.err
    assert not desk.kasus.exists()


def test_no_word_of_a_sheet_reaches_the_terminal_as_a_command(desk: Desk, here: Path) -> None:
    """What is told of a cell is made safe, and is no longer than can be read."""
    rows = f"adegan;pilihan;KJ;ke\nLoket;a;\x1b[2J{'x' * 500};Loket\n"
    (here / "x.csv").write_text(rows, encoding="utf-8")

    ran = desk.program("new", "a", "--from", "x.csv")

    assert "\x1b" not in ran.out + ran.err
    assert "x" * 80 not in ran.out
