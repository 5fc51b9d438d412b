"""`class` where there is no terminal, and what it says when something stands in the way."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from classroom.lesson import Lesson
from cli.laptops import memory
from cli.program import Ran, Typed, program

from etika_sim import locale
from etika_sim.classroom.web import network
from etika_sim.cli.context import Trouble
from etika_sim.cli.live import discovery, preflight, run, start
from etika_sim.cli.live.discovery import Door, Shut
from etika_sim.cli.live.start import Way
from etika_sim.environment import Environment
from etika_sim.host.colours import Theme
from etika_sim.journal.classes import Journal, Version
from etika_sim.journal.plays import NullLog
from etika_sim.store.trouble import StoreTrouble, Taken


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is called without the outer main speaks English."""
    monkeypatch.setattr(locale, "_words", locale.words_of("en"))


NO_TERMINAL = "Kelas dipimpin di sebuah terminal, dan di sini tidak ada terminal yang bisa digambari.\n"


def asked(home: Path, *words: str, stdin: Any = None, terminal: bool = False) -> Ran:
    """The command on a laptop that remembers in that folder."""
    return program(
        "--plain", "class", *words, env={"ETIKA_SIM_HOME": str(home)}, stdin=stdin, terminal=terminal
    )


@pytest.mark.parametrize("words", [("amplop-di-loket",), ("--demo",), ("--resume",), ("x", "--hands")])
def test_without_a_terminal_a_class_is_refused_in_one_sentence(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Status 2, nothing drawn, nothing kept; also where only our own streams look like a terminal."""
    for terminal in (False, True):
        assert asked(tmp_path, *words, terminal=terminal) == (2, "", NO_TERMINAL)
    assert list(tmp_path.iterdir()) == []


def test_two_wishes_at_once_are_refused(tmp_path: Path) -> None:
    """Each of the words that say what is to be done stands alone."""
    ran = asked(tmp_path, "--demo", "--resume")

    assert (ran.status, ran.err) == (2, "Hanya salah satu dari --demo, --resume sekaligus.\n")


@pytest.mark.parametrize(
    "words", [("--minutes", "5"), ("--for", "-1"), ("--theme", "pink"), ("--port", "70000")]
)
def test_a_value_out_of_range_is_told(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Usage, status 2, no traceback."""
    ran = asked(tmp_path, "amplop-di-loket", *words)

    assert ran.status == 2
    assert words[0] in ran.err


def test_the_list_names_what_is_kept(tmp_path: Path) -> None:
    """For people and for machines; an empty laptop says so."""
    assert asked(tmp_path, "--list").status == 0

    led = Lesson(event="Bimtek")
    with memory(tmp_path) as store:
        Journal(store, "2026-11-24-7k3q", lambda: "2026-11-24T08:00:00+00:00").keep(0, led.journal)

    assert "2026-11-24-7k3q" in asked(tmp_path, "--list").out
    assert "2026-11-24-7k3q" in json.dumps(json.loads(asked(tmp_path, "--list", "--json").out))


def test_notes_without_a_class_say_what_to_do(tmp_path: Path) -> None:
    """Also when a class was cut off and its door is still written down, or the file is no door."""
    sentence = "Tidak ada kelas dengan ponsel yang sedang berjalan di sini; mulailah dulu di jendela lain.\n"
    (tmp_path / "class-a.json").write_text('{"session": "a", "port": 1, "token": "t"}', encoding="utf-8")
    (tmp_path / "class-b.json").write_text("[", encoding="utf-8")

    assert asked(tmp_path, "--notes") == (3, "", sentence)
    assert asked(tmp_path, "--notes", "a") == (3, "", sentence)


def test_a_door_is_its_owners_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has it reads the notes; it can be taken away twice."""
    monkeypatch.setenv("ETIKA_SIM_HOME", str(tmp_path / "home"))
    world, door = Environment(), Door("one", 1, "token")
    discovery.put(world, door)

    assert discovery.doors(world) == [door] == [discovery.door_of(world, "one")]
    if os.name == "posix":
        assert stat.S_IMODE(discovery.path_of(world, "one").stat().st_mode) == 0o600
    assert not discovery.is_open(door)
    with pytest.raises(Shut):
        discovery.ask_notes(door)
    for _ in range(2):
        discovery.take_away(world, "one")
    assert discovery.doors(world) == []


# --- the day before --------------------------------------------------------------------------------


def test_the_check_tells_of_screen_port_and_addresses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line for each, and what the firewall of this system may want."""
    monkeypatch.setattr(network, "addresses", lambda _forced=None: ("192.168.1.7", "10.0.0.2"))
    for system, wanted in (
        ("Windows", "netsh advfirewall"),
        ("Darwin", "macOS"),
        ("Linux", "ufw allow 18700/tcp"),
    ):
        monkeypatch.setattr(preflight.platform, "system", lambda system=system: system)
        ran = asked(tmp_path, "--check", "--host", "127.0.0.1", "--port", "18700")
        said = " ".join(ran.out.split())
        assert (ran.status, ran.err) == (0, "")
        assert wanted in said
        assert "baik: Porta 18700 bebas." in said
        assert "192.168.1.7, 10.0.0.2" in said
        assert "perluas layar ke proyektor" in said


def test_the_check_finds_what_stands_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No network, an address of somebody else, a window too small: status 1."""
    monkeypatch.setattr(network, "addresses", lambda _forced=None: ())
    monkeypatch.setattr(preflight.shutil, "get_terminal_size", lambda _usual: os.terminal_size((60, 20)))
    ran = asked(tmp_path, "--check", "--host", "203.0.113.9")
    said = " ".join(ran.out.split())

    assert ran.status == 1
    assert "kendala: Jendela ini 60 kolom dan 20 baris." in said
    assert "kendala: Laptop ini tidak berada di jaringan mana pun." in said
    assert "kendala: Ponsel tidak bisa dilayani di sana" in said


def test_a_taken_port_and_a_huge_window_are_mentioned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are no fault: another port is used, letters can be made larger."""
    from etika_sim.classroom.web.server import listen

    monkeypatch.setattr(preflight.shutil, "get_terminal_size", lambda _usual: os.terminal_size((240, 70)))
    with listen("127.0.0.1", 18710) as taken:
        port = taken.getsockname()[1]
        ran = asked(tmp_path, "--check", "--host", "127.0.0.1", "--port", str(port))
    said = " ".join(ran.out.split())

    assert ran.status == 0
    assert f"perhatikan: Porta {port} sedang dipakai" in said
    assert "perhatikan: Jendela ini 240 kolom" in said


# --- when the disk fails ---------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "begins"), [("y", True), ("", False), ("t", False)])
def test_a_store_that_cannot_be_used_is_told_before_the_class_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, begins: bool
) -> None:
    """The trainer decides whether to begin without it; whoever does not answer has not begun."""
    begun: list[run.Class] = []

    def locked(path: Path) -> None:
        raise StoreTrouble("read-only", path)

    monkeypatch.setattr(start, "open_store", locked)
    monkeypatch.setattr("etika_sim.cli.live.lead.require_terminal", lambda _world: None)
    monkeypatch.setattr(start, "run_class", lambda _world, held, *_rest: begun.append(held) or 0)

    ran = asked(tmp_path, "amplop-di-loket", stdin=Typed((answer,)), terminal=True)

    assert (ran.status == 0) == begins
    assert [isinstance(held.log, NullLog) for held in begun] == [True] * begins
    assert "Kelas ini tidak bisa disimpan." in ran.err


@pytest.mark.usefixtures("english")
def test_troubles_of_the_disk_are_told_in_a_sentence() -> None:
    """A full disk, another window, and nothing of our own faults."""
    journal = Journal(NullLog(), "x", str)
    disk = run.disk_of(journal, NullLog())

    assert disk.said(StoreTrouble("full", Path("store"))) == "The disk is full."
    assert disk.is_lost(Taken("class/x", 3))
    assert not disk.is_lost(StoreTrouble("full", Path("store")))
    with pytest.raises(ZeroDivisionError):
        disk.said(ZeroDivisionError())
    disk.wait()
    assert (journal.waits, disk.held(), disk.is_there) == (True, 0, False)


@pytest.mark.usefixtures("english")
def test_nothing_to_go_on_with_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No class at all, one of an unknown name, one that was closed."""
    monkeypatch.setenv("ETIKA_SIM_HOME", str(tmp_path))
    with memory(tmp_path) as store:
        led = Lesson().go("debrief", "commitments", "exit", "closed")
        Journal(store, "old", lambda: "2026-11-24T08:00:00+00:00").keep(0, led.journal)

    with pytest.raises(Trouble, match="no class to go on with"):
        start.go_on(Environment(), None, Way())
    for name in ("other", "old"):  # of the closed one the case was not kept
        with pytest.raises(Trouble, match=f"no class {name} that can be read"):
            start.go_on(Environment(), name, Way())


@pytest.mark.parametrize(
    ("env", "theme", "draws"),
    [
        ({}, Theme.DARK, True),
        ({"NO_COLOR": "1"}, Theme.PLAIN, True),
        ({"NO_COLOR": ""}, Theme.DARK, True),
        ({"LANG": "C"}, Theme.DARK, False),
        ({"LC_ALL": "POSIX"}, Theme.DARK, False),
        ({"LANG": "C", "LC_ALL": "id_ID.UTF-8"}, Theme.DARK, True),
    ],
    ids=str,
)
def test_colours_and_signs_are_those_the_terminal_wants(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], theme: Theme, draws: bool
) -> None:
    """NO_COLOR takes the colours away, and the C locale all that is not ASCII."""
    for name in ("NO_COLOR", "LANG", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(Environment, "draws", True)

    assert run.theme_of(Environment(), "dark") is theme
    assert run.draws(Environment()) is draws


@pytest.mark.usefixtures("english")
def test_the_law_is_told_with_the_date_of_its_status() -> None:
    """An entry in the words of the register; an unknown id is shown as it is."""
    from etika_sim.library.registers import registers

    lesson_ = Lesson()
    held = run.Class("x", lesson_.room, Version(lesson_.scenario, {}, ()), NullLog(), {"id": registers("id")})
    cite = run.outside(Environment(), held, run.disk_of(Journal(held.log, "x", str), held.log), "").cite

    assert cite("G-06").startswith(registers("id").laws["G-06"].cite)
    assert registers("id").status_as_of in cite("G-06")
    assert held.cite("en", "UPG") == registers("id").channels["UPG"].name
    assert held.cite("id", "X-99") == "X-99"
