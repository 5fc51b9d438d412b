"""The limits of what is read."""

from __future__ import annotations

LARGEST = 16 * 1024 * 1024
"""Bytes of a file; `check --max-size` lifts it."""

DEEPEST = 20
"""Levels of YAML inside each other."""

MOST_FINDINGS = 100
"""Findings kept of one file; the rest is counted."""
