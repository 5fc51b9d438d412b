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


SLOW = {
    "analysis/test_disclosure.py",
    "authoring/test_authoring_fuzz.py",
    "authoring/test_writer.py",
    "browser",
    "checks/rules/test_unseen_text.py",
    "checks/test_blind.py",
    "checks/test_graph.py",
    "checks/test_proof_random.py",
    "classroom/test_room_machine.py",
    "classroom/test_shown_json.py",
    "classroom/web/test_phone_pages.py",
    "classroom/web/test_server_random.py",
    "classroom/web/test_server_wire.py",
    "cli",
    "host/test_projector.py",
    "host/test_simulated_phones.py",
    "journal/test_classes_read.py",
    "journal/test_plays_kept.py",
    "journal/test_telling_classes.py",
    "language/test_builder_properties.py",
    "language/test_condition_properties.py",
    "language/test_reader_refusals.py",
    "language/test_schema_agreement.py",
    "language/test_suites.py",
    "library/test_catalogue.py",
    "library/test_check_cache.py",
    "play/test_program.py",
    "play/test_scoring_properties.py",
    "reports",
    "store/test_faults.py",
    "store/test_kills.py",
    "store/test_windows.py",
    "test_broken.py",
    "test_cards.py",
    "test_docs.py",
    "test_environment.py",
    "test_hostile.py",
    "test_law_traps.py",
    "test_locale.py",
    "test_packaging.py",
    "test_plays.py",
    "test_prose.py",
    "test_scenarios.py",
    "test_shipped_pack.py",
    "test_taught.py",
    "views/test_painters.py",
    "views/test_stage.py",
}
"""Files and folders that take long in all; `pytest -m "not slow"` leaves them to the gate."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow."""
    here = Path(__file__).parent
    for item in items:
        place = item.path.relative_to(here).as_posix()
        if any(place == slow or place.startswith(f"{slow}/") for slow in SLOW):
            item.add_marker("slow")


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
