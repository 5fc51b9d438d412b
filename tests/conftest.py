"""What many tests share: the small case of tests/data, and a day."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from etika_sim.environment import Environment

settings.register_profile("etika-sim", deadline=None)  # how long something takes is measured in benchmarks/
settings.load_profile("etika-sim")

DATA = Path(__file__).parent / "data"
DAY = "2026-11-24"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes golden files anew instead of comparing; read the difference before keeping it."""
    parser.addoption("--update", action="store_true", help="write golden plays and screens anew")


def data_text(name: str) -> str:
    """The text of a file of tests/data."""
    return (DATA / name).read_text(encoding="utf-8")


@pytest.fixture
def the_day(monkeypatch: pytest.MonkeyPatch) -> str:
    """The day is that of the registers: a law looked up then is not stale, whatever the calendar says."""
    monkeypatch.setattr(Environment, "now", lambda _self: f"{DAY}T08:00:00+00:00")
    return DAY


@pytest.fixture(scope="session")
def base_case() -> str:
    """The text of the small valid case: two decisions, a passage, two endings, a flag, a counter."""
    return data_text("small.yaml")


@pytest.fixture(scope="session")
def base_english() -> str:
    """The text of the small case's translation."""
    return data_text("small.en.yaml")
