"""The catalogue: what is told of each case, read from its file only when something changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from unittest import mock

import pytest
from cli.program import clean
from hypothesis import given
from hypothesis import strategies as some

from etika_sim.checks import validate
from etika_sim.language.fields import LEVELS, PRACTICES, PRESSURES, REMEDIES, THEMES
from etika_sim.library.catalogue import LAST, Entry, Wanted, catalogue, law_ids
from etika_sim.library.folders import shipped
from etika_sim.library.index import NAME
from etika_sim.library.registers import registers
from etika_sim.model import PRINCIPLES

Folder = Callable[..., Path]
AGES = count(1_700_000_000)
LAW = """status_as_of: 2020-01-01
laws:
  X-01:
    cite: Peraturan Kepala Kantor 1/2026
    says: Map ditutup.
    checked: 2026-11-24
    basis: one-source
    source: papan pengumuman
"""


@pytest.fixture
def place(tmp_path: Path, base_case: str, base_english: str) -> Path:
    """A folder with the small case and its translation, both old enough to be indexed."""
    folder = tmp_path / "kasus" / "5-modul"
    folder.mkdir(parents=True)
    write(folder / "map.yaml", base_case)
    write(folder / "map.en.yaml", base_english)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the index is kept."""
    return tmp_path / "simpanan"


@pytest.fixture
def parsed() -> Iterator[mock.Mock]:
    """Counts the cases that are parsed."""
    with mock.patch.object(validate, "check_case", side_effect=validate.check_case) as counted:
        yield counted


def write(file: Path, text: str) -> None:
    """Write a file as if long ago, each time a second later."""
    file.write_text(text, encoding="utf-8")
    age(file)


def age(file: Path) -> None:
    """Make a file look old, at a time that no other file has."""
    then = next(AGES)
    os.utime(file, (then, then))


def told(folder: Path, cache: Path | None = None, language: str = "id", name: str = "map") -> Entry:
    """What the catalogue tells of a case in a folder."""
    (entry,) = [entry for entry in catalogue(language, [folder], cache) if entry.id == name]
    return entry


def test_an_entry_tells_what_the_case_is(place: Path) -> None:
    """All that lists, filters and menus need, without the scenes."""
    assert told(place) == Entry(
        id="map",
        path=place / "map.yaml",
        own=True,
        sound=True,
        title="Map di Meja",
        summary="Sebuah map tertinggal di meja Anda, dan isinya bukan hanya berkas.",
        you="Sari, petugas loket",
        module=5,
        level="basic",
        minutes=4,
        practices=("PR3",),
        pressures=("T2",),
        themes=("gratification", "bad-example"),
        remedies=("S3",),
        principles=("integrity", "accountability", "transparency"),
        decisions=2,
        endings=2,
        language="id",
    )


def test_an_entry_in_english_tells_it_in_english(place: Path) -> None:
    """Texts are translated, facts are the same; without a translation the original stands."""
    original, translated = told(place), told(place, language="en")
    texts = {"title": "The Folder on the Desk", "you": "Sari, a clerk at the counter", "language": "en"}

    assert translated == original._replace(summary=translated.summary, **texts)
    (place / "map.en.yaml").unlink()
    assert told(place, language="en") == original


def test_shipped_cases_are_told_from_others(place: Path) -> None:
    """`own` is whatever does not lie in the shipped folder, whichever way that is named."""
    copied = shutil.copy(shipped() / "5-pelanggaran" / "amplop-di-loket.yaml", place)
    there = {entry.path: entry.own for entry in catalogue("id", [place])}
    here = {entry.own for entry in catalogue("id", [Path(os.path.relpath(shipped()))])}

    assert there[Path(copied)] is True
    assert [own for path, own in there.items() if path.is_relative_to(shipped()) and own] == []
    assert here == {False}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_index_tells_the_same_as_the_files(place: Path, cache: Path, language: str) -> None:
    """With an index or without, the first time and the second, the catalogue is the same."""
    write(place / "rusak.yaml", "format: 1\n")
    without = catalogue(language, [place])

    assert catalogue(language, [place], cache) == without
    assert catalogue(language, [place], cache) == without


def test_nothing_is_parsed_that_did_not_change(place: Path, cache: Path, parsed: mock.Mock) -> None:
    """The second time no case is read, broken ones neither."""
    write(place / "rusak.yaml", "format: 1\n")
    catalogue("id", [place], cache)
    first = parsed.call_count
    found = catalogue("id", [place], cache)

    assert first == len(found) == parsed.call_count


def test_a_process_with_an_index_never_loads_yaml(place: Path, tmp_path: Path) -> None:
    """What is known is listed without loading the reader at all."""
    code = "import sys; from etika_sim.cli.app import run; run(sys.argv[1:]); print('yaml' in sys.modules)"
    command = [sys.executable, "-c", code, "list", "--path", str(place)]
    env = clean({"ETIKA_SIM_HOME": str(tmp_path / "rumah")})
    ran = [
        subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=True).stdout
        for _ in range(2)
    ]

    assert [out.rpartition("\n")[0].rpartition("\n")[2] for out in ran] == ["True", "False"]
    assert ran[0].replace("True", "") == ran[1].replace("False", "")


def test_a_change_of_the_case_is_seen(place: Path, cache: Path, parsed: mock.Mock) -> None:
    """Of all cases only the changed one is parsed again."""
    told(place, cache)
    parsed.reset_mock()
    write(
        place / "map.yaml",
        (place / "map.yaml").read_text(encoding="utf-8").replace("minutes: 4", "minutes: 9"),
    )

    assert told(place, cache).minutes == 9
    assert parsed.call_count == 1


def test_a_change_within_the_same_moment_is_seen(place: Path, cache: Path) -> None:
    """A file that was only just written is not trusted to keep what it says, its size and time alike."""
    file = place / "map.yaml"
    text = file.read_text(encoding="utf-8")
    for minutes in (5, 6, 7, 8):
        file.write_text(text.replace("minutes: 4", f"minutes: {minutes}"), encoding="utf-8")
        assert told(place, cache).minutes == minutes


def test_changes_of_the_translation_are_seen(place: Path, cache: Path) -> None:
    """One that comes, changes or goes tells in its language, and in no other."""
    file = place / "map.en.yaml"
    text = file.read_text(encoding="utf-8")
    titles = [told(place, cache, "en").title]
    write(file, text.replace("The Folder on the Desk", "The Folder"))
    titles.append(told(place, cache, "en").title)
    file.unlink()
    titles.append(told(place, cache, "en").title)
    write(file, text)
    titles.append(told(place, cache, "en").title)

    assert titles == ["The Folder on the Desk", "The Folder", "Map di Meja", "The Folder on the Desk"]
    assert told(place, cache).title == "Map di Meja"


@pytest.mark.parametrize("where", [".", ".."])
def test_changes_of_a_register_are_seen(place: Path, cache: Path, where: str) -> None:
    """Whether a case is sound may hang on the register beside it, or on that of the folder above."""
    text = (place / "map.yaml").read_text(encoding="utf-8")
    write(place / "map.yaml", text.replace("law: [G-06, A-07i]", "law: [X-01]"))
    sound = [told(place, cache).sound]
    write(place / where / "law.yaml", LAW)
    sound.append(told(place, cache).sound)
    (place / where / "law.yaml").unlink()
    sound.append(told(place, cache).sound)

    assert sound == [False, True, False]


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_linked_case_cites_from_where_its_file_lies(place: Path, tmp_path: Path, cache: Path) -> None:
    """The registers are those beside the file itself, and their changes are seen through the link."""
    text = (place / "map.yaml").read_text(encoding="utf-8")
    write(place / "map.yaml", text.replace("law: [G-06, A-07i]", "law: [X-01]"))
    linked = tmp_path / "tautan"
    linked.mkdir()
    (linked / "map.yaml").symlink_to(place / "map.yaml")
    sound = [told(linked, cache).sound]
    write(place / "law.yaml", LAW)
    sound.append(told(linked, cache).sound)

    assert sound == [False, True]


def test_a_file_that_cannot_be_read_is_looked_at_again(
    place: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has errors for now; as soon as it can be read it is, though nothing about it changed."""
    with monkeypatch.context() as locked:
        locked.setattr(Path, "open", mock.Mock(side_effect=PermissionError))
        assert not told(place, cache).sound

    assert told(place, cache).sound


def test_the_cases_of_several_folders_share_one_index(place: Path, folder: Folder, cache: Path) -> None:
    """Each file is known by its own path, in each language for itself."""
    other = folder("lain", "map")
    age(other / "map.yaml")
    titles = [told(where, cache, language).title for where in (place, other) for language in ("id", "en")]

    assert [
        told(where, cache, language).title for where in (place, other) for language in ("id", "en")
    ] == titles
    assert len(set(titles)) == 3
    assert [file.name for file in cache.iterdir()] == [NAME]


def test_the_index_knows_a_case_by_its_absolute_path(
    place: Path, cache: Path, parsed: mock.Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same folder named in another way is the same; two folders of one name are not."""
    told(place, cache)
    monkeypatch.chdir(place.parent)
    parsed.reset_mock()

    assert told(Path("5-modul"), cache).path == Path("5-modul", "map.yaml")
    assert parsed.call_count == 0
    monkeypatch.chdir(shipped())
    assert all(entry.id != "map" for entry in catalogue("id", [Path("5-modul")], cache))


def test_files_with_errors_come_last(folder: Folder) -> None:
    """By module, then by id; what cannot be read belongs to no module."""
    top = folder("atas", "b", "a")
    write(top / "0.yaml", "format: 1\n")
    entries = [entry for entry in catalogue("id", [top]) if entry.path.parent == top]

    assert [(entry.id, entry.module) for entry in entries] == [("a", 5), ("b", 5), ("0", LAST)]


def test_ids_of_laws_are_read_once(cache: Path) -> None:
    """Laws first, then channels; the second time from the index."""
    found = registers()
    ids = law_ids(cache)
    with mock.patch("etika_sim.library.registers.registers", side_effect=AssertionError):
        again = law_ids(cache)

    assert ids == again == [*found.laws, *found.channels]


# --- what fits --------------------------------------------------------------------------------

CODES = {
    "principles": tuple(principle.value for principle in PRINCIPLES),
    "practices": PRACTICES,
    "pressures": PRESSURES,
    "remedies": REMEDIES,
    "themes": THEMES,
}
groups = {name: some.lists(some.sampled_from(codes), unique=True).map(tuple) for name, codes in CODES.items()}
numbers = {"module": some.integers(1, 6), "level": some.sampled_from(LEVELS), "minutes": some.integers(1, 30)}
entries = some.builds(Entry, path=some.just(Path()), sound=some.booleans(), **numbers, **groups)
wishes = some.builds(Wanted, **{name: some.none() | one for name, one in numbers.items()}, **groups)


def test_who_asks_for_nothing_gets_all() -> None:
    """Files with errors included."""
    assert Wanted().fits(Entry("a", Path(), own=True, sound=False))


@given(entries, wishes)
def test_a_case_fits_if_it_has_all_that_is_asked_for(entry: Entry, wanted: Wanted) -> None:
    """Every wish counts by itself, and each must be met."""
    one = [wanted._replace(**{**Wanted()._asdict(), name: getattr(wanted, name)}) for name in Wanted._fields]
    asked = [wish for wish in one if wish != Wanted()]

    assert wanted.fits(entry) == all(wish.fits(entry) for wish in asked)


@given(entries)
def test_a_case_fits_what_it_has_itself(entry: Entry) -> None:
    """Asking for all that a sound case has finds it; asking for one thing more does not."""
    itself = Wanted(**{name: getattr(entry, name) for name in Wanted._fields})
    more = {name: (*getattr(entry, name), code) for name, codes in CODES.items() for code in codes}

    assert itself.fits(entry) == entry.sound
    for name, codes in more.items():
        assert Wanted(**{name: codes}).fits(entry) == (entry.sound and codes[-1] in getattr(entry, name))


@pytest.mark.parametrize(("says", "most", "fits"), [(10, 10, True), (11, 10, False), (None, 10, False)])
def test_a_case_that_does_not_say_how_long_it_takes_is_not_short(
    says: int | None, most: int, fits: bool
) -> None:
    """At most so many minutes: it must say so itself."""
    assert Wanted(minutes=most).fits(Entry("a", Path(), own=True, sound=True, minutes=says)) is fits
