"""One play of a case: at a terminal, or scripted and written out."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from etika_sim.cli.cases import dead_end_as_trouble, playable
from etika_sim.cli.context import Trouble
from etika_sim.cli.solo.feedback import Feedback
from etika_sim.environment import Environment
from etika_sim.locale import _


class Way(NamedTuple):
    """How a case is played; `as_json` is of scripted plays only."""

    seed: str
    feedback: Feedback
    reflect: bool
    guest: bool
    as_json: bool


def play_case(world: Environment, case: str, paths: list[Path] | None, choices: str | None, way: Way) -> int:
    """Play a case; with `choices` (ids, commas between) those, without anybody typing. Raises Trouble."""
    if choices is None and way.as_json:
        raise Trouble(_("--json writes out a scripted play. Name its choices: --choices id,id,…"))
    if choices is None and not world.interactive:
        raise Trouble(_("This is no terminal to play in. Name the choices: --choices id,id,…"))
    loaded = playable(case, paths)
    with dead_end_as_trouble():
        if choices is not None:
            from etika_sim.cli.solo.scripted import play_script  # without the store

            return play_script(world, loaded, choices, way.seed, as_json=way.as_json)
        from etika_sim.cli.solo.player import Player

        with Player(world, guest=way.guest) as player:
            return player.play(loaded, way.seed, way.feedback, reflect=way.reflect)
