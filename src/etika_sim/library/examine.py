"""Checking whatever is at some paths: cases, their translations, registers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from etika_sim.checks.validate import (
    WARNINGS,
    Background,
    Checked,
    Cited,
    check_case,
    check_register,
    check_translation,
    with_warnings,
)
from etika_sim.language.diagnostic import Diagnostic, Place
from etika_sim.language.suggest import closest
from etika_sim.languages import TRANSLATIONS
from etika_sim.library.files import CannotRead, is_folder, read_bytes, real
from etika_sim.library.folders import (
    REGISTER_NAMES,
    cases_in,
    find,
    is_translation,
    shipped,
    translations_beside,
)
from etika_sim.library.registers import Registers, registers
from etika_sim.model import Law


def examine(
    paths: Iterable[Path], largest: int, today: str = "", at: Callable[[int, int], None] | None = None
) -> list[Checked]:
    """What is found in the files at some paths; a folder stands for all cases in it.

    A case brings its translations along, a translation its case. `today` is an ISO date; without one
    nothing is too old. Before each file, `at` is told how many are done and how many there are.
    Raises CannotRead.
    """
    found: dict[Path, Checked] = {}
    ids: dict[str, Path] = {}
    near: dict[Path, Registers] = {}
    files = list(dict.fromkeys(file for one in paths for file in _files(one)))
    for n, path in enumerate(files):
        if at is not None:
            at(n, len(files))
        if path in found:
            continue
        case = path.with_name(f"{path.stem.partition('.')[0]}{path.suffix}") if is_translation(path) else path
        if case.stem in REGISTER_NAMES:
            found[case] = _register(case, largest)
            continue
        folder = real(case).parent
        if folder not in near:
            near[folder] = registers(beside=case)
        for file, checked in _case(case, largest, today, near[folder]):
            found[file] = checked
        first = ids.setdefault(case.stem, case)
        if real(first) != real(case):
            found[case] = _same_id(found[case], first)
    return list(found.values())


def together(checked: Iterable[Checked], named: Iterable[Path] = ()) -> list[Checked]:
    """The same, with what only shows when all cases are seen together: twins that are nowhere."""
    checked, named = list(checked), tuple(named)
    ids = {one.scenario.id for one in checked if one.scenario is not None}
    return [_with_its_twin(one, ids, named) for one in checked]


def _with_its_twin(checked: Checked, ids: set[str], named: tuple[Path, ...]) -> Checked:
    scenario = checked.scenario
    if scenario is None or checked.stage != WARNINGS or scenario.twin is None:
        return checked
    if scenario.twin in ids or find(scenario.twin, named) is not None:
        return checked
    facts = {"twin": scenario.twin, "suggestion": closest(scenario.twin, ids - {scenario.id}) or ""}
    return with_warnings(checked, [Diagnostic("unknown-twin", ("twin",), facts)], scenario.allow)


def _files(path: Path) -> list[Path]:
    if not is_folder(path):
        return [path]
    near = [path / f"{name}.yaml" for name in REGISTER_NAMES]
    files = [*(file for file in near if file.is_file()), *cases_in(path)]
    if not files:
        raise CannotRead(path, "no-cases")
    return files


def _case(path: Path, largest: int, today: str, found: Registers) -> Iterable[tuple[Path, Checked]]:
    cited = Cited(frozenset(found.laws), frozenset(found.channels))
    translations = translations_beside(path)
    background = _background(path, found.laws, today, translations)
    id, name = path.stem, str(path)
    checked = check_case(read_bytes(path, largest), id, name, cited, largest, background=background)
    yield path, checked
    if checked.scenario is not None:
        for file in translations:
            raw = read_bytes(file, largest)
            yield (
                file,
                check_translation(raw, checked, _language(file), str(file), cited, largest, background),
            )


def _background(case: Path, laws: Mapping[str, Law], today: str, translations: Iterable[Path]) -> Background:
    if shipped() not in real(case).parents:
        return Background(laws, today)
    there = set(map(_language, translations))
    lacking = tuple(language for language in TRANSLATIONS if language not in there)
    return Background(laws, today, shipped=True, untranslated=lacking)


def _language(translation: Path) -> str:
    return translation.stem.rpartition(".")[2]


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
