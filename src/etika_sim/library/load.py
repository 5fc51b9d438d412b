"""From a case's id or file to a Scenario in the language wanted, with what was found on the way."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from etika_sim.checks.validate import Checked, Cited, check_case, check_translation
from etika_sim.languages import ORIGINAL
from etika_sim.library.files import is_file, read_bytes
from etika_sim.library.folders import find, shipped, translation_of
from etika_sim.library.registers import Registers, registers
from etika_sim.model import Scenario


class NoSuchCase(Exception):
    """No folder has a case of that id, and no file is called so."""


class Loaded(NamedTuple):
    """A case ready to play: `scenario` is None when `checked` says why.

    `sources` are the bytes it was made of: the case, and its translation if one was laid over it.
    """

    path: Path
    checked: Checked
    scenario: Scenario | None
    registers: Registers
    sources: tuple[bytes, ...]


def load(case: str, language: str = ORIGINAL, named: tuple[Path, ...] = ()) -> Loaded:
    """The case with that id or in that file. Raises NoSuchCase, CannotRead."""
    path = path_of(case, named)
    own_registers = registers(language, path)
    cited = Cited(frozenset(own_registers.laws), frozenset(own_registers.channels))
    # the shipped cases are proved by the tests
    raw = read_bytes(path)
    checked = check_case(raw, path.stem, str(path), cited, proved=shipped() in path.parents)
    scenario = checked.scenario
    translated = translation_of(path, language)
    if scenario is not None and language != ORIGINAL and is_file(translated):
        translation = read_bytes(translated)
        overlaid = check_translation(translation, checked, language, str(translated), cited)
        if overlaid.scenario is not None:
            return Loaded(path, checked, overlaid.scenario, own_registers, (raw, translation))
    return Loaded(path, checked, scenario, own_registers, (raw,))


def path_of(case: str, named: tuple[Path, ...] = ()) -> Path:
    """The file meant by an id or a path. Raises NoSuchCase."""
    if case.endswith((".yaml", ".yml")) or Path(case).parent != Path():
        return Path(case)
    found = find(case, named)
    if found is None:
        raise NoSuchCase(case)
    return found
