"""Archives: streams carried in one file, refused when a byte of it changed."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from laptop import AT, CASE, everything, fill, on_disk, put, times

from etika_sim.store.archive import Archive, Carried, Merged, export, merge, pack, read_archive, unpack
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry, digest_of
from etika_sim.store.trouble import StoreTrouble

BEGUN = Entry(0, AT, '{"kind": "began"}')
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


# --- out and in ---


def test_nothing_changes_on_the_way(path: Path, file: Path):
    """Exported, forgotten, imported and exported again, an archive is the same to the byte."""
    whole = fill(path)
    with open_store(path) as store:
        export(store, whole, file)
        before = file.read_bytes()
        store.forget(list(whole))
        assert merge(store, read_archive(file)) == Merged(added=tuple(whole))

        assert everything(store) == whole
        export(store, whole, file)
        assert file.read_bytes() == before


def test_an_archive_carries_only_what_is_asked(store: Store, file: Path):
    """The streams named go into the file, with their versions and no others."""
    put(store, "play/a", 2, (CASE,))
    put(store, "play/b", 1, (CASE * 2,))
    export(store, ["play/a", "play/never"], file)

    archive = read_archive(file)
    assert archive.streams == (Carried("play/a", (digest_of(CASE),), tuple(store.read("play/a"))),)
    assert archive.versions == {digest_of(CASE): CASE}


def test_an_archive_is_json_that_people_can_read(store: Store, file: Path):
    """The file is one JSON document; names, times and data stand in it as they are."""
    store.append("play/ani", 0, AT, '{"text": "Ani — 日本"}', [CASE])
    export(store, ["play/ani"], file)

    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["etika-sim-archive"] == 1
    assert data["content"] == {
        "streams": [
            {
                "name": "play/ani",
                "versions": [digest_of(CASE)],
                "entries": [[0, AT, '{"text": "Ani — 日本"}']],
            }
        ],
        "versions": {digest_of(CASE): b64encode(CASE).decode()},
    }
    assert "Ani — 日本" in file.read_text(encoding="utf-8")


def test_an_empty_archive_is_one(store: Store, file: Path):
    """An archive of no streams is written, read and merged."""
    export(store, [], file)

    assert read_archive(file) == Archive((), {})
    assert merge(store, read_archive(file)) == Merged()


def test_an_archive_is_made_of_one_moment(path: Path, file: Path):
    """While another window writes, the archive holds what was there at one moment."""
    with open_store(path) as store, open_store(path) as other:
        put(store, "play/a")
        with store.viewing() as reading:
            reading.execute("SELECT * FROM entry").fetchone()
            put(other, "play/b")
            (count,) = reading.execute("SELECT count(*) FROM entry").fetchone()

        assert count == 1
        assert [carried.name for carried in export(store, ["play/a", "play/b"], file).streams] == [
            "play/a",
            "play/b",
        ]


def test_a_version_that_is_lost_is_told(store: Store, file: Path):
    """A stream whose version is lost is not exported as if it were whole."""
    put(store, "play/a", keep=(CASE,))
    with store.changing() as db:
        db.execute("DELETE FROM version")

    with pytest.raises(StoreTrouble) as trouble:
        export(store, ["play/a"], file)
    assert trouble.value.reason == "damaged"
    assert not file.exists()


# --- merging ---


def test_merging_says_what_became_of_each_stream(store: Store):
    """New ones are added, longer ones grow, others are as they were, and those that differ are only named."""
    for name in ("same", "shorter", "longer", "differing", "forked"):
        store.extend(name, [BEGUN, Entry(1, AT, "one")])
    ahead = Entry(2, AT, "two")
    arriving = {
        "new": (BEGUN,),
        "same": (BEGUN, Entry(1, AT, "one")),
        "shorter": (BEGUN,),
        "longer": (BEGUN, Entry(1, AT, "one"), ahead),
        "differing": (BEGUN, Entry(1, "later", "one")),
        "forked": (BEGUN, Entry(1, AT, "other"), ahead),
    }
    before = everything(store)
    archive = Archive(tuple(Carried(name, (), entries) for name, entries in arriving.items()), {})

    merged = merge(store, archive)
    assert merged == Merged(("new",), ("longer",), ("same", "shorter"), ("differing", "forked"))
    assert everything(store) == {**before, "new": [BEGUN], "longer": list(arriving["longer"])}


def test_merging_twice_changes_nothing(path: Path, file: Path):
    """The second time all streams are there already."""
    whole = fill(path)
    with open_store(path) as store:
        export(store, whole, file)

        assert merge(store, read_archive(file)) == Merged(same=tuple(whole))
        assert everything(store) == whole


def test_versions_come_with_their_streams(store: Store):
    """A stream that is added or grows brings its versions; they go when it is forgotten."""
    put(store, "play/a", keep=(CASE,))
    entries = (*store.read("play/a"), Entry(1, AT, "{}"))
    digests = (digest_of(CASE), digest_of(CASE * 2))
    contents = dict(zip(digests, (CASE, CASE * 2), strict=True))
    merge(
        store,
        Archive((Carried("play/a", digests, entries), Carried("play/b", digests[:1], entries)), contents),
    )

    assert store.versions("play/a") == sorted(digests)
    assert store.versions("play/b") == [digest_of(CASE)]
    store.forget(["play/a", "play/b"])
    assert [store.fetch(digest) for digest in digests] == [None, None]


# --- what is refused ---


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
    assert reason_of(change(pack(Archive((Carried("play/a", (), (BEGUN,)),), {})))) == "foreign"


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


# --- files ---


def test_an_archive_that_is_not_there_is_missing(file: Path):
    """A file that is not there is told."""
    with pytest.raises(StoreTrouble) as trouble:
        read_archive(file)

    assert (trouble.value.reason, trouble.value.path) == ("missing", file)


def test_an_archive_that_may_not_be_read_is_denied(file: Path, monkeypatch: pytest.MonkeyPatch):
    """A file that may not be read is told."""

    def deny(_: Path) -> bytes:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "read_bytes", deny)
    with pytest.raises(StoreTrouble) as trouble:
        read_archive(file)
    assert trouble.value.reason == "denied"


def test_a_folder_is_no_archive(tmp_path: Path):
    """A folder is told as well."""
    with pytest.raises(StoreTrouble) as trouble:
        read_archive(tmp_path)

    assert trouble.value.reason == "other"


def test_an_archive_is_written_whole(store: Store, file: Path):
    """Where it cannot be written, nothing is left."""
    with pytest.raises(StoreTrouble) as trouble:
        export(store, [], file.parent / "none" / "plays.json")

    assert trouble.value.reason == "missing"
    assert file.name not in on_disk(store.path.parent)
