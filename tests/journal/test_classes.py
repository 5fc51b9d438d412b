"""Classes in the store: told again as they were, on the version that they began with."""

from __future__ import annotations

from pathlib import Path

import pytest
from classroom.lesson import Lesson
from kept import Maker

from etika_sim.classroom.phases import Phase
from etika_sim.journal import classes
from etika_sim.journal.classes import CannotTell, Journal
from etika_sim.library.load import Loaded
from etika_sim.store.log import Store
from etika_sim.store.rows import Entry
from etika_sim.store.trouble import StoreTrouble

NOW = "2026-11-24T08:00:00+00:00"


@pytest.fixture
def loaded(case: Maker) -> Loaded:
    """The small case and its translation, in files."""
    return case(language="en")


def kept(store: Store, loaded: Loaded, session: str = "one") -> Lesson:
    """A class that has come to its first vote, in the store."""
    assert loaded.scenario is not None
    lesson = Lesson(loaded.scenario, event="Bimtek").phones(3).go("briefing", "read", "vote-1")
    lesson.vote(lesson.ballot.options[:1])
    journal = Journal(store, session, lambda: NOW, loaded.sources)
    journal.keep(0, lesson.journal[:1])
    journal.keep(1, lesson.journal[1:])
    return lesson


def full(*_: object, **__: object) -> None:
    """A disk without room."""
    raise StoreTrouble("full", Path("store"))


def test_a_class_is_read_back_as_it_was(store: Store, loaded: Loaded) -> None:
    """The room, its case and both languages come back, though the files are gone."""
    lesson = kept(store, loaded)
    loaded.path.unlink()

    found = classes.read(store, "one")

    assert found.room == lesson.room._replace(scenario=found.room.scenario, play=found.room.play)
    assert found.version.scenario.language == "id"
    assert loaded.scenario
    assert found.version.told["en"].title == loaded.scenario.title != found.room.scenario.title
    assert set(found.version.sources) == set(loaded.sources)


def test_a_class_goes_on_under_the_next_number(store: Store, loaded: Loaded) -> None:
    """The number of events is the room's own count, so that the journal has no gap."""
    lesson = kept(store, loaded)

    assert classes.read(store, "one").session.length == lesson.room.n == len(lesson.journal)


def test_the_list_of_classes_names_the_last_one_first(store: Store, loaded: Loaded) -> None:
    """With its case, its event and the phase it stands in."""
    kept(store, loaded, "one")
    kept(store, loaded, "two")

    assert [one.id for one in classes.sessions(store)] == ["two", "one"]
    assert classes.sessions(store)[0][1:3] == (NOW, NOW)
    assert classes.sessions(store)[0].case == "map-di-meja"
    assert classes.sessions(store)[0].event == "Bimtek"
    assert classes.phase_of(store, "two") is Phase.VOTE_1


def test_the_phase_of_a_class_is_told_by_its_last_step(store: Store, loaded: Loaded) -> None:
    """A road that was taken leads to the consequences; a class that has not moved stands in the lobby."""
    store.append("class/new", 0, NOW, '{"kind":"began"}')
    lesson = kept(store, loaded)
    lesson.do("closed").go("reveal").do("routed", choice=lesson.ballot.options[0])
    Journal(store, "one", lambda: NOW).keep(lesson.room.n - 3, lesson.journal[-3:])

    assert classes.phase_of(store, "new") is Phase.LOBBY
    assert classes.phase_of(store, "one") is Phase.ROUTE


@pytest.mark.parametrize("session", ["none", "strange", "damaged"])
def test_what_is_no_class_is_told_as_such(store: Store, loaded: Loaded, session: str) -> None:
    """One that is not there, one that begins with something else, one whose events lead nowhere."""
    store.append("class/strange", 0, NOW, "[1")
    store.extend(
        "class/damaged",
        [Entry(0, NOW, '{"kind":"began","case":"map-di-meja","key":"x"}'), Entry(1, NOW, "{}")],
        loaded.sources,
    )

    with pytest.raises(CannotTell):
        classes.read(store, session)


def test_events_that_lead_nowhere_are_no_class(store: Store, loaded: Loaded) -> None:
    """A journal whose events were changed is not told as something that never happened."""
    lesson = kept(store, loaded)
    Journal(store, "one", lambda: NOW).keep(lesson.room.n, [{"kind": "routed", "at": 1.0, "choice": "x"}])

    with pytest.raises(CannotTell):
        classes.read(store, "one")


def test_a_full_disk_is_told_until_the_trainer_decides_to_go_on(
    store: Store, loaded: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then what happens is held, and written in order as soon as there is room."""
    lesson = kept(store, loaded)
    journal, n = Journal(store, "one", lambda: NOW), lesson.room.n
    lesson.do("closed").go("discuss")
    with monkeypatch.context() as patched:
        patched.setattr(store, "extend", full)
        with pytest.raises(StoreTrouble):
            journal.keep(n, lesson.journal[n : n + 1])
        assert journal.holds == 0
        journal.waits = True
        journal.keep(n, lesson.journal[n : n + 1])
        assert journal.holds == 1

    journal.keep(n + 1, lesson.journal[n + 1 :])

    assert journal.holds == 0
    assert classes.read(store, "one").room.phase is Phase.DISCUSS
