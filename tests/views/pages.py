"""The pages that people look at, made from the shipped cases, and the two ways to paint them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from cli.program import Stream, world
from rich.console import Console

from etika_sim.checks.validate import Cited, check_case
from etika_sim.library.catalogue import catalogue
from etika_sim.library.load import Loaded, load
from etika_sim.library.registers import registers
from etika_sim.locale import use
from etika_sim.play.engine import Play, choose, has_ended, options, start
from etika_sim.views import findings, help_page, law, listing, plain, scene, scorecard
from etika_sim.views.drawn import draw
from etika_sim.views.page import Page

DATA = Path(__file__).parent.parent / "data"
DATA = Path(__file__).parents[1] / "data"
CASE = "amplop-di-loket"
LISTED = ("sepupu-di-meja-izin", "amplop-di-loket")
FALLEN = (
    "terima",
    "bawa-pulang",
    "bawa-sendiri",
    "lembur-satu",
    "minta-diam",
    "antrean-dulu",
    "koreksi-saja",
)
LANGUAGES = ("id", "en")
BROKEN = (
    ("  tekanan: {from: 0, to: 3, start: 0}", "  tekanan: {from: 3, to: 0, start: 0}"),
    ("    to: ruang-kepala\n", "    to: ruang-kepal\n"),
    ("        text: Diam dan menunggu ditanya.\n", "        teks: Diam dan menunggu ditanya.\n"),
)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The program's words in a language, for as long as a page is made and painted."""
    with world(Stream(), Stream(), Stream()):
        use(language)
        yield


@cache
def case(language: str) -> Loaded:
    """The case that the pages show."""
    return load(CASE, language)


def played(language: str, *choices: str) -> Play:
    """A play of it after some choices."""
    scenario = case(language).scenario
    assert scenario is not None
    play = start(scenario)
    for choice in choices:
        play = choose(play, choice)
    return play


def opening(language: str) -> Page:
    """What stands before the first decision."""
    return scene.opening(played(language).scenario)


def decision(language: str) -> Page:
    """A decision, its text and its options."""
    return scene.arrival(played(language, "tolak-dan-catat"))


def chosen(language: str) -> Page:
    """The option that was chosen, said again."""
    play = played(language)
    return scene.chosen(play, options(play)[0])


def consequence(language: str) -> Page:
    """What a red line led to, with law, next step and the five principles."""
    found = case(language).registers
    return scene.consequence(played(language, "terima"), found.laws, found.channels)


def ending(language: str) -> Page:
    """An ending."""
    play = played(language, *FALLEN)
    assert has_ended(play)
    return scene.arrival(play)


def scores(language: str) -> Page:
    """The scorecard, with red lines and the path."""
    return scorecard.summary(played(language, *FALLEN))


def few_scores(language: str) -> Page:
    """A scorecard after two decisions, too little for a bar."""
    return scorecard.summary(played(language, *FALLEN[:2]))


def report(_language: str) -> Page:
    """What the check finds in a case with three mistakes."""
    text = (DATA / "small.yaml").read_text(encoding="utf-8")
    for old, new in BROKEN:
        assert old in text
        text = text.replace(old, new)
    cited = Cited(frozenset({"G-06", "A-07"}), frozenset({"UPG"}))
    return findings.report([check_case(text.encode(), "map-di-meja", "map-di-meja.yaml", cited)])


def law_entry(language: str) -> Page:
    """A law in full."""
    found = registers(language)
    return law.entry(found.laws["G-06"], found.status_as_of)


def case_list(language: str) -> Page:
    """Two cases as the list shows them."""
    return listing.listing(entry for entry in catalogue(language) if entry.id in LISTED)


def keys(language: str) -> Page:
    """What can be typed."""
    return help_page.playing(language)


PAGES: dict[str, Callable[[str], Page]] = {
    "pembuka": opening,
    "keputusan": decision,
    "dipilih": chosen,
    "akibat": consequence,
    "akhir": ending,
    "hasil": scores,
    "hasil-singkat": few_scores,
    "pemeriksaan": report,
    "hukum": law_entry,
    "daftar": case_list,
    "tombol": keys,
}
"""The pages by the names of their golden files."""

KEEPS_COLUMNS = {"pemeriksaan"}
"""Pages with pieces of a file, whose lines are as long as they are."""


class Ascii(io.StringIO):
    """A stream that has ASCII only."""

    encoding = "ascii"


def drawn(page: Page, width: int = 80, *, colours: str | None = None, ascii_only: bool = False) -> str:
    """The page drawn in a terminal of that width; without colours there are no escape sequences."""
    file = Ascii() if ascii_only else io.StringIO()
    console = Console(
        file=file,
        width=width,
        color_system=colours,  # type: ignore[arg-type]
        force_terminal=True,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    draw(page, console)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def painted(page: Page, width: int = 80) -> str:
    """The page as plain text."""
    return plain.text(page, width)
