"""Read-only, non-blocking list of streams, for shell completion: nothing is changed, mended or waited for."""

from __future__ import annotations

from pathlib import Path

from etika_sim.store import rows
from etika_sim.store.connection import look
from etika_sim.store.trouble import troubles


def names_in(path: Path, prefix: str) -> list[str]:
    """The names of streams that begin so, the one written last at the head. Raises StoreTrouble."""
    with troubles(path):
        db = look(path)
        try:
            return [one.name for one in reversed(rows.streams_of(db)) if one.name.startswith(prefix)]
        finally:
            db.close()
