"""A law that is known from one secondary source only.

The register says how well an entry is known: read, told by two sources, told by one. What one source
tells may be wrong, and a case makes many people believe it. Source: our convention.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft, cited_laws
from etika_sim.language.diagnostic import Diagnostic

WEAK = "one-source"


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a law, where the case cites it first."""
    for path, law in cited_laws(draft):
        if law.basis == WEAK:
            yield Diagnostic("weak-law", path, {"law": law.id, "source": law.source})
