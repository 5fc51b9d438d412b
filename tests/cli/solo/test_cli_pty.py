"""A play in a real terminal: resized in the middle, interrupted, left as it was found."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.laptops import PRIVATE, SHARED
from cli.program import Writer
from cli.terminal import PROMPT, STYLE, restored, terminal, widest


@pytest.mark.parametrize(("columns", "later"), [(80, 40), (40, 80)])
def test_a_play_follows_the_window_and_ctrl_c_ends_it(columns: int, later: int) -> None:
    """Lines fit the window before and after it is resized; Ctrl+C gives 130 and leaves no trace."""
    with terminal(columns, "play", "amplop-di-loket", "--guest") as opened:
        first = opened.until("Enter: mulai")
        opened.types("\r")
        first += opened.until(PROMPT)
        opened.resize(later)
        opened.types("a\r")
        second = opened.until("ganti pilihan")
        opened.types("\r")
        second += opened.until("Enter: lanjut")
        opened.types("\x03")
        status = opened.ends()

        assert status == 130
        assert restored(opened)
    assert widest(first) <= columns
    assert later - 15 <= widest(second) <= later
    assert "Traceback" not in opened.said


@pytest.mark.parametrize("columns", [80, 40])
def test_a_whole_play_runs_in_a_real_terminal(columns: int, case_file: Writer) -> None:
    """From the first page to the farewell with one option and Enter; status 0."""
    with terminal(columns, "play", str(case_file()), "--guest") as opened:
        opened.until("Enter: mulai")
        opened.types("\r")
        for _ in range(2):
            opened.until(PROMPT)
            opened.types("1\r")
            opened.until("ganti pilihan")
            opened.types("\r")
            opened.until("Enter: lanjut")
            opened.types("\r")
        opened.until("M: mundur")
        opened.types("\r" * 6)
        status = opened.ends()

        assert (status, restored(opened)) == (0, True)
    assert "Terima kasih sudah bermain." in opened.said
    assert widest(STYLE.sub("", opened.said)) <= columns
    assert "Traceback" not in opened.said


def test_bytes_that_are_no_text_and_keys_that_are_none_are_wrong_keys() -> None:
    """Arrow keys, a pasted Latin-1 letter, a very long line: the question comes again."""
    with terminal(80, "play", "amplop-di-loket", "--guest") as opened:
        opened.until("Enter: mulai")
        opened.types("\r")
        opened.until(PROMPT)
        for typed in ("\x1b[A\x1b[B", "\udcff\udce9", "x" * 3000, "\x1b]0;judul\x07"):
            opened.types(f"{typed}\r")
            opened.until("Ketik salah satu huruf A, B, C")
            opened.until(PROMPT)
        opened.types("\x04")

        assert opened.ends() == 0
    assert "Traceback" not in opened.said


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252"])
def test_a_terminal_with_a_narrow_code_page_is_written_to(encoding: str) -> None:
    """No character is an error there, while playing either."""
    with terminal(80, "play", "amplop-di-loket", "--guest", PYTHONIOENCODING=encoding) as opened:
        opened.until("Enter: mulai")
        opened.types("\r")
        opened.until(PROMPT)
        opened.types("a\r")
        opened.until("ganti pilihan")
        opened.types("\r")
        opened.until("Enter: lanjut")
        opened.types("k\r")

        assert opened.ends() == 0
    assert "Traceback" not in opened.said


def test_ctrl_c_at_the_first_question_ends_the_menu(tmp_path: Path) -> None:
    """The menu, too, leaves with 130 and the terminal as it was."""
    with terminal(80, ETIKA_SIM_HOME=str(tmp_path)) as opened:
        opened.until("Ya (Y) atau tidak (T)")
        opened.types("\x03")

        assert opened.ends() == 130
        assert restored(opened)
    assert "Traceback" not in opened.said


@pytest.mark.parametrize(
    ("columns", "env"),
    [
        (80, {"TERM": "dumb"}),
        (40, {"TERM": "dumb"}),
        (40, {"NO_COLOR": "1"}),
        (40, {"TERM": "dumb", "PYTHONIOENCODING": "ascii"}),
        (80, {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        (80, {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "1"}),
        (40, {"ETIKA_SIM_LANG": "en", "TERM": "vt100"}),
    ],
    ids=str,
)
def test_whatever_the_terminal_is_one_can_play_leave_and_go_on(
    columns: int, env: dict[str, str], case_file: Writer, tmp_path: Path
) -> None:
    """Dumb, narrow, without colour, without UTF-8: asked and answered as ever, and no line is too wide."""
    english = env.get("ETIKA_SIM_LANG") == "en"
    begin, go_on, again = (
        ("begin", "Enter: go on", "begin anew") if english else ("mulai", "lanjut", "mulai baru")
    )
    words = ("play", str(case_file()))
    home = str(tmp_path / "rumah")
    with terminal(columns, *words, ETIKA_SIM_HOME=home, **env) as opened:
        opened.until("(N): " if english else "(T): ")
        opened.types("n\r")
        opened.until(f"Enter: {begin} ")
        opened.types("\r")
        opened.until("(A-B, ? ")
        opened.types("1\r\r")
        opened.until("Review" if english else "Ulasan")
        opened.until(f"{go_on} ")
        opened.types("k\r")
        first = opened.ends()
    with terminal(columns, *words, ETIKA_SIM_HOME=home, **env) as later:
        later.until(again)
        later.types("\r")
        later.until(f"{go_on} ")
        later.types("\r")
        later.until(", ? ")
        later.types("\x04")
        second = later.ends()
        kept_as_it_was = restored(later)

    assert (first, second, kept_as_it_was) == (0, 0, True)
    said = opened.said + later.said
    assert "Traceback" not in said
    assert widest(STYLE.sub("", said)) <= columns
    assert ("\x1b" in said) == (env.get("TERM") != "dumb")
    assert not ("NO_COLOR" in env and "[38" in said)


def test_a_menu_and_its_questions_follow_the_window(tmp_path: Path) -> None:
    """Resized between question, alias and menu: the next page has the new width."""
    with terminal(80, ETIKA_SIM_HOME=str(tmp_path)) as opened:
        wide = opened.until("(T): ")
        opened.resize(40)
        opened.types(f"{SHARED}\r")
        narrow = opened.until("  > ")
        opened.types("melati\r")
        narrow += opened.until("(K: keluar): ")
        opened.resize(80)
        opened.types("?\r")
        again = opened.until("(K: keluar): ")
        opened.types("k\r")

        assert opened.ends() == 0
        assert restored(opened)
    assert 60 <= widest(wide) <= 80
    assert 30 <= widest(narrow) <= 40
    assert 60 <= widest(again) <= 80


def test_a_resumed_play_follows_the_window(tmp_path: Path) -> None:
    """Begun in a wide window and gone on with in a narrow one."""
    home = str(tmp_path)
    with terminal(80, "play", "amplop-di-loket", ETIKA_SIM_HOME=home) as opened:
        opened.until("(T): ")
        opened.types(f"{PRIVATE}\r\ra\r\r")
        opened.until("Ulasan")
        opened.until("Enter: lanjut ")
        opened.types("k\r")
        opened.ends()
    with terminal(40, "play", "amplop-di-loket", ETIKA_SIM_HOME=home) as later:
        shown = later.until("mulai baru ")
        later.types("\r")
        shown += later.until("Enter: lanjut ")
        later.types("\r")
        shown += later.until("? bantuan): ")
        later.types("\x03")

        assert later.ends() == 130
        assert restored(later)
    assert 30 <= widest(shown) <= 40
