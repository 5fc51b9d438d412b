"""The registers of law and channels: the shipped ones, and what an author's folder adds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from etika_sim.language.diagnostic import Findings
from etika_sim.language.reader import read
from etika_sim.language.register import build_register, dates
from etika_sim.languages import ORIGINAL
from etika_sim.library.files import is_file, read_bytes, real
from etika_sim.library.folders import REGISTER_NAMES, shipped, translation_of
from etika_sim.model import Channel, Law


class Registers(NamedTuple):
    """What cases may cite, by id, in one language.

    `text_of` is the day of the texts that were read; changes were looked for until `status_as_of`.
    """

    laws: Mapping[str, Law]
    channels: Mapping[str, Channel]
    status_as_of: str
    text_of: str = ""


def registers(language: str = ORIGINAL, beside: Path | None = None) -> Registers:
    """The shipped registers, with the entries of register files beside a case file added."""
    found: dict[str, dict[str, Any]] = {name: {} for name in REGISTER_NAMES}
    text_of = date = ""
    for folder in register_folders(beside):
        for name in REGISTER_NAMES:
            data, entries = _entries(folder / f"{name}.yaml", name, language)
            found[name] = {**entries, **found[name]}
            if not date:
                text_of, date = dates(data)
    return Registers(found["law"], found["channels"], date, text_of)


def register_folders(beside: Path | None) -> list[Path]:
    """The shipped folder, then that of the case and the one above it."""
    home = shipped()
    near = [] if beside is None else list(real(beside).parents[:2])
    return [home, *(folder for folder in near if folder != home)]


def _entries(path: Path, name: str, language: str) -> tuple[Any, Mapping[str, Any]]:
    if not is_file(path):
        return None, {}
    data, translation = read(read_bytes(path)).data, None
    translated = translation_of(path, language)
    if language != ORIGINAL and is_file(translated):
        translation = read(read_bytes(translated)).data
    reviewed = path.parent == shipped()
    return data, build_register(name, data, Findings(), translation, reviewed=reviewed)
