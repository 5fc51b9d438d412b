"""An address as the dark and light modules of a QR code, for whoever draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

QUIET_ZONE = 2
"""Modules of white around the code; phones read no code without."""


def code(address: str, error: str = "m") -> QRCode:
    """The code of an address. Raises ValueError for one that is too long to be scanned."""
    import segno

    try:
        return segno.make_qr(address, error=error)
    except segno.DataOverflowError:
        raise ValueError(address) from None


def matrix(address: str, error: str = "m") -> tuple[tuple[bool, ...], ...]:
    """Row by row, True where it is light, the quiet zone included. Raises ValueError for one too long.

    With `error` "l" it is smaller, and must be seen whole: for a screen near by, not for a wall.
    """
    rows = code(address, error).matrix_iter(border=QUIET_ZONE)
    return tuple(tuple(not dark for dark in row) for row in rows)
