"""A store of its own for each test, on a disk that nobody waits for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from laptop import LONG

from etika_sim.store import connection
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store


@pytest.fixture
def real_disk() -> None:
    """For a test in which commits wait for the disk, as they do for everybody else."""


@pytest.fixture(autouse=True)
def _quick_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commits do not wait for the disk, unless ETIKA_SIM_LONG is set: a slow one would take minutes.

    What these tests see is the same: only a cut of power could tell the difference.
    """
    if not LONG and "real_disk" not in request.fixturenames:
        monkeypatch.setattr(connection, "_PRAGMAS", (*connection._PRAGMAS, "synchronous = OFF"))


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
