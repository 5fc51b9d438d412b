"""A translation of texts that have changed since.

Its head names the texts it was made of; when they are no longer those of the case, somebody has to
look whether it still says the same. Source: our convention.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic
from etika_sim.language.translation import HASH_KEY


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a translation, at the line that names its texts."""
    translation = draft.translation
    if translation is None or translation.named == translation.present:
        return
    facts = {"present": translation.present, "reason": "" if translation.named else "unnamed"}
    yield Diagnostic("stale-translation", (HASH_KEY,) if translation.named else (), facts)
