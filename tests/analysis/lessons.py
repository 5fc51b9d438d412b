"""The class of `kelas.txt`, from which the golden reports are made; it plays the small case of the tests."""

from __future__ import annotations

from pathlib import Path

from classroom.lesson import Lesson
from classroom.script import Script

from etika_sim.library.load import load

HERE = Path(__file__).parent
CASE = HERE.parent / "data" / "small.yaml"


def full_class(language: str = "id") -> Lesson:
    """A class with everything a report tells."""
    text = (HERE / "kelas.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    scenario = load(str(CASE), language).scenario
    assert scenario is not None
    return Script(scenario, lines).lesson
