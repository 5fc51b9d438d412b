"""A commented case to begin with, which an author replaces piece by piece."""

from __future__ import annotations

from pathlib import Path

from etika_sim.authoring.writer import line

SCHEMA_NAME = "scenario.schema.json"
MODELINE = f"# yaml-language-server: $schema=./{SCHEMA_NAME}\n"
"""What tells an editor where the schema of the file is."""

_FOLDER = Path(__file__).parent / "templates"
_TITLE, _MODULE = "\ntitle: Titipan di Antrean\n", "\nmodule: 1\n"


def template(case: str, module: int, title: str = "", *, small: bool = False) -> str:
    """The text of a new case with that id: five decisions, or two; sound as it stands."""
    text = (_FOLDER / ("small.yaml" if small else "full.yaml")).read_text(encoding="utf-8")
    text = text.replace("{id}", case).replace(_MODULE, f"\nmodule: {module}\n")
    if title:
        text = text.replace(_TITLE, f"\n{line('title', title)}\n")
    return MODELINE + text
