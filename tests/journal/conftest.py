"""What the tests of the journal share: a store on a disk that nobody waits for, and the small case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kept import Maker

from etika_sim.library.load import Loaded, load
from etika_sim.store import connection
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A new store; its commits do not wait for the disk, which only a cut of power could tell."""
    monkeypatch.setattr(connection, "_PRAGMAS", (*connection._PRAGMAS, "synchronous = OFF"))
    with open_store(tmp_path / "laptop" / "store.db") as store:
        yield store


@pytest.fixture
def case(tmp_path: Path, base_case: str, base_english: str) -> Maker:
    """Loads the small case with some of its text replaced, from its file and its translation's."""

    def made(*changes: tuple[str, str], language: str = "id") -> Loaded:
        text = base_case
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        (tmp_path / "map-di-meja.yaml").write_text(text, encoding="utf-8")
        (tmp_path / "map-di-meja.en.yaml").write_text(base_english, encoding="utf-8")
        return load(str(tmp_path / "map-di-meja.yaml"), language)

    return made
