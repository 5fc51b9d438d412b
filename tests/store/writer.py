"""A window of its own, to be killed or to compete: `writer.py TASK PATH …`; says on stdout what is done."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from laptop import AT, put

from etika_sim.store import schema
from etika_sim.store.opening import open_store
from etika_sim.store.trouble import Taken
from etika_sim.store.whole import write_whole

# A change of version that takes a while: every entry is written anew, three times.
SLOW = (
    "ALTER TABLE entry ADD COLUMN place TEXT NOT NULL DEFAULT ''",
    "UPDATE entry SET place = stream || stream",
    "UPDATE entry SET place = place || place",
    "UPDATE entry SET place = stream",
)


def say(word: object) -> None:
    """Tell the one who watches, at once."""
    os.write(1, f"{word}\n".encode())


def append(path: Path) -> None:
    """Append to one stream for ever; say each number once its entry is on disk."""
    with open_store(path) as store:
        n = len(store.read("play/a"))
        while True:
            store.append("play/a", n, AT, f'{{"n": {n}, "text": "{"x" * (n % 50 * 40)}"}}')
            say(n)
            n += 1


def grow(path: Path) -> None:
    """Bring a store to the next version."""
    schema.STEPS = (*schema.STEPS, SLOW)
    say("begin")
    open_store(path).close()
    say("done")


def forget(path: Path) -> None:
    """Forget one stream after the other; say each one's name once it is gone."""
    with open_store(path) as store:
        for stream in store.streams():
            store.forget([stream.name])
            say(stream.name)


def replace(path: Path) -> None:
    """Write a file anew for ever, its letters changing; say each letter once the file is there."""
    while True:
        for letter in "abcdefghij":
            write_whole(path, letter.encode() * 300_000)
            say(letter)


def compete(path: Path, count: str) -> None:
    """Count in one shared stream and keep one of its own; say how often somebody else was faster."""
    slower = 0
    for n in range(int(count)):
        with open_store(path) as store:
            put(store, f"own/{os.getpid()}")
            while True:
                entries = store.read("shared")
                before = int(entries[-1].data) if entries else 0
                try:
                    store.append("shared", len(entries), AT, str(before + 1))
                    break
                except Taken:
                    slower += 1
        if n % 10 == 5:
            with open_store(path) as store:
                store.forget([f"own/{os.getpid()}"])
    say(slower)


if __name__ == "__main__":
    {"append": append, "grow": grow, "forget": forget, "replace": replace, "compete": compete}[sys.argv[1]](
        Path(sys.argv[2]), *sys.argv[3:]
    )
