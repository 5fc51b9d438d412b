"""The index: what was read of files before. Never in the way, whatever happens to it."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from etika_sim.library import index as indexing
from etika_sim.library.index import NAME, Index, stamp

MAKER = "etika-sim 1.0 title"
LONG_AGO = 1_700_000_000
FACTS = [True, "Judul", ["PR1"], None, 3, "é\ud800"]


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A file that was written long ago."""
    file = tmp_path / "kasus.yaml"
    file.write_text("satu", encoding="utf-8")
    os.utime(file, (LONG_AGO, LONG_AGO))
    return str(file)


@pytest.fixture
def cache(tmp_path: Path, case: str) -> Path:
    """A folder, two levels down, with an index that knows the case."""
    folder = tmp_path / "simpanan" / "etika-sim"
    index = Index(folder, MAKER)
    index.put(case, "id", stamp(case), FACTS)
    index.save()
    return folder


def known(folder: Path | None, case: str, maker: str = MAKER) -> object:
    """What an index that is opened anew says of the case."""
    return Index(folder, maker).get(case, "id", stamp(case))


def test_what_was_kept_is_there_the_next_time(cache: Path, case: str) -> None:
    """Facts come back as they were put, foreign letters and broken ones included."""
    assert known(cache, case) == FACTS
    assert Index(cache, MAKER).get(case, "en", stamp(case)) is None


def test_the_index_is_one_file_that_json_readers_understand(cache: Path) -> None:
    """A curious person can look into it."""
    assert [file.name for file in cache.iterdir()] == [NAME]
    assert json.loads((cache / NAME).read_text(encoding="utf-8"))["maker"] == MAKER


def test_a_file_that_changed_is_not_known_any_more(cache: Path, case: str) -> None:
    """Another size or another time is another state; the same two again are the old one."""
    os.utime(case, (LONG_AGO, LONG_AGO + 1))
    assert known(cache, case) is None
    os.utime(case, (LONG_AGO, LONG_AGO))
    assert known(cache, case) == FACTS
    Path(case).write_text("satu dua", encoding="utf-8")
    os.utime(case, (LONG_AGO, LONG_AGO))
    assert known(cache, case) is None


def test_an_index_of_another_maker_counts_as_none(cache: Path, case: str) -> None:
    """After an update of the program, or with other facts to be told, everything is read anew."""
    assert known(cache, case, "etika-sim 1.1 title") is None


def test_without_a_folder_nothing_is_kept(case: str) -> None:
    """What was put is known while the run lasts, and nothing is written."""
    index = Index(None, MAKER)
    index.put(case, "id", "s", FACTS)
    index.save()

    assert index.get(case, "id", "s") == FACTS
    assert known(None, case) is None


def test_files_that_are_gone_are_forgotten_when_something_new_is_kept(cache: Path, case: str) -> None:
    """The index does not grow with every case there ever was."""
    Path(case).unlink()
    index = Index(cache, MAKER)
    index.put("lain", "id", "s", [1])
    index.save()

    assert json.loads((cache / NAME).read_bytes())["files"].keys() == {"lain"}


def test_nothing_is_written_when_nothing_is_new(cache: Path, case: str) -> None:
    """A run that finds everything in the index leaves the file alone."""
    before = (cache / NAME).stat().st_mtime_ns
    index = Index(cache, MAKER)
    index.get(case, "id", stamp(case))
    index.save()

    assert (cache / NAME).stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"{}", b"[]\n", b'{"maker":\n{}}\n', b"\xff\xfe\x00", b"null\nnull\n", b"x" * 100_000],
)
def test_a_foreign_file_is_no_index(cache: Path, case: str, content: bytes) -> None:
    """Whatever stands there under our name, it is passed over, and replaced by the next saving."""
    (cache / NAME).write_bytes(content)

    assert known(cache, case) is None
    index = Index(cache, MAKER)
    index.put(case, "id", stamp(case), FACTS)
    index.save()
    assert known(cache, case) == FACTS


@settings(max_examples=300)
@given(data=some.data())
def test_an_index_with_any_byte_changed_or_cut_short_says_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: some.DataObject
) -> None:
    """A damaged index never tells half a truth: its checksum covers all of it."""
    folder = tmp_path_factory.getbasetemp() / "rusak"
    index = Index(folder, MAKER)
    index.put("kasus", "id", "s", FACTS)
    index.save()
    whole = (folder / NAME).read_bytes()
    at = data.draw(some.integers(0, len(whole) - 1))
    changed = bytes([whole[at] ^ data.draw(some.integers(1, 255))])
    rest = whole[at + 1 :] if data.draw(some.booleans()) else b""
    (folder / NAME).write_bytes(whole[:at] + changed + rest)

    assert Index(folder, MAKER).get("kasus", "id", "s") is None


@pytest.mark.parametrize("blocked", ["folder", "file"])
def test_an_index_that_cannot_be_written_is_done_without(tmp_path: Path, case: str, blocked: str) -> None:
    """A file where the folder should be, a folder where the file should be: no error, nothing left behind."""
    folder = tmp_path / "simpanan"
    if blocked == "folder":
        folder.write_text("sudah ada", encoding="utf-8")
    else:
        (folder / NAME / "isi").mkdir(parents=True)
    index = Index(folder, MAKER)
    index.put(case, "id", stamp(case), FACTS)
    index.save()

    assert known(folder, case) is None
    assert blocked == "folder" or [file.name for file in folder.iterdir()] == [NAME]


def test_an_index_is_the_old_one_or_the_new_one(
    cache: Path, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the disk fails while it is written, the old one stays, and nothing beside it."""

    def fails(*_: object) -> None:
        raise OSError(28, "penuh")

    monkeypatch.setattr(Path, "replace", fails)
    index = Index(cache, MAKER)
    index.put("lain", "id", "s", FACTS)
    index.save()

    assert known(cache, case) == FACTS
    assert [file.name for file in cache.iterdir()] == [NAME]


def test_no_file_has_a_stamp_of_its_own() -> None:
    """What is not there, or can have no such name, is one state as well."""
    assert stamp("tidak/ada") == stamp("tidak\0ada") == "-"


def test_a_file_just_written_is_like_no_other(tmp_path: Path) -> None:
    """Within a tick of the disk's clock it may change unseen, so its stamp never matches."""
    file = tmp_path / "baru.yaml"
    file.write_text("satu", encoding="utf-8")

    assert stamp(str(file)) != stamp(str(file))


@pytest.mark.parametrize(
    ("age", "settled"), [(0.01, False), (0.06, True), (1.5, True), (-0.01, False), (-90.5, True)]
)
def test_a_file_settles_within_a_tick(
    tmp_path: Path, age: float, settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A twentieth of a second where the disk notes fractions; the time may also lie ahead of the clock."""
    file = tmp_path / "kasus.yaml"
    file.write_text("satu", encoding="utf-8")
    written = LONG_AGO * 10**9 + 123_456_789
    os.utime(file, ns=(written, written))
    now = iter(range(written + int(age * 1e9), written + int(age * 1e9) + 2))
    monkeypatch.setattr(indexing.time, "time_ns", lambda: next(now))

    assert (stamp(str(file)) == stamp(str(file))) is settled


@pytest.mark.parametrize(("age", "settled"), [(1.5, False), (2.5, True)])
def test_a_file_whose_time_is_a_whole_second_settles_within_two(
    tmp_path: Path, age: float, settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Disks of sticks and cameras count in steps of two seconds."""
    file = tmp_path / "kasus.yaml"
    file.write_text("satu", encoding="utf-8")
    os.utime(file, (LONG_AGO, LONG_AGO))
    now = iter(range(LONG_AGO * 10**9 + int(age * 1e9), time.time_ns()))
    monkeypatch.setattr(indexing.time, "time_ns", lambda: next(now))

    assert (stamp(str(file)) == stamp(str(file))) is settled
