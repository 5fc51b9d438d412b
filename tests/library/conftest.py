"""What the tests of the library share: a home with nothing in it, and folders with cases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from etika_sim.library import folders

Folder = Callable[..., Path]


@pytest.fixture(autouse=True)
def bare_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No ETIKA_SIM_PATH, and an author's folder that is not there unless a test makes it."""
    home = tmp_path / "dokumen" / "Etika-Sim" / "kasus"
    monkeypatch.delenv(folders.PATH_VARIABLE, raising=False)
    monkeypatch.setattr(folders, "own", lambda: home)
    return home


@pytest.fixture
def folder(tmp_path: Path, base_case: str) -> Folder:
    """Makes a folder holding the small case under some names, each with a title of its own."""

    def make(name: str, *cases: str) -> Path:
        for case in cases:
            file = tmp_path / name / f"{case}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            text = base_case.replace("title: Map di Meja", f'title: "{case}, dari {name}"')
            file.write_text(text, encoding="utf-8")
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        return tmp_path / name

    return make
