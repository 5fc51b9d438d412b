"""No case and no entry of the registers falls into a known trap of Indonesian law, in either language.

The traps stand in `law_traps.py`; those that no machine can see are ticked by hand in docs/hukum.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from law_traps import TRAPS, Trap

from etika_sim.language.reader import read
from etika_sim.library.folders import cases_in, shipped
from etika_sim.library.load import load
from etika_sim.library.registers import registers
from etika_sim.model import Decision

DOCS = Path(__file__).parents[1] / "docs"
LANGUAGES = ("id", "en")
OURS = {"review", "next_step", "takeaways", "gather", "analyse", "summarise", "facilitator", "observe"}
"""Keys of a case whose texts the program says itself, in its own name."""

SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+")
BINDS_PNS = re.compile(r"PP 94/2021|PP 42/2004")
OF_PPPK = "PP 49/2018"
"""A row that cites this too tells what differs for a PPPK (A-14), so it may be cited of one."""

IS_PNS = re.compile(r"\bPNS\b|pegawai negeri sipil", re.IGNORECASE)

each_trap = pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)


class Said(NamedTuple):
    """A sentence: where it stands, the row of the register that it is of, whether the program says it."""

    where: str
    row: str
    ours: bool
    sentence: str


def strings(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text in data that was read, with the keys to it."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from strings(value, (*path, str(key)))
    elif isinstance(data, list):
        for value in data:
            yield from strings(value, path)
    elif isinstance(data, str):
        yield path, str(data)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [" ".join(sentence.split()) for sentence in SENTENCE_ENDS.split(text)]


@cache
def everything() -> tuple[Said, ...]:
    """All sentences of all cases, of both registers, and of the cards that stand in for the lecture."""
    found = []
    for file in sorted(shipped().glob("*/*.yaml")):
        for path, text in strings(read(file.read_bytes()).data):
            found += [Said(file.name, "", bool(OURS & {*path}), one) for one in sentences(text)]
    for language in LANGUAGES:
        laws, channels = registers(language).laws.values(), registers(language).channels.values()
        told = [(one.id, f"{one.cite}: {one.says}") for one in laws]
        told += [(one.id, f"{one.name}. {one.purpose} {one.how}") for one in channels]
        found += [
            Said(f"{name} {language}", name, True, one) for name, text in told for one in sentences(text)
        ]
    for file in sorted(DOCS.glob("kartu-materi/*.md")):
        found += [Said(file.name, "", True, one) for one in sentences(file.read_text(encoding="utf-8"))]
    return tuple(found)


def caught_by(trap: Trap) -> list[Said]:
    """What falls into a trap, the rows that put the matter right included."""
    return [one for one in everything() if (one.ours or not trap.ours) and trap.caught(one.sentence)]


@each_trap
def test_a_trap_catches_what_it_says_and_lets_the_rest_pass(trap: Trap) -> None:
    """Each bad sentence is caught, in both languages where it could stand, and no good one."""
    assert [sentence for sentence in trap.bad if not trap.caught(sentence)] == []
    assert [sentence for sentence in trap.good if trap.caught(sentence)] == []


@each_trap
def test_nothing_we_teach_falls_into_a_trap(trap: Trap) -> None:
    """Only rows of the register that put the matter right speak of it."""
    assert [one for one in caught_by(trap) if one.row not in trap.rows] == []


@each_trap
def test_a_row_that_may_speak_of_a_trap_does(trap: Trap) -> None:
    """No exception is kept that is not needed."""
    assert {one.row for one in caught_by(trap)} == trap.rows


def test_the_page_for_reviewers_tells_of_every_trap_and_of_the_day() -> None:
    """docs/hukum.md names each trap, bears the day of the registers, and claims no outside review."""
    page = (DOCS / "hukum.md").read_text(encoding="utf-8")

    assert re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE) == [trap.name for trap in TRAPS]
    assert f"Terakhir diperiksa: {registers().status_as_of}, " in page
    assert "Belum ada ahli hukum dari luar" in page


def test_there_is_much_to_look_at() -> None:
    """Cases in both languages, both registers: the traps look at thousands of sentences."""
    assert len(everything()) > 10_000
    assert {one.where for one in everything()} > {path.name for path in cases_in(shipped())}


@pytest.mark.parametrize("case", cases_in(shipped()), ids=lambda path: path.stem)
def test_who_is_weighed_by_the_discipline_of_pns_is_a_pns(case: Path) -> None:
    """A case that cites PP 94/2021 or PP 42/2004 says that you are a PNS; PPPK have rules of their own."""
    loaded = load(str(case))
    assert loaded.scenario is not None
    choices = [
        choice
        for scene in loaded.scenario.scenes.values()
        if isinstance(scene, Decision)
        for choice in scene.choices.values()
    ]
    laws = {name for choice in choices for name in choice.law}
    cited = {name: loaded.registers.laws[name].cite for name in laws}
    binding = {name for name, cite in cited.items() if BINDS_PNS.search(cite) and OF_PPPK not in cite}

    assert not binding or IS_PNS.search(loaded.scenario.you), sorted(binding)


def test_no_case_cites_the_crime_of_nepotism() -> None:
    """Row K-09 is about state officials in the narrow sense, and none of those who are played is one."""
    cases = [load(str(case)).scenario for case in cases_in(shipped())]
    decisions = [
        scene for case in cases if case for scene in case.scenes.values() if isinstance(scene, Decision)
    ]

    assert [
        choice.id for scene in decisions for choice in scene.choices.values() if "K-09" in choice.law
    ] == []
