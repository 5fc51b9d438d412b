"""QR code of an address as SVG, for phones to scan, drawn black on white."""

from __future__ import annotations

from etika_sim.classroom.sign import QUIET_ZONE, code


def code_of(address: str) -> str:
    """The address as an SVG of a QR code. Raises ValueError for one that is too long to be scanned."""
    made = code(_shortest(address))
    drawn: str = made.svg_inline(border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True)
    return drawn


def _shortest(address: str) -> str:
    """Upper case where it means the same: capitals and digits make a smaller code.

    Scheme and host ignore case, and so do the join words of our own server.
    """
    return address.upper() if address.casefold().startswith("http://") else address
