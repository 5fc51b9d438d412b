"""What belongs to a case that is handed on: file, translations, what it cites of the author's registers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from etika_sim.authoring.naming import id_of
from etika_sim.authoring.parcel import can_be_packed
from etika_sim.authoring.writer import written
from etika_sim.language.reader import read
from etika_sim.languages import TRANSLATIONS
from etika_sim.library.files import is_file, read_bytes, real
from etika_sim.library.folders import shipped, translation_of, translations_beside
from etika_sim.library.registers import registers

_TABLES = {"law": "laws", "channels": "channels"}
"""The register files, and the key under which each has its entries."""


def belongings(path: Path) -> dict[str, bytes]:
    """The names and bytes of what to pack for the case in that file. Raises CannotRead."""
    raw = read_bytes(path)
    name = path.stem if can_be_packed(f"{path.stem}.yaml") else id_of(path.stem) or "kasus"
    files = {f"{name}.yaml": raw}
    for file in translations_beside(path):
        translation = f"{name}.{file.stem.rpartition('.')[2]}.yaml"
        if can_be_packed(translation):
            files[translation] = read_bytes(file)
    cited = set(_cited(read(raw).data))
    for register, table in _TABLES.items():
        wanted = cited - set(getattr(registers(), table))
        for language in ("", *TRANSLATIONS):
            part = _part(path, register, table, wanted, language)
            if part:
                files[f"{register}{language and '.'}{language}.yaml"] = written(part).encode()
    return files


def _cited(data: Any) -> Iterator[str]:
    """The ids of laws and channels that the choices of a case name, sound or not."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in _TABLES and isinstance(value, list):
                yield from (one for one in value if isinstance(one, str))
            else:
                yield from _cited(value)
    elif isinstance(data, list):
        for one in data:
            yield from _cited(one)


def _part(path: Path, register: str, table: str, wanted: set[str], language: str) -> Mapping[str, Any]:
    """The wanted entries of the registers beside a case, the nearest first; nothing if there are none."""
    head: dict[str, str] = {}
    entries: dict[str, Any] = {}
    for folder in real(path).parents[:2]:
        file = folder / f"{register}.yaml"
        file = translation_of(file, language) if language else file
        if folder == shipped() or not wanted or not is_file(file):
            continue
        data = read(read_bytes(file)).data
        found = data.get(table) if isinstance(data, dict) else None
        if isinstance(found, dict):
            head = {**{key: one for key, one in data.items() if isinstance(one, str)}, **head}
            entries = {
                **{key: found[key] for key in found if key in wanted and _whole(found[key])},
                **entries,
            }
    return {**head, table: entries} if entries else {}


def _whole(entry: Any) -> bool:
    return isinstance(entry, dict) and all(isinstance(one, str) for one in entry.values())
