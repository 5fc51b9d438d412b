"""Checking whatever is at some paths: cases, their translations, registers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from etika_sim.checks.validate import WARNINGS, Checked, check_register, with_warnings
from etika_sim.language.diagnostic import Diagnostic, Place
from etika_sim.language.suggest import closest
from etika_sim.library.check_all import Family, Progress, check_all
from etika_sim.library.files import CannotRead, is_folder, read_bytes, real
from etika_sim.library.folders import (
    REGISTER_NAMES,
    cases_in,
    find,
    is_translation,
    shipped,
    translations_in,
)
from etika_sim.library.registers import registers


def examine(
    paths: Iterable[Path],
    largest: int,
    today: str = "",
    at: Progress | None = None,
    cache: Path | None = None,
) -> list[Checked]:
    """What is found in the files at some paths; a folder stands for all cases in it.

    A case brings its translations along, a translation its case. `today` is an ISO date; without one
    nothing is too old. Many cases are checked on all cores, and what was found of them before is kept
    in the folder `cache`; such results have no scenario. Raises CannotRead.
    """
    files = list(dict.fromkeys(_case_of(file) for one in paths for file in _files(one)))
    cases = [file for file in files if file.stem not in REGISTER_NAMES]
    beside = {folder: translations_in(folder) for folder in {case.parent for case in cases}}
    families = {
        case: Family(case, tuple(beside[case.parent].get(case.name, ())), largest, today) for case in cases
    }
    found = check_all(list(families.values()), at, cache)
    by_file = dict(zip(families, found, strict=True))
    checked = [by_file[file] if file in by_file else [_register(file, largest)] for file in files]
    return _with_same_ids(files, checked)


def _case_of(path: Path) -> Path:
    """The case that a translation belongs to; any other file is itself."""
    return path.with_name(f"{path.stem.partition('.')[0]}{path.suffix}") if is_translation(path) else path


def _with_same_ids(files: Iterable[Path], checked: Iterable[list[Checked]]) -> list[Checked]:
    """All that was found, and a finding for each case whose id another file before it has."""
    first: dict[str, Path] = {}
    found: list[Checked] = []
    for file, (head, *rest) in zip(files, checked, strict=True):
        other = file if file.stem in REGISTER_NAMES else first.setdefault(file.stem, file)
        found += [head if real(other) == real(file) else _same_id(head, other), *rest]
    return found


def together(checked: Iterable[Checked], named: Iterable[Path] = ()) -> list[Checked]:
    """The same, with what only shows when all cases are seen together: twins that are nowhere."""
    checked, named = list(checked), tuple(named)
    ids = {one.case.id for one in checked if one.case is not None}
    return [_with_its_twin(one, ids, named) for one in checked]


def _with_its_twin(checked: Checked, ids: set[str], named: tuple[Path, ...]) -> Checked:
    case = checked.case
    if case is None or checked.stage != WARNINGS or case.twin is None:
        return checked
    if case.twin in ids or find(case.twin, named) is not None:
        return checked
    facts = {"twin": case.twin, "suggestion": closest(case.twin, ids - {case.id}) or ""}
    return with_warnings(checked, [Diagnostic("unknown-twin", ("twin",), facts)], case.allow)


def _files(path: Path) -> list[Path]:
    if not is_folder(path):
        return [path]
    near = [path / f"{name}.yaml" for name in REGISTER_NAMES]
    files = [*(file for file in near if file.is_file()), *cases_in(path)]
    if not files:
        raise CannotRead(path, "no-cases")
    return files


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
