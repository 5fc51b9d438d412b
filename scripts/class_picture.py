"""Writes docs/pictures of a class: the way in, the vote, the reveal and the notes, as the program draws them.

`python scripts/class_picture.py --check` says whether the words in the pictures are still the program's.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import Any

from picture import FONT_ASPECT, FORMAT, PAPER, PICTURES, words
from rich.console import Console, Group, RenderableType

from etika_sim.classroom import progression
from etika_sim.classroom.event_data import read
from etika_sim.classroom.events import Event
from etika_sim.classroom.room import began, hear, opening
from etika_sim.classroom.state import Room, Settings
from etika_sim.classroom.trainer_view import for_notes
from etika_sim.classroom.visibility import for_projector
from etika_sim.host.colours import Theme, painted
from etika_sim.library.load import load
from etika_sim.locale import use
from etika_sim.views.drawn import renderables
from etika_sim.views.stage.lines import Look
from etika_sim.views.stage.panels import Panel
from etika_sim.views.stage.wall import wall
from etika_sim.views.trainer import notes

CASE, ADDRESS, EVENT = "amplop-di-loket", "HTTP://192.168.1.20:8765/7K3Q", "Bimtek Etika Pelayanan"
COLUMNS, ROWS, PHONES = 80, 24, 31
FIRST, SECOND = "ABBBCABBCABBABBCABBABBBACBBBAAB", "AAAABABBCAAAABAAAAABABAAABAAAAA"
"""What the phones of the picture vote, one letter each."""


class Class:
    """A class that goes on by what the trainer and the phones do."""

    def __init__(self) -> None:
        scenario = load(CASE).scenario
        assert scenario is not None
        self.at = 0.0
        self.room: Room = began(scenario, opening(scenario, 0.0, Settings(45, EVENT, people=PHONES)))

    def do(self, kind: str, **facts: Any) -> None:
        """Let something happen, told by its data."""
        self.happen(read({"kind": kind, "at": 0.0, **facts}))

    def happen(self, event: Event) -> None:
        """Let an event happen, a second after the last."""
        self.at += 1.0
        heard = hear(self.room, event._replace(at=self.at))
        assert heard.event is not None, (event, heard.reason)
        self.room = heard.room

    def on(self, steps: int) -> None:
        """Press Enter so many times."""
        for _step in range(steps):
            event = progression.ahead(self.room)
            assert event is not None
            self.happen(event)

    def vote(self, letters: str) -> None:
        """Each phone votes for the letter it has."""
        ballot = self.room.ballot
        assert ballot is not None
        for n, letter in enumerate(letters):
            asked = {"decision": ballot.number, "round": ballot.rounds[-1].number}
            option = ballot.options["ABC".index(letter)]
            self.do("voted", token=f"t{n}", option=option, nonce=f"{self.at}", **asked)


def pictured() -> Iterator[tuple[str, Room, bool]]:
    """The files, the room as it stands in each, and whether the notes are pictured."""
    held = Class()
    for n in range(PHONES):
        held.do("joined", token=f"t{n}", name="teh manis")
    yield "class-lobby.id.svg", held.room, False
    held.on(6)
    held.vote(FIRST[:23])
    yield "class-vote.id.svg", held.room, False
    held.vote(FIRST)
    held.on(1)
    yield "class-notes.id.svg", held.room, True
    held.on(3)
    held.vote(SECOND)
    held.on(2)
    yield "class-reveal.id.svg", held.room, False


def on_the_wall(room: Room) -> RenderableType:
    """The first sheet of the wall, with its head and foot."""
    look = Look(room.now + 20, COLUMNS, ROWS, ADDRESS)
    made = wall(for_projector(room), look, Panel.NONE, 0)
    rows = (made.head, (), *made.sheet, (), made.foot)
    return painted(rows, Theme.LIGHT, draws=True)


def on_the_notes(room: Room) -> RenderableType:
    """The trainer's page."""
    page = notes(for_notes(room), room.now + 20)
    return Group(*(part for block in page for part in renderables(block, COLUMNS - 8, ascii_only=False)))


def drawn(shown: RenderableType) -> str:
    """What is shown as an SVG; it asks for no font and no file from anywhere."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor")
    with console.capture() as capture:
        console.print(shown)
    lines = capture.get().count("\n")
    width, height = round(COLUMNS * 20 * FONT_ASPECT + 24), round(lines * 24.4 + 30)
    sizes = {"{width}": width, "{height}": height, "{frame_width}": width - 1, "{frame_height}": height - 1}
    form = FORMAT
    for name, size in sizes.items():
        form = form.replace(name, str(size))
    console.print(shown)
    return console.export_svg(
        theme=PAPER, code_format=form, font_aspect_ratio=FONT_ASPECT, unique_id="class", clear=True
    )


def main() -> int:
    """Write the pictures, or with --check say whether they are current."""
    use("id")
    stale = []
    for name, room, is_notes in pictured():
        picture, file = drawn(on_the_notes(room) if is_notes else on_the_wall(room)), PICTURES / name
        if "--check" not in sys.argv[1:]:
            file.write_text(picture, encoding="utf-8", newline="\n")
        elif words(file.read_text(encoding="utf-8")) != words(picture):
            stale.append(f"{file.name} is out of date: run python scripts/class_picture.py\n")
    sys.stderr.write("".join(stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
