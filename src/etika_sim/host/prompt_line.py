"""One-line prompt at the foot of the projector: a question, and the answer as it is typed."""

from __future__ import annotations

import re
from typing import NamedTuple

from etika_sim.host.actions import Action, Ask
from etika_sim.views.stage.lines import Line, line

_DIGIT, _NUMBER = re.compile(r"\d"), re.compile(r"[0-9]{1,4}")

LONGEST = 2000
"""Letters that are taken in; the room says what is too long."""


class Asking(NamedTuple):
    """A question and what was typed so far."""

    asked: Ask
    typed: str = ""

    def lines(self, width: int) -> tuple[Line, Line]:
        """The question, and the end of the answer that fits; of hidden digits their sum is shown."""
        if not self.asked.is_line:
            return line(self.asked.text, "mark"), ()
        shown = f"{self.typed[-max(8, width - 7) :]}_"
        if self.asked.hides:
            shown = f"{_DIGIT.sub('•', shown)}   = {sum(map(int, _NUMBER.findall(self.typed)))}"
        return line(self.asked.text, "mark"), line(f"> {shown}")

    def with_words(self, text: str) -> Asking:
        """The same with some words more, as they are pasted."""
        added = " ".join(text.split()) if self.asked.is_line else ""
        return self._replace(typed=(self.typed + added)[:LONGEST])


def pressed(asking: Asking, key: str) -> tuple[Asking | None, Action]:
    """The question after a key, None when it is answered or given up; and what is wanted then."""
    asked, typed = asking
    if key in ("escape", "ctrl+c"):
        return None, None
    if not asked.is_line:
        return None, asked.then(key)
    if key == "enter":
        return None, asked.then(typed)
    if key == "backspace":
        return asking._replace(typed=typed[:-1]), None
    if key == "ctrl+u":
        return asking._replace(typed=""), None
    return (asking._replace(typed=typed + key) if len(key) == 1 and len(typed) < LONGEST else asking), None
