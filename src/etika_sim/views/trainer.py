"""The trainer's notes: what to say, what to ask, where the hour stands, what the votes suggest.

For a second screen. Counts stand here as soon as a round is closed, so it must never be projected.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from etika_sim.classroom import advice, free_text
from etika_sim.classroom.case_texts import LETTERS
from etika_sim.classroom.phases import AT_A_DECISION, PHASES, Phase, called, is_before
from etika_sim.classroom.state import MAIN_ROUNDS, USUAL
from etika_sim.locale import _, ngettext
from etika_sim.prose import safe_line
from etika_sim.views.page import Block, Gap, Heading, Items, Labelled, Page
from etika_sim.views.stage.clock import left, minutes_and_seconds

Data = dict[str, Any]

MOST_SAID = 12
"""Texts shown while the class goes on; all of them once commitments are written."""


def notes(data: Data, now: float) -> Page:
    """The page for this moment. `data` is what `for_notes` gives; `now` is in seconds of its clock."""
    phase = Phase(data["phase"])
    number = data["decisions"] if phase in AT_A_DECISION else 0
    timed = minutes_and_seconds(left(data, now)) if data["minutes"] else ""
    return (
        Heading(called(phase, number, _), timed),
        Labelled(_("Say"), (_(PHASES[phase].says),), "hint"),
        Gap(),
        *_script(data, phase),
        *_votes(data),
        *_people(data),
        *_said(data),
        *_hour(data, now),
    )


def _script(data: Data, phase: Phase) -> Iterator[Block]:
    """What the case gives the trainer for this decision."""
    script = data["script"]
    if script is None or phase not in AT_A_DECISION:
        return
    for label, texts in (
        (_("What decides"), [script["hinge"]]),
        (_("Scene"), [script["enact"]]),
        (_("Ask"), script["probe"]),
        (_("Listen for"), map(_heard, script["listen_for"])),
        (_("Change"), [f"{n}. {_what_if(one)}" for n, one in enumerate(script["vary"], 1)]),
        (_("If nobody speaks"), [script["if_silent"]]),
        (_("If a superior dominates"), [script["if_dominated"]]),
    ):
        said = tuple(safe_line(text) for text in texts if text)
        if said:
            yield Labelled(label, said)
    yield Gap()


def _heard(one: Data) -> str:
    """Words to listen for, and what to ask back."""
    return " → ".join(filter(None, (one["text"], one["answer"])))


def _what_if(one: Data) -> str:
    """A what-if; behind it the option that is best then, as soon as the notes know its letter."""
    then = one["then"] and _("Best then: {letter}").format(letter=one["then"])
    return f"{one['text']} ({then})" if then else str(one["text"])


def _votes(data: Data) -> Iterator[Block]:
    """Counts of rounds that are closed, and what they suggest."""
    told = data["closed"]
    if not told:
        return
    for one in told["rounds"]:
        counts = " · ".join(f"{mark} {n}" for mark, n in zip(LETTERS, one["counts"], strict=False))
        yield Labelled(_round(one), (f"{counts}; n = {one['n']}",))
    suggests = data["advice"]
    if suggests:
        words = advice.SENTENCES[suggests["code"]]
        yield Labelled(_("Advice"), (_(words),))
        if suggests["minority"]:
            mark = _letter(data, suggests["minority"])
            yield Labelled(
                _("The few"), (_("Ask the class for the best reason for {letter}.").format(letter=mark),)
            )
    yield Gap()


def _round(one: Data) -> str:
    if one["round"] > MAIN_ROUNDS:
        return _("What if")
    return _("Usually") if one["asks"] == USUAL else _("Vote {n}").format(n=one["round"])


def _letter(data: Data, option: str) -> str:
    return next((o["letter"] for o in data["options"] if o["option"] == option), "–")


def _people(data: Data) -> Iterator[Block]:
    """Votes that outnumber heads, roles that nobody holds, what observers ticked."""
    if data["surplus"]:
        said = ngettext(
            "{n} vote more than there are people. Count heads again.",
            "{n} votes more than there are people. Count heads again.",
            data["surplus"],
        )
        yield Labelled(_("Mind"), (said.format(n=data["surplus"]),), "alarm")
    if data["phase"] in (Phase.ROLES, Phase.READ, Phase.ENACT):
        for group, missing in data["missing"].items():
            if missing:
                said = _("group {n} has nobody for: {roles}").format(
                    n=group, roles=", ".join(map(safe_line, missing))
                )
                yield Labelled(_("Roles"), (said,))
        for one in data["tasks"]:
            said = ": ".join(map(safe_line, (one["name"], one["task"])))
            yield Labelled(_("Without a scene"), (said,))
    if data["ticks"]:
        yield Labelled(_("Seen"), (_("Observers have ticked: {n}").format(n=sum(data["ticks"].values())),))


def _said(data: Data) -> Iterator[Block]:
    """What was written, with the numbers by which a text is hidden, or taken into the report."""
    is_late = not is_before(Phase(data["phase"]), Phase.COMMITMENTS)
    wanted = data["said"] if is_late else data["said"][-MOST_SAID:]
    if wanted:
        yield Items(tuple((str(one["number"]), _one(one)) for one in wanted))
        yield Gap()


def _one(one: Data) -> str:
    kind, said = free_text.NAMES[one["kind"]], safe_line(one["text"])
    marks = [_("hidden")] * one["is_hidden"] + [_("in the report")] * one["is_picked"]
    return ": ".join((_(kind), f"{said} ({', '.join(marks)})" if marks else said))


def _hour(data: Data, now: float) -> Iterator[Block]:
    """The steps of the hour, the one that is now marked."""
    ahead = data["ahead"]
    if ahead and ahead["kind"] == "went":
        yield Labelled(_("Next"), (_(PHASES[Phase(ahead["to"])].name),))
    late = -left(data, now)
    if late > 0 and data["minutes"]:
        said = ngettext("This step is {n} minute over.", "This step is {n} minutes over.", -(-late // 60))
        yield Labelled(_("Time"), (said.format(n=-(-late // 60)),))
    yield Items(tuple(_steps(data)))
    yield Gap()


def _steps(data: Data) -> Iterator[tuple[str, str]]:
    """The steps before and after this decision, each other decision on one line."""
    here = (data["phase"], data["decisions"] if Phase(data["phase"]) in AT_A_DECISION else 0)
    for number, group in groupby(data["agenda"], lambda step: step["decision"]):
        steps = list(group)
        if number and number != here[1]:
            total = sum(step["minutes"] for step in steps)
            name = _("Decision {n}").format(n=number)
            yield "-", f"{name}, {total}′"
            continue
        for step in steps:
            mark = "*" if (step["phase"], number) == here else "-"
            name = called(Phase(step["phase"]), number, _)
            yield mark, f"{name}, {step['minutes']}′"
