"""What is whole in a damaged store goes on in the new one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from laptop import AT, everything, fill

from etika_sim.store import files, rows
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry

PAGE = 4096


def test_a_stream_whose_beginning_is_lost_is_not_rescued(path: Path):
    """Entries after a lost beginning are of no use; the damaged file still has them."""
    whole = fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DELETE FROM entry WHERE stream LIKE '%0003' AND n < 2")

    with open_store(path, thorough=True) as store:
        assert everything(store) == {name: entries for name, entries in whole.items() if "0003" not in name}


def test_a_store_that_was_cut_is_rescued_as_far_as_it_goes(path: Path):
    """Of a file whose second half is lost, the streams go on that were in the first."""
    whole = fill(path, streams=60)
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])

    with open_store(path) as store:
        rescued = everything(store)
    assert len(rescued) > 30
    assert sum(map(len, rescued.values())) > 0.3 * sum(map(len, whole.values()))
    assert all(whole[name][: len(entries)] == entries for name, entries in rescued.items())


def test_a_store_with_a_hole_is_rescued_from_both_ends(path: Path):
    """When a page in the middle is lost, the streams before it and those after it go on."""
    with open_store(path) as store, store.changing() as db:
        for number in range(9):
            rows.add(db, f"play/{number}", [Entry(n, AT, f"{number}" * 1000) for n in range(12)])
    raw = path.read_bytes()
    place = raw.index(b"4" * 1000) // PAGE * PAGE + PAGE
    path.write_bytes(raw[:place] + b"\xff" * PAGE + raw[place + PAGE :])

    with open_store(path) as store:
        assert store.set_aside is not None
        lengths = {stream.name: stream.length for stream in store.streams()}
    assert lengths.pop("play/4", 0) < 12
    assert lengths == {f"play/{number}": 12 for number in range(9) if number != 4}


def test_a_rescue_leaves_what_is_there(path: Path):
    """Streams that the store has already are not touched by a second rescue."""
    from etika_sim.store.rescue import rescue

    fill(path)
    aside = files.set_aside(path)
    with open_store(path) as store:
        store.append("play/ani/0001", 0, AT, "other")
        count = rescue(aside, store)

        assert store.read("play/ani/0001")[0].data == "other"
        assert count == sum(stream.length for stream in store.streams()) - 1
        assert rescue(aside, store) == 0
