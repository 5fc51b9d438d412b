"""Discovery of a running class on this laptop: its port and the token of its notes.

A file in the folder of the store, its owner's only; it goes when the class ends. After a cut of power it
lies there still, and the class goes on at the same address.
"""

from __future__ import annotations

import json
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NamedTuple

from etika_sim.classroom.shown import NotesView
from etika_sim.classroom.shown_json import is_notes_view
from etika_sim.environment import Environment
from etika_sim.store.whole import write_whole

HEAD, TAIL = "class-", ".json"
SOON = 2.0
"""Seconds in which a program on the same laptop answers, or it is not there."""


class Door(NamedTuple):
    """A class that can be asked: its session, the port it listens at, the token of its notes."""

    session: str
    port: int
    token: str


class Shut(Exception):
    """Nobody answers at a door, or what answers is not this class."""


def path_of(world: Environment, session: str) -> Path:
    """The file of a class."""
    return world.store_path().parent / f"{HEAD}{session}{TAIL}"


def put(world: Environment, door: Door) -> None:
    """Write where a class can be found. Raises StoreTrouble."""
    path = path_of(world, door.session)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(path, json.dumps(door._asdict()).encode())


def take_away(world: Environment, session: str) -> None:
    """The class has ended."""
    with suppress(OSError):
        path_of(world, session).unlink(missing_ok=True)


def doors(world: Environment) -> list[Door]:
    """The doors that are written down, the newest first; whether anybody is there is another question."""
    with suppress(OSError):
        files = list(world.store_path().parent.glob(f"{HEAD}*{TAIL}"))
        files.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        return [door for door in map(_read, files) if door is not None]
    return []


def door_of(world: Environment, session: str) -> Door | None:
    """The door of a class, if it is written down."""
    return _read(path_of(world, session))


def _read(path: Path) -> Door | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Door(str(found["session"]), int(found["port"]), str(found["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def ask_notes(door: Door, version: int | None = None) -> NotesView | None:
    """Ask for the notes of a class; None when nothing is newer than that version. Raises Shut."""
    connection = HTTPConnection("127.0.0.1", door.port, timeout=SOON)
    path = "/notes/state" if version is None else f"/notes/state?v={version}"
    try:
        connection.request("GET", path, headers={"Authorization": f"Bearer {door.token}"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status == 304:
            return None
        found = json.loads(body) if answer.status == 200 else None
    except (OSError, HTTPException, ValueError, RecursionError):
        raise Shut(door.session) from None
    finally:
        connection.close()
    if not is_notes_view(found):
        raise Shut(door.session)
    return found


def is_open(door: Door) -> bool:
    """Whether the class is going on in another window."""
    try:
        ask_notes(door)
    except Shut:
        return False
    return True
