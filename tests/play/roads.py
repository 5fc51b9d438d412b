"""Roads through shipped cases, as choice ids."""

from __future__ import annotations

FALLEN = (
    "terima",
    "bawa-pulang",
    "bawa-sendiri",
    "lembur-satu",
    "minta-diam",
    "antrean-dulu",
    "koreksi-saja",
)
"""Amplop di Loket, from the envelope taken to the red line crossed."""
