"""The width of text in terminal cells: how many columns a line takes, and into what pieces it is cut."""

from __future__ import annotations

import re

_WIDE_OR_NONE = re.compile("[^\x20-\u02ff\u2010-\u2027]")
"""Characters that may take two cells or none; all others take one, and nothing needs to be looked up."""


def width_of(text: str) -> int:
    """The cells that a text takes on a terminal; the text must be safe."""
    if not _WIDE_OR_NONE.search(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def pieces(text: str, width: int) -> list[str]:
    """The text cut into pieces of at most `width` cells each; a text that is empty is one empty piece."""
    if not _WIDE_OR_NONE.search(text):
        return [text[at : at + width] for at in range(0, len(text), width)] or [""]
    from rich.cells import cell_len, chop_cells

    return chop_cells(text, width) if cell_len(text) > width else [text]
