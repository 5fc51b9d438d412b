"""What goes along with a case that is handed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from etika_sim.authoring.parcel import packed, unpacked
from etika_sim.authoring.sharing import belongings
from etika_sim.language.reader import read
from etika_sim.library.load import load

LAW = """\
status_as_of: 2026-11-24
laws:
  Z-01: {cite: "Aturan, butir 1", says: "Nomor terlihat.", checked: 2026-11-24, basis: read, source: "x"}
  Z-02: {cite: "Aturan, butir 2", says: "Rahasia.", checked: 2026-11-24, basis: read, source: "x"}
"""
CHANNELS = """\
channels:
  MEJA: {name: "Meja informasi", for: "Bertanya.", how: "Datang."}
  LAIN: {name: "Lain", for: "Lain.", how: "Lain."}
"""


@pytest.fixture
def home(tmp_path: Path, base_case: str) -> Path:
    """An author's folder: a case in a folder of its own, registers beside it and above it."""
    folder = tmp_path / "kasus" / "satu"
    folder.mkdir(parents=True)
    text = base_case.replace("law: [G-06, A-07i]", "law: [G-06, Z-01]").replace(
        "channels: [UPG]", "channels: [MEJA]"
    )
    assert text.count("Z-01") == text.count("MEJA") == 1
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    (folder / "a.en.yaml").write_text("title: A\n", encoding="utf-8")
    (folder / "b.yaml").write_text(text, encoding="utf-8")
    (folder / "law.yaml").write_text(LAW, encoding="utf-8")
    (folder / "law.en.yaml").write_text("laws:\n  Z-01: {cite: Rule, says: Seen.}\n", encoding="utf-8")
    (folder.parent / "channels.yaml").write_text(CHANNELS, encoding="utf-8")
    return folder


def test_a_case_takes_its_translation_and_what_it_cites(home: Path) -> None:
    """Of the registers only the entries that the case cites, from beside it and from the folder above."""
    files = belongings(home / "a.yaml")

    assert sorted(files) == ["a.en.yaml", "a.yaml", "channels.yaml", "law.en.yaml", "law.yaml"]
    assert files["a.yaml"] == (home / "a.yaml").read_bytes()
    assert list(read(files["law.yaml"]).data["laws"]) == ["Z-01"]
    assert list(read(files["channels.yaml"]).data["channels"]) == ["MEJA"]


def test_what_is_cited_is_found_by_whoever_gets_it(home: Path, tmp_path: Path) -> None:
    """Unpacked in another folder the case is as sound as it was, its law and channel with the same words."""
    other = tmp_path / "lain" / "a"
    other.mkdir(parents=True)
    for name, content in unpacked(packed(belongings(home / "a.yaml"))).files.items():
        (other / name).write_bytes(content)

    before, after = load(str(home / "a.yaml")), load(str(other / "a.yaml"))

    assert after.checked.findings == before.checked.findings == ()
    assert after.registers.laws["Z-01"] == before.registers.laws["Z-01"]
    assert after.registers.channels["MEJA"] == before.registers.channels["MEJA"]
    assert "LAIN" not in after.registers.channels


def test_a_case_that_cites_only_what_all_have_takes_no_register(tmp_path: Path, base_case: str) -> None:
    """The shipped registers are with everybody."""
    (tmp_path / "a.yaml").write_text(base_case, encoding="utf-8")
    (tmp_path / "law.yaml").write_text(LAW, encoding="utf-8")

    assert list(belongings(tmp_path / "a.yaml")) == ["a.yaml"]


@pytest.mark.parametrize(
    "register", ["", "- a", "laws: [1]", "laws: {Z-01: x}", "laws: {Z-01: {cite: [a]}}", "a: ["]
)
def test_a_register_with_mistakes_is_left_at_home(register: str, home: Path) -> None:
    """The case is packed all the same."""
    (home / "law.yaml").write_text(register, encoding="utf-8")

    assert "law.yaml" not in belongings(home / "a.yaml")


@pytest.mark.parametrize(
    ("name", "packed_as"),
    [
        ("Kasus Saya.yaml", "kasus-saya.yaml"),
        ("Kasus_1.yaml", "Kasus_1.yaml"),
        ("ä.yml", "a.yaml"),
        ("!.yaml", "kasus.yaml"),
    ],
)
def test_a_file_with_an_odd_name_is_packed_under_one_that_can_be_taken(
    name: str, packed_as: str, tmp_path: Path, base_case: str
) -> None:
    """What is packed can be unpacked, whatever the author called it."""
    (tmp_path / name).write_text(base_case, encoding="utf-8")
    files = belongings(tmp_path / name)

    assert list(files) == [packed_as]
    assert unpacked(packed(files)).files == files


def test_a_case_with_mistakes_can_be_handed_on(tmp_path: Path) -> None:
    """To ask somebody for help with it."""
    (tmp_path / "a.yaml").write_text("scenes: {a: {choices: [1, {law: x}]}}\nlaw: [{}]\n", encoding="utf-8")

    assert list(belongings(tmp_path / "a.yaml")) == ["a.yaml"]
