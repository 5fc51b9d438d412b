"""Checking many cases: what was found before is remembered, the rest is spread over all cores."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from etika_sim.checks.validate import Background, Checked, Cited, check_case, check_translation
from etika_sim.languages import TRANSLATIONS
from etika_sim.library.files import is_file, read_bytes, real
from etika_sim.library.folders import REGISTER_NAMES, shipped
from etika_sim.library.registers import Registers, register_folders, registers

MANY = 20
"""Cases from which on it is worth while to look what was found before, and to ask all cores."""

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Told how many cases are done, and how many there are."""


class Family(NamedTuple):
    """A case with its translations: what is checked, and remembered, together.

    Only their paths are held: the bytes of a large case weigh as much as what is made of it.
    """

    case: Path
    translations: tuple[Path, ...]
    largest: int
    today: str

    @property
    def files(self) -> tuple[Path, ...]:
        """The case, and then its translations."""
        return (self.case, *self.translations)


def check_all(
    families: Sequence[Family], at: Progress | None = None, cache: Path | None = None
) -> list[list[Checked]]:
    """What is found in each family, file by file. Results that come from the cache, or from another core,
    have no scenario.
    """
    if len(families) < MANY:
        return list(_told(check_each(families), len(families), at))
    from etika_sim.library.check_cache import CheckCache, from_data

    kept, keys = CheckCache(cache), list(keys_of(families))
    found = [kept.get(family.case, key) for family, key in zip(families, keys, strict=True)]
    missing = [n for n, data in enumerate(found) if data is None]
    results = list(_told(_spread([families[n] for n in missing]), len(missing), at))
    whole: dict[int, list[Checked]] = {}
    for n, data, key in zip(missing, results, keys_of([families[n] for n in missing]), strict=True):
        if data is None:
            whole[n] = next(check_each([families[n]]))
            continue
        found[n] = data
        if key == keys[n]:  # nobody has saved the file while it was checked
            kept.put(families[n].case, key, data)
    kept.save()
    return [whole.get(n) or from_data(data) for n, data in enumerate(found)]


def check_each(families: Iterable[Family]) -> Iterator[list[Checked]]:
    """The same one after the other, scenarios included; registers are read once a folder."""
    near: dict[Path, Registers] = {}
    for family in families:
        folder = real(family.case).parent
        if folder not in near:
            near[folder] = registers(beside=family.case)
        yield _check(family, near[folder])


def keys_of(families: Iterable[Family]) -> Iterator[str]:
    """For each family a digest of all on which its findings depend, the program left out."""
    from etika_sim.library.check_cache import digest

    near: dict[Path, str] = {}
    for family in families:
        folder = real(family.case).parent
        if folder not in near:
            near[folder] = digest(*registers_as_bytes(family.case))
        names = "\n".join(map(str, family.files))
        sources = (read_bytes(file, family.largest) for file in family.files)
        yield digest(near[folder], names, str(family.largest), family.today, *sources)


def registers_as_bytes(case: Path) -> Iterator[bytes | str]:
    """The registers that a case cites from, file by file, unread."""
    for folder in register_folders(case):
        for name in REGISTER_NAMES:
            file = folder / f"{name}.yaml"
            yield str(file)
            yield read_bytes(file) if is_file(file) else b""


def _told(results: Iterable[T], count: int, at: Progress | None) -> Iterator[T]:
    """The same, with `at` told before each."""
    coming = iter(results)
    for n in range(count):
        if at is not None:
            at(n, count)
        yield next(coming)


def _spread(families: Sequence[Family]) -> Iterator[Any]:
    """What is found, as plain data, on all cores; on one where there is no second, or too little to do."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(families) < MANY or cores < 2:
        yield from _batch(families)
        return
    size = max(1, min(16, len(families) // (4 * cores)))
    batches = [families[n : n + size] for n in range(0, len(families), size)]
    with _pool(cores) as pool:
        for results in map(_batch, batches) if pool is None else pool.map(_batch, batches):
            yield from results


@contextmanager
def _pool(cores: int) -> Iterator[Executor | None]:
    """Processes that end at once when we do; None where the system gives none."""
    from concurrent.futures import ProcessPoolExecutor

    try:
        pool = ProcessPoolExecutor(cores, initializer=_ignore_interrupts)
    except (OSError, ImportError, NotImplementedError):
        yield None
        return
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _ignore_interrupts() -> None:
    """Ctrl+C is answered by the process that asked, not by those that work for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _batch(families: Sequence[Family]) -> list[Any]:
    """What is found, as plain data that can go from one process to another."""
    from etika_sim.language.reader import collector_paused
    from etika_sim.library.check_cache import to_data

    with collector_paused():
        return [to_data(checked) for checked in check_each(families)]


def _check(family: Family, near: Registers) -> list[Checked]:
    """What is found in a case and, where its structure is sound, in its translations."""
    cited = Cited(frozenset(near.laws), frozenset(near.channels))
    background = _background(family, near)
    id, name, most = family.case.stem, str(family.case), family.largest
    checked = check_case(read_bytes(family.case, most), id, name, cited, most, background=background)
    if checked.scenario is None:
        return [checked]
    laid = (
        check_translation(
            read_bytes(file, most), checked, language_of(file), str(file), cited, most, background
        )
        for file in family.translations
    )
    return [checked, *laid]


def _background(family: Family, near: Registers) -> Background:
    if shipped() not in real(family.case).parents:
        return Background(near.laws, family.today)
    there = set(map(language_of, family.translations))
    lacking = tuple(language for language in TRANSLATIONS if language not in there)
    return Background(near.laws, family.today, shipped=True, untranslated=lacking)


def language_of(translation: Path) -> str:
    """The language that the name of a translation speaks of: `kasus.en.yaml` is English."""
    return translation.stem.rpartition(".")[2]
