"""The trainer's notes in words: what to say, what to ask, where the hour stands, what the votes suggest.

Told once, for a terminal and for the trainer's own phone. Counts stand here as soon as a round is
closed, so it must never be projected.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from etika_sim.classroom import advice, free_text
from etika_sim.classroom.case_texts import LETTERS
from etika_sim.classroom.clock import left, minutes_and_seconds
from etika_sim.classroom.phases import AT_A_DECISION, PHASES, Phase, called, is_before
from etika_sim.classroom.shown import CountData, HeardData, NotesView, SaidData, VaryData
from etika_sim.classroom.state import MAIN_ROUNDS, USUAL
from etika_sim.locale import Translator
from etika_sim.prose import safe_line

MOST_SAID = 12
"""Texts shown while the class goes on; all of them once commitments are written."""

HERE, ELSEWHERE = "*", "-"
"""Marks of the steps of the plan: where the class is, and the others."""


class Labelled(NamedTuple):
    """A short label and the safe texts that belong to it; `voice` is "", "hint" or "alarm"."""

    label: str
    texts: tuple[str, ...]
    voice: str = ""


class Section(NamedTuple):
    """What stands together: labelled texts, then a list; an item has a number, or the mark of a step."""

    labelled: tuple[Labelled, ...]
    items: tuple[tuple[str, str], ...] = ()


class Notes(NamedTuple):
    """The notes of a moment: the phase, the time left in it ("" if it has none), the sections."""

    heading: str
    timed: str
    sections: tuple[Section, ...]


def notes(shown: NotesView, now: float, words: Translator) -> Notes:
    """The notes of this moment in that language; `now` is in seconds of the clock of the class."""
    phase = Phase(shown["phase"])
    number = shown["decisions"] if phase in AT_A_DECISION else 0
    timed = minutes_and_seconds(left(shown, now)) if shown["minutes"] else ""
    say = Labelled(words.gettext("Say"), (words.gettext(PHASES[phase].says),), "hint")
    sections = (
        Section((say,)),
        Section(tuple(_script(shown, phase, words))),
        Section(tuple(_votes(shown, words))),
        Section(tuple(_people(shown, words)), tuple(_said(shown, words))),
        Section(tuple(_hour(shown, now, words)), tuple(_steps(shown, words))),
    )
    return Notes(called(phase, number, words.gettext), timed, tuple(one for one in sections if any(one)))


def _script(shown: NotesView, phase: Phase, words: Translator) -> Iterator[Labelled]:
    """What the case gives the trainer for this decision."""
    script = shown["script"]
    if script is None or phase not in AT_A_DECISION:
        return
    for label, texts in (
        (words.gettext("What decides"), [script["hinge"]]),
        (words.gettext("Scene"), [script["enact"]]),
        (words.gettext("Ask"), script["probe"]),
        (words.gettext("Listen for"), map(_heard, script["listen_for"])),
        (
            words.gettext("Change"),
            [f"{n}. {_what_if(one, words)}" for n, one in enumerate(script["vary"], 1)],
        ),
        (words.gettext("If nobody speaks"), [script["if_silent"]]),
        (words.gettext("If a superior dominates"), [script["if_dominated"]]),
    ):
        said = tuple(safe_line(text) for text in texts if text)
        if said:
            yield Labelled(label, said)


def _heard(one: HeardData) -> str:
    """Words to listen for, and what to ask back."""
    return " → ".join(filter(None, (one["text"], one["answer"])))


def _what_if(one: VaryData, words: Translator) -> str:
    """A what-if; behind it the option that is best then, as soon as the notes know its letter."""
    then = one["then"] and words.gettext("Best then: {letter}").format(letter=one["then"])
    return f"{one['text']} ({then})" if then else one["text"]


def _votes(shown: NotesView, words: Translator) -> Iterator[Labelled]:
    """Counts of rounds that are closed, and what they suggest."""
    told = shown["closed"]
    if not told:
        return
    for one in told["rounds"]:
        counts = " · ".join(f"{mark} {n}" for mark, n in zip(LETTERS, one["counts"], strict=False))
        yield Labelled(_round(one, words), (f"{counts}; n = {one['n']}",))
    suggests = shown["advice"]
    if suggests:
        sentence = advice.SENTENCES[suggests["code"]]
        yield Labelled(words.gettext("Advice"), (words.gettext(sentence),))
        if suggests["minority"]:
            ask = words.gettext("Ask the class for the best reason for {letter}.")
            mark = _letter(shown, suggests["minority"])
            yield Labelled(words.gettext("The few"), (ask.format(letter=mark),))


def _round(one: CountData, words: Translator) -> str:
    if one["round"] > MAIN_ROUNDS:
        return words.gettext("What if")
    if one["asks"] == USUAL:
        return words.gettext("Usually")
    return words.gettext("Vote {n}").format(n=one["round"])


def _letter(shown: NotesView, option: str) -> str:
    return next((o["letter"] for o in shown["options"] if o["option"] == option), "–")


def _people(shown: NotesView, words: Translator) -> Iterator[Labelled]:
    """Votes that outnumber heads, roles that nobody holds, what observers ticked."""
    if shown["surplus"]:
        said = words.ngettext(
            "{n} vote more than there are people. Count heads again.",
            "{n} votes more than there are people. Count heads again.",
            shown["surplus"],
        )
        yield Labelled(words.gettext("Mind"), (said.format(n=shown["surplus"]),), "alarm")
    if shown["phase"] in (Phase.ROLES, Phase.READ, Phase.ENACT):
        for group, missing in shown["missing"].items():
            if missing:
                said = words.gettext("group {n} has nobody for: {roles}")
                roles = ", ".join(map(safe_line, missing))
                yield Labelled(words.gettext("Roles"), (said.format(n=group, roles=roles),))
        for one in shown["tasks"]:
            said = ": ".join(map(safe_line, (one["name"], one["task"])))
            yield Labelled(words.gettext("Without a scene"), (said,))
    if shown["ticks"]:
        said = words.gettext("Observers have ticked: {n}").format(n=sum(shown["ticks"].values()))
        yield Labelled(words.gettext("Seen"), (said,))


def _said(shown: NotesView, words: Translator) -> Iterator[tuple[str, str]]:
    """What was written, with the numbers by which a text is hidden, or taken into the report."""
    is_late = not is_before(Phase(shown["phase"]), Phase.COMMITMENTS)
    for one in shown["said"] if is_late else shown["said"][-MOST_SAID:]:
        yield str(one["number"]), _text(one, words)


def _text(one: SaidData, words: Translator) -> str:
    name, said = free_text.NAMES[one["kind"]], safe_line(one["text"])
    hidden, picked = words.gettext("hidden"), words.gettext("in the report")
    marks = [hidden] * one["is_hidden"] + [picked] * one["is_picked"]
    return ": ".join((words.gettext(name), f"{said} ({', '.join(marks)})" if marks else said))


def _hour(shown: NotesView, now: float, words: Translator) -> Iterator[Labelled]:
    """What comes next, and by how much this step is late."""
    ahead = shown["ahead"]
    if ahead and ahead["kind"] == "went":
        yield Labelled(words.gettext("Next"), (words.gettext(PHASES[Phase(ahead["to"])].name),))
    late = -left(shown, now)
    if late > 0 and shown["minutes"]:
        minutes = -(-late // 60)
        said = words.ngettext("This step is {n} minute over.", "This step is {n} minutes over.", minutes)
        yield Labelled(words.gettext("Time"), (said.format(n=minutes),))


def _steps(shown: NotesView, words: Translator) -> Iterator[tuple[str, str]]:
    """The steps of the hour, the one that is now marked; each other decision on one line."""
    here = (shown["phase"], shown["decisions"] if Phase(shown["phase"]) in AT_A_DECISION else 0)
    for number, group in groupby(shown["agenda"], lambda step: step["decision"]):
        steps = list(group)
        if number and number != here[1]:
            total = sum(step["minutes"] for step in steps)
            name = words.gettext("Decision {n}").format(n=number)
            yield ELSEWHERE, f"{name}, {total}′"
            continue
        for step in steps:
            mark = HERE if (step["phase"], number) == here else ELSEWHERE
            name = called(Phase(step["phase"]), number, words.gettext)
            yield mark, f"{name}, {step['minutes']}′"
