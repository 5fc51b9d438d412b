"""Votes as bars: a letter, a count, a percent, and a pattern of its own for each round."""

from __future__ import annotations

from collections.abc import Sequence

from etika_sim.classroom.shown import CountData, OptionData
from etika_sim.classroom.state import MAIN_ROUNDS, USUAL
from etika_sim.locale import _
from etika_sim.views.stage.lines import Line, Look, Part, Piece, line, shortened

LABEL = 14
FIGURES = 13
FULL = {"first": ("█", "#"), "second": ("▓", "=")}
EMPTY = ("░", ".")
VOICES = ("first", "second")


def names(rounds: Sequence[CountData]) -> list[str]:
    """What each round is called beside its bars; after what is usual comes what is decided."""
    has_usual = any(one["asks"] == USUAL for one in rounds)
    return [_name(one, has_usual=has_usual) for one in rounds]


def _name(one: CountData, *, has_usual: bool) -> str:
    if one["asks"] == USUAL:
        return _("usually")
    if one["round"] > MAIN_ROUNDS:
        return _("what if")
    return _("decided") if has_usual else _("vote {n}").format(n=one["round"])


def votes(options: Sequence[OptionData], rounds: Sequence[CountData], look: Look) -> list[Part]:
    """A part for each option: its letter and text, and a bar for each round."""
    called = names(rounds)
    return [
        (
            (Piece(f"{option['letter']}  ", "mark"), Piece(shortened(option["text"], look.columns - 3))),
            *(_bar(*row, n, look) for row in zip(rounds, called, VOICES, strict=False)),
        )
        for n, option in enumerate(options)
    ]


def _bar(one: CountData, name: str, voice: str, n: int, look: Look) -> Line:
    count, percent = one["counts"][n], one["percent"][n]
    figures = f"{count:5}  {percent:3}\u00a0%"
    return (
        Piece(f"   {name:{LABEL - 3}.{LABEL - 3}}"),
        *bar(percent, look.columns - LABEL - FIGURES, voice, look),
        Piece(figures),
    )


def bar(percent: int, width: int, voice: str, look: Look) -> Line:
    """So many percent of a bar of that width; what is filled has a sign of its own for each voice."""
    width = max(4, width)
    filled = (percent * width + 50) // 100
    at = 0 if look.draws else 1
    return (Piece(FULL[voice][at] * filled, voice), Piece(EMPTY[at] * (width - filled), "quiet"))


def counted(rounds: Sequence[CountData]) -> Line:
    """How many voted in each round; it stands wherever percents do."""
    said = (f"{name}: n = {one['n']}" for name, one in zip(names(rounds), rounds, strict=True))
    return line(" · ".join(said), "quiet")
