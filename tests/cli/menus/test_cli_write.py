"""Writing cases from the menu: by number and Enter, for someone who has never seen a terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli.workbench import Desk, files_in

from etika_sim.cli.menus.write import dragged
from etika_sim.environment import Environment

NEW, CHECK, TRY, MAP, EDIT, WATCH, SHARE, OPEN = "1", "2", "3", "4", "5", "6", "7", "8"
SMALL, WHOLE, SHEET, FROM_SHEET = "1", "2", "3", "4"
MENU = "Menulis kasus\n\n1. Kasus baru"
BEGIN = (NEW, SMALL, "Parkir di depan loket", "4", "m")
"""A small case, and back to the menu of the author."""
CASE = "parkir-di-depan-loket"


def begun(desk: Desk) -> Path:
    """A laptop with one case on it."""
    desk.menu(*BEGIN)
    return desk.kasus / f"{CASE}.yaml"


@pytest.mark.parametrize(("size", "minutes"), [(SMALL, "5"), (WHOLE, "12")])
def test_a_case_is_begun_with_a_title_and_a_module(desk: Desk, size: str, minutes: str) -> None:
    """Its id is made of the title; it is told where it lies and what comes next."""
    ran = desk.menu(NEW, size, "Parkir di depan loket", "4", "k")
    case = desk.kasus / f"{CASE}.yaml"
    text = case.read_text(encoding="utf-8")

    assert (ran.status, ran.err) == (0, "")
    assert "\ntitle: Parkir di depan loket\n" in text
    assert "\nmodule: 4\n" in text
    assert f"\nminutes: {minutes}\n" in text
    assert f"Kasus baru Anda ada di sini:\n   {case}\n" in ran.out
    assert "4. Komunikasi Etis dan Empatik" in ran.out
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


def test_two_cases_of_one_title_get_ids_of_their_own(desk: Desk) -> None:
    """Nobody is asked for an id, and nothing is overwritten."""
    desk.menu(*BEGIN, *BEGIN, "k")

    assert files_in(desk.kasus) == [f"{CASE}-2.yaml", f"{CASE}.yaml", "scenario.schema.json"]


@pytest.mark.parametrize("title", ["!!!", "123", "con", "law", "../x", "<b>", "é" * 300])
def test_any_title_gives_a_case(desk: Desk, title: str) -> None:
    """Whatever is typed, an id is found and the case is sound."""
    ran = desk.menu(NEW, SMALL, title, "1", "k")

    assert (ran.status, ran.err) == (0, "")
    assert len(files_in(desk.kasus)) == 2
    assert desk.program("check", str(desk.kasus)).status == 0


@pytest.mark.parametrize("typed", [("",), ("m",), ("Judul", ""), ("Judul", "m"), ("Judul", "7", "x", "")])
def test_one_can_go_back_before_anything_is_written(desk: Desk, typed: tuple[str, ...]) -> None:
    """Enter or M at each question; a module that is none is asked for again."""
    ran = desk.menu(NEW, SMALL, *typed, "k")

    assert (ran.status, ran.err) == (0, "")
    assert not desk.kasus.exists()
    assert ran.out.count("Ketik nomor 1 sampai 6.") == (2 if len(typed) == 4 else 0)


def test_a_sheet_is_written_filled_in_and_made_a_case(desk: Desk) -> None:
    """The whole way; the id comes from the title in the sheet."""
    ran = desk.menu(NEW, SHEET, SHEET, FROM_SHEET, str(desk.kasus / "lembar.csv"), "m", CHECK, "1", "k")

    assert (ran.status, ran.err) == (0, "")
    assert files_in(desk.kasus) == [
        "kursi-di-ruang-tunggu.yaml",
        "lembar-2.csv",
        "lembar.csv",
        "scenario.schema.json",
    ]
    assert "Bukti: 3 keadaan, lengkap." in ran.out


def test_a_file_that_is_no_sheet_is_told_and_the_menu_goes_on(desk: Desk) -> None:
    """One sentence, and the menu again."""
    ran = desk.menu(NEW, FROM_SHEET, "tidak-ada.csv", "m", "k")

    assert ran.status == 0
    assert ran.err == "Tidak ada berkas tidak-ada.csv.\n"
    assert ran.out.count(MENU) == 2


@pytest.mark.parametrize("action", [CHECK, TRY, MAP, EDIT, WATCH, SHARE])
def test_without_a_case_one_is_told_to_begin_one(desk: Desk, action: str) -> None:
    """No empty list."""
    ran = desk.menu(action, "k")

    assert "Anda belum punya kasus. Mulailah dengan: Kasus baru." in ran.out
    assert ran.out.count(MENU) == 2


def test_a_case_is_checked(desk: Desk) -> None:
    """As the command does it, and back to the list."""
    begun(desk).write_text("format: 1\n", encoding="utf-8")

    ran = desk.menu(CHECK, "1", "k")

    assert f"1. {CASE}: masih bergalat" in ran.out
    assert "galat missing-key" in ran.out
    assert ran.out.count(f"1. {CASE}: masih bergalat") == 2


def test_a_case_is_tried_and_nothing_of_it_is_kept(desk: Desk) -> None:
    """Played as a guest; what is left is not offered later."""
    begun(desk)
    ran = desk.menu(TRY, "1", "", "a", "", "", "k", "k")
    again = desk.menu("m", "1", "k")

    assert f"1. Parkir di depan loket ({CASE})" in ran.out
    assert "Pilihan Anda" in ran.out
    assert "Lanjutkan:" not in again.out


def test_a_case_with_errors_cannot_be_tried_and_the_menu_goes_on(desk: Desk) -> None:
    """What is wrong is shown."""
    begun(desk).write_text("format: 1\n", encoding="utf-8")

    ran = desk.menu(TRY, "1", "k")

    assert "belum dapat dimainkan" in ran.err
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


def test_the_map_of_a_case_is_shown(desk: Desk) -> None:
    """Its scenes and where its choices lead, and back to the list."""
    begun(desk)

    ran = desk.menu(MAP, "1", "k")

    assert (ran.status, ran.err) == (0, "")
    assert "sela-nomor" in ran.out
    assert "papan-di-dinding" in ran.out


def test_a_case_is_watched_until_ctrl_c_and_the_menu_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C ends the watching, not the program."""
    begun(desk)

    def pause(_self: Environment, _seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Environment, "pause", pause)
    ran = desk.menu(WATCH, "1", "k")

    assert ran.status == 0
    assert f"{CASE}.yaml sedang dipantau." in ran.out
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


def test_a_case_is_shared_and_taken_in_again(desk: Desk) -> None:
    """The zip lies beside the folder of cases; a second one gets a number; it can be dragged in."""
    case = begun(desk)
    desk.menu(SHARE, "1", "1", "k")
    case.unlink()
    packed = case.parent.parent / f"{CASE}.zip"

    ran = desk.menu(OPEN, f"'{packed}'", "k")

    assert sorted(path.name for path in packed.parent.glob("*.zip")) == [f"{CASE}-2.zip", packed.name]
    assert f"Sudah diterima:\n   {desk.kasus / CASE}\n" in ran.out
    assert f"{CASE}/{CASE}.yaml" in files_in(desk.kasus)


@pytest.mark.parametrize("typed", ["tidak-ada.zip", ".", "\x00", "a" * 5000])
def test_a_zip_that_is_none_is_told_and_the_menu_goes_on(desk: Desk, typed: str) -> None:
    """Whatever is typed where a file is asked for."""
    ran = desk.menu(OPEN, typed, "k")

    assert ran.status == 0
    assert ran.err.count("\n") == 1
    assert ran.out.endswith("\nSampai jumpa lagi.\n")


WAY = (*BEGIN, CHECK, "1", "", SHARE, "1", "", NEW, FROM_SHEET, "x", "", OPEN, "x", EDIT, "1", "")


@pytest.mark.parametrize("at", range(len(WAY) + 1))
def test_the_end_of_the_input_ends_quietly_wherever_it_comes(at: int, desk: Desk) -> None:
    """No question takes a closed keyboard for a fault."""
    ran = desk.menu(*WAY[:at])

    assert ran.status == 0
    assert "Traceback" not in ran.err
    assert "keliru sendiri" not in ran.err


@pytest.mark.parametrize("at", range(len(WAY) + 1))
def test_ctrl_c_ends_the_menu_wherever_it_comes(at: int, desk: Desk) -> None:
    """Status 130, no traceback."""
    ran = desk.menu(*WAY, interrupts=at)

    assert ran.status == 130
    assert "Traceback" not in ran.err


def test_in_english_the_menu_is_english(desk: Desk) -> None:
    """The words of the menu, and what is told of the new case."""
    ran = desk.menu("n", "2", "1", "1", "Parking", "1", "q", env={"ETIKA_SIM_LANG": "en"})

    assert "1. A new case" in ran.out
    assert "The new case lies here:" in ran.out
    assert files_in(desk.kasus)[0] == "parking.yaml"


# --- an editor --------------------------------------------------------------------------------


def script(folder: Path, text: str) -> Path:
    """A program that stands for an editor."""
    path = folder / "editor ku"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize("variable", ["VISUAL", "EDITOR"])
def test_a_case_is_opened_in_the_editor_of_the_environment(desk: Desk, tmp_path: Path, variable: str) -> None:
    """With its words, and the path as one word, however many blanks are in it."""
    case = begun(desk)
    stand_in = script(tmp_path, 'echo "# $1 $2" >> "$2"')
    command = f"'{stand_in}' --wait"

    ran = desk.menu(EDIT, "1", "k", env={variable: command})

    assert f"Selesai dari editor:\n   {case}\n" in ran.out
    assert case.read_text(encoding="utf-8").endswith(f"# --wait {case}\n")


@pytest.mark.parametrize("command", ["", "tidak-ada-editor", "'", "false", "  "])
def test_without_an_editor_the_path_is_told(desk: Desk, tmp_path: Path, command: str) -> None:
    """An editor that is not there, or fails, and no system that opens files: the path is shown."""
    case = begun(desk)
    env = {"EDITOR": command, "PATH": str(tmp_path), "DISPLAY": "", "WAYLAND_DISPLAY": ""}

    ran = desk.menu(EDIT, "1", "k", env=env)

    assert (ran.status, ran.err) == (0, "")
    assert f"Bukalah sendiri berkas ini:\n   {case}\n" in ran.out


@pytest.mark.skipif(os.name == "nt", reason="Windows writes paths in quotation marks only")
@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/a/b.zip", "/a/b.zip"),
        ("'/a/b c.zip'", "/a/b c.zip"),
        ('"/a/b c.zip"', "/a/b c.zip"),
        ("/a/b\\ c\\(1\\).zip", "/a/b c(1).zip"),
        ("& '/a/b c.zip'", "/a/b c.zip"),
        ("'", "'"),
    ],
)
def test_a_file_can_be_dragged_into_the_window(typed: str, path: str) -> None:
    """However a terminal writes its path then."""
    assert dragged(typed) == Path(path)
