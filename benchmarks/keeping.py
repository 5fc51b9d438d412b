"""What a participant waits for: the list of many cases, the menu, going on, and a choice to be kept.

Law: the user's own home is never touched; everything lies in a home of the benchmark's making.
"""

from __future__ import annotations

import os
import pty
import select
import subprocess
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import story
from turns import Figure, etika_sim, in_turn, process, processes_in_turn, python

from etika_sim.environment import Environment
from etika_sim.journal import plays
from etika_sim.journal.owner import MYSELF, remember_shared
from etika_sim.library.load import load
from etika_sim.play.engine import has_ended, options
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store

CASE = "amplop-di-loket"
FEW, MANY = 10, 1_000
LIST_GROWTH, START, COMMIT = 2, 13, 5
AT = "2026-11-24T07:00:00+00:00"
PATIENCE = 30.0
PROMPTS = {"menu": ((), "lalu Enter (K"), "go on": (("play", CASE), "Enter: lanjut")}
"""The words of the program, and what stands on the screen when it waits for an answer."""


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    """Lists of few and many cases, the menu and the offer to go on, and a commit."""
    home = folder / "home"
    home.mkdir()
    unwanted = ("XDG_", "ETIKA_SIM_", "PYTHONDONTWRITEBYTECODE")
    for name in [name for name in os.environ if name.startswith(unwanted)]:
        del os.environ[name]
    os.environ.update(HOME=str(home), TERM="xterm-256color", COLUMNS="80", LINES="24")
    rounds = 5 if quick else 21
    return [*lists(folder, rounds), *waits(rounds), commit(folder, 100 if quick else 500)]


def lists(folder: Path, rounds: int) -> list[Figure]:
    """Whole processes with a warm index; the shipped cases are listed with the others in both."""
    text = load(CASE).sources[0]
    for count in (FEW, MANY):
        for n in range(count):
            file = folder / str(count) / f"{n % 6 + 1}-modul" / f"kasus-{n}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text)
            os.utime(file, (n, n))  # a file that has only just been written is not indexed
    forms: dict[str, tuple[str, ...]] = {"plain": (), "--json": ("--json",)}
    commands = {
        f"{count} {form}": etika_sim("list", "--path", str(folder / str(count)), *words)
        for count in (FEW, MANY)
        for form, words in forms.items()
    }
    spent = processes_in_turn(rounds, commands)
    return [
        Figure(
            f"list {MANY:,} cases, {form}",
            spent[f"{MANY} {form}"].seconds * 1e3,
            "ms",
            f"the same, {FEW}",
            spent[f"{FEW} {form}"].seconds * 1e3,
            LIST_GROWTH,
        )
        for form in forms
    ]


def waits(rounds: int) -> list[Figure]:
    """From the start of the program, in a terminal, until it waits for an answer."""
    with open_store(Environment().store_path()) as store:
        remember_shared(store, False, AT)
        begun = plays.begin(store, MYSELF, load(CASE), "", AT)
        plays.chose(store, begun, options(begun.play)[0].id, AT)
    jobs = {
        name: lambda words=words, wanted=wanted: until(etika_sim(*words), wanted)
        for name, (words, wanted) in PROMPTS.items()
    }
    jobs["python"] = lambda: process(python("pass")).seconds
    in_turn(1, jobs)  # the first round compiles
    medians = in_turn(rounds, jobs)
    yardstick = ("python -c pass", medians["python"] * 1e3)
    return [Figure(f"start to {name}", medians[name] * 1e3, "ms", *yardstick, START) for name in PROMPTS]


def until(command: list[str], wanted: str) -> float:
    """Seconds until a program in a terminal says that; then it is stopped. Raises RuntimeError."""
    ours, theirs = pty.openpty()
    begun = perf_counter()
    ran = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    said = b""
    try:
        while wanted.encode() not in said:
            ready = select.select([ours], [], [], PATIENCE)[0]
            if not ready or ran.poll() is not None:
                raise RuntimeError(f"{wanted!r} was never said, but {said.decode(errors='replace')!r}")
            said += os.read(ours, 65_536)
        return perf_counter() - begun
    finally:
        ran.kill()
        ran.wait()
        os.close(ours)


def commit(folder: Path, answers: int) -> Figure:
    """The time in which a choice is on the disk, against a page that is written and synced there."""
    loaded, random = load(str(story.write(folder / "story.yaml", story.FEWEST_SCENES))), Random(1)
    taken: list[float] = []
    synced: list[float] = []
    with open_store(folder / "store.sqlite3") as store, (folder / "page").open("wb") as page:
        while len(taken) < answers:
            taken += played(store, plays.begin(store, MYSELF, loaded, "", AT), random)
            synced += [write_and_sync(page.fileno()) for _ in range(story.LAYERS)]
    theirs = ("a page and fsync", median(synced) * 1e3)
    return Figure("a choice kept", median(taken) * 1e3, "ms", *theirs, COMMIT, of_ratio=False)


def played(store: Store, kept: plays.Kept, random: Random) -> list[float]:
    """Play at random to an ending; the seconds that each choice took to be kept."""
    taken = []
    while not has_ended(kept.play):
        choice = random.choice(options(kept.play)).id
        begun = perf_counter()
        kept = plays.chose(store, kept, choice, AT)
        taken.append(perf_counter() - begun)
    return taken


def write_and_sync(file: int) -> float:
    """Seconds to write one page of a file and have it on the disk."""
    begun = perf_counter()
    os.pwrite(file, b"." * 4096, 0)
    os.fsync(file)
    return perf_counter() - begun
