"""A case as an outline, good to be read aloud: every scene once, in the order of the story."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from etika_sim import labels
from etika_sim.clauses import clause
from etika_sim.locale import _, ngettext
from etika_sim.model import Choice, Decision, Ending, Passage, Route, Scenario, Scene
from etika_sim.prose import safe_line
from etika_sim.views.page import Block, Gap, Heading, Items, Page, Prose


def outline(scenario: Scenario, order: Collection[str]) -> Page:
    """The scenes of a case, numbered: those of `order` first, then those that no play reaches."""
    lost = [name for name in scenario.scenes if name not in order]
    numbers = {name: n for n, name in enumerate([*order, *lost], 1)}
    blocks: list[Block] = [
        Heading(safe_line(scenario.title), _("the map")),
        Prose((_counted(scenario),)),
        Gap(),
    ]
    for name, n in numbers.items():
        head = f"**{n}. {_called(scenario.scenes[name])}**: {_kind(scenario.scenes[name])}"
        if name in lost:
            head += "; " + _("out of reach")
        blocks += [Prose((f"{head}.",)), *_onward(scenario, scenario.scenes[name], numbers), Gap()]
    return tuple(blocks)


def _counted(scenario: Scenario) -> str:
    kinds = [type(scene) for scene in scenario.scenes.values()]
    decisions, passages, endings = (kinds.count(kind) for kind in (Decision, Passage, Ending))
    counts = (
        ngettext("{n} decision", "{n} decisions", decisions).format(n=decisions),
        ngettext("{n} passage", "{n} passages", passages).format(n=passages),
        ngettext("{n} ending", "{n} endings", endings).format(n=endings),
    )
    told = _("Every scene has a number; choices name the number they lead to.")
    return f"{', '.join(counts)}. {told}"


def _called(scene: Scene) -> str:
    """A scene by its title, and by its id."""
    name = safe_line(scene.id)
    return f"{safe_line(scene.title)} ({name})" if scene.title else name


def _kind(scene: Scene) -> str:
    if isinstance(scene, Ending):
        return _("ending, {quality}").format(quality=labels.quality(scene.quality))
    return _("passage") if isinstance(scene, Passage) else _("decision")


def _onward(scenario: Scenario, scene: Scene, numbers: Mapping[str, int]) -> Page:
    """Where a scene leads: its choices, or how a passage goes on."""
    if isinstance(scene, Passage):
        return (Items((("*", f"{_led(scenario, scene.to, numbers)}."),)),)
    if not isinstance(scene, Decision):
        return ()
    items: list[tuple[str, str]] = []
    told: dict[tuple[Route, ...], str] = {}
    for choice in scene.choices.values():
        where = _led(scenario, choice.to, numbers)
        if len(choice.to) > 1 and choice.to in told:
            where = _("the same ways as {choice}").format(choice=told[choice.to])
        told.setdefault(choice.to, safe_line(choice.id))
        items.append(("*", f"{_choice(choice)}: {where}."))
    return (Items(tuple(items)),)


def _choice(choice: Choice) -> str:
    said = [safe_line(choice.id)]
    if choice.recommended:
        said.append(_("recommended"))
    if choice.red_line:
        said.append(_("red line"))
    if choice.when is not None:
        said.append(_("only if {condition}").format(condition=clause(choice.when)))
    return ", ".join(said)


def _led(scenario: Scenario, routes: Iterable[Route], numbers: Mapping[str, int]) -> str:
    """Where routes lead, one after the other as they are tried."""
    said: list[str] = []
    for route in routes:
        title = scenario.scenes[route.scene].title
        where = str(numbers[route.scene]) + (f" ({safe_line(title)})" if title else "")
        if route.when is not None:
            line = _("if {condition}, to {scene}").format(condition=clause(route.when), scene=where)
        elif said:
            line = _("otherwise to {scene}").format(scene=where)
        else:
            line = _("to {scene}").format(scene=where)
        said.append(line)
    return "; ".join(said)
