"""Chances and roads worked out the plain way: every play followed, with the decisions it has met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from etika_sim.checks.proof import prove
from etika_sim.model import PRINCIPLES, Decision, Ending, Scenario
from etika_sim.play.compiled import State
from etika_sim.play.engine import Play, choose, has_ended, here, start

Met = frozenset[str]


class Stand(NamedTuple):
    """Where a play stands, and the decisions it has met before."""

    scene: str
    state: State
    met: Met


class Plain:
    """All stands of a case; `after` has every way on, made with the engine itself."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.after: dict[Stand, list[Stand]] = {}
        self.offered: dict[Stand, tuple[str, ...]] = {}
        first = start(scenario)
        self.first = Stand(first.scene, first.state, frozenset())
        waiting = [(self.first, first)]
        while waiting:
            stand, play = waiting.pop()
            if stand not in self.after:
                self.offered[stand] = play.offered
                ways = list(self._ways(stand, play))
                self.after[stand] = [onward for onward, _play in ways]
                waiting += ways

    def _ways(self, stand: Stand, play: Play) -> Iterator[tuple[Stand, Play]]:
        if not has_ended(play):
            for choice in play.offered:
                onward = choose(play, choice)
                yield Stand(onward.scene, onward.state, stand.met | {stand.scene}), onward

    def longest(self) -> int:
        """The most different decisions that some play meets."""
        return max(len(stand.met) for stand, after in self.after.items() if not after)

    def blind(self, times: int) -> tuple[dict[str, float], dict[str, tuple[float, float]], float]:
        """By following the first `times` choices: endings, earned and range a principle, decisions met."""
        endings: dict[str, float] = {}
        sums = {principle.value: [0.0, 0.0] for principle in PRINCIPLES}
        met = 0.0
        going = {self.first: 1.0}
        for _ in range(times):
            onward: dict[Stand, float] = {}
            for stand, chance in going.items():
                scene = self.scenario.scenes[stand.scene]
                if isinstance(scene, Ending):
                    endings[stand.scene] = endings.get(stand.scene, 0) + chance
                    continue
                assert isinstance(scene, Decision)
                if stand.scene not in stand.met:
                    met += chance
                    self._weigh(stand, scene, chance, sums)
                for after in self.after[stand]:
                    onward[after] = onward.get(after, 0) + chance / len(self.after[stand])
            going = onward
            if sum(going.values()) < 1e-12:
                break
        return endings, {name: (pair[0], pair[1]) for name, pair in sums.items()}, met

    def _weigh(self, stand: Stand, scene: Decision, chance: float, sums: dict[str, list[float]]) -> None:
        for n, principle in enumerate(PRINCIPLES):
            points = [scene.choices[choice].scores[n] or 0 for choice in self.offered[stand]]
            mean = sum(points) / len(points)
            sums[principle.value][0] += chance * scene.weight * (mean - min(points))
            sums[principle.value][1] += chance * scene.weight * (max(points) - min(points))


def faultless(scenario: Scenario) -> bool:
    """Whether every play of the case can come to an ending, and none stops short."""
    stops = {"stuck", "unroutable", "endless-loop"}
    if any(finding.rule in stops for finding in prove(scenario).findings):
        return False
    return not isinstance(scenario.scenes[here_at(scenario)], Ending)


def here_at(scenario: Scenario) -> str:
    """The scene where a play begins, passages passed."""
    return here(start(scenario)).id
