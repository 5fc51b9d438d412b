"""Whole classes written down for reading: a line for each thing that happens.

begin CASE MINUTES [event=…] [usual=yes] [people=31] [groups=8]
phones 31 · tables 5 4 · deal SEED · go briefing roles read-full enact vote-1
votes A9 .2 B17 C5     phones vote in the order of their seats; a dot does not vote
table 32 A3 B2 · hands 12 5 9 · undo · enter · road B the trainer's reason
vary What if …? · show · what-if 1 C B · ask 3 Why? · commit 3 I will … · tick 5 integrity
form 3 5 4 A sentence. · pick 1 · hide 2
"""

from __future__ import annotations

from itertools import chain

from classroom.lesson import Lesson

from etika_sim.classroom import progression
from etika_sim.model import Scenario

NUMBERS = ("people", "groups", "cap")


class Script:
    """Plays a script line by line; each verb is a method."""

    def __init__(self, scenario: Scenario, lines: list[str]) -> None:
        head, *rest = lines
        _begin, _case, minutes, *settings = head.split(maxsplit=3)
        given = [setting(word) for word in settings[0].split(", ")] if settings else []
        self.lesson = Lesson(scenario, int(minutes), **dict(given))
        for line in rest:
            verb, _space, words = line.partition(" ")
            getattr(self, verb.replace("-", "_"))(words)
            assert self.lesson.replayed() == self.lesson.room, line

    def phones(self, words: str) -> None:
        self.lesson.phones(int(words))

    def tables(self, words: str) -> None:
        for people in words.split():
            self.lesson.phones(1, people=int(people))

    def deal(self, words: str) -> None:
        self.lesson.do("dealt", seed=words)

    def go(self, words: str) -> None:
        for phase in words.split():
            name, _dash, how = phase.partition("-")
            self.lesson.go("read", how=how) if name == "read" else self.lesson.go(phase)

    def enter(self, _words: str) -> None:
        event = progression.ahead(self.lesson.room)
        assert event is not None
        self.lesson.happen(event)

    def votes(self, words: str) -> None:
        said = chain.from_iterable(word[0] * int(word[1:]) for word in words.split())
        self.lesson.vote([self.option(mark) for mark in said])

    def table(self, words: str) -> None:
        seat, *cells = words.split()
        counts = [0] * len(self.lesson.ballot.options)
        for cell in cells:
            counts["ABCDE".index(cell[0])] = int(cell[1:])
        facts = {"nonce": self.lesson.new_nonce(), **self.lesson.asking()}
        self.lesson.do("tabled", token=f"t{seat}", counts=counts, **facts)

    def hands(self, words: str) -> None:
        self.lesson.do("counted", counts=[int(word) for word in words.split()], **self.lesson.asking())

    def undo(self, _words: str) -> None:
        self.lesson.do("uncounted", **self.lesson.asking())

    def road(self, words: str) -> None:
        mark, _space, reason = words.partition(" ")
        self.lesson.do("routed", choice=self.option(mark), reason=reason)

    def vary(self, words: str) -> None:
        self.lesson.do("varied", text=words)

    def show(self, _words: str) -> None:
        self.lesson.do("shown")

    def what_if(self, words: str) -> None:
        number, *choices = words.split()
        options = self.lesson.room.ballots[int(number) - 1].options
        first = options["ABCDE".index(choices[0])]
        self.lesson.do("supposed", decision=int(number), choices=[first, *choices[1:]])

    def ask(self, words: str) -> None:
        seat, _space, text = words.partition(" ")
        self.lesson.do("asked", token=f"t{seat}", text=text, nonce=self.lesson.new_nonce())

    def commit(self, words: str) -> None:
        seat, _space, text = words.partition(" ")
        self.lesson.do("committed", token=f"t{seat}", text=text)

    def tick(self, words: str) -> None:
        seat, *seen = words.split()
        self.lesson.do("ticked", token=f"t{seat}", decision=self.lesson.ballot.number, principles=seen)

    def form(self, words: str) -> None:
        seat, first, second, text = words.split(maxsplit=3)
        self.lesson.do("answered", token=f"t{seat}", answers=[int(first), int(second), text])

    def pick(self, words: str) -> None:
        self.lesson.do("picked", said=int(words), is_picked=True)

    def hide(self, words: str) -> None:
        self.lesson.do("hid", said=int(words), is_hidden=True)

    def option(self, mark: str) -> str:
        """The option under a letter."""
        return mark if mark == "." else self.lesson.ballot.options["ABCDE".index(mark)]


def setting(word: str) -> tuple[str, str | int | bool]:
    """One setting of the first line."""
    name, _sign, value = word.partition("=")
    return name, int(value) if name in NUMBERS else value == "yes" if name == "usual" else value
