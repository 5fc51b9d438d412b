"""How much of a phase's time is left."""

from __future__ import annotations

from etika_sim.classroom.shown import SharedView


def left(shown: SharedView, now: float) -> int:
    """Seconds left of the minutes planned for this phase; below 0 when it takes longer."""
    return round(shown["since"] + 60 * shown["minutes"] - now)


def minutes_and_seconds(seconds: int) -> str:
    """`04:05`; with a plus for time over."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes:02}:{rest:02}"
