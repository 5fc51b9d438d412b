"""What many tests share: the small case of tests/data."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes golden files anew instead of comparing; read the difference before keeping it."""
    parser.addoption("--update", action="store_true", help="write golden plays and screens anew")


def data_text(name: str) -> str:
    """The text of a file of tests/data."""
    return (DATA / name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def base_case() -> str:
    """The text of the small valid case: two decisions, a passage, two endings, a flag, a counter."""
    return data_text("small.yaml")


@pytest.fixture(scope="session")
def base_english() -> str:
    """The text of the small case's translation."""
    return data_text("small.en.yaml")
