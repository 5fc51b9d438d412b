"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.program import Writer
from cli.workbench import Desk


@pytest.fixture
def case_file(tmp_path: Path, base_case: str) -> Writer:
    """Writes the small case with some of its text replaced, and gives its file."""

    def write(*changes: tuple[str, str], name: str = "map-di-meja.yaml") -> Path:
        text = base_case
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


TAUGHT = Path(__file__).parents[1] / "taught"


@pytest.fixture
def taught_file(tmp_path: Path) -> Writer:
    """Writes the case that no warning is given for, with some of its text replaced, and gives its file."""

    def write(*changes: tuple[str, str], name: str = "base.yaml") -> Path:
        text = (TAUGHT / "base.yaml").read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write to, and to stand in."""
    folder = tmp_path / "dokumen"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A laptop on which somebody writes cases."""
    home = tmp_path / "laptop"
    home.mkdir()
    return Desk(home, monkeypatch)
