"""Writes docs/pictures: a decision as the terminal shows it, one picture a language; and the menu.

What is pictured is what the program writes when the keys are typed; nothing is drawn by hand.
`python scripts/picture.py --check` says whether the words in the pictures are still the program's.
"""

from __future__ import annotations

import io
import os
import sys
from html import unescape
from pathlib import Path
from re import findall
from tempfile import TemporaryDirectory
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from etika_sim.cli.app import run
from etika_sim.cli.context import replace_environment
from etika_sim.environment import Environment

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
CASE = "amplop-di-loket"


class Scene(NamedTuple):
    """What is pictured: the words of the command, the keys typed, and after how many it begins."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    first: int


_PLAY = Scene(("play", CASE, "--guest"), ("", "b", ""), 1)
_MENU = Scene((), ("t", "1"), 1)
SCENES = {"play.svg": ("en", _PLAY), "play.id.svg": ("id", _PLAY), "menu.id.svg": ("id", _MENU)}
"""A picture's file, its language, and what it shows."""
COLUMNS = 76
FONT_ASPECT = 0.6
PAPER = TerminalTheme((255, 255, 255), (32, 33, 36), [(0, 0, 0)] * 8)
FORMAT = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<style>
.{unique_id}-matrix {{
    font: {char_height}px/{line_height}px ui-monospace, Consolas, Menlo, "DejaVu Sans Mono", monospace;
}}
{styles}
</style>
<defs>{lines}</defs>
<rect x="0.5" y="0.5" width="{frame_width}" height="{frame_height}" rx="8" fill="#ffffff" stroke="#c8ccd1"/>
<g transform="translate(12, 14)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


class Screen(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        """It takes itself for a terminal."""
        return True


class Keyboard(Screen):
    """Types the keys, each seen on the screen, and remembers where on the screen it was asked."""

    def __init__(self, screen: Screen, keys: tuple[str, ...]) -> None:
        super().__init__()
        self.screen, self.left, self.asked = screen, list(keys), list[int]()

    def readline(self, size: int | None = -1, /) -> str:
        """The next key and its Enter; nothing when all are typed."""
        del size
        self.asked.append(self.screen.tell())
        if not self.left:
            return ""
        typed = f"{self.left.pop(0)}\n"
        self.screen.write(typed)
        return typed


def shown(language: str, scene: Scene) -> str:
    """What the terminal shows of it, escapes for colour and all."""
    os.environ.update(COLUMNS=str(COLUMNS), TERM="xterm-256color", COLORTERM="truecolor")
    os.environ.pop("NO_COLOR", None)
    screen = Screen()
    keyboard = Keyboard(screen, scene.keys)
    replace_environment(Environment(keyboard, screen, screen))
    with TemporaryDirectory() as home:  # nobody's own plays are touched
        os.environ["ETIKA_SIM_HOME"] = home
        run(["--lang", language, *scene.words])
    replace_environment(None)
    begin, end = keyboard.asked[scene.first - 1], keyboard.asked[len(scene.keys)]
    return screen.getvalue()[begin:end].partition("\n")[2].strip("\n")  # the key itself left out


def drawn(screen: str) -> str:
    """The screen as an SVG; it asks for no font and no file from anywhere."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor")
    console.print(Text.from_ansi(screen))
    height = round((screen.count("\n") + 1) * 24.4 + 30)
    width = round(COLUMNS * 20 * FONT_ASPECT + 24)
    sizes = {"{width}": width, "{height}": height, "{frame_width}": width - 1, "{frame_height}": height - 1}
    form = FORMAT
    for name, size in sizes.items():
        form = form.replace(name, str(size))
    return console.export_svg(
        theme=PAPER, code_format=form, font_aspect_ratio=FONT_ASPECT, unique_id="play", clear=True
    )


def words(svg: str) -> list[str]:
    """The words in a picture, in order."""
    return unescape(" ".join(findall(r"<text [^>]*>([^<]*)</text>", svg))).replace("\xa0", " ").split()


def main() -> int:
    """Write the pictures, or with --check say whether they are current."""
    stale = []
    for name, (language, scene) in SCENES.items():
        picture, file = drawn(shown(language, scene)), PICTURES / name
        if "--check" not in sys.argv[1:]:
            file.write_text(picture, encoding="utf-8", newline="\n")
        elif words(file.read_text(encoding="utf-8")) != words(picture):
            stale.append(f"{file.name} is out of date: run python scripts/picture.py\n")
    sys.stderr.write("".join(stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
