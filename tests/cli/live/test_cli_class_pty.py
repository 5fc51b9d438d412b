"""A class in a real terminal: killed in every step and gone on with, told to end, led without a network."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from select import select
from time import monotonic, sleep
from typing import Any

import httpx
import pytest
from cli.terminal import Terminal, restored, terminal

from etika_sim.cli.live.discovery import Door, Shut, ask_notes
from etika_sim.environment import STORE_NAME
from etika_sim.journal import classes
from etika_sim.store.opening import open_store

CASE = "amplop-di-loket"
FOOT = "? tombol"
RIGHT = "\x1b[C"
CALM = 0.7
"""Seconds in which a second Enter would be taken for a bounce."""

STEPS = (
    *("lobby", "briefing", "roles", "read", "enact", "vote-1", "discuss", "vote-2", "reveal", "route"),
    *("read", "vote-1", "reveal", "route", "de-role", "debrief", "commitments", "exit", "closed"),
)
SOON = 5.0


def door_of(home: Path) -> Door:
    """Where the class that goes on in that folder is found, once it can be."""
    deadline = monotonic() + SOON
    while monotonic() < deadline:
        for file in home.glob("class-*.json"):
            return Door(**json.loads(file.read_text(encoding="utf-8")))
        sleep(0.02)
    raise AssertionError("no class can be found")


def notes(home: Path, opened: Terminal, phase: str = "") -> dict[str, Any]:
    """The notes of that class, once it stands in that phase; what it draws meanwhile is taken in."""
    deadline = monotonic() + SOON
    while True:
        drain(opened)
        try:
            found = ask_notes(door_of(home))
        except Shut:  # of the class that was killed
            found = None
        if found is not None and found["phase"] == (phase or found["phase"]):
            return found
        assert monotonic() < deadline, (phase, found and found["phase"])
        sleep(0.05)


def drain(opened: Terminal) -> None:
    """Take in what was drawn: a terminal that nobody reads stops whoever draws."""
    while select([opened.door], [], [], 0)[0] and (said := opened.read()):
        opened.said += said


class Phone:
    """A browser that has joined."""

    def __init__(self, door: Door, word: str) -> None:
        self.browser = httpx.Client(base_url=f"http://127.0.0.1:{door.port}", trust_env=False)
        self.browser.get("/")
        joined = self.browser.post("/join", json={"word": word}, headers={"Accept": "application/json"})
        assert joined.json()["ok"], joined.text

    def votes(self, option: str, decision: int, round: int) -> None:
        """A vote that is receipted."""
        facts = {
            "kind": "voted",
            "option": option,
            "decision": decision,
            "round": round,
            "nonce": f"n{round}",
        }
        answer = self.browser.post("/act", json=facts, headers={"Accept": "application/json"}).json()
        assert answer["ok"], answer

    def sees(self) -> tuple[int, Any]:
        """Its seat and its receipts."""
        state = self.browser.get("/state", headers={"Accept": "application/json"}).json()
        return state["seat"], state["receipts"]


def entered(opened: Terminal, home: Path, to: str) -> None:
    """Enter until the class stands there; sheets of the step before are turned on the way."""
    for _ in range(40):
        now = notes(home, opened)["phase"]
        if now == to:
            return
        if now == "debrief":  # a sheet for each question
            opened.types(RIGHT * 12)
            sleep(CALM)
        opened.types("\r")
        deadline = monotonic() + CALM
        while monotonic() < deadline and notes(home, opened)["phase"] != to:
            sleep(0.02)
    raise AssertionError(to)


def vote(opened: Terminal, home: Path, phones: list[Phone]) -> None:
    """The vote is opened, and all phones vote for the first option."""
    sleep(CALM)
    opened.types("\r")
    deadline = monotonic() + SOON
    while (now := notes(home, opened))["round"]["stage"] != "open":
        assert monotonic() < deadline, now["round"]
        sleep(0.02)
    for phone in phones:
        phone.votes(now["options"][0]["option"], now["round"]["decision"], now["round"]["round"])
    assert phones[0].sees()[1][-1]["letter"] == "A"


def test_a_class_killed_in_every_step_goes_on_as_it_was(tmp_path: Path) -> None:
    """Same step, same seats, same votes, same cookies and the same address, whenever the power fails."""
    env = {"ETIKA_SIM_HOME": str(tmp_path)}
    words: tuple[str, ...] = ("class", CASE, "--host", "127.0.0.1", "--port", "18765")
    phones: list[Phone] = []
    before: dict[str, Any] | None = None
    for n, step in enumerate(STEPS):
        with terminal(80, *words, **env) as opened:
            opened.until(FOOT)
            found = notes(tmp_path, opened)
            assert before is None or found == before, step
            if not phones:
                phones = [Phone(door_of(tmp_path), found["word"]) for _ in range(3)]
            seen = [phone.sees() for phone in phones]
            assert [seat for seat, _receipts in seen] == [1, 2, 3]
            entered(opened, tmp_path, step)
            if step.startswith("vote"):
                vote(opened, tmp_path, phones)
            before = notes(tmp_path, opened, step)
            opened.kill()
        words = ("class", "--resume")
        assert n or door_of(tmp_path).port == 18765
    for phone in phones:
        phone.browser.close()
    assert before is not None
    assert before["decisions"] == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_restores_the_terminal_and_keeps_the_class(tmp_path: Path, number: signal.Signals) -> None:
    """Whoever ends the program from outside finds the terminal as it was, and how to go on."""
    with terminal(80, "class", CASE, "--hands", ETIKA_SIM_HOME=str(tmp_path)) as opened:
        opened.until(FOOT)
        os.kill(opened.pid, number)
        assert opened.ends() == 130
        assert opened.said.count("\x1b[?1049h") == opened.said.count("\x1b[?1049l") == 1
        assert restored(opened)
        assert "class --resume" in opened.said
        assert "Traceback" not in opened.said
    assert list(tmp_path.glob("class-*")) == []


def test_ctrl_c_asks_and_a_yes_leaves(tmp_path: Path) -> None:
    """In the terminal as in the tests: the key is a question, not the end."""
    with terminal(80, "class", CASE, "--hands", ETIKA_SIM_HOME=str(tmp_path)) as opened:
        opened.until(FOOT)
        opened.types("\x03")
        opened.until("Akhiri di sini?")
        opened.types("y")
        assert opened.ends() == 0
        assert restored(opened)


def listening(pid: int) -> set[str]:
    """The TCP sockets of a process, as Linux lists them."""
    inodes = {
        str(file.readlink())[8:-1]
        for file in Path(f"/proc/{pid}/fd").iterdir()
        if str(file.readlink()).startswith("socket:")
    }
    tables = [Path(f"/proc/{pid}/net/{name}").read_text(encoding="ascii") for name in ("tcp", "tcp6", "udp")]
    rows = [row.split() for table in tables for row in table.splitlines()[1:]]
    return {row[9] for row in rows} & inodes


@pytest.mark.skipif(
    not Path("/proc/self/net/tcp").exists(), reason="only Linux lists the sockets of a process"
)
@pytest.mark.parametrize(("way", "count"), [("--hands", 0), ("--tables", 1)])
def test_raised_hands_open_no_socket(tmp_path: Path, way: str, count: int) -> None:
    """Where only hands are counted nothing listens; with phones one socket does."""
    words = ("class", CASE, way, "--host", "127.0.0.1")
    with terminal(80, *words, ETIKA_SIM_HOME=str(tmp_path)) as opened:
        opened.until(FOOT)
        assert len(listening(opened.pid)) == count


def test_a_demo_leaves_nothing_behind(tmp_path: Path) -> None:
    """Simulated phones come in; afterwards there is no class and no file."""
    with terminal(80, "class", "--demo", "--host", "127.0.0.1", ETIKA_SIM_HOME=str(tmp_path)) as opened:
        opened.until("sudah masuk.")
        opened.types("q")
        opened.until("Akhiri?")
        opened.types("y")
        assert opened.ends() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_class_is_not_opened_twice(tmp_path: Path) -> None:
    """A second window is told so, and the first goes on."""
    env = {"ETIKA_SIM_HOME": str(tmp_path)}
    with terminal(80, "class", CASE, "--host", "127.0.0.1", **env) as opened:
        opened.until(FOOT)
        door_of(tmp_path)
        with terminal(80, "class", "--resume", **env) as other:
            other.until("Kelas ini sedang berjalan di jendela lain.")
            assert other.ends() == 2
        assert notes(tmp_path, opened)["phase"] == "lobby"


def test_the_notes_follow_the_class_in_a_second_window(tmp_path: Path) -> None:
    """They say what to say in this step, scroll, and tell when the class has ended."""
    env = {"ETIKA_SIM_HOME": str(tmp_path)}
    with terminal(80, "class", CASE, "--host", "127.0.0.1", **env) as opened:
        opened.until(FOOT)
        door_of(tmp_path)
        with terminal(80, "class", "--notes", **env) as beside:
            beside.until("Selamat datang")
            opened.types("\r")
            beside.until("Tiga aturan")
            opened.kill()
            beside.until("Kelas tidak menjawab")
            beside.types("q")
            assert beside.ends() == 0
            assert restored(beside)


def test_the_case_goes_on_in_the_version_it_began_with(tmp_path: Path) -> None:
    """Whoever changes or deletes the file in the break does not change the class."""
    from etika_sim.library.load import path_of

    copy = tmp_path / "kasus.yaml"
    copy.write_bytes(path_of(CASE).read_bytes())
    env = {"ETIKA_SIM_HOME": str(tmp_path / "home")}
    with terminal(80, "class", str(copy), "--hands", **env) as opened:
        opened.until(FOOT)
        opened.kill()
    copy.unlink()

    with terminal(80, "class", "--resume", **env) as opened:
        opened.until(FOOT)
        opened.kill()
    with open_store(tmp_path / "home" / STORE_NAME) as store:
        (session,) = classes.sessions(store)
        assert classes.read(store, session.id).version.scenario.title == "Amplop di Loket"
