"""The two painters say the same words; neither is wider than its terminal; colour never stands alone."""

from __future__ import annotations

import re

import pytest
from cli.program import program
from pages import KEEPS_COLUMNS, LANGUAGES, PAGES, drawn, painted, speaking
from rich.cells import cell_len
from rich.color import Color

from etika_sim import labels
from etika_sim.locale import _
from etika_sim.model import PRINCIPLES
from etika_sim.views.drawn import COLOURS
from etika_sim.views.page import Heading, Items, Labelled, Moved, Prose

STYLE = re.compile(r"\x1b\[[0-9;]*m")
OKABE_ITO = {"#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#000000"}
MARKS = "\u2588\u2591\u2500\u00b7\u2212\u2502^+-0.:,()"
"""Bars, rules, signs, the caret, and what stands around words."""

each_page = pytest.mark.parametrize("name", PAGES)
each_prose_page = pytest.mark.parametrize("name", [name for name in PAGES if name not in KEEPS_COLUMNS])
each_language = pytest.mark.parametrize("language", LANGUAGES)


def tokens(text: str) -> set[str]:
    """The words of a painted page, signs and bars left out."""
    return {word for part in text.split() if (word := part.strip(MARKS))}


def squeezed(text: str) -> str:
    """A painted page without any blank, so that a word folded over two lines is one again."""
    return "".join(text.split())


@each_language
@each_page
def test_plain_and_drawn_pages_say_the_same_words(name: str, language: str) -> None:
    """A painter adds marks and the two letters of the principles, never a word, and loses none."""
    with speaking(language):
        page = PAGES[name](language)
        one, other = drawn(page), painted(page)
        named = {labels.code(p) for p in PRINCIPLES} | set(_("Principles: {marks}").split())
        named |= {part for p in PRINCIPLES for part in labels.label(p).split()}
        named |= {word.strip(":") for word in named}

    assert {word for word in tokens(one) - named if word not in squeezed(other)} == set()
    assert {word for word in tokens(other) - named if word not in squeezed(one)} == set()


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
@each_language
@each_prose_page
def test_no_line_is_wider_than_the_terminal(name: str, language: str, width: int) -> None:
    """Neither painter lets the terminal break a line, but for pieces of a file that keep their columns."""
    with speaking(language):
        page = PAGES[name](language)
        shown = drawn(page, width) + painted(page, width)

    assert [line for line in shown.splitlines() if cell_len(line) > width] == []


@pytest.mark.parametrize("width", [3, 5, 10])
@each_page
def test_a_very_narrow_terminal_is_survived(name: str, width: int) -> None:
    """However small the window is drawn, a page is painted without a fault."""
    with speaking("id"):
        page = PAGES[name]("id")

        assert drawn(page, width)
        assert painted(page, width)


@each_prose_page
def test_reading_is_never_wider_than_74_columns(name: str) -> None:
    """In a wide terminal prose keeps a width that eyes can follow."""
    with speaking("id"):
        shown = drawn(PAGES[name]("id"), 200)

    assert max(cell_len(line) for line in shown.splitlines()) <= 74


@each_page
def test_a_page_in_ascii_has_no_mark_beyond_ascii(name: str) -> None:
    """Rules, bars and signs have twins; only words themselves may hold other letters."""
    with speaking("id"):
        shown = drawn(PAGES[name]("id"), ascii_only=True)

    assert set(shown) & set(MARKS[:5]) == set()


def test_the_colours_are_those_that_every_eye_tells_apart() -> None:
    """Five different colours of Okabe and Ito, one for each principle."""
    assert set(COLOURS) == set(PRINCIPLES)
    assert set(COLOURS.values()) <= OKABE_ITO
    assert len(set(COLOURS.values())) == len(PRINCIPLES)


@pytest.mark.parametrize("name", ["akibat", "hasil", "hasil-singkat"])
def test_the_colour_of_a_principle_never_stands_without_its_letters(name: str) -> None:
    """Wherever a principle's colour marks something, its two letters stand on the same line."""
    with speaking("id"):
        lines = drawn(PAGES[name]("id"), colours="truecolor").splitlines()
        heads = (_("Review"), _("Law"), _("Next step"), _("Strength"), _("Think over"))

    for principle, colour in COLOURS.items():
        red, green, blue = Color.parse(colour).get_truecolor()
        marked = [line for line in lines if f"38;2;{red};{green};{blue}m" in line]
        bare = [line for line in marked if labels.code(principle) not in STYLE.sub("", line)]
        assert [line for line in bare if not STYLE.sub("", line).strip().startswith(heads)] == []
    assert any(labels.code(principle) in line for line in lines for principle in PRINCIPLES)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"FORCE_COLOR": "0"}], ids=str)
def test_colour_is_off_when_it_is_asked_to_be(env: dict[str, str]) -> None:
    """NO_COLOR, set to anything, and FORCE_COLOR=0 leave weight and slant but no colour."""
    ran = program("play", "amplop-di-loket", "--choices", "terima", terminal=True, env=env)
    styles = {part for style in STYLE.findall(ran.out) for part in style[2:-1].split(";")}

    assert styles <= {"0", "1", "2", "3", "4"}


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": ""}, {"COLORTERM": "truecolor"}], ids=str)
def test_colour_is_on_in_a_terminal(env: dict[str, str]) -> None:
    """An empty NO_COLOR is none."""
    ran = program("play", "amplop-di-loket", "--choices", "terima", terminal=True, env=env)

    assert re.search(r"\x1b\[[0-9;]*3[0-8]", ran.out)


def test_colour_can_be_forced_into_a_file() -> None:
    """FORCE_COLOR draws where there is no terminal; NO_COLOR is stronger."""
    words = ("play", "amplop-di-loket", "--choices", "terima")

    assert "\x1b[" in program(*words, env={"FORCE_COLOR": "1"}).out
    assert "\x1b" not in program(*words).out
    assert not re.search(r"\x1b\[[0-9;]*38", program(*words, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out)


@pytest.mark.parametrize(
    "page",
    [
        (Heading(""),),
        (Heading("a" * 300, "b" * 300),),
        (Prose(()),),
        (Prose(("", "")),),
        (Prose(("a" * 500,)),),
        (Labelled("Label", ()),),
        (Items(()),),
        (Items((("", ""), ("9" * 30, "x"))),),
        (Moved(()),),
    ],
    ids=lambda page: type(page[0]).__name__,
)
def test_blocks_at_their_limits_are_painted(page: tuple[object, ...]) -> None:
    """Empty and overlong blocks break neither painter nor line."""
    with speaking("id"):
        shown = drawn(page, 40) + painted(page, 40)  # type: ignore[arg-type]

    assert [line for line in shown.splitlines() if len(line) > 40] == []
