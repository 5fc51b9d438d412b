"""`etika-sim handout`: one file for a class, how many pages of what, and nothing replaced by accident."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.program import program


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder to write into."""
    monkeypatch.chdir(tmp_path)


def test_the_file_is_written_and_its_pages_are_counted() -> None:
    """What is said of each sheet adds up to the whole, and the file holds as many pages."""
    ran = program("handout", "amplop-di-loket", "--for", "12", "--tables", "3")
    html = Path("amplop-di-loket-bahan-kelas.html").read_text(encoding="utf-8")
    whole = re.search(r"Seluruhnya (\d+) halaman:", ran.out)

    assert (ran.status, ran.err) == (0, "")
    assert whole is not None
    pages = int(whole[1])
    assert sum(int(n) for n in re.findall(r"^(\d+)\.? ", ran.out, re.MULTILINE)) == pages
    assert html.count('<section class="page">') == pages


def test_a_file_that_is_there_is_left_alone() -> None:
    """Written over only with --yes."""
    file = Path("kelas.html")
    file.write_text("milik saya", encoding="utf-8")
    refused = program("handout", "amplop-di-loket", "--output", str(file))

    assert refused.status == 2
    assert file.read_text(encoding="utf-8") == "milik saya"
    assert program("handout", "amplop-di-loket", "--output", str(file), "--yes").status == 0
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_more_tables_than_people_is_one_sentence() -> None:
    """Nothing is written."""
    ran = program("handout", "amplop-di-loket", "--for", "4", "--tables", "5")

    assert (ran.status, ran.out, ran.err) == (2, "", "Jumlah meja melebihi jumlah peserta.\n")
    assert list(Path().iterdir()) == []


def test_an_address_too_long_for_a_code_is_one_sentence() -> None:
    """It says what to do instead."""
    ran = program("handout", "amplop-di-loket", "--address", "http://" + "a" * 4_000)

    assert ran.status == 2
    assert ran.err == "Alamat itu terlalu panjang untuk dipindai; tulis yang lebih pendek.\n"


@pytest.mark.parametrize("minutes", ["10", "45", "90", "240"])
def test_every_length_of_a_class_has_its_plan(minutes: str) -> None:
    """The minutes of the steps on the facilitator's sheet add up to the length of the class."""
    program("handout", "sepupu-di-meja-izin", "--minutes", minutes, "--output", "kelas.html")
    html = Path("kelas.html").read_text(encoding="utf-8")

    assert sum(int(n) for n in re.findall(r"<b>(\d+) menit</b>", html)) == int(minutes)
