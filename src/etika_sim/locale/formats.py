"""Numbers and dates as a language writes them: percentages, decimals, the names of months."""

from __future__ import annotations

import re
from fractions import Fraction

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}
_DECIMAL_SIGN = {"id": ",", "en": "."}


def percent(value: Fraction) -> int:
    """A number without decimals, half up; a percentage as everybody is shown it."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def share(count: int, n: int) -> int:
    """A part of so many in percent; 0 of none."""
    return percent(Fraction(100 * count, n)) if n else 0


def decimal(value: Fraction, places: int, language: str) -> str:
    """A number with so many decimals, half up, with the sign that the language puts before them."""
    digits = str(percent(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}{_DECIMAL_SIGN[language]}{digits[-places:]}"


def long_date(day: str, language: str) -> str:
    """An ISO date with the name of its month; anything else as it is."""
    found = _DATE.fullmatch(day)
    months = _MONTHS[language].split()
    if found is None or not 1 <= int(found[2]) <= len(months):
        return day
    return f"{int(found[3])} {months[int(found[2]) - 1]} {found[1]}"
