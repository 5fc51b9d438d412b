"""Thirty simulated phones, so that anybody can see a class: they join, vote, think again, write.

They go through the room's own events, as phones do; only the network is left out. Each has a
temperament from a seed, and takes its time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any, NamedTuple

from etika_sim.classroom import random_words
from etika_sim.classroom.case_texts import decision_of
from etika_sim.classroom.events import Answered, Asked, Committed, Joined, PhoneEvent, Tabled, Ticked, Voted
from etika_sim.classroom.phases import AT_A_DECISION, Phase, is_before
from etika_sim.classroom.port import RoomPort
from etika_sim.classroom.state import Ballot, Room, Round
from etika_sim.locale import N_, _
from etika_sim.model import PRINCIPLES

PHONES, TABLES, AT_TABLE = 29, 1, 5
"""Phones of one's own, and one that a table shares; thirty devices."""

QUESTIONS = (
    N_("What if my own superior asks for it?"),
    N_("Who protects somebody who reports?"),
)
COMMITMENTS = (
    N_("On Monday I hang the list of fees at our counter."),
    N_("I write down every refusal on the same day."),
    N_("I ask a colleague before I am alone with a gift."),
    N_("I say out loud how long it takes."),
    N_("I will speak with my section about the waiting list."),
)


class Temper(NamedTuple):
    """How somebody chooses: the pull of the principles, how easily a second thought comes, how slowly.

    `slow` is in seconds, the most that a vote takes him.
    """

    care: float
    doubt: float
    slow: float


class Phone:
    """One simulated device; `people` sit at it, 0 for a phone of one's own."""

    def __init__(self, number: int, people: int, random: Random) -> None:
        self.token, self.people, self.random = f"demo-{number}", people, random
        self.temper = Temper(random.uniform(-0.4, 1.4), random.random(), random.uniform(1.0, 8.0))
        self.done: set[tuple[Any, ...]] = set()

    def wishes(self, room: Room) -> list[tuple[float, PhoneEvent]]:
        """What it sends now, each after so many seconds."""
        ballot, one = room.ballot, room.open_round
        sent: list[tuple[float, PhoneEvent]] = []
        if ballot and one and self._first("vote", ballot.number, one.number):
            sent.append((self.random.uniform(0.3, self.temper.slow), self._vote(room, ballot, one)))
        if ballot and room.phase is Phase.ENACT and self._first("tick", ballot.number):
            seen = tuple(principle for principle in PRINCIPLES if self.random.random() < 0.3)
            if seen and self._observes(room):
                sent.append((self.random.uniform(2, 9), Ticked(self.token, ballot.number, seen)))
        if room.phase in AT_A_DECISION and self.random.random() < 0.02 and self._first("ask"):
            text = _(self.random.choice(QUESTIONS))
            sent.append((self.random.uniform(1, 6), Asked(self.token, text, "n1")))
        if room.phase is Phase.COMMITMENTS and self._first("commit") and self.random.random() < 0.7:
            text = _(self.random.choice(COMMITMENTS))
            sent.append((self.random.uniform(2, 12), Committed(self.token, text)))
        if room.phase is Phase.EXIT and self._first("exit"):
            answers = (self.random.choice((3, 4, 4, 5)), self.random.choice((3, 4, 5)), None)
            sent.append((self.random.uniform(1, 8), Answered(self.token, answers)))
        return sent

    def _first(self, *mark: Any) -> bool:
        """Whether this was not done before; it is from now on."""
        is_first = mark not in self.done
        self.done.add(mark)
        return is_first

    def _observes(self, room: Room) -> bool:
        part = room.cast.parts.get(self.token) if room.cast else None
        return part is not None and part.role is None and not self.people

    def _vote(self, room: Room, ballot: Ballot, one: Round) -> PhoneEvent:
        nonce = f"r{one.number}"
        if self.people:
            counts = [0] * len(ballot.options)
            for _person in range(self.people):
                counts[ballot.options.index(self._choice(room, ballot, one))] += 1
            return Tabled(self.token, ballot.number, one.number, nonce, tuple(counts))
        option = self._choice(room, ballot, one)
        return Voted(self.token, ballot.number, one.number, nonce, option)

    def _choice(self, room: Room, ballot: Ballot, one: Round) -> str:
        """An option by its points, pulled harder in the second round by those who doubted."""
        choices = decision_of(room.scenario, ballot).choices
        pull = self.temper.care + (0.8 * self.temper.doubt if one.number > 1 else 0.0)
        weights = [2.0 ** (pull * sum(filter(None, choices[option].scores)) / 3) for option in ballot.options]
        return self.random.choices(ballot.options, weights)[0]


async def demo(
    room_port: RoomPort,
    clock: Callable[[], float],
    seed: str = "etika",
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Let them live in that room until the class is closed."""
    random = Random(seed)  # noqa: S311 - no secret: the same seed gives the same class
    phones = [Phone(n, 0 if n < PHONES else AT_TABLE, random) for n in range(PHONES + TABLES)]
    tasks = {asyncio.create_task(_join(room_port, clock, phone, pause)) for phone in phones}
    try:
        n = -1
        while room_port.room.phase is not Phase.CLOSED:
            n = await room_port.changed(n)
            for phone in phones if room_port.room.seats else ():
                tasks |= _sending(room_port, clock, phone, pause)
            tasks = {task for task in tasks if not task.done()}
    finally:
        for task in tasks:
            task.cancel()


def _sending(
    room_port: RoomPort, clock: Callable[[], float], phone: Phone, pause: Callable[[float], Awaitable[None]]
) -> set[asyncio.Task[None]]:
    if phone.token not in room_port.room.seats:
        return set()
    return {
        asyncio.create_task(_send(room_port, clock, event, pause, wait))
        for wait, event in phone.wishes(room_port.room)
    }


async def _join(
    room_port: RoomPort, clock: Callable[[], float], phone: Phone, pause: Callable[[float], Awaitable[None]]
) -> None:
    """Come in some time during the first seconds."""
    await pause(phone.random.uniform(0.5, 12))
    taken = [seat.name for seat in room_port.room.seats.values()]
    name = random_words.name(phone.random.choice, taken)
    await room_port.send(Joined(phone.token, name, room_port.room.words[-1].word, phone.people, clock()))


async def _send(
    room_port: RoomPort,
    clock: Callable[[], float],
    event: PhoneEvent,
    pause: Callable[[float], Awaitable[None]],
    wait: float,
) -> None:
    await pause(wait)
    if is_before(room_port.room.phase, Phase.CLOSED):
        await room_port.send(event._replace(at=clock()))
