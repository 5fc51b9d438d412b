"""Nesting: twenty levels are read, more are refused at once, whatever the stack."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from written import found, read_text

import etika_sim

DEEPEST = 20


def block(levels: int) -> str:
    """Mappings inside each other, in block style."""
    return "".join(f"{' ' * n}a:\n" for n in range(levels - 1)) + " " * (levels - 1) + "a: x\n"


def flow(levels: int) -> str:
    """Lists inside each other, in brackets."""
    return "[" * levels + "]" * levels


def compact(levels: int) -> str:
    """Lists inside each other on one line."""
    return "- " * levels + "x"


@pytest.mark.parametrize("shape", [block, flow, compact])
def test_twenty_levels_are_read(shape) -> None:
    """A file may nest twenty deep, in every style."""
    assert found(shape(DEEPEST)) == []


@pytest.mark.parametrize(("shape", "place"), [(block, "21:21"), (flow, "1:21"), (compact, "1:41")])
def test_the_twenty_first_level_is_refused_where_it_begins(shape, place: str) -> None:
    """One level more is a finding at its place, and there are no data."""
    text = shape(DEEPEST + 1)

    assert (found(text), read_text(text).data) == ([f"{place} too-deep"], None)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: ", "? "])
@pytest.mark.parametrize("levels", [100_000, 1_000_000])
def test_a_tower_of_brackets_is_refused(opening: str, levels: int) -> None:
    """A hundred thousand and a million openings end the reading early instead of the process."""
    assert [line.split()[-1] for line in found(opening * levels)] in (["too-deep"], ["key"])


def test_a_worker_thread_refuses_it_as_well() -> None:
    """The reader needs no deep stack of its own: a thread has less."""
    results: list[list[str]] = []
    thread = threading.Thread(target=lambda: results.append(found("[" * 1_000_000)))
    thread.start()
    thread.join(60)

    assert [line.split()[-1] for line in results[0]] == ["too-deep"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can shrink the stack of a process")
@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_a_small_stack_is_enough(opening: str) -> None:
    """With one MiB of stack a million openings are a finding, not a crash."""
    import resource

    program = (
        "from etika_sim.language.reader import read; "
        f"print([f.rule for f in read(b'{opening}' * 1_000_000).findings.kept])"
    )
    source = str(Path(etika_sim.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": source},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_STACK, (1 << 20, 1 << 20)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.stdout.strip(), done.stderr) == ("['too-deep']", "")


LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: y}\n" + "".join(
    f"{b}: &{b}\n  <<: [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("bomb", [LAUGHS, MERGES, "&a [*a]\n", "&a {b: *a}\n"])
def test_a_bomb_is_refused_at_its_first_anchor(bomb: str) -> None:
    """Billion laughs, merge bombs and things that hold themselves never unfold."""
    reading = read_text(bomb)

    assert found(bomb)[0] in ("1:4 forbidden-yaml anchor", "1:1 forbidden-yaml anchor")
    assert len(repr(reading.data)) < 2000


@pytest.mark.parametrize(
    "value", ["9" * 5_000, "0x" + "f" * 1_000_000, "1:" * 20_000 + "1", ".inf", "2026-99-99", "1e999999999"]
)
def test_no_number_is_ever_made(value: str) -> None:
    """Endless numbers and impossible dates are texts like any other."""
    assert read_text(f"a: {value}\n").data == {"a": value}
