"""A store of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from etika_sim.store.log import Store
from etika_sim.store.opening import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may be made, alone in its folder."""
    folder = tmp_path / "etika-sim"
    folder.mkdir()
    return folder / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new store."""
    with open_store(path) as store:
        yield store
