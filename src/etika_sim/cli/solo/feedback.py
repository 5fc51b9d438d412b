"""Timing of feedback: when the why of a choice is told."""

from __future__ import annotations

from enum import StrEnum


class Feedback(StrEnum):
    """When the why of a choice is told; what happens in the story is always told at once."""

    NOW = "now"
    END = "end"
    NEVER = "never"
