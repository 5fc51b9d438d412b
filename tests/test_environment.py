"""The outside world: encodings of the streams, widths, what a terminal is, what a byte may be."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from cli.program import Stream, clean, world

from etika_sim.environment import Closed, Environment, ExitStatus
from etika_sim.views.page import Heading, Prose

DATA = Path(__file__).parent / "data"
ROAD = "tolak-dan-catat,isi-formulir,hitung-bersama,urutkan,lampirkan-keterangan"
LINES = [
    ["list"],
    ["list", "--json"],
    ["play", "amplop-di-loket", "--choices", ROAD + ",serahkan-bertanda-terima,minta-maaf"],
    ["play", "amplop-di-loket", "--choices", ROAD],
    ["play", "amplop-di-loket", "--json", "--choices", ROAD],
    ["check", "BROKEN"],
    ["check", "--format", "json", "BROKEN"],
    ["check", "--format", "github", "BROKEN"],
    ["check", str(DATA)],
    ["explain"],
    ["explain", "stuck"],
    ["law"],
    ["law", "G-06"],
    ["law", "\u2026\u2013\u2192"],
    ["--help"],
    ["play", "--help"],
    ["tidak\u2013ada"],
    ["play", "日本", "--choices", "x"],
    ["list", "--lang", "en"],
]
RUNNER = """
import json, sys
from etika_sim.cli.app import run
from etika_sim.cli.context import replace_environment
for line in json.loads(sys.argv[1]):
    replace_environment(None)
    status = run(line)
    sys.stdout.flush()
    sys.stdout.write(f"\\n== {status}\\n")
"""
ENCODINGS = ["utf-8", "cp1252", "cp437", "ascii", "utf-16-le"]


def ran(lines: list[list[str]], **env: str) -> tuple[bytes, bytes]:
    """What a process that runs those command lines writes, one after another."""
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, json.dumps(lines)], capture_output=True, check=True, env=clean(env)
    )
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory, base_case: str) -> list[list[str]]:
    """The command lines, with a broken case whose text ASCII lacks."""
    file = tmp_path_factory.mktemp("é\u2013日") / "rusak\u2013é.yaml"
    file.write_text(base_case.replace("to: ruang-kepala", "to: ruang-kepal  # é … 日"), encoding="utf-8")
    return [[str(file) if word == "BROKEN" else word for word in line] for line in LINES]


@pytest.fixture(scope="module")
def in_utf_8(lines: list[list[str]]) -> str:
    """All output where every character fits."""
    return ran(lines, PYTHONIOENCODING="utf-8")[0].decode("utf-8")


@pytest.mark.parametrize("utf8", ["0", "1"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_command_writes_in_every_encoding(
    encoding: str, utf8: str, lines: list[list[str]], in_utf_8: str
) -> None:
    """No character is an error: the statuses are the same as in UTF-8, and the bytes can be read back."""
    out, err = ran(lines, PYTHONIOENCODING=encoding, PYTHONUTF8=utf8)
    text = out.decode(encoding)

    assert b"Unicode" not in err
    assert b"Traceback" not in err
    assert statuses(text) == statuses(in_utf_8)
    assert set(statuses(text)) <= {"0", "1", "2"}


@pytest.mark.parametrize("utf8", ["0", "1"])
def test_a_c_locale_is_no_trouble(utf8: str, lines: list[list[str]]) -> None:
    """Without any locale, whatever Python makes of the streams, everything is written."""
    ordinary = [line for line in lines if all(word.isascii() for word in line)]

    out, err = ran(ordinary, LANG="C", LC_ALL="C", PYTHONUTF8=utf8, PYTHONCOERCECLOCALE="0")

    assert b"Traceback" not in err
    assert statuses(out.decode("utf-8", "replace")) == statuses(
        ran(ordinary, PYTHONIOENCODING="utf-8")[0].decode("utf-8")
    )


def statuses(text: str) -> list[str]:
    """The exit statuses that the runner noted."""
    return [line[3:] for line in text.splitlines() if line.startswith("== ")]


def test_in_ascii_every_mark_has_its_twin_and_no_letter_is_lost() -> None:
    """The shipped case needs nothing but ASCII once its dashes have twins."""
    line = [["play", "amplop-di-loket", "--choices", "terima"], ["list"], ["law", "G-03"]]
    ascii_only = ran(line, PYTHONIOENCODING="ascii")[0].decode("ascii")
    full = ran(line, PYTHONIOENCODING="utf-8")[0].decode("utf-8")

    assert ascii_only.count("?") == full.count("?")
    assert "Pasal 12C ayat (1)-(3)" in ascii_only
    assert "Pasal 12C ayat (1)\u2013(3)" in full


def test_json_keeps_every_character_in_every_encoding(lines: list[list[str]]) -> None:
    """Where a character does not fit, JSON has an escape for it: the data are the same."""
    documents = []
    for encoding in ("utf-8", "ascii", "cp1252"):
        out = ran([["check", "--format", "json", lines[5][1]]], PYTHONIOENCODING=encoding)[0].decode(encoding)
        documents.append(json.loads(out.partition("\n== ")[0]))

    assert documents[0] == documents[1] == documents[2]
    assert "\u2013é" in documents[0]["files"][0]["file"]


class Narrow(io.TextIOWrapper):
    """A terminal with an encoding of its own."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        """It is a terminal."""
        return True

    def written(self) -> str:
        """What has been written so far."""
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


@pytest.mark.parametrize("encoding", ENCODINGS[:-1])
def test_a_drawn_page_fits_the_encoding_of_its_terminal(encoding: str) -> None:
    """Rules and dashes become ASCII where the code page lacks them."""
    stdout = Narrow(encoding)
    with world(Stream(), stdout, Stream(), {"NO_COLOR": "1"}):
        Environment().show((Heading("Judul \u2013 …", "→"), Prose(("“Kutipan” 日本",))))

    shown = stdout.written()
    assert ("─" in shown) == (encoding == "utf-8")
    assert ('"Kutipan" ??' in shown) == (encoding != "utf-8")


@pytest.mark.parametrize(
    ("env", "terminal", "plain"),
    [
        ({}, True, False),
        ({}, False, True),
        ({"TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "0"}, False, True),
        ({"FORCE_COLOR": ""}, False, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
    ],
)
def test_pages_are_plain_unless_a_terminal_or_a_wish_says_otherwise(
    env: Mapping[str, str], terminal: bool, plain: bool
) -> None:
    """A terminal is drawn to; FORCE_COLOR draws elsewhere, too; a dumb terminal never."""
    with world(Stream(), Stream(terminal=terminal), Stream(), env):
        assert Environment().plain == plain


@pytest.mark.parametrize("terminal", [True, False])
def test_a_wish_for_plain_pages_always_holds(terminal: bool) -> None:
    """--plain is stronger than anything around it."""
    with world(Stream(), Stream(terminal=terminal), Stream(), {"FORCE_COLOR": "1"}):
        environment = Environment()
        environment.wants_plain = True

        assert environment.plain


@pytest.mark.parametrize(("terminal", "width"), [(True, 40), (False, 76)])
def test_the_width_is_that_of_a_terminal_or_the_usual_one(terminal: bool, width: int) -> None:
    """Files do not take the width of the window they were made in."""
    with world(Stream(), Stream(terminal=terminal), Stream(), {"COLUMNS": "40"}):
        assert Environment().width == width


@pytest.mark.parametrize(
    ("ends", "wanted"), [((True, True), True), ((True, False), False), ((False, True), False)]
)
def test_somebody_can_answer_only_where_both_ends_are_a_terminal(
    ends: tuple[bool, bool], wanted: bool
) -> None:
    """Keyboard and screen both."""
    with world(Stream(terminal=ends[0]), Stream(terminal=ends[1]), Stream()):
        assert Environment().interactive == wanted


@pytest.mark.parametrize("line", ["jawab\n", "jawab\r\n", "jawab"])
def test_an_answer_comes_without_its_line_end(line: str) -> None:
    """The prompt is written, the answer is what was typed."""
    out = Stream()
    with world(Stream(line), out, Stream()):
        assert Environment().ask("Tanya? ") == "jawab"

    assert out.getvalue() == "Tanya? "


def test_no_more_input_is_told_apart_from_an_empty_answer() -> None:
    """Enter is an answer; the end of the input is none and begins a new line."""
    out = Stream()
    with world(Stream("\n"), out, Stream()):
        environment = Environment()

        assert environment.ask("? ") == ""
        with pytest.raises(Closed):
            environment.ask("? ")
    assert out.getvalue() == "? ? \n"


def test_a_byte_that_is_no_text_is_a_wrong_key_and_no_fault() -> None:
    """Whatever a keyboard or a paste sends can be read."""
    stdin = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n\xc3\n"), encoding="utf-8")
    with world(stdin, Stream(), Stream()):
        environment = Environment()

        assert [environment.ask(""), environment.ask("")] == ["\ufffd\ufffd", "\ufffd"]


def test_a_message_shows_foreign_words_spelled_out() -> None:
    """What goes to standard error passes the same sieve as everything else."""
    err = Stream()
    with world(Stream(), Stream(), err):
        Environment().complain("a\x1b[31mb\x9bc\u202ed\ne")

    assert err.getvalue() == "a\\x1b[31mb\\x9bc\\u202ed\ne\n"


def test_json_is_one_document_with_what_steers_a_terminal_escaped() -> None:
    """Letters stay letters; control characters and their like become escapes, and the data are the same."""
    data = {"a\x1b": ["é", "\x7f\x9b\u202e\u2028", "\n\t"]}
    out = Stream()
    with world(Stream(), out, Stream()):
        Environment().write_json(data)

    assert json.loads(out.getvalue()) == data
    assert "é" in out.getvalue()
    assert all(character == "\n" or character.isprintable() for character in out.getvalue())


def test_the_statuses_are_those_that_are_documented() -> None:
    """0 fine, 1 findings, 2 usage, 3 environment, 130 interrupted."""
    assert {status.name: status.value for status in ExitStatus} == {
        "FINE": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "ENVIRONMENT": 3,
        "INTERRUPTED": 130,
    }


def test_the_time_is_utc_to_the_second() -> None:
    """ISO 8601, fit for sorting."""
    with world(Stream(), Stream(), Stream()):
        now = Environment().now()

    assert len(now) == len("2026-11-24T07:00:00+00:00")
    assert now.endswith("+00:00")
