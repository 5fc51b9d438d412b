"""Screens as text files: what people look at, in both languages; some also narrow, and some in plain ASCII.

That no line is too wide and that plain and drawn pages say the same is held by properties, in test_painters.

`pytest --update` draws them anew; look at the difference before keeping it.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from pages import LANGUAGES, PAGES, drawn, speaking

SCREENS = Path(__file__).parents[1] / "screens"
FEW = ("keputusan", "hasil", "pemeriksaan", "daftar", "menu")
"""Pages that are also kept narrow and in plain ASCII: all kinds of blocks stand on them."""

KINDS = {f"{language}.80": (language, 80, False) for language in LANGUAGES}
NARROW_OR_ASCII = {"id.40": ("id", 40, False), "id.80.ascii": ("id", 80, True)}
KEPT = [*product(PAGES, KINDS), *product(FEW, NARROW_OR_ASCII)]


@pytest.mark.parametrize(("name", "kind"), KEPT)
def test_a_screen_looks_as_its_file_shows(name: str, kind: str, request: pytest.FixtureRequest) -> None:
    """The drawn page, its colours left out, is the file, character for character."""
    language, width, ascii_only = {**KINDS, **NARROW_OR_ASCII}[kind]
    file = SCREENS / f"{name}.{kind}.txt"

    with speaking(language):
        shown = drawn(PAGES[name](language), width, ascii_only=ascii_only)

    if request.config.getoption("--update"):
        file.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == file.read_text(encoding="utf-8")


def test_no_screen_is_kept_that_nobody_draws() -> None:
    """Every file of the folder belongs to a page and a kind."""
    assert {file.name for file in SCREENS.iterdir()} == {f"{name}.{kind}.txt" for name, kind in KEPT}
