"""A case while it is written: what is wrong with it, and the scene just changed as a participant meets it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from etika_sim.authoring.watching import ALONE, Change, Stand, consequences
from etika_sim.checks.validate import Checked
from etika_sim.library.registers import Registers
from etika_sim.locale import _, ngettext
from etika_sim.prose import safe_line
from etika_sim.views import findings, scene
from etika_sim.views.page import Block, Gap, Heading, Page, Prose

MOST_FINDINGS = 5


def found(checked: Iterable[Checked]) -> Page:
    """The first errors of a case and its translations, what would help it most, and how many there are."""
    return findings.report(map(_shortened, checked), every=False)


def _shortened(checked: Checked) -> Checked:
    """With a few of its errors, under the name of its file alone."""
    shown = checked.findings[:MOST_FINDINGS]
    more = checked.more + len(checked.findings) - len(shown)
    return checked._replace(name=re.split(r"[/\\]", checked.name)[-1], findings=shown, more=more)


def head(name: str, at: str) -> Page:
    """The file, and when it was looked at."""
    return Gap(), Heading(safe_line(name), at), Gap()


def stood(stand: Stand, change: Change, registers: Registers) -> Page:
    """The way to a scene, the scene itself, and what the changed choices lead to."""
    blocks: list[Block] = [Prose((way(stand),), "quiet"), Gap(), *scene.arrival(stand.play)]
    for after in consequences(stand.play, change.choices):
        taken = scene.choice_of(after.scenario, after.steps[-1])
        blocks += scene.chosen(stand.play, taken)
        blocks += scene.consequence(after, registers.laws, registers.channels)
    return tuple(blocks)


def way(stand: Stand) -> str:
    """How the play got to the scene."""
    if stand.way == ALONE:
        return _("No play leads here yet; this is how the scene looks if the story begins here.")
    if not stand.play.steps:
        return _("The story begins here.")
    return _("The way here: {way}").format(way=_steps((s.scene, s.choice) for s in stand.play.steps))


def _steps(steps: Iterable[tuple[str, str]]) -> str:
    return " → ".join(safe_line(f"{scene}/{choice}") for scene, choice in steps)


def nothing_there(change: Change) -> Page:
    """The scene cannot be shown, because nothing leads on from it."""
    said = _("The scene {name} cannot be shown yet: nothing leads on from it.").format(name=change.scene)
    return (Prose((said,), "quiet"),)


def line(name: str, at: str, checked: Iterable[Checked], change: Change | None, stand: Stand | None) -> str:
    """One line for a log: the time, the file, how many findings, and the scene with the way to it."""
    count = sum(len(one.findings) + one.more for one in checked)
    parts = [ngettext("{n} error", "{n} errors", count).format(n=count) if count else _("no errors")]
    if change is not None:
        parts.append(_("scene {name}").format(name=change.scene))
    if stand is not None and stand.play.steps:
        parts.append(way(stand))
    return f"{at} {safe_line(name)}: {'; '.join(parts)}"
