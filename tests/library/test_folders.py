"""Which folders are looked through, in which order, and what counts as a case in them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from etika_sim.library.catalogue import catalogue
from etika_sim.library.folders import (
    PATH_VARIABLE,
    LibraryMissing,
    cases_in,
    find,
    folders,
    is_case,
    is_translation,
    shipped,
    translation_of,
)

Folder = Callable[..., Path]


def test_named_folders_come_first_then_the_variable_then_the_shipped_then_the_authors_own(
    folder: Folder, bare_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The more particular a folder was named, the earlier it is looked through."""
    named, first, second = folder("bernama"), folder("satu"), folder("dua")
    bare_home.mkdir(parents=True)
    monkeypatch.setenv(PATH_VARIABLE, os.pathsep.join([str(first), "", str(second)]))

    assert list(folders([named])) == [named, first, second, shipped(), bare_home]


def test_an_authors_folder_that_is_not_there_is_left_out() -> None:
    """Nobody is told about a folder he never made."""
    assert list(folders()) == [shipped()]


def test_of_two_cases_with_one_id_the_first_folder_wins(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Finding and listing agree on which of the two it is."""
    near, far = folder("dekat", "sama", "lain"), folder("jauh", "sama")
    monkeypatch.setenv(PATH_VARIABLE, str(far))

    entries = {entry.id: entry for entry in catalogue("id", [near])}

    assert find("sama", [near]) == near / "sama.yaml" == entries["sama"].path
    assert find("sama") == far / "sama.yaml"
    assert [entry.id for entry in catalogue("id", [near])].count("sama") == 1


def test_an_authors_case_can_stand_in_for_a_shipped_one(folder: Folder) -> None:
    """A named folder's amplop-di-loket is played instead of the shipped one."""
    mine = folder("milik-saya", "amplop-di-loket")

    assert find("amplop-di-loket", [mine]) == mine / "amplop-di-loket.yaml"


def test_cases_are_found_in_a_folder_and_one_level_below(folder: Folder) -> None:
    """Deeper folders and hidden ones are not looked into."""
    top = folder("atas", "satu", "5-modul/dua", "5-modul/dalam/tiga", ".sembunyi/empat", ".lima")

    assert [path.stem for path in cases_in(top)] == ["dua", "satu"]


@pytest.mark.parametrize(
    ("name", "case", "translation"),
    [
        ("amplop.yaml", True, False),
        ("amplop.yml", True, False),
        ("amplop.en.yaml", False, True),
        ("law.yaml", False, False),
        ("channels.yaml", False, False),
        ("law.en.yaml", False, True),
        ("amplop.txt", False, False),
        ("amplop.yaml.bak", False, False),
    ],
)
def test_a_file_name_says_what_a_file_is(name: str, case: bool, translation: bool) -> None:
    """Registers and translations are told from cases by their names alone."""
    assert (is_case(Path(name)), is_translation(Path(name))) == (case, translation)


def test_a_folder_called_like_a_case_is_none(folder: Folder) -> None:
    """Only files are cases."""
    top = folder("atas", "satu")
    (top / "dua.yaml").mkdir()

    assert [path.name for path in cases_in(top)] == ["satu.yaml"]


@pytest.mark.parametrize("case", ["*", "sa*", "[s]atu", "**", "**x", "../atas/satu", "satu.yaml", ""])
def test_a_case_is_found_by_its_whole_id_and_no_pattern(folder: Folder, case: str) -> None:
    """What looks like a wildcard is only a name that no case has."""
    top = folder("atas", "satu")

    assert find(case, [top]) is None


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_of_the_variable_may_be_missing_or_empty(
    folder: Folder, tmp_path: Path, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is gone is passed over."""
    monkeypatch.setenv(PATH_VARIABLE, str(folder("kosong") if there else tmp_path / "hilang"))

    assert {entry.path.parent.parent for entry in catalogue("id")} == {shipped()}


def test_the_shipped_cases_missing_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the package nor beside it: LibraryMissing."""
    monkeypatch.setattr(Path, "is_file", lambda _path: False)

    with pytest.raises(LibraryMissing):
        shipped()


def test_a_translation_lies_beside_its_case() -> None:
    """`<id>.<language>.yaml`, with the suffix that the case has."""
    assert translation_of(Path("a/amplop.yml"), "en") == Path("a/amplop.en.yml")
