"""Many files examined at once: what they share is read once, what is theirs is kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from etika_sim.language.limits import LARGEST
from etika_sim.library import check_all
from etika_sim.library.examine import examine
from etika_sim.library.registers import Registers, registers

OWN = """\
format: 1
status_as_of: 2026-11-01
laws:
  X-01:
    cite: "Aturan setempat"
    says: Isinya.
    checked: 2026-11-01
    basis: read
    source: Lembaran.
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The cases beside which registers were looked for."""
    found: list[Path] = []

    def counted(language: str = "id", beside: Path | None = None) -> Registers:
        if beside is not None:
            found.append(beside)
        return registers(language, beside)

    monkeypatch.setattr(check_all, "registers", counted)
    return found


def test_the_registers_of_a_folder_are_read_once(tmp_path: Path, base_case: str, asked: list[Path]) -> None:
    """However many cases lie in it; another folder has its own."""
    for place in ("satu/a", "satu/b", "dua/c"):
        path = tmp_path / f"{place}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(base_case, encoding="utf-8")

    assert len(examine([tmp_path], LARGEST)) == 3
    assert [path.parent.name for path in asked] == ["dua", "satu"]


def test_a_link_is_a_case_of_the_folder_where_its_file_lies(tmp_path: Path, base_case: str) -> None:
    """What it cites is looked for there, also where other cases were examined before it."""
    here, there = tmp_path / "sini", tmp_path / "sana"
    here.mkdir()
    there.mkdir()
    (there / "law.yaml").write_text(OWN, encoding="utf-8")
    citing = base_case.replace("law: [G-06]", "law: [X-01]", 1)
    assert citing != base_case
    (there / "b.yaml").write_text(citing, encoding="utf-8")
    (here / "a.yaml").write_text(base_case, encoding="utf-8")
    (here / "b.yaml").symlink_to(there / "b.yaml")

    found = {
        Path(one.name).stem: [finding.rule for finding in one.findings] for one in examine([here], LARGEST)
    }

    assert found == {"a": [], "b": []}
