"""A text of a shipped case that has no translation.

Whoever plays in English meets Indonesian in the middle of a scene. Cases of one's own need no
translation, and a partial one is fine there. Source: our convention.
"""

from __future__ import annotations

from collections.abc import Iterator

from etika_sim.checks.draft import Draft
from etika_sim.language.diagnostic import Diagnostic


def find(draft: Draft) -> Iterator[Diagnostic]:
    """One finding a text, where it would stand in the translation; or one a language without any."""
    for language in draft.untranslated:
        yield Diagnostic("missing-translation", (), {"reason": "file", "language": language})
    if draft.translation is not None and draft.translation.must_be_whole:
        for path in draft.translation.missing:
            facts = {"key": str(path[-1]), "where": "/".join(map(str, path))}
            yield Diagnostic("missing-translation", path, facts, "key")
