"""An address as the dark and light modules of a QR code, for whoever draws them."""

from __future__ import annotations

QUIET_ZONE = 2
"""Modules of white around the code; phones read no code without."""


def matrix(address: str, error: str = "m") -> tuple[tuple[bool, ...], ...]:
    """Row by row, True where it is light, the quiet zone included. Raises ValueError for one too long.

    With `error` "l" it is smaller, and must be seen whole: for a screen near by, not for a wall.
    """
    import segno

    try:
        made = segno.make_qr(address, error=error)
    except segno.DataOverflowError:
        raise ValueError(address) from None
    return tuple(tuple(not dark for dark in row) for row in made.matrix_iter(border=QUIET_ZONE))
