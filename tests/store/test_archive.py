"""Archives: streams carried in one file, refused when a byte of it changed."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path

import pytest
from laptop import AT, CASE, everything, export, fill, put

from etika_sim.store.archive import Archive, Carried, Merged, merge, unpack
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry, digest_of
from etika_sim.store.trouble import StoreTrouble

BEGUN = Entry(0, AT, '{"kind": "began"}')


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where an archive may be written."""
    return tmp_path / "plays.json"


def read_archive(file: Path) -> Archive:
    """What a file carries."""
    return unpack(file.read_bytes(), file)


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
