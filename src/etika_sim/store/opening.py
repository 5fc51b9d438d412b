"""Opening the store.

What is foreign or newer stays untouched; what is damaged is set aside, never overwritten.
"""

from __future__ import annotations

from pathlib import Path

from etika_sim.store import files
from etika_sim.store.log import Store
from etika_sim.store.trouble import StoreTrouble, troubles

PATIENCE = 5.0


def open_store(path: Path, *, patience: float = PATIENCE, thorough: bool = False) -> Store:
    """The store at `path`, made if it is not there; readable by its owner only (POSIX).

    `patience`: seconds to wait for other windows, here and at every later call. `thorough` reads
    everything back first; worth it after a call raised StoreTrouble with "damaged".

    A damaged file is moved to a dated name beside it, with SQLite's files; what can be read of it
    is put into a new one, and `Store.set_aside` names where it went. If that is cut short, the new
    store is empty and `rescue` can be called again. Raises StoreTrouble: newer, foreign (untouched
    both), read-only, full, busy, other.

    The folder must be on a disk of this machine: windows on two machines must not share a store
    (SQLite's log needs shared memory), and folders that a cloud keeps in step are none either.
    On Windows a damaged store that another window holds open cannot be moved: busy.
    """
    seen = files.identity(path)
    try:
        return _open_once(path, patience, thorough)
    except StoreTrouble as trouble:
        if trouble.reason != "damaged":
            raise
    from etika_sim.store.rescue import rescue

    aside = None
    if files.identity(path) == seen:  # otherwise another window has set it aside meanwhile
        with troubles(path):
            aside = files.set_aside(path)
    store = _open_once(path, patience, thorough)
    if aside:
        store.set_aside = aside
        try:
            rescue(aside, store)
        except BaseException:
            store.close()
            raise
    return store


def _open_once(path: Path, patience: float, thorough: bool) -> Store:
    from etika_sim.store.connection import connect
    from etika_sim.store.schema import inspect, settle

    with troubles(path):
        if files.is_new(path):
            files.create(path)
        else:
            inspect(path, patience, thorough=thorough)
        db = connect(path, patience)
        try:
            settle(db, path)
            return Store(db, path)
        except BaseException:
            db.close()
            raise
