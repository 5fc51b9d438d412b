"""Opening a file for writing: in the editor of the environment, else as the system opens it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from etika_sim.environment import Environment
from etika_sim.locale import _

EDITORS = ("VISUAL", "EDITOR")


def open_in_editor(world: Environment, path: Path) -> str:
    """Open a file; what happened, in words behind which the path is shown."""
    for variable in EDITORS:
        words = _words(os.environ.get(variable, ""))
        if words and _run(world, [*words, str(path)]):
            return _("Back from the editor:")
    if _open_by_system(path):
        return _("Opened by your system:")
    return _("No editor was found here. Open this file yourself:")


def _words(command: str) -> list[str]:
    """The words of the command of an editor; on Windows a backslash is a part of a path."""
    try:
        words = shlex.split(command, posix=os.name != "nt")
    except ValueError:
        return []
    return [word.strip('"') for word in words]


def _run(world: Environment, words: list[str]) -> bool:
    """Run an editor to its end; whether it could be started. Nothing of it goes through a shell."""
    world.stdout.flush()
    try:
        return subprocess.run(words, check=False).returncode == 0  # noqa: S603 - the user's own editor
    except OSError:
        return False


def _open_by_system(path: Path) -> bool:
    """Have the system open the file with whatever it opens such files with."""
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - as a double click would
        except OSError:
            return False
        return True
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    has_screen = sys.platform == "darwin" or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    if opener is None or not has_screen:
        return False
    try:
        started = subprocess.run(  # noqa: S603 - a fixed program, and a path as its one word
            [opener, str(path)], check=False, timeout=10, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return started.returncode == 0
