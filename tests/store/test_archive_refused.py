"""Archives that are refused: changed, cut, of another program, made up."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from laptop import AT, everything, export, fill, times

from etika_sim.store.archive import Archive, Carried, pack, unpack
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import StoreTrouble

HERE = Path("plays.json")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where an archive may be written."""
    return tmp_path / "plays.json"


def reason_of(raw: bytes) -> str:
    """Why these bytes are refused."""
    with pytest.raises(StoreTrouble) as trouble:
        unpack(raw, HERE)
    assert trouble.value.path == HERE
    return trouble.value.reason


def test_a_changed_archive_is_refused(path: Path, file: Path):
    """One other bit anywhere in the file, and it is refused."""
    dice = Random(0)  # noqa: S311 - the same bits every time  # noqa: S311 - the same dice every time
    fill(path, streams=2)
    with open_store(path) as store:
        export(store, everything(store), file)
    raw = file.read_bytes()
    for _ in range(times(200, 2000)):
        place = dice.randrange(len(raw))
        changed = raw[:place] + bytes([raw[place] ^ (1 << dice.randrange(8))]) + raw[place + 1 :]

        assert reason_of(changed) in ("changed", "foreign", "newer")


@pytest.mark.parametrize(
    "change", [lambda raw: raw[:-1], lambda raw: raw + b"\n", lambda raw: raw[: len(raw) // 2]]
)
def test_a_cut_or_longer_archive_is_refused(change: Callable[[bytes], bytes]):
    """A file that ends early or goes on is refused."""
    assert reason_of(change(pack(Archive((Carried("play/a", (), (Entry(0, AT, "{}"),)),), {})))) == "foreign"


@pytest.mark.parametrize("raw", [b"", b"{}", b"[1, 2]", b"\xff\xfe", b"id: amplop\n"])
def test_what_is_no_archive_is_foreign(raw: bytes):
    """Another file is told from a changed archive."""
    assert reason_of(raw) == "foreign"


def test_an_archive_of_a_later_program_is_newer():
    """An archive of a later form is not guessed at; one of form 0 there never was."""
    raw = pack(Archive((), {}))

    assert reason_of(raw.replace(b'archive": 1', b'archive": 2')) == "newer"
    assert reason_of(raw.replace(b'archive": 1', b'archive": 0')) == "foreign"


def sealed(body: str) -> bytes:
    """An archive of that content under the right checksum."""
    digest = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    return f'{{"etika-sim-archive": 1, "sha256": "{digest}",\n"content": {body}}}\n'.encode()


def holding(**changes: Any) -> str:
    """The content of an archive of one stream, some of it other."""
    stream = {"name": "play/a", "versions": [], "entries": [[0, AT, "{}"]], **changes}
    return json.dumps({"streams": [stream], "versions": {}})


MADE_UP = {
    "no JSON": "{",
    "no mapping": "[]",
    "nothing in it": "{}",
    "streams are a number": '{"streams": 1, "versions": {}}',
    "a stream is a text": '{"streams": ["play/a"], "versions": {}}',
    "versions are a list": '{"streams": [], "versions": []}',
    "bytes that are none": '{"streams": [], "versions": {"x": "%"}}',
    "bytes of another name": '{"streams": [], "versions": {"x": "AAAA"}}',
    "bytes are a number": '{"streams": [], "versions": {"x": 1}}',
    "a version is missing": holding(versions=["0" * 64]),
    "a version is a number": holding(versions=[1]),
    "a name is a number": holding(name=1),
    "a name is half a letter": holding(name="\ud83d"),
    "data are a list": holding(entries=[[0, AT, []]]),
    "data are half a letter": holding(entries=[[0, AT, "\udc00"]]),
    "no entries": holding(entries=[]),
    "an entry is short": holding(entries=[[0, AT]]),
    "entries begin at one": holding(entries=[[1, AT, "{}"]]),
    "entries have a gap": holding(entries=[[0, AT, "{}"], [2, AT, "{}"]]),
    "a number is a flag": holding(entries=[[False, AT, "{}"]]),
    "a number is a fraction": holding(entries=[[0.0, AT, "{}"]]),
    "a number is enormous": holding(entries=[[0, AT, "{}"], [2**80, AT, "{}"]]),
    "a stream twice": json.dumps({"streams": [json.loads(holding())["streams"][0]] * 2, "versions": {}}),
    "too many digits": '{"streams": [' + "9" * 5000 + '], "versions": {}}',
    "too deep": "[" * 200_000,
}


@pytest.mark.parametrize("body", MADE_UP.values(), ids=MADE_UP)
def test_a_made_up_archive_is_refused(body: str):
    """A file with a right checksum that does not hold what an archive does is refused as well."""
    assert reason_of(sealed(body)) == "foreign"


def test_what_the_tests_make_up_is_near_the_real_thing():
    """Unchanged, the made-up archive is one."""
    assert unpack(sealed(holding()), HERE) == Archive((Carried("play/a", (), (Entry(0, AT, "{}"),)),), {})
