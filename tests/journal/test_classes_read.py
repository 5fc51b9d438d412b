"""Classes in the store: told on the case as it was played, whatever became of its file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom.kept import AT, lay, scripted
from classroom.script import Script

from etika_sim.classroom.state import Room
from etika_sim.journal.classes import PREFIX, CannotTell, names, room_in, sessions
from etika_sim.library.folders import find
from etika_sim.library.load import load
from etika_sim.play.record import key_of
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store

CASE = "amplop-di-loket"


def room_of(store: Store, id: str, language: str = "id") -> Room:
    """The room of a class in a language."""
    return room_in(store, id, language)[1]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path / "etika-sim.sqlite3") as opened:
        yield opened


def bytes_of(path: Path) -> bytes:
    """The bytes of a file of the library."""
    return path.read_bytes()


def own_case(base_case: str, name: str = "kasus-kelas") -> tuple[Script, bytes]:
    """A class on a case that no library has, and the bytes of that case."""
    from etika_sim.checks.validate import Cited, check_case

    raw = base_case.encode()
    scenario = check_case(raw, name, name, Cited(None, None)).scenario
    assert scenario is not None
    lines = [
        f"begin {name} 45",
        "phones 6",
        "go briefing read-quick vote-1",
        "votes A4 B2",
        "go reveal debrief",
    ]
    return Script(scenario, lines), raw


@pytest.mark.parametrize("name", ["45-menit.txt", "campuran.txt", "tangan.txt", "biasanya.txt"])
def test_a_class_comes_out_of_the_store_as_it_went_in(store: Store, name: str) -> None:
    """Its votes, road, texts and phase are those of the room that the events made."""
    room = lay(store, "k1", scripted(name))
    again = room_of(store, "k1")

    assert again.ballots == room.ballots
    assert (again.said, again.forms, again.phase, again.n) == (room.said, room.forms, room.phase, room.n)


def test_a_class_is_told_in_the_language_wanted(store: Store) -> None:
    """With the translation kept beside the case, or with that of the library, if it plays alike."""
    lay(store, "k1", scripted("45-menit.txt"))
    lay(store, "k2", scripted("45-menit.txt"), keep=load(CASE, "en").sources)

    for id in ("k1", "k2"):
        assert room_of(store, id, "en").scenario.title == "An Envelope at the Counter"
        assert room_of(store, id, "id").scenario.title == "Amplop di Loket"


def test_the_bytes_that_were_kept_are_enough(store: Store, base_case: str) -> None:
    """A case that no folder has any more is told from the store."""
    script, raw = own_case(base_case)
    room = lay(store, "k1", script, keep=(raw,))

    assert room_of(store, "k1").ballots == room.ballots
    assert room_of(store, "k1", "en").ballots == room.ballots


def test_the_case_is_that_of_then_and_not_a_changed_one(store: Store) -> None:
    """Texts of the bytes kept, not of the file as it is now."""
    path = find(CASE)
    assert path is not None
    older = bytes_of(path).replace(b"title: Amplop di Loket", b"title: Amplop Lama")
    lay(store, "k1", scripted("45-menit.txt"), keep=(older,))

    assert room_of(store, "k1").scenario.title == "Amplop Lama"
    assert key_of(room_of(store, "k1").scenario) == key_of(scripted("45-menit.txt").lesson.scenario)


def test_a_class_whose_case_is_lost_cannot_be_told(store: Store, base_case: str) -> None:
    """Neither bytes nor a file that plays alike: it says so, and makes nothing up."""
    lay(store, "k1", own_case(base_case)[0], keep=())
    lay(store, "k2", own_case(base_case, CASE)[0], keep=())

    for id in ("k1", "k2", "none"):
        with pytest.raises(CannotTell):
            room_of(store, id)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "[]",
        "12",
        '"x"',
        "{",
        "{}",
        "[" * 100_000,
        '{"kind": "began"}',
        '{"kind": "went", "at": 1, "to": "read"}',
    ],
    ids=lambda data: data[:24],
)
def test_rubbish_cannot_be_told_and_is_in_no_list(store: Store, data: str) -> None:
    """As the first entry it is no class; the others are listed all the same."""
    lay(store, "good", scripted("10-menit.txt"))
    store.append(PREFIX + "bad", 0, AT, data)

    with pytest.raises(CannotTell):
        room_of(store, "bad")
    assert set(names(store)) - {one.id for one in sessions(store)} <= {"bad"}
    assert names(store) == ["bad", "good"]


def test_an_event_that_the_room_refuses_stops_the_telling(store: Store) -> None:
    """A journal is whole or not told; rubbish in its middle is not skipped."""
    room = lay(store, "k1", scripted("10-menit.txt"))
    store.append(PREFIX + "k1", room.n, AT, json.dumps({"kind": "opened", "at": 1.0}))
    lay(store, "k2", scripted("10-menit.txt"))
    store.append(PREFIX + "k2", room.n, AT, "{")

    for id in ("k1", "k2"):
        with pytest.raises(CannotTell):
            room_of(store, id)
