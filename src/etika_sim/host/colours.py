"""Colour themes of the projector: light, dark, or none. Nothing is told by colour alone.

Source of the hues: Okabe and Ito, "Color Universal Design" (2008); darkened where white lies behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from rich.style import Style
from rich.text import Text

from etika_sim.environment import in_ascii
from etika_sim.views.stage.lines import MARGIN, Line


class Theme(StrEnum):
    """Light for a lit room, dark for a dark one, plain where no colour is wanted."""

    LIGHT = "light"
    DARK = "dark"
    PLAIN = "plain"


CODE = Style.parse("#ffffff on #000000")
"""Its full blocks are the light of the code, and phones read it only dark on light: it keeps its colours."""

VOICES: Mapping[Theme, Mapping[str, Style]] = {
    Theme.LIGHT: {
        "": Style.parse("#141414"),
        "strong": Style.parse("bold #000000"),
        "quiet": Style.parse("#575757"),
        "mark": Style.parse("bold #005a8f"),
        "first": Style.parse("#0072b2"),
        "second": Style.parse("#b34a00"),
        "alarm": Style.parse("bold #a3001b"),
        "code": CODE,
    },
    Theme.DARK: {
        "": Style.parse("#ececec"),
        "strong": Style.parse("bold #ffffff"),
        "quiet": Style.parse("#b0b0b0"),
        "mark": Style.parse("bold #56b4e9"),
        "first": Style.parse("#56b4e9"),
        "second": Style.parse("#e69f00"),
        "alarm": Style.parse("bold #ff8080"),
        "code": CODE,
    },
    Theme.PLAIN: {
        "strong": Style(bold=True),
        "mark": Style(bold=True),
        "alarm": Style(bold=True),
        "code": CODE,
    },
}

GROUND: Mapping[Theme, str] = {
    Theme.LIGHT: "#ffffff",
    Theme.DARK: "#101010",
    Theme.PLAIN: "ansi_default",
}

TEXT: Mapping[Theme, str] = {
    Theme.LIGHT: "#141414",
    Theme.DARK: "#ececec",
    Theme.PLAIN: "ansi_default",
}


def painted(lines: Iterable[Line], theme: Theme, *, draws: bool, indent: int = MARGIN) -> Text:
    """Lines with their colours, so far in from the edge of the wall; with `draws` False in ASCII."""
    voices, text = VOICES[theme], Text(no_wrap=True)
    for n, one in enumerate(lines):
        text.append(("\n" if n else "") + " " * indent)
        for piece in one:
            text.append(piece.text if draws else in_ascii(piece.text), voices.get(piece.voice, ""))
    return text
