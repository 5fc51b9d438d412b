"""Build hook: compiles the language catalogues, and puts the shipped cases into a real wheel.

An editable install keeps reading `scenarios/` from the checkout, so nothing stale is left behind.
`python hatch_build.py` compiles the catalogues alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

CATALOGUES = Path("src", "etika_sim", "locale")
DOMAIN = "etika_sim"


class Hook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling calls this before it makes a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues; a standard wheel also carries the cases."""
        root = Path(self.root)
        compile_catalogues(root)
        if version == "standard":
            build_data["force_include"][str(root / "scenarios")] = "etika_sim/scenarios"


def compile_catalogues(root: Path) -> list[Path]:
    """Write `<language>/LC_MESSAGES/etika_sim.mo` of all `<language>/*.po`, where one of them is newer."""
    from babel.messages.mofile import write_mo

    written = []
    for folder in sorted({source.parent for source in (root / CATALOGUES).glob("*/*.po")}):
        target = folder / "LC_MESSAGES" / f"{DOMAIN}.mo"
        newest = max(source.stat().st_mtime for source in folder.glob("*.po"))
        if target.exists() and target.stat().st_mtime >= newest:
            continue
        whole = catalogue(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as binary:
            write_mo(binary, whole)
        written.append(target)
    return written


def catalogue(folder: Path) -> Catalog:
    """The messages of all the .po files of a language, as one, under the head of the first.

    Raises ValueError if a message stands in two of them.
    """
    from babel.messages.pofile import read_po

    read = []
    for source in sorted(folder.glob("*.po")):
        with source.open("rb") as text:
            read.append(read_po(text, locale=folder.name))
    whole = read[0]
    for other in read[1:]:
        for message in other:
            if message.id and message.id in whole:
                raise ValueError(f"{message.id!r} is translated in two files of {folder}")
            if message.id:
                whole[message.id] = message
    return whole


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
