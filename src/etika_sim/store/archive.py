"""Streams in one file, to carry or to keep: JSON under a checksum, so that a changed file is refused.

`{"etika-sim-archive": 1, "sha256": …, "content": {"streams": [{"name", "versions", "entries":
[[n, at, data], …]}, …], "versions": {digest: base64}}}`; the checksum is over the bytes of the content.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from etika_sim.store import rows
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import StoreTrouble, troubles
from etika_sim.store.whole import write_whole

VERSION = 1

_HEAD = '{"etika-sim-archive": %d, "sha256": "%s",\n"content": '
_FORM = re.compile(rb'\{"etika-sim-archive": (\d{1,9}), "sha256": "([0-9a-f]{64})",\n"content": (.*)\}\n', re.DOTALL)
_LARGEST_N = 2**63 - 1


class Carried(NamedTuple):
    """One stream of an archive: its name, the digests of its versions, its entries."""

    name: str
    versions: tuple[str, ...]
    entries: tuple[Entry, ...]


class Archive(NamedTuple):
    """What an archive carries: streams in the order of their last writing, and versions by digest."""

    streams: tuple[Carried, ...]
    versions: Mapping[str, bytes]


class Merged(NamedTuple):
    """The names of streams that were new, that grew, that were there already, and that differ."""

    added: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
