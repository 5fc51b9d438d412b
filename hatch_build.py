"""Build hook: compiles the language catalogues, and puts the shipped cases into a real wheel.

An editable install keeps reading `scenarios/` from the checkout, so nothing stale is left behind.
`python hatch_build.py` compiles the catalogues alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

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
    """Write `<language>/LC_MESSAGES/etika_sim.mo` for every `<language>.po` that is newer."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for source in sorted((root / CATALOGUES).glob("*.po")):
        target = source.parent / source.stem / "LC_MESSAGES" / f"{DOMAIN}.mo"
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as text, target.open("wb") as binary:
            write_mo(binary, read_po(text, locale=source.stem))
        written.append(target)
    return written


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
