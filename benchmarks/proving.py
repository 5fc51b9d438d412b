"""How long the exact proof takes where the state is large."""

from __future__ import annotations

from pathlib import Path

import story
from turns import Figure, in_turn, plain_loop, seconds

from etika_sim.checks.proof import prove
from etika_sim.language.builder import build
from etika_sim.language.reader import read

SCENES = 1_000
LIMIT = 0.2


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    """The proof alone, of a case that is read and built beforehand."""
    reading = read(story.write_for_proof(folder / "proof.yaml", SCENES).read_bytes())
    scenario = build(reading.data, "proof", reading.findings)
    assert scenario is not None
    proof = prove(scenario)
    assert not proof.findings
    jobs = {"ours": lambda: seconds(lambda: prove(scenario)), "yardstick": lambda: seconds(plain_loop)}
    medians = in_turn(5 if quick else 15, jobs)
    facts = (medians["ours"], "s", "a million plain turns", medians["yardstick"])
    return [
        Figure(
            f"proof, {SCENES:,} scenes of 2^14 states", *facts, LIMIT, of_ratio=False, note=str(proof.states)
        )
    ]
