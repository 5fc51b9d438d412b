"""Versions of cases: kept once by their SHA-256, for the streams that play them."""

from __future__ import annotations

import hashlib
import sqlite3

import pytest
from laptop import CASE, put

from etika_sim.store.log import Store
from etika_sim.store.rows import digest_of
from etika_sim.store.trouble import StoreTrouble

DIGEST = digest_of(CASE)


def test_the_digest_is_sha_256():
    """A version's name is the SHA-256 of its bytes, in hexadecimal."""
    assert digest_of(b"abc") == hashlib.sha256(b"abc").hexdigest()


def test_a_version_comes_with_its_entry(store: Store):
    """The bytes kept with an entry are fetched by their digest, and the stream tells which they are."""
    put(store, "play/a", keep=(CASE, b"", bytes(range(256))))

    assert store.fetch(DIGEST) == CASE
    assert store.versions("play/a") == sorted(map(digest_of, (CASE, b"", bytes(range(256)))))
    assert store.fetch(digest_of(b"")) == b""


def test_an_unknown_version_is_none(store: Store):
    """A digest under which nothing is kept gives None."""
    assert store.fetch(DIGEST) is None
    assert store.versions("play/a") == []


def test_a_version_is_kept_once(store: Store):
    """Many plays of one version keep its bytes once."""
    for name in ("play/a", "play/b", "play/c"):
        put(store, name, 2, keep=(CASE * 10_000,))

    store.close()
    assert store.path.stat().st_size < 1.5 * len(CASE * 10_000)


def test_a_version_stays_with_the_last_that_plays_it(store: Store):
    """A version goes when the last stream that played it is forgotten, not before."""
    put(store, "play/a", keep=(CASE,))
    put(store, "play/b", keep=(CASE,))

    store.forget(["play/a"])
    assert store.fetch(DIGEST) == CASE

    store.forget(["play/b"])
    assert store.fetch(DIGEST) is None


def test_no_entry_keeps_no_version(store: Store):
    """A version belongs to entries: without one nothing is kept, not even the stream's name."""
    store.extend("play/a", [], [CASE])

    assert store.fetch(DIGEST) is None
    assert store.versions("play/a") == []


@pytest.mark.parametrize("content", [b"other bytes", "text"])
def test_a_changed_version_is_never_returned(store: Store, content: object):
    """Bytes that are not those of the digest are reported as damage."""
    put(store, "play/a", keep=(CASE,))
    with sqlite3.connect(store.path) as db:
        db.execute("UPDATE version SET content = ?", (content,))
    db.close()

    with pytest.raises(StoreTrouble) as trouble:
        store.fetch(DIGEST)
    assert trouble.value.reason == "damaged"
