"""The author's guide, followed word for word: snippets put together, commands run, answers compared.

Remarks in the guide say what a block is: `berkas` begins a file, `sambung` goes on with it, `coba` is
a file of its own to be checked, `ubah` changes a piece of a file, and `keluaran` stands before what
the program says to the last command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from cli.program import program

pytestmark = pytest.mark.usefixtures("the_day")

GUIDE = Path(__file__).parents[1] / "docs" / "panduan-penulis.md"
BLOCK = re.compile(
    r"(?:<!-- (?P<word>\w+)(?:: (?P<about>[^>]*?))? -->\n)?(?:```(?P<kind>\w+)\n(?P<text>.*?)```\n)?",
    re.DOTALL,
)
NEEDS_SOMEBODY = ("play", "watch")
"""Commands that talk with a person; they are tested elsewhere."""


class Piece(NamedTuple):
    """A block of the guide: the remark before it and what that is about, its kind, text and place."""

    word: str
    about: str
    kind: str
    text: str
    start: int
    end: int


def pieces(guide: str) -> Iterator[Piece]:
    """The blocks and remarks of the guide, in order."""
    for found in BLOCK.finditer(guide):
        if found["word"] or found["kind"]:
            facts = (found[name] or "" for name in ("word", "about", "kind", "text"))
            yield Piece(*facts, *(found.span("text") if found["text"] is not None else found.span()))


class Desk:
    """An author's desk: the files of the guide, and what the program said last."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.said = folder, ""

    def follow(self, piece: Piece) -> None:
        """Do what a block says."""
        if piece.word in ("berkas", "coba"):
            (self.folder / piece.about).write_text(piece.text, encoding="utf-8")
        elif piece.word == "sambung":
            with (self.folder / piece.about).open("a", encoding="utf-8") as file:
                file.write(piece.text)
        elif piece.word == "ubah":
            name, was, now = (part.strip() for part in piece.about.split(" | "))
            text = (self.folder / name).read_text(encoding="utf-8")
            assert was in text
            (self.folder / f"ubah-{name}").write_text(text.replace(was, now, 1), encoding="utf-8")
            self.run(f"check {name}", f"ubah-{name}")
        if piece.word == "coba":
            self.run(f"check {piece.about}")
        elif piece.kind == "sh":
            self.run(piece.text.strip().removeprefix("etika-sim "))

    def run(self, words: str, instead: str = "") -> None:
        """Run the program in the folder; `instead` is a file that takes the place of the one named last."""
        command = words.split()
        if command[0] in NEEDS_SOMEBODY:
            return
        shown = [*command[:-1], instead] if instead else command
        ran = program(*shown, env={"ETIKA_SIM_HOME": str(self.folder), "ETIKA_SIM_PATH": str(self.folder)})
        assert ran.status in (0, 1), (words, ran.err)
        assert ran.err == "", words
        self.said = ran.out.replace(instead, command[-1]) if instead else ran.out


def followed(guide: str, folder: Path) -> str:
    """The guide with each answer as the program gave it when the guide was followed."""
    desk, written, last = Desk(folder), "", 0
    for piece in pieces(guide):
        if piece.word == "keluaran":
            written += guide[last : piece.start] + desk.said.strip("\n") + "\n"
            last = piece.end
        else:
            desk.follow(piece)
    return written + guide[last:]


def test_the_guide_says_what_the_program_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Whoever follows the guide word for word meets exactly the answers that stand in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    guide = GUIDE.read_text(encoding="utf-8")
    now = followed(guide, tmp_path)

    if request.config.getoption("--update"):
        GUIDE.write_text(now, encoding="utf-8", newline="\n")
    assert now == GUIDE.read_text(encoding="utf-8")


def test_the_case_of_the_guide_is_clean_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put together from its pieces, it passes the strict check and can be played to every ending."""
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path)
    for piece in pieces(GUIDE.read_text(encoding="utf-8")):
        if piece.word in ("berkas", "sambung"):
            desk.follow(piece)
    roads = ("pesan-pribadi,urutan-dan-usul", "jawab-di-grup,minta-waktu", "tunggu-admin,kira-sudah-hilang")

    assert program("check", "--strict", "foto-di-grup.yaml").status == 0
    for road in roads:
        assert program("play", "foto-di-grup.yaml", "--choices", road).status == 0
