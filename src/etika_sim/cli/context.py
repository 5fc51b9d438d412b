"""What every command shares: the environment, the formats of output, and how it says that it cannot go on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import click

from etika_sim.environment import Environment, ExitStatus
from etika_sim.library.files import CannotRead, is_folder
from etika_sim.locale import N_, _

DEBUG = "ETIKA_SIM_DEBUG"

_environment: Environment | None = None

_CANNOT_READ = {
    "missing": N_("There is no file {path}."),
    "folder": N_("{path} is a folder; name a file in it."),
    "special": N_("{path} is no ordinary file and is not read."),
    "denied": N_("{path} may not be read; check its permissions."),
    "no-cases": N_("There is no case file in {path}, nor in the folders right below it."),
    "other": N_("{path} cannot be read."),
}


class Format(StrEnum):
    """What output can be written as; each command knows some of them."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    MERMAID = "mermaid"
    SVG = "svg"
    HTML = "html"
    CSV = "csv"


def one_of(formats: Iterable[Format]) -> click.Choice[str]:
    """What an option takes that knows those formats."""
    return click.Choice([form.value for form in formats])


class Trouble(Exception):
    """A command cannot go on: one sentence for the user, and the exit status."""

    def __init__(self, sentence: str, status: ExitStatus = ExitStatus.USAGE) -> None:
        super().__init__(sentence)
        self.status = status


def environment() -> Environment:
    """The outside world of this run."""
    global _environment  # noqa: PLW0603 - one run, one world; tests replace it
    if _environment is None:
        _environment = Environment()
    return _environment


def replace_environment(other: Environment | None) -> None:
    """Run in another world from now on (tests do)."""
    global _environment  # noqa: PLW0603
    _environment = other


def cannot_read(error: CannotRead) -> Trouble:
    """The trouble with a file that cannot be read."""
    return Trouble(_(_CANNOT_READ[error.reason]).format(path=error.path))


def existing_folders(paths: list[Path] | None) -> tuple[Path, ...]:
    """The folders named with --path. Raises Trouble for one that is none."""
    for path in paths or ():
        if not is_folder(path):
            raise Trouble(_("{path} is not a folder.").format(path=path))
    return tuple(paths or ())
