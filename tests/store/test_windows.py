"""Several windows at once: nobody is turned away, nothing is counted twice or lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Barrier, Thread

from laptop import AT, CASE, everything, put, times

from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import digest_of
from etika_sim.store.trouble import Taken

WRITER = Path(__file__).with_name("writer.py")


def test_many_windows_count_exactly(path: Path):
    """Processes that open, count in one stream, forget and close reach exactly their sum."""
    windows, count = times(4, 8), times(50, 200)
    command = [sys.executable, WRITER, "compete", path, str(count)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(windows)
    ]
    complaints = [window.communicate()[1] for window in running]

    assert complaints == [""] * windows
    with open_store(path, thorough=True) as store:
        assert store.set_aside is None
        assert [int(entry.data) for entry in store.read("shared")] == list(range(1, windows * count + 1))


def test_exactly_one_of_two_windows_wins(path: Path):
    """Of two windows that write the same entry at the same time one does; the other is told it is taken."""
    with open_store(path) as one, open_store(path) as other:
        for n in range(times(50, 500)):
            barrier = Barrier(2)
            lost: list[str] = []

            def write(
                store: Store, mark: str, n: int = n, barrier: Barrier = barrier, lost: list[str] = lost
            ) -> None:
                barrier.wait()
                try:
                    store.append("play/a", n, AT, mark)
                except Taken:
                    lost.append(mark)

            threads = [Thread(target=write, args=(one, "one")), Thread(target=write, args=(other, "other"))]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

            winner = one.read("play/a")[n].data
            assert len(lost) == 1
            assert {winner, *lost} == {"one", "other"}


def test_one_window_forgets_while_another_plays(path: Path):
    """Forgetting one stream again and again loses nothing of another that is being written."""
    with open_store(path) as one, open_store(path) as other:
        playing = Thread(target=put, args=(other, "play/budi", times(200, 2000), (CASE,)))
        playing.start()
        while playing.is_alive():
            put(one, "play/ani", keep=(CASE,))
            one.forget(["play/ani"])
        playing.join()

        assert len(one.read("play/budi")) == times(200, 2000)
        assert one.fetch(digest_of(CASE)) == CASE
        assert list(everything(other)) == ["play/budi"]
