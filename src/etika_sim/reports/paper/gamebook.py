"""The whole case on paper: numbered scenes, options with what comes of them, and where to go on.

A table can play on with it when the screen is dark. What the program keeps in mind is noted by hand
in a row of boxes at the head.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from etika_sim.clauses import BY_HAND, clause, on_paper
from etika_sim.locale import Gettext, Translator
from etika_sim.model import Choice, Decision, Ending, Passage, Route, Scenario, Scene, Text, Variable
from etika_sim.prose import paragraphs
from etika_sim.reports.paper.block import Block

LETTERS = "ABCDE"
Group = tuple[Block, ...]


def gamebook(
    scenario: Scenario, arranged: dict[str, tuple[Choice, ...]], words: Translator
) -> Iterator[Group]:
    """The case, group by group; `arranged` are the choices of each decision in the order of the class."""
    _ = words.gettext
    numbers = {name: n for n, name in enumerate(scenario.scenes, 1)}
    yield (
        Block("title", _("For the table, if the screen goes dark")),
        Block("text", _("Read a scene aloud, decide together, read what comes of it, go on where it says.")),
        Block("text", _("Begin at {n}.").format(n=numbers[scenario.start])),
    )
    if scenario.state:
        yield (Block("head", _("Note by hand")), *(_noted(variable, _) for variable in scenario.state))
    for name, scene in scenario.scenes.items():
        yield from _scene(scene, numbers, arranged.get(name, ()), scenario, _)


def _noted(variable: Variable, _: Gettext) -> Block:
    """A name of the state with room to note it."""
    name = on_paper(variable.name)
    if variable.is_flag:
        return Block("marks", name, _("marked from the start") if variable.start else "")
    span = _("{low} to {high}, begins at {start}")
    return Block("marks", name, span.format(low=variable.low, high=variable.high, start=variable.start))


def _scene(
    scene: Scene, numbers: dict[str, int], choices: tuple[Choice, ...], scenario: Scenario, _: Gettext
) -> Iterator[Group]:
    head = Block("head", scene.title or "", str(numbers[scene.id]))
    match scene:
        case Decision():
            yield (head, *_text(scene.text, _), Block("text", scene.ask))
            for letter, choice in zip(LETTERS, choices, strict=False):
                yield _choice(letter, choice, numbers, scenario, _)
        case Passage():
            yield (head, *_text(scene.text, _), *_ways(scene.to, numbers, _))
        case Ending():
            yield (head, *_text(scene.text, _), Block("small", _("Here the story ends.")))


def _choice(letter: str, choice: Choice, numbers: dict[str, int], scenario: Scenario, _: Gettext) -> Group:
    only = [_("Only if {clause}.").format(clause=clause(choice.when, BY_HAND, _))] if choice.when else []
    notes = _changes(choice, scenario.state, _)
    return (
        Block("option", choice.text, letter),
        *(Block("small", line) for line in only),
        *(Block("small", line) for line in ([" ".join(notes)] if notes else [])),
        *_text(choice.outcome, _, "item"),
        *_ways(choice.to, numbers, _),
    )


def _text(text: Text, _: Gettext, kind: str = "text") -> Iterator[Block]:
    """A text, each part with its condition where it has one."""
    for part in text:
        lead = "" if part.when is None else _("If {clause}:").format(clause=clause(part.when, BY_HAND, _))
        yield from _paragraphs(part.text, kind, lead)
        if part.otherwise is not None:
            yield from _paragraphs(part.otherwise, kind, _("Otherwise:"))


def _paragraphs(text: str, kind: str, lead: str) -> Iterator[Block]:
    for n, paragraph in enumerate(paragraphs(text)):
        yield Block(kind, paragraph, lead if n == 0 else "")


def _ways(routes: tuple[Route, ...], numbers: dict[str, int], _: Gettext) -> Iterator[Block]:
    """Where to go on; of several ways the first that holds."""
    for n, route in enumerate(routes):
        goal = numbers[route.scene]
        if route.when is None:
            line = _("Go on at {n}.") if n == 0 else _("Otherwise go on at {n}.")
            yield Block("small", line.format(n=goal))
        else:
            line = _("If {clause}, go on at {n}.")
            yield Block("small", line.format(n=goal, clause=clause(route.when, BY_HAND, _)))


def _changes(choice: Choice, state: Iterable[Variable], _: Gettext) -> list[str]:
    """What to note down after a choice, one line a name."""
    flags = {variable.name for variable in state if variable.is_flag}
    lines = []
    for name, value in choice.set.items():
        if name in flags:
            line = _("Mark {name}.") if value else _("Take the mark off {name}.")
        else:
            line = _("Set {name} to {value}.")
        lines.append(line.format(name=on_paper(name), value=value))
    for name, value in choice.add.items():
        line = _("Add {n} to {name}.") if value >= 0 else _("Take {n} from {name}.")
        lines.append(line.format(name=on_paper(name), n=abs(value)))
    return lines
