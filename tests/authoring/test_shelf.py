"""New files in an author's folder: never over others, never half."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest

from etika_sim.authoring import shelf
from etika_sim.authoring.shelf import IsThere, folder_made, put, put_folder, put_schema, schema_bytes
from etika_sim.authoring.template import SCHEMA_NAME
from etika_sim.library.folders import shipped
from etika_sim.store.trouble import StoreTrouble

FILES = {"a.yaml": b"1", "a.en.yaml": b"2"}
CALLS = ("os.fsync", "tempfile.mkdtemp", "pathlib.Path.open", "pathlib.Path.rename", "pathlib.Path.chmod")


def inside(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@contextmanager
def failing(call: str, at: int, fault: BaseException) -> Iterator[list[int]]:
    """The n-th call of a function fails; how often it was called."""
    calls = [0]
    module, _, name = call.rpartition(".")
    owner = {"os": os, "tempfile": shelf.tempfile, "pathlib.Path": Path}[module]
    real = getattr(owner, name)

    def maybe(*args: object, **more: object) -> object:
        calls[0] += 1
        if calls[0] == at:
            raise fault
        return real(*args, **more)

    with mock.patch.object(owner, name, maybe):
        yield calls


def test_a_new_file_is_written_and_never_over_another(tmp_path: Path) -> None:
    """The second time it says that something is there; the first stays as it was."""
    put(tmp_path / "a", b"1")
    with pytest.raises(IsThere):
        put(tmp_path / "a", b"2")

    assert inside(tmp_path) == {"a": b"1"}


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    """What stands in the way is in the way, whatever it is."""
    (tmp_path / "a").symlink_to(tmp_path / "elsewhere")

    assert shelf.is_there(tmp_path / "a")
    with pytest.raises(IsThere):
        put(tmp_path / "a", b"1")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("fault", [OSError(28, "no room"), KeyboardInterrupt()], ids=["full", "ctrl-c"])
def test_a_file_that_could_not_be_written_is_not_there(fault: BaseException, tmp_path: Path) -> None:
    """Not half of it either; the disk being full is told as that."""
    with failing("os.fsync", 1, fault), pytest.raises((StoreTrouble, KeyboardInterrupt)):
        put(tmp_path / "a", b"1")

    assert inside(tmp_path) == {}


def test_a_folder_of_files_is_there_at_once_under_the_first_free_name(tmp_path: Path) -> None:
    """What lies there already keeps its name and its content."""
    (tmp_path / "a").mkdir()

    first, second = put_folder(tmp_path, "a", FILES), put_folder(tmp_path, "a", FILES)

    assert (first.name, second.name) == ("a-2", "a-3")
    assert inside(first) == inside(second) == FILES
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "a-2", "a-3"]


@pytest.mark.parametrize(
    "fault", [OSError(28, "no room"), OSError(13, "denied"), KeyboardInterrupt()], ids=str
)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("at", [1, 2])
def test_a_folder_that_could_not_be_written_leaves_nothing(
    call: str, at: int, fault: BaseException, tmp_path: Path
) -> None:
    """Whichever step fails: all of it or nothing, and never a part that a list of cases would show."""
    home = tmp_path / "kasus"
    with failing(call, at, fault) as calls:
        try:
            put_folder(home, "a", FILES)
        except (StoreTrouble, KeyboardInterrupt):
            assert inside(tmp_path) == {}
            assert list(home.iterdir()) == []
        else:
            assert calls[0] < at
            assert inside(home / "a") == FILES


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    """As the author's folder is, the first time; where a file stands in the way it is a trouble."""
    assert folder_made(tmp_path / "a" / "b").is_dir()
    (tmp_path / "c").write_bytes(b"")
    with pytest.raises(StoreTrouble):
        folder_made(tmp_path / "c" / "d")


# --- the schema -------------------------------------------------------------------------------


def test_the_schema_is_written_once(tmp_path: Path) -> None:
    """It is the one that is shipped; a second time nothing is written."""
    assert put_schema(tmp_path)
    when = (tmp_path / SCHEMA_NAME).stat().st_mtime_ns
    assert put_schema(tmp_path)

    assert (tmp_path / SCHEMA_NAME).stat().st_mtime_ns == when
    assert (tmp_path / SCHEMA_NAME).read_bytes() == (shipped() / SCHEMA_NAME).read_bytes()


def test_an_older_schema_of_ours_is_made_new(tmp_path: Path) -> None:
    """Known by its title."""
    old = {**json.loads(schema_bytes()), "properties": {}}
    (tmp_path / SCHEMA_NAME).write_text(json.dumps(old), encoding="utf-8")

    assert put_schema(tmp_path)
    assert (tmp_path / SCHEMA_NAME).read_bytes() == schema_bytes()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"title": 1}', b'{"title": "lain"}'])
def test_a_file_that_is_none_of_ours_is_left(content: bytes, tmp_path: Path) -> None:
    """It only happens to be called so."""
    (tmp_path / SCHEMA_NAME).write_bytes(content)

    assert not put_schema(tmp_path)
    assert (tmp_path / SCHEMA_NAME).read_bytes() == content
