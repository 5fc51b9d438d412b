"""The folders that hold cases: those named on the line, the shipped one, the author's own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from etika_sim.library.files import is_folder

PATH_VARIABLE = "ETIKA_SIM_PATH"
REGISTER_NAMES = ("law", "channels")
_OWN = Path("Etika-Sim", "kasus")


class LibraryMissing(Exception):
    """The shipped cases are neither in the package nor beside it."""


def shipped() -> Path:
    """The folder of shipped cases: inside an installed package, else that of the checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "scenarios", package.parent.parent / "scenarios"):
        if (folder / "law.yaml").is_file():
            return folder
    raise LibraryMissing


def own() -> Path:
    """The author's folder in his documents, whether it is there or not."""
    from platformdirs import user_documents_path

    return user_documents_path() / _OWN


def folders(named: Iterable[Path] = ()) -> Iterator[Path]:
    """All folders with cases, the most particular first: named ones, ETIKA_SIM_PATH, shipped, own."""
    yield from named
    for part in os.environ.get(PATH_VARIABLE, "").split(os.pathsep):
        if part:
            yield Path(part)
    yield shipped()
    if is_folder(own()):
        yield own()


def is_case(path: Path) -> bool:
    """Whether a file's name is that of a case: not a register, not a translation."""
    return path.suffix in (".yaml", ".yml") and "." not in path.stem and path.stem not in REGISTER_NAMES


def is_translation(path: Path) -> bool:
    """Whether a file's name is `<id>.<language>.yaml`."""
    return path.suffix in (".yaml", ".yml") and "." in path.stem


def translations_beside(case: Path) -> list[Path]:
    """The translations of a case that lie beside it, sorted."""
    return translations_in(case.parent).get(case.name, [])


def translations_in(folder: Path) -> dict[str, list[Path]]:
    """All translations in a folder, sorted, by the name of the file that they translate."""
    found: dict[str, list[Path]] = {}
    for file in sorted(filter(is_translation, folder.iterdir() if folder.is_dir() else ())):
        found.setdefault(f"{file.stem.rpartition('.')[0]}{file.suffix}", []).append(file)
    return found


def cases_in(folder: Path) -> list[Path]:
    """The case files in a folder and the folders right below it, sorted; hidden ones left out."""
    found = [*folder.glob("*.y*ml"), *folder.glob("[!.]*/*.y*ml")]
    return sorted(path for path in found if is_case(path) and path.name[0] != "." and not is_folder(path))


def find(case: str, named: Iterable[Path] = ()) -> Path | None:
    """The file of the case with that id in the first folder that has it."""
    paths = (path for folder in folders(named) for path in cases_in(folder))
    return next((path for path in paths if path.stem == case), None)


def translation_of(path: Path, language: str) -> Path:
    """Where the translation of a case or a register into that language would be."""
    return path.with_name(f"{path.stem}.{language}{path.suffix}")
