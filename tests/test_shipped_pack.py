"""The shipped cases as a pack: over all of them together nothing but reading tells the best choices."""

from __future__ import annotations

import pytest

from etika_sim.checks.survey import survey
from etika_sim.language.limits import LARGEST
from etika_sim.library.examine import examine
from etika_sim.library.folders import cases_in, shipped
from etika_sim.library.survey import scenarios_of

DAY = "2026-11-24"


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_cue_tells_the_best_choices_of_the_pack(language: str) -> None:
    """None hits more or less often than chance, in the translations as in the originals."""
    cases = cases_in(shipped())
    pack = survey(scenarios_of(examine(cases, LARGEST, DAY))[language], ())

    assert pack.cases == len(cases)
    assert [(cue.name, cue.hits, cue.of, cue.expected) for cue in pack.cues if cue.significant] == []
