"""A name under `allow:` that is no warning: it keeps nothing quiet.

It is a warning and no error because no play depends on it: an older program must go on playing a case
that allows a warning which only a newer one gives.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.checks.warnings import PACK_RULES, RULES
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.language.suggest import closest


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a name, at its key."""
    known = (*RULES, *PACK_RULES)
    for name in draft.scenario.allow:
        if name not in known:
            facts = {"name": name, "suggestion": closest(name, known) or ""}
            yield Diagnostic("unknown-rule", ("allow", name), facts, "key")
