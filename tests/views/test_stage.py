"""The wall of a class: whole hours as text files, nothing cut off, nothing told too early."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from classroom.lesson import Lesson, small_case, voting
from hypothesis import given
from hypothesis import strategies as st
from pages import speaking
from walls import ADDRESS, Moment, framed, hour, look, rows, scenario

from etika_sim.classroom.clock import minutes_and_seconds
from etika_sim.classroom.visibility import for_projector
from etika_sim.prose import UNSAFE
from etika_sim.views.stage import arriving
from etika_sim.views.stage.big import FONT, ROWS, big
from etika_sim.views.stage.lines import Look, sheets, text_of, told, wrapped
from etika_sim.views.stage.panels import Panel
from etika_sim.views.stage.stage import footer, header, stage

WALLS = Path(__file__).parents[1] / "walls"
KINDS = {
    "80x24.id": ("id", 80, 24, True, {}),
    "80x24.en": ("en", 80, 24, True, {}),
    "120x40.id": ("id", 120, 40, True, {}),
    "80x24.ascii.id": ("id", 80, 24, False, {}),
    "80x24.biasanya.id": ("id", 80, 24, True, {"usual": True}),
}
CASES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "scenarios").glob("*/*.yaml") if "." not in path.stem
)


@pytest.mark.parametrize("kind", KINDS)
def test_an_hour_on_the_wall_looks_as_its_file_shows(kind: str, request: pytest.FixtureRequest) -> None:
    """Every step of a class, sheet by sheet, is the file, character for character."""
    language, width, height, draws, settings = KINDS[kind]
    file = WALLS / f"{kind}.txt"

    with speaking(language):
        moments = hour(scenario("amplop-di-loket", language), **settings)
        shown = "\n".join(framed(one, look(width, height, one.room, draws=draws)) for one in moments)

    if request.config.getoption("--update"):
        file.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == file.read_text(encoding="utf-8")


def test_no_wall_is_kept_that_nobody_draws() -> None:
    """Every file of the folder belongs to a kind."""
    assert {file.name for file in WALLS.iterdir()} == {f"{kind}.txt" for kind in KINDS}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("case", CASES)
def test_every_shipped_case_fits_the_smallest_projector(case: str, language: str) -> None:
    """At 80 by 24 no row is too long, no sheet too high, and no sheet is empty."""
    with speaking(language):
        for moment in hour(scenario(case, language)):
            for screen in rows(moment, look(80, 24, moment.room)):
                assert len(screen) == 24
                assert max(len(text_of(row)) for row in screen) <= 76
                assert any(text_of(row) for row in screen[2:-2])


@pytest.mark.parametrize("size", [(20, 10), (40, 12), (60, 20), (200, 60)])
def test_a_screen_of_any_size_gets_its_sheets(size: tuple[int, int]) -> None:
    """However small the terminal is, the sheets fill it row by row and say all there is."""
    for moment in hour(scenario("amplop-di-loket")):
        for screen in rows(moment, look(*size, moment.room)):
            assert len(screen) == size[1]


@given(
    st.lists(st.sampled_from("abc"), min_size=6, max_size=6),
    st.lists(st.sampled_from("abc"), min_size=6, max_size=6),
)
def test_before_the_reveal_the_wall_tells_nothing_of_the_votes(one: list[str], other: list[str]) -> None:
    """Two classes that voted differently see the same sheets, until the result is shown."""
    for steps in ((), ("closed",), ("closed", "discuss")):
        seen = []
        for votes in (one, other):
            lesson = voting(6).vote(votes)
            for step in steps:
                lesson.do(step) if step == "closed" else lesson.do("went", to=step)
            shown = for_projector(lesson.room)
            at = look(80, 24, lesson.room)
            seen.append((stage(shown, at), header(shown, at), footer(shown, at, 0, 1)))
        assert seen[0] == seen[1]


@pytest.mark.parametrize("width", [34, 40, 50, 80])
def test_the_head_is_never_wider_than_the_screen(width: int) -> None:
    """On a narrow screen the number of the decision goes before the title or the time does."""
    with speaking("id"):
        for moment in hour(scenario("amplop-di-loket")):
            seen = look(width, 24, moment.room)
            assert len(text_of(header(for_projector(moment.room), seen))) <= width - 2


def test_the_reveal_counts_as_the_room_does() -> None:
    """The letters, counts and percents of both rounds stand at their options, and who moved is told."""
    lesson = voting(6).vote("aabbcc").do("closed").go("discuss", "vote-2").vote("aaaabc").do("closed")
    lesson.do("went", to="reveal")
    with speaking("id"):
        text = "\n".join(
            text_of(row) for screen in rows(Moment(lesson.room), look(80, 40, lesson.room)) for row in screen
        )

    assert text.count("33\u00a0%") >= 3
    assert "67\u00a0%" in text
    assert "n = 6" in text
    assert "Kelas bergeser: 3 orang berpindah." in text


HOSTILE = (
    "\x1b[2J\x1b]0;x\x07merah",
    "[bold red]bukan markup[/]",
    "\u202etelaterbalik",
    "x" * 190,
    "<script>alert(1)</script>",
    "baris\nbaris",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_on_the_wall_is_only_text(text: str) -> None:
    """An event, a reason, a quick vote or a commitment puts no unsafe sign on the wall and breaks no row."""
    lesson = Lesson(event=text).phones(6).go("briefing", "read", "vote-1").vote("aabbcc").do("closed")
    lesson.do("went", to="reveal").do("varied", text=text).do("shown")
    lesson.do("routed", choice="b", reason=text)
    moments = [
        Moment(lesson.room),
        Moment(lesson.room, Panel.VARY),
        Moment(lesson.go("debrief", "commitments").room),
    ]
    moments.append(Moment(lesson.do("committed", token="t1", text=text).do("walled", is_walled=True).room))

    for moment in moments:
        for screen in rows(moment, look(80, 24, moment.room)):
            for row in screen:
                assert not UNSAFE.search(text_of(row))
                assert len(text_of(row)) <= 80


def test_without_an_address_hands_decide() -> None:
    """Without a server the wall asks for hands and names no address."""
    lesson = Lesson().go("briefing", "read", "vote-1")
    with speaking("id"):
        lobby = framed(Moment(Lesson().room), look(80, 24, lesson.room, address=""))
        voted = framed(Moment(lesson.room), look(80, 24, lesson.room, address=""))

    assert "http" not in lobby
    assert "Angkat tangan saat huruf Anda disebut." in voted


def test_the_content_note_stands_above_the_ground_rules() -> None:
    """On the wall before the story; without one nothing stands there."""
    noted = dataclasses.replace(small_case(), note="Ada pelecehan di sini.")
    with speaking("id"):
        walls = [
            framed(Moment(room), look(80, 24, room))
            for room in (Lesson(case).go("briefing").room for case in (noted, small_case()))
        ]

    assert walls[0].index("Ada pelecehan di sini.") < walls[0].index("Tanpa nama asli")
    assert "pelecehan" not in walls[1]


def test_where_a_code_has_no_room_the_address_is_spelled() -> None:
    """On a narrow screen, or one without half blocks, address and word stand in large signs."""
    narrow = framed(Moment(Lesson().room), look(50, 24, Lesson().room))

    assert "▄" not in narrow
    assert "███" in narrow


def test_the_words_beside_the_code_lead_to_where_the_code_leads() -> None:
    """The address is the code's, as somebody types it, and so is the word."""
    room = Lesson().room
    text = framed(Moment(room), look(80, 24, room))

    assert "http://192.168.1.20:8765" in text
    assert "7 K 3 Q" in text
    assert ADDRESS.lower().startswith("http://192.168.1.20:8765")


@given(st.lists(st.text(max_size=300), max_size=8), st.integers(20, 120), st.integers(5, 40))
def test_sheets_hold_every_word(texts: list[str], width: int, height: int) -> None:
    """Whatever the texts and the size, no sheet is too high and no word is lost."""
    seen = Look(width=width, height=height)
    parts = told(texts, seen)

    made = sheets(parts, seen)

    assert all(len(sheet) <= seen.rows for sheet in made)
    rows_ = [text_of(row) for sheet in made for row in sheet if row]
    assert "".join("".join(rows_).split()) == "".join(
        "".join(text_of(r) for part in parts for r in part).split()
    )


def test_large_signs_are_five_rows_high() -> None:
    """Every sign of the font has five rows of one width, and what has no form is left out."""
    assert all(len(form) == ROWS and len(set(map(len, form))) == 1 for form in FONT.values())
    assert len(big("0é9", Look())) == ROWS
    assert big("é", Look()) == big("", Look())


def test_time_over_is_told_with_a_plus() -> None:
    """Seconds left as minutes and seconds."""
    assert [minutes_and_seconds(n) for n in (245, 0, -61)] == ["04:05", "00:00", "+01:01"]


def test_a_word_longer_than_the_screen_is_broken() -> None:
    """Only what has no other way is broken, and then into lines that fit."""
    assert all(len(text_of(row)) <= 56 for row in wrapped("y" * 300, Look()))


def test_the_way_to_the_notes_is_a_code_where_it_fits() -> None:
    """The longest address fits the smallest projector; where nothing can be drawn it stands as text."""
    address = f"http://192.168.143.117:8765/host/{'K' * 32}"
    look = Look(notes=address)
    (part,) = arriving.own_phone({}, look)
    said, spelled = arriving.own_phone({}, look._replace(draws=False))

    assert len(part) <= look.rows
    assert max(len(text_of(line)) for line in part) <= look.width
    assert any(piece.voice == "code" for piece in part[0])
    assert "".join(map(text_of, spelled)) == address
    assert said
