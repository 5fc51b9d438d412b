"""Start of a class: a new one, one to go on with, or one with simulated phones; what it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from etika_sim.classroom import random_words
from etika_sim.classroom.event_data import to_data
from etika_sim.classroom.events import MOST_LETTERS
from etika_sim.classroom.phases import Phase
from etika_sim.classroom.room import began, opening
from etika_sim.classroom.state import WAYS, Settings
from etika_sim.cli.cases import playable
from etika_sim.cli.context import Trouble
from etika_sim.cli.live import discovery
from etika_sim.cli.live.run import DEMO, TRIAL, Class, Way, run_class
from etika_sim.cli.solo.open_store import sentence_of
from etika_sim.environment import Environment, ExitStatus
from etika_sim.journal import classes
from etika_sim.journal.classes import CannotTell, Journal, Version
from etika_sim.journal.plays import Log, NullLog
from etika_sim.languages import LANGUAGES
from etika_sim.library.load import NoSuchCase, load, path_of
from etika_sim.library.registers import Registers, registers
from etika_sim.locale import DEFAULT, _
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.trouble import StoreTrouble

USUAL_CAP, SPARE = 60, 5
"""Seats where nobody counted heads; seats beyond the heads counted, for a second phone or a latecomer."""


def begin(world: Environment, case: str, path: list[Path] | None, settings: Settings, way: Way) -> int:
    """A new class on a case. Raises Trouble, StoreTrouble."""
    loaded = playable(case, path)
    version = _version(loaded.path)
    with _open_log(world) as log:
        session = f"{world.now()[:10]}-{random_words.word(world.choose).lower()}"
        return _run_new(world, session, version, log, loaded.path, settings, way)


def run_demo(world: Environment, case: str, path: list[Path] | None, settings: Settings, way: Way) -> int:
    """A class with thirty simulated phones, which nothing is kept of. Raises Trouble."""
    return _run_unkept(world, DEMO, case, path, settings, way)


def run_trial(world: Environment, case: str, settings: Settings, way: Way) -> int:
    """A lobby for trying whether phones come in; nothing is kept of it. Raises Trouble."""
    return _run_unkept(world, TRIAL, case, None, settings, way)


def _run_unkept(
    world: Environment,
    session: str,
    case: str,
    path: list[Path] | None,
    settings: Settings,
    way: Way,
) -> int:
    loaded = playable(case, path)
    return _run_new(world, session, _version(loaded.path), NullLog(), loaded.path, settings, way)


def go_on(world: Environment, session: str | None, way: Way) -> int:
    """A class that was left, or cut off, as it stood: that one, or the last. Raises Trouble, StoreTrouble."""
    with open_store(world.store_path()) as store:
        session = session or last(store)
        if session is None:
            raise Trouble(_("There is no class to go on with."))
        door = discovery.door_of(world, session)
        if door and discovery.is_open(door):
            raise Trouble(_("This class is going on in another window."))
        try:
            kept = classes.read(store, session)
        except CannotTell:
            raise Trouble(_("There is no class {name} that can be read.").format(name=session)) from None
        home = _path_of(kept.room.scenario.id)
        held = Class(session, kept.room, kept.version, store, _registers(home))
        return run_class(world, held, way, door)


def last(store: Store) -> str | None:
    """The class that went on last and is not closed yet."""
    found = (one.id for one in classes.sessions(store))
    return next((one for one in found if classes.phase_of(store, one) is not Phase.CLOSED), None)


# --- what a class is made of ---------------------------------------------------------------------


def _version(path: Path) -> Version:
    """The case in its own language and in the others that lie beside it."""
    own = load(str(path), DEFAULT)
    assert own.scenario is not None
    told, sources = {}, own.sources
    for language in LANGUAGES:
        other = load(str(path), language)
        if other.scenario is not None and len(other.sources) > 1:
            told[language] = other.scenario
            sources = (*sources, *other.sources[1:])
    return Version(own.scenario, told, sources)


def _path_of(case: str) -> Path | None:
    with suppress(NoSuchCase):
        return path_of(case)
    return None


def _registers(path: Path | None) -> dict[str, Registers]:
    return {language: registers(language, path) for language in LANGUAGES}


@contextmanager
def _open_log(world: Environment) -> Iterator[Log]:
    """The store; or nothing, if it cannot be used and the trainer begins all the same. Raises Trouble."""
    try:
        store = open_store(world.store_path())
    except StoreTrouble as trouble:
        sentence = _("{why} This class cannot be kept.").format(why=sentence_of(trouble))
        world.complain(sentence)
        if world.ask(_("Begin all the same, and keep nothing? y: yes ")).strip().lower() not in ("y", "ya"):
            raise Trouble(_("The class was not begun."), ExitStatus.ENVIRONMENT) from None
        yield NullLog()
        return
    with store:
        yield store


def _run_new(
    world: Environment,
    session: str,
    version: Version,
    log: Log,
    path: Path,
    settings: Settings,
    way: Way,
) -> int:
    word = random_words.word(world.choose)
    first = opening(version.scenario, world.clock_seconds(), settings, word)
    Journal(log, session, world.now, version.sources).keep(0, [to_data(first)])
    room = began(version.scenario, first)
    return run_class(world, Class(session, room, version, log, _registers(path)), way, None)


def settle(
    minutes: int,
    people: int,
    event: str,
    ways: tuple[str, ...] = WAYS,
    *,
    groups: int = 0,
    usual: bool = False,
    nicknames: bool = False,
) -> Settings:
    """The settings of a class; there are sixty seats, or a few more than the heads that were counted."""
    cap = people + SPARE if people else USUAL_CAP
    return Settings(minutes, event[:MOST_LETTERS], groups, ways, usual, cap, people, nicknames)
