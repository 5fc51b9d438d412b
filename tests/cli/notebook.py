"""A laptop where somebody has played: what is kept on it, and `progress` asked about that."""

from __future__ import annotations

from pathlib import Path

from cli.program import Ran, Typed, program
from play.roads import FALLEN

from etika_sim.environment import STORE_NAME
from etika_sim.journal import plays
from etika_sim.journal.owner import MYSELF, Owner, known_as, remember_shared
from etika_sim.journal.plays import Kept
from etika_sim.library.load import Loaded, load
from etika_sim.play.record import ANSWERED, COMMITTED, ENDED, NOTED
from etika_sim.store.log import Store
from etika_sim.store.opening import open_store
from etika_sim.store.rows import Entry

AT = "2026-11-24T10:00:00+00:00"
CASES = ("amplop-di-loket", "sepupu-di-meja-izin")
NOTE = "Buah pala di laci"


def played(store: Store, owner: Owner, loaded: Loaded, *choices: str, at: str = AT) -> Kept:
    """A play of that person, with a note, and its ending if it has come to one."""
    kept = plays.begin(store, owner, loaded, "benih", at)
    kept = plays.added(store, kept, NOTED, {"scene": kept.play.scene, "text": NOTE}, at)
    for choice in choices:
        kept = plays.chose(store, kept, choice, at)
    if kept.play.offered == ():
        kept = plays.added(store, kept, ENDED, {"ending": kept.play.scene, "quality": "violation"}, at)
        kept = plays.added(store, kept, ANSWERED, {"question": "say", "text": "Mohon maaf, Pak."}, at)
        kept = plays.added(store, kept, COMMITTED, {"text": "Mencatat."}, at)
    return kept


def laptop(home: Path, *aliases: str, choices: tuple[str, ...] = FALLEN) -> Path:
    """A laptop of one's own with a finished and an unfinished play; or a shared one, with each alias's."""
    with open_store(home / STORE_NAME) as store:
        remember_shared(store, bool(aliases), AT)
        for owner in map(known_as, aliases) if aliases else (MYSELF,):
            played(store, owner, load(CASES[1]), "tulis-nota", at="2026-11-23T10:00:00+00:00")
            played(store, owner, load(CASES[0]), *choices)
    return home


def asked(home: Path, *words: str, typed: tuple[str, ...] | None = None, language: str = "id") -> Ran:
    """`progress` on that laptop; in a terminal if somebody types."""
    keyboard = None if typed is None else Typed(typed)
    env = {"ETIKA_SIM_HOME": str(home), "ETIKA_SIM_LANG": language}
    return program("--plain", "progress", *words, terminal=typed is not None, stdin=keyboard, env=env)


def contents(home: Path) -> dict[str, list[Entry]]:
    """All entries that the laptop keeps."""
    with open_store(home / STORE_NAME) as store:
        return {stream.name: store.read(stream.name) for stream in store.streams()}
