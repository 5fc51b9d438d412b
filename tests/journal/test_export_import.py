"""A person's plays as a file: out, in again under who brings them, and nothing else."""

from __future__ import annotations

import json

import pytest
from kept import AT, Maker, begun

from etika_sim.journal import plays
from etika_sim.journal.export_import import Size, adopted, names_of, plays_of, readable, size_of
from etika_sim.journal.owner import LAPTOP, MYSELF, Owner, known_as
from etika_sim.journal.progress import progress
from etika_sim.play.record import COMMITTED, ENDED
from etika_sim.store.archive import Archive, Carried, collect, merge, pack
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry

ANI, BUDI = known_as("ani"), known_as("budi")
HEAD = '{"case": "c", "title": "t", "key": "k", "seed": "", "language": "id", "versions": []}'


def full(store: Store, case: Maker, owner: Owner = ANI) -> None:
    """A finished play with a commitment, and one that goes on."""
    kept = begun(store, case(), "kembalikan", "ceritakan", owner=owner)
    kept = plays.added(store, kept, ENDED, {"ending": "selesai-bersih", "quality": "exemplary"}, AT)
    plays.added(store, kept, COMMITTED, {"text": "Mencatat."}, AT)
    begun(store, case(language="en"), "simpan", owner=owner)


def carried(name: str, *data: str) -> Archive:
    """An archive of one stream."""
    entries = tuple(Entry(n, AT, text) for n, text in enumerate(data))
    return Archive((Carried(name, (), entries),), {})


def test_what_is_forgotten_comes_back_byte_for_byte(store: Store, case: Maker) -> None:
    """Out, forgotten, in, out again: the same bytes, order and versions included."""
    full(store, case)
    out = collect(store, names_of(store, ANI))
    store.forget(names_of(store, ANI))
    assert names_of(store, ANI) == []

    merge(store, adopted(out, ANI)[0])

    assert pack(collect(store, names_of(store, ANI))) == pack(out)


def test_only_the_plays_of_the_owner_are_named_and_counted(store: Store, case: Maker) -> None:
    """Neither another alias nor what the laptop itself remembers."""
    full(store, case)
    full(store, case, BUDI)
    store.append(LAPTOP, 0, AT, '{"shared": true}')

    assert all(name.startswith("play/ani/") for name in names_of(store, ANI))
    assert size_of(plays_of(store, ANI)) == Size(2, 7)
    assert size_of(plays_of(store, MYSELF)) == Size(0, 0)


def test_plays_are_taken_in_under_the_name_of_who_brings_them(store: Store, case: Maker) -> None:
    """From a laptop of one's own to a shared one: the plays are found under the alias there."""
    full(store, case, MYSELF)
    out = collect(store, names_of(store, MYSELF))

    merge(store, adopted(out, BUDI)[0])

    assert len(progress(store, BUDI).finished) == len(progress(store, MYSELF).finished) == 1


@pytest.mark.parametrize(
    "name", [LAPTOP, "room/1", "play/", "play/ani/", "play/ani/XYZ", "play/a/b/00", "00"]
)
def test_what_is_no_play_by_its_name_is_left_out(name: str) -> None:
    """An archive made by hand cannot change what the laptop or a class remembers."""
    assert adopted(carried(name, HEAD), ANI) == (Archive((), {}), 1)


@pytest.mark.parametrize(
    "data",
    [
        ("",),
        ("{}",),
        (HEAD.replace("[]", '["00"]'),),
        (HEAD, "null"),
        (HEAD, "{}"),
        (HEAD, '{"kind": 1}'),
        (HEAD, '{"kind": "chose"}', "["),
    ],
)
def test_what_is_no_play_by_its_entries_is_left_out(data: tuple[str, ...]) -> None:
    """Nothing comes in that a play would not have written, or whose version is not carried along."""
    assert adopted(carried("play/ani/00", *data), ANI) == (Archive((), {}), 1)


def test_everything_about_a_person_can_be_read(store: Store, case: Maker) -> None:
    """Each play with its events in words of their own, as plain data, with the meaning of its fields."""
    full(store, case)
    about = {"alias": "whose"}

    data = json.loads(json.dumps(readable(collect(store, names_of(store, ANI)), "ani", about)))

    assert (data["alias"], data["about"], len(data["plays"])) == ("ani", about, 2)
    assert [event["kind"] for event in data["plays"][0]["events"]] == ["chose", "chose", "ended", "committed"]
    assert data["plays"][0]["events"][3] == {"n": 4, "at": AT, "kind": "committed", "text": "Mencatat."}
    assert (data["plays"][1]["case"], data["plays"][1]["language"]) == ("map-di-meja", "en")


def test_what_cannot_be_read_is_handed_over_as_it_is() -> None:
    """A head or an event that says nothing is still a row about that person."""
    data = readable(carried("play/ani/00", "rusak", "juga"), "ani", {})

    assert data["plays"] == [
        {
            "stream": "play/ani/00",
            "data": "rusak",
            "began": AT,
            "events": [{"n": 1, "at": AT, "kind": "", "data": "juga"}],
        }
    ]
