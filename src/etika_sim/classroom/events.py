"""Events of a room: one frozen noun a kind, with its fields and what they may hold.

Phones may send those of PHONE, always with the `token` that the server knows them by; the rest is
the trainer's. `at` is the time in seconds, put in by the shell.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, get_args

from etika_sim.classroom.phases import Phase
from etika_sim.classroom.plan import FULL, QUICK
from etika_sim.classroom.state import Settings
from etika_sim.classroom.values import many, member, moment, one_of, text, truth, whole
from etika_sim.model import Principle


class Reason(StrEnum):
    """Why an event was refused; `docs/classroom.md` says when each is given."""

    MALFORMED = "malformed"
    NOT_YOURS = "not-yours"
    OVER = "over"
    NOT_NOW = "not-now"
    NO_SEAT = "no-seat"
    BLOCKED = "blocked"
    TOO_MANY = "too-many"
    WRONG_WORD = "wrong-word"
    LOCKED = "locked"
    FULL = "full"
    NOT_THIS_WAY = "not-this-way"
    NO_NICKNAMES = "no-nicknames"
    DUPLICATE = "duplicate"
    OTHER_DECISION = "other-decision"
    ROUND_CLOSED = "round-closed"
    NOT_OFFERED = "not-offered"
    WRONG_COUNT = "wrong-count"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NO_ROLES = "no-roles"
    HAS_A_ROLE = "has-a-role"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    NONE_SUCH = "none-such"
    ENDED = "ended"
    NO_WAY = "no-way"


class Refused(Exception):
    """An event that may not be; the room stays as it was."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


MOST_LETTERS, MOST_TEXT, MOST_COUNT, MOST_OPTIONS = 200, 2000, 9999, 26
TABLE_MOST = 20
"""People at a table that shares one device."""

Time = Annotated[float, moment]
Mark = Annotated[str, text(1, 64)]
"""A token, a nonce, a seed, a join word."""
Name = Annotated[str, text(1, MOST_LETTERS)]
Written = Annotated[str, text(0, MOST_TEXT)]
Number = Annotated[int, whole(1, 10**6)]
People = Annotated[int, whole(0, TABLE_MOST)]
Slot = Annotated[int, whole(0, TABLE_MOST - 1)]
Counts = Annotated[tuple[int, ...], many(whole(0, MOST_COUNT), 1, MOST_OPTIONS)]
Truth = Annotated[bool, truth]


def _answer(value: Any) -> int | str | None:
    """A number from 1 to 5, a sentence, or nothing."""
    if value is None or isinstance(value, str):
        return None if value is None else str(text(0, MOST_TEXT)(value))
    return int(whole(1, 5)(value))


# --- what phones tell -------------------------------------------------------------------------


class Joined(NamedTuple):
    """A device has come in; the server gave its token and its name."""

    token: Mark
    name: Name
    word: Annotated[str, text(0, 64)] = ""
    people: People = 0
    at: Time = 0.0


class Seated(NamedTuple):
    """So many sit at the device; 0 makes it a phone of one's own."""

    token: Mark
    people: People
    at: Time = 0.0


class Named(NamedTuple):
    """A nickname."""

    token: Mark
    name: Written
    at: Time = 0.0


class Passed(NamedTuple):
    """A role passed on: it is one's own job, or one would rather not play."""

    token: Mark
    why: Annotated[str, one_of("job", "rest")]
    at: Time = 0.0


class Voted(NamedTuple):
    """One person's vote, perhaps with a reason."""

    token: Mark
    decision: Number
    round: Number
    nonce: Mark
    option: Name
    reason: Written = ""
    at: Time = 0.0


class Tabled(NamedTuple):
    """A table's votes, a count for each letter."""

    token: Mark
    decision: Number
    round: Number
    nonce: Mark
    counts: Counts
    at: Time = 0.0


class Ticked(NamedTuple):
    """The principles an observer saw at work."""

    token: Mark
    decision: Number
    principles: Annotated[tuple[Principle, ...], many(member(Principle), 0, len(Principle))]
    at: Time = 0.0


class Quoted(NamedTuple):
    """A sentence that an observer heard."""

    token: Mark
    decision: Number
    text: Written
    nonce: Mark
    at: Time = 0.0


class Asked(NamedTuple):
    """A question for the trainer."""

    token: Mark
    text: Written
    nonce: Mark
    at: Time = 0.0


class Committed(NamedTuple):
    """What somebody will do; `slot` is the person at a table."""

    token: Mark
    text: Written
    slot: Slot = 0
    at: Time = 0.0


class Answered(NamedTuple):
    """An exit form: three answers."""

    token: Mark
    answers: Annotated[tuple[int | str | None, ...], many(_answer, 3, 3)]
    slot: Slot = 0
    at: Time = 0.0


PhoneEvent = (
    Joined | Seated | Named | Passed | Voted | Tabled | Ticked | Quoted | Asked | Committed | Answered
)


# --- what the trainer does --------------------------------------------------------------------


class Began(NamedTuple):
    """The first event: the case, the version of it, and what is settled."""

    case: Name
    key: Name
    settings: Settings
    word: Annotated[str, text(0, 64)] = ""
    at: Time = 0.0


class Went(NamedTuple):
    """On to another phase; to a decision with how it is played."""

    to: Annotated[Phase, member(Phase)]
    how: Annotated[str, one_of(FULL, QUICK)] = ""
    at: Time = 0.0


class Routed(NamedTuple):
    """The road that the class takes."""

    choice: Name
    reason: Written = ""
    at: Time = 0.0


class Supposed(NamedTuple):
    """A road tried in thought."""

    decision: Number
    choices: Annotated[tuple[str, ...], many(text(1, MOST_LETTERS), 1, 100)]
    at: Time = 0.0


class Opened(NamedTuple):
    """The round takes votes."""

    at: Time = 0.0


class Closed(NamedTuple):
    """The round takes no more."""

    at: Time = 0.0


class Shown(NamedTuple):
    """The result of a quick vote is shown."""

    at: Time = 0.0


class Varied(NamedTuple):
    """A quick vote on a "what if …" begins."""

    text: Written
    at: Time = 0.0


class Counted(NamedTuple):
    """Hands counted, in the order of the letters."""

    decision: Number
    round: Number
    counts: Counts
    at: Time = 0.0


class Uncounted(NamedTuple):
    """The last count of hands taken back."""

    decision: Number
    round: Number
    at: Time = 0.0


class Dealt(NamedTuple):
    """Roles dealt; `trainer` is the role the trainer plays."""

    seed: Mark
    trainer: Name | None = None
    at: Time = 0.0


class Reworded(NamedTuple):
    """Another join word."""

    word: Mark
    at: Time = 0.0


class Locked(NamedTuple):
    """The door closed, or opened again."""

    is_locked: Truth
    at: Time = 0.0


class Limited(NamedTuple):
    """Seats, or heads counted, set anew; what is None stays."""

    cap: Annotated[int, whole(1, 5000)] | None = None
    people: Annotated[int, whole(0, 5000)] | None = None
    at: Time = 0.0


class Blocked(NamedTuple):
    """A seat silenced, or let back in."""

    seat: Number
    is_blocked: Truth
    at: Time = 0.0


class Extended(NamedTuple):
    """Minutes added to this phase, or taken from it."""

    minutes: Annotated[int, whole(-60, 60)]
    at: Time = 0.0


class Hid(NamedTuple):
    """A text hidden from the wall, or shown again."""

    said: Number
    is_hidden: Truth
    at: Time = 0.0


class Picked(NamedTuple):
    """A text picked for the report, or left out again."""

    said: Number
    is_picked: Truth
    at: Time = 0.0


class Walled(NamedTuple):
    """The wall of commitments shown, or taken away."""

    is_walled: Truth
    at: Time = 0.0


TrainerEvent = (
    Began
    | Went
    | Routed
    | Supposed
    | Opened
    | Closed
    | Shown
    | Varied
    | Counted
    | Uncounted
    | Dealt
    | Reworded
    | Locked
    | Limited
    | Blocked
    | Extended
    | Hid
    | Picked
    | Walled
)

Event = PhoneEvent | TrainerEvent


def kind_of(event: Event | type[Event]) -> str:
    """The kind that an event, or a noun for events, goes by in data."""
    noun = event if isinstance(event, type) else type(event)
    return noun.__name__.lower()


Nouns = Mapping[str, type[Event]]

PHONE: Nouns = {kind_of(noun): noun for noun in get_args(PhoneEvent)}
"""What a phone may tell."""

TRAINER: Nouns = {kind_of(noun): noun for noun in get_args(TrainerEvent)}
"""What the trainer does, at the projector or from the notes."""

KINDS: Nouns = {**TRAINER, **PHONE}
