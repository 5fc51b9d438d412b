"""Screens as text files: what people look at, at two widths, in both languages and in plain ASCII.

`pytest --update` draws them anew; look at the difference before keeping it.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from pages import LANGUAGES, PAGES, drawn, speaking

SCREENS = Path(__file__).parents[1] / "screens"
KINDS = {f"{language}.{width}": (language, width, False) for language, width in product(LANGUAGES, (80, 40))}
KINDS["id.80.ascii"] = ("id", 80, True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", PAGES)
def test_a_screen_looks_as_its_file_shows(name: str, kind: str, request: pytest.FixtureRequest) -> None:
    """The drawn page, its colours left out, is the file, character for character."""
    language, width, ascii_only = KINDS[kind]
    file = SCREENS / f"{name}.{kind}.txt"

    with speaking(language):
        shown = drawn(PAGES[name](language), width, ascii_only=ascii_only)

    if request.config.getoption("--update"):
        file.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == file.read_text(encoding="utf-8")


def test_no_screen_is_kept_that_nobody_draws() -> None:
    """Every file of the folder belongs to a page and a kind."""
    assert {file.name for file in SCREENS.iterdir()} == {
        f"{name}.{kind}.txt" for name, kind in product(PAGES, KINDS)
    }
