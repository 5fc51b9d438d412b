"""A scripted play: the choices are given beforehand, the whole transcript is written out."""

from __future__ import annotations

from etika_sim.cli.context import Trouble
from etika_sim.environment import Environment, ExitStatus
from etika_sim.library.load import Loaded
from etika_sim.locale import _
from etika_sim.play.engine import NotOffered, NoWay, Play, choose, has_ended, options, start
from etika_sim.views import scene, scorecard
from etika_sim.views.page import Page


def play_script(world: Environment, loaded: Loaded, choices: str, seed: str, *, as_json: bool) -> int:
    """Play the choices; a choice that is not offered, or an end too soon, gives status 1.

    What came before is written out in any case. Raises Trouble, NoWay.
    """
    assert loaded.scenario is not None
    play = start(loaded.scenario, seed)
    pages = [scene.opening(loaded.scenario), scene.arrival(play)]
    trouble: Trouble | NoWay | None = None
    for choice in [name.strip() for name in choices.split(",") if name.strip()]:
        try:
            play, page = _step(loaded, play, choice)
        except NotOffered:
            trouble = Trouble(_not_offered(play, choice), ExitStatus.FINDINGS)
            break
        except NoWay as fault:
            trouble = fault
            break
        pages.append(page)
    if not trouble and not has_ended(play):
        stops = _("The play stops before an ending. Open choices: {names}.").format(names=_names(play))
        trouble = Trouble(stops, ExitStatus.FINDINGS)
    if as_json:
        world.write_json(scorecard.as_data(play))
    else:
        pages += [scorecard.summary(play)] if has_ended(play) else []
        world.show(tuple(block for page in pages for block in page))
    if trouble:
        raise trouble
    return ExitStatus.FINE


def _step(loaded: Loaded, play: Play, choice: str) -> tuple[Play, Page]:
    taken = next((option for option in options(play) if option.id == choice), None)
    after = choose(play, choice)
    assert taken is not None
    laws, channels = loaded.registers.laws, loaded.registers.channels
    return after, (
        *scene.chosen(play, taken),
        *scene.consequence(after, laws, channels),
        *scene.arrival(after),
    )


def _not_offered(play: Play, choice: str) -> str:
    if has_ended(play):
        return _("The play has ended; {name} comes too late.").format(name=choice)
    return _("{name} is not offered at {scene}. Offered: {names}.").format(
        name=choice, scene=play.scene, names=_names(play)
    )


def _names(play: Play) -> str:
    return ", ".join(option.id for option in options(play))
