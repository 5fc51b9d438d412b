"""A laptop on which somebody writes cases: a folder of documents, files that change while watched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cli.program import Ran, Stream, Typed, program, world

from etika_sim.cli.app import run
from etika_sim.environment import Environment
from etika_sim.library import folders

Change = Callable[[], object]


class Desk:
    """The author's folder in a folder of the test's, and the program run with it."""

    def __init__(self, home: Path, monkeypatch: Any) -> None:
        self.home, self.kasus = home, home / "Etika-Sim" / "kasus"
        self._patch = monkeypatch
        monkeypatch.setattr(folders, "own", lambda: self.kasus)

    def program(self, *words: str) -> Ran:
        """One command line."""
        return program("--plain", *words, env=self.env)

    def menu(self, *lines: str, interrupts: int | None = None, env: dict[str, str] | None = None) -> Ran:
        """The menu on a private laptop, at `Menulis kasus`, where those lines are typed."""
        keyboard = Typed(("t", "3", *lines), interrupts)
        return program("--plain", terminal=True, stdin=keyboard, env={**self.env, **(env or {})})

    @property
    def env(self) -> dict[str, str]:
        """The environment of the laptop."""
        return {"ETIKA_SIM_HOME": str(self.home / "simpanan")}

    def watched(
        self, case: Path, *changes: Change, terminal: bool = False, words: tuple[str, ...] = ()
    ) -> Ran:
        """`watch` while those changes happen, one after the other, each seen; then Ctrl+C."""
        waiting = list(changes)
        turns = 0

        def pause(_self: Environment, _seconds: float) -> None:
            nonlocal turns
            turns += 1
            if turns % 3:
                return
            if not waiting:
                raise KeyboardInterrupt
            waiting.pop(0)()

        self._patch.setattr(Environment, "pause", pause)
        self._patch.setattr(Environment, "clock", lambda _self: "09:00:00")
        out, err = Stream(terminal=terminal), Stream(terminal=terminal)
        with world(Stream(), out, err, self.env):
            status = run(["--plain", *words, "watch", str(case)])
        return Ran(status, out.getvalue(), err.getvalue())


def files_in(folder: Path) -> list[str]:
    """The files below a folder, hidden ones too, sorted."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
