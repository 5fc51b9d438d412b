"""Checking whatever is at some paths: cases, their translations, registers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from etika_sim.checks.validate import Checked, Cited, check_case, check_register, check_translation
from etika_sim.language.diagnostic import Diagnostic, Place
from etika_sim.library.files import CannotRead, is_folder, read_bytes, real
from etika_sim.library.folders import REGISTER_NAMES, cases_in, is_translation, shipped, translations_beside
from etika_sim.library.registers import registers


def examine(paths: Iterable[Path], largest: int) -> list[Checked]:
    """What is found in the files at some paths; a folder stands for all cases in it.

    A case brings its translations along, a translation its case. Raises CannotRead.
    """
    found: dict[Path, Checked] = {}
    ids: dict[str, Path] = {}
    for path in dict.fromkeys(file for one in paths for file in _files(one)):
        if path in found:
            continue
        case = path.with_name(f"{path.stem.partition('.')[0]}{path.suffix}") if is_translation(path) else path
        if case.stem in REGISTER_NAMES:
            found[case] = _register(case, largest)
            continue
        for file, checked in _case(case, largest):
            found[file] = checked
        first = ids.setdefault(case.stem, case)
        if real(first) != real(case):
            found[case] = _same_id(found[case], first)
    return list(found.values())


def _files(path: Path) -> list[Path]:
    if not is_folder(path):
        return [path]
    near = [path / f"{name}.yaml" for name in REGISTER_NAMES]
    files = [*(file for file in near if file.is_file()), *cases_in(path)]
    if not files:
        raise CannotRead(path, "no-cases")
    return files


def _case(path: Path, largest: int) -> Iterable[tuple[Path, Checked]]:
    found = registers(beside=path)
    cited = Cited(frozenset(found.laws), frozenset(found.channels))
    checked = check_case(read_bytes(path, largest), path.stem, str(path), cited, largest)
    yield path, checked
    if checked.scenario is not None:
        for file in translations_beside(path):
            raw, language = read_bytes(file, largest), file.stem.rpartition(".")[2]
            yield file, check_translation(raw, checked, language, str(file), cited, largest)


def _register(path: Path, largest: int) -> Checked:
    others = registers().laws if path.stem == "law" else registers().channels
    is_shipped = real(path).parent == shipped()
    return check_register(
        read_bytes(path, largest), path.stem, str(path), () if is_shipped else others, largest
    )


def _same_id(checked: Checked, first: Path) -> Checked:
    facts = {"id": checked.name, "other": str(first)}
    finding = Diagnostic("duplicate-id", facts=facts, place=Place(1, 1))
    return checked._replace(findings=(finding, *checked.findings))
