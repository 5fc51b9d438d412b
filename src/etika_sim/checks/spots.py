"""A case spot by spot: every scene in every state in which a play can be there, and the ways on.

Where the proof looks at sets of states at once, some questions want them one by one: how likely an
ending is, how long the longest road. A case may have too many spots for that; then nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from etika_sim.checks.graph import components
from etika_sim.model import Scenario
from etika_sim.play.compiled import CompiledRoute, Machine, State, machine
from etika_sim.play.program import DECISION, MoveRow, SceneRow

Ways = tuple[tuple[MoveRow, int], ...]
"""A choice offered, or how a passage goes on, and the spot it leads to."""


class TooMany(Exception):
    """There is more to work out than was allowed."""


class Spots:
    """The spots of a case without faults, numbered from the start (0) in the order of their distance."""

    def __init__(self, scenario: Scenario, most: int) -> None:
        """Raises TooMany if there are more than `most`."""
        compiled = machine(scenario)
        self.program = compiled.program
        self.scenes: list[str] = []
        self.states: list[State] = []
        self.ways: list[Ways] = []
        self._found: dict[tuple[str, State], int] = {}
        self._spot(self.program.start, tuple([variable.start for variable in self.program.variables]))
        while len(self.ways) < len(self.scenes):
            if len(self.scenes) > most:
                raise TooMany
            at = len(self.ways)
            self.ways.append(tuple(self._onward(compiled, self.scenes[at], self.states[at])))

    def _spot(self, scene: str, state: State) -> int:
        spot = self._found.setdefault((scene, state), len(self.scenes))
        if spot == len(self.scenes):
            self.scenes.append(scene)
            self.states.append(state)
        return spot

    def _onward(self, compiled: Machine, scene: str, state: State) -> Iterable[tuple[MoveRow, int]]:
        if scene in compiled.passages:
            (move,) = self.program.scenes[scene].moves
            yield move, self._spot(_taken(compiled.passages[scene], state), state)
            return
        decision = compiled.decisions[scene]
        for name in decision.offered(state):
            row, _offered, change, routes = decision.moves[name]
            after = state if change is None else change(state)
            yield row, self._spot(_taken(routes, after), after)

    def decision(self, spot: int) -> SceneRow | None:
        """The decision that is to be taken there, if there is one."""
        row = self.program.scenes[self.scenes[spot]]
        return row if row.kind == DECISION else None

    @cached_property
    def parts(self) -> list[tuple[list[int], bool]]:
        """The spots in parts, the last of the story first, and whether a part can be walked in a circle.

        Between scenes of one part a play can go to and fro; a part that was left is never met again.
        """
        of_scene: dict[str, list[int]] = {}
        onward: dict[str, dict[str, None]] = {}
        for spot, scene in enumerate(self.scenes):
            of_scene.setdefault(scene, []).append(spot)
            onward.setdefault(scene, {}).update((self.scenes[to], None) for _move, to in self.ways[spot])
        found = []
        for scenes in components(of_scene, lambda scene: onward[scene]):
            circular = len(scenes) > 1 or scenes[0] in onward[scenes[0]]
            found.append(([spot for scene in scenes for spot in of_scene[scene]], circular))
        return found


def _taken(routes: tuple[CompiledRoute, ...], state: State) -> str:
    return next(scene for holds, scene in routes if holds is None or holds(state))
