"""Entries and streams: what is appended is read back, in order, once."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from sqlite3 import ProgrammingError

import pytest
from laptop import AT, put

from etika_sim.store import rows
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry, Stream
from etika_sim.store.trouble import Gone, Taken

DATA = Path(__file__).parents[1] / "data"
NAUGHTY = set(json.loads((DATA / "naughty-strings.json").read_text(encoding="utf-8")))


def test_an_entry_is_read_back(store: Store):
    """What is appended is read back as it was."""
    store.append("play/a", 0, AT, '{"kind": "began"}')
    store.append("play/a", 1, AT, "{}")

    assert store.read("play/a") == [Entry(0, AT, '{"kind": "began"}'), Entry(1, AT, "{}")]


def test_an_unknown_stream_is_empty(store: Store):
    """A stream that nobody wrote has no entries."""
    assert store.read("play/a") == []


def test_entries_outlive_the_store(path: Path):
    """Another window, or another day, finds what was appended."""
    with open_store(path) as store:
        put(store, "play/a", 3)

    with open_store(path) as store:
        assert len(store.read("play/a")) == 3


def test_an_open_window_sees_what_another_appends(store: Store):
    """What one window appends, the others read at once."""
    with open_store(store.path) as other:
        put(other, "play/a", 2)

        assert len(store.read("play/a")) == 2


def test_several_entries_are_one_commit(store: Store):
    """Of several entries all are written or, if one cannot be, none."""
    store.extend("room/1", [Entry(0, AT, "{}"), Entry(1, AT, "{}")])
    with pytest.raises(Gone):
        store.extend("room/1", [Entry(2, AT, "{}"), Entry(4, AT, "{}")])

    assert [entry.n for entry in store.read("room/1")] == [0, 1]


def test_the_same_entry_twice_is_taken(store: Store):
    """The n-th entry of a stream is written once; whoever comes second is told and changes nothing."""
    store.append("play/a", 0, AT, "{}")
    with pytest.raises(Taken) as taken:
        store.append("play/a", 0, AT, '{"mine": true}')

    assert (taken.value.stream, taken.value.n) == ("play/a", 0)
    assert store.read("play/a") == [Entry(0, AT, "{}")]


@pytest.mark.parametrize("n", [1, 7, 2**70])
def test_a_stream_does_not_begin_in_the_middle(store: Store, n: int):
    """A stream begins at 0: an entry after a forgotten beginning is refused."""
    with pytest.raises(Gone) as gone:
        store.append("play/a", n, AT, "{}")

    assert (gone.value.stream, gone.value.n) == ("play/a", n)
    assert store.streams() == []


def test_a_text_that_is_no_unicode_is_refused(store: Store):
    """Half a surrogate pair cannot be kept: ValueError, and nothing is written."""
    with pytest.raises(ValueError, match="surrogates"):
        store.append("play/a", 0, AT, "\ud83d")

    assert store.read("play/a") == []


def test_any_text_is_kept(store: Store):
    """Names and data come back to the byte, whatever they contain."""
    with store.changing() as db:
        for text in NAUGHTY:
            rows.add(db, f"play/{text}", [Entry(0, text, text)])

    assert {stream.name for stream in store.streams()} == {f"play/{text}" for text in NAUGHTY}
    assert all(store.read(f"play/{text}") == [Entry(0, text, text)] for text in NAUGHTY)


def test_streams_are_listed_by_their_last_writing(store: Store):
    """The stream written last stands last, whatever the clock said."""
    store.append("play/a", 0, "2026-11-24", "{}")
    store.append("play/b", 0, "2026-11-23", "{}")
    store.append("play/a", 1, "2026-11-22", "{}")

    assert store.streams() == [
        Stream("play/b", 1, "2026-11-23", "2026-11-23"),
        Stream("play/a", 2, "2026-11-24", "2026-11-22"),
    ]


def test_a_clock_that_goes_back_changes_no_order(store: Store):
    """Entries stand in the order in which they were appended, though their times fall."""
    for n in range(5):
        store.append("play/a", n, f"203{9 - n}-01-19T03:14:08+00:00", "{}")

    assert [entry.at[:4] for entry in store.read("play/a")] == ["2039", "2038", "2037", "2036", "2035"]


def test_streams_are_listed_by_their_beginning(store: Store):
    """A prefix is plain text: only the names that begin with it are listed."""
    for name in ("play/ani/1", "play/anisa/1", "play/%", "room/1"):
        put(store, name)

    assert [stream.name for stream in store.streams("play/ani/")] == ["play/ani/1"]
    assert [stream.name for stream in store.streams("play/%")] == ["play/%"]


def test_order_holds_after_all_is_forgotten(store: Store):
    """A stream that begins after all others went is still listed after those that came before it."""
    put(store, "play/a")
    store.forget(["play/a"])
    for name in ("play/c", "play/b"):
        put(store, name)

    assert [stream.name for stream in store.streams()] == ["play/c", "play/b"]


def test_a_store_may_be_used_from_many_threads(store: Store):
    """Each thread's calls are whole: nothing is lost or mixed."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: put(store, f"room/{number}", 20), range(8)))

    assert sorted(stream.length for stream in store.streams()) == [20] * 8


def test_a_store_is_closed_once_or_twice(store: Store):
    """Closing again does no harm; using a closed store is our own fault and says so."""
    store.close()
    store.close()

    with pytest.raises(ProgrammingError):
        store.read("play/a")
