"""The registers of law and channels: the shipped ones, and what an author adds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.program import program, typing

from etika_sim.language.limits import LARGEST
from etika_sim.library.examine import examine
from etika_sim.library.load import load
from etika_sim.library.registers import registers

Folder = Callable[..., Path]

LAW = """status_as_of: 2020-01-01
laws:
  X-01:
    cite: Peraturan Kepala Kantor 1/2026
    says: "Map ditutup. Kalimat kedua."
    checked: 2026-11-24
    basis: one-source
    source: papan pengumuman
"""
CHANNELS = """channels:
  KOTAK:
    name: Kotak saran
    for: "Saran."
    how: "Di lobi."
"""


def with_registers(folder: Path, law: str = LAW, channels: str = CHANNELS) -> Path:
    """The folder, with a register of law and one of channels in it."""
    (folder / "law.yaml").write_text(law, encoding="utf-8")
    (folder / "channels.yaml").write_text(channels, encoding="utf-8")
    return folder


@pytest.mark.parametrize("where", ["kasus", "kasus/5-modul"])
def test_registers_beside_a_case_or_one_folder_above_add_to_the_shipped_ones(
    folder: Folder, where: str
) -> None:
    """Both kinds of entry can be cited, the shipped ones still as well."""
    top = with_registers(folder("kasus"))
    case = folder(where, "satu") / "satu.yaml"
    text = case.read_text(encoding="utf-8").replace("law: [G-06, A-07i]", "law: [X-01, G-06]")
    case.write_text(text.replace("channels: [UPG]", "channels: [KOTAK, UPG]"), encoding="utf-8")

    (checked,) = examine([case], LARGEST)
    found = registers(beside=case)

    assert top in case.parents
    assert checked.sound
    assert {"X-01", "G-06"} <= set(found.laws)
    assert {"KOTAK", "UPG"} <= set(found.channels)


def test_an_authors_law_shows_as_not_reviewed_and_a_shipped_one_does_not(folder: Folder) -> None:
    """What nobody but the author has read over says so wherever it is shown in full."""
    case = with_registers(folder("kasus", "satu")) / "satu.yaml"

    found = registers(beside=case)

    assert (found.laws["X-01"].reviewed, found.channels["KOTAK"].reviewed) == (False, False)
    assert (found.laws["G-06"].reviewed, found.channels["UPG"].reviewed) == (True, True)


def test_the_date_of_the_law_is_that_of_the_shipped_register(folder: Folder) -> None:
    """An author's own date does not make the shipped law older."""
    case = with_registers(folder("kasus", "satu")) / "satu.yaml"

    assert registers(beside=case).status_as_of == registers().status_as_of != "2020-01-01"


def test_an_id_that_the_shipped_register_has_is_a_finding_and_the_shipped_entry_stays(folder: Folder) -> None:
    """An author cannot reword a shipped law: the same id twice is an error."""
    top = with_registers(folder("kasus", "satu"), law=LAW.replace("X-01", "G-06"))

    findings = [one.rule for checked in examine([top], LARGEST) for one in checked.findings]

    assert findings == ["duplicate-id"]
    assert registers(beside=top / "satu.yaml").laws["G-06"].cite.startswith("Peraturan KPK")


def test_two_cases_with_one_id_in_one_check_are_a_finding_at_the_second(folder: Folder) -> None:
    """The same file name in two folders: saves and statistics could not tell them apart."""
    first, second = folder("satu", "sama") / "sama.yaml", folder("dua", "sama") / "sama.yaml"

    one, other = examine([first, second], LARGEST)

    assert one.sound
    assert [(finding.rule, finding.facts["other"]) for finding in other.findings] == [
        ("duplicate-id", str(first))
    ]


def test_one_case_named_in_two_ways_is_no_duplicate(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative and an absolute path to the same file are the same case."""
    top = folder("satu", "sama")
    monkeypatch.chdir(top)

    assert all(checked.sound for checked in examine([Path("sama.yaml"), top / "sama.yaml"], LARGEST))


def test_registers_and_translations_are_read_in_the_language_asked_for(folder: Folder) -> None:
    """A translated register beside a case is used; what is not translated stays as it is."""
    top = with_registers(folder("kasus", "satu"))
    english = 'laws:\n  X-01:\n    cite: "Office rule 1/2026"\n    says: "Close the folder."\n'
    (top / "law.en.yaml").write_text(english, encoding="utf-8")

    found = registers("en", top / "satu.yaml")

    assert found.laws["X-01"].says == "Close the folder."
    assert found.channels["KOTAK"].name == "Kotak saran"
    assert found.laws["G-06"].says != registers("id").laws["G-06"].says


BROKEN = ["", "#\n", "[]", "laws: []", "laws: {X: 1}", "- a\n- b\n", "\x00", "a: [", "laws:\n  X-01: {}\n"]


@pytest.mark.parametrize("text", BROKEN, ids=ascii)
def test_a_broken_register_beside_a_case_adds_nothing_and_breaks_nothing(folder: Folder, text: str) -> None:
    """The case is loaded with the shipped registers; `check` says what is wrong with the file."""
    top = with_registers(folder("kasus", "satu"), law=text)

    loaded = load(str(top / "satu.yaml"))
    ran = program("check", str(top / "law.yaml"))

    assert loaded.scenario is not None
    assert "G-06" in loaded.registers.laws
    assert ran.status == 1
    assert "Traceback" not in ran.err


def test_naming_the_translation_of_a_register_checks_the_register(folder: Folder) -> None:
    """A register is never taken for a case, whichever of its files is named."""
    top = with_registers(folder("kasus"))
    (top / "law.en.yaml").write_text("laws: {}\n", encoding="utf-8")

    (checked,) = examine([top / "law.en.yaml"], LARGEST)

    assert (checked.name, checked.findings) == (str(top / "law.yaml"), ())


@pytest.mark.parametrize("name", ["a[b]", "**x", "a?", "a b"])
def test_the_translation_of_a_case_with_an_odd_name_is_found(
    folder: Folder, base_english: str, name: str
) -> None:
    """A file name is no pattern."""
    top = folder("kasus", name)
    (top / f"{name}.en.yaml").write_text(base_english, encoding="utf-8")

    checked = examine([top / f"{name}.yaml"], LARGEST)

    assert [(one.name, one.findings) for one in checked] == [
        (str(top / f"{name}.yaml"), ()),
        (str(top / f"{name}.en.yaml"), ()),
    ]


def test_an_authors_law_says_in_a_play_that_nobody_has_reviewed_it(folder: Folder) -> None:
    """Opened in full with H, the entry carries the warning; a shipped entry does not."""
    top = with_registers(folder("kasus", "satu"))
    case = top / "satu.yaml"
    text = case.read_text(encoding="utf-8").replace("law: [G-06, A-07i]", "law: [X-01, G-06]")
    case.write_text(text.replace("shuffle: false", "shuffle: true"), encoding="utf-8")

    pages = [typing("", letter, "", "h", case=str(case)).out for letter in "ab"]
    (page,) = [page for page in pages if "X-01 (" in page]
    own, shipped_entry = page.rsplit("\nX-01 (", 1)[1].split("\nG-06 (", 1)

    assert "belum ditinjau" in own
    assert "belum ditinjau" not in shipped_entry
