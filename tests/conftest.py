"""What many tests share: the small case of tests/data."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"


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
