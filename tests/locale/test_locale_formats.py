"""Numbers and dates as a language writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from etika_sim.locale.formats import decimal, long_date, percent, share


@pytest.mark.parametrize(
    ("day", "language", "said"),
    [
        ("2026-11-24", "id", "24 November 2026"),
        ("2026-08-01", "id", "1 Agustus 2026"),
        ("2026-08-01", "en", "1 August 2026"),
        ("2026-13-01", "id", "2026-13-01"),
        ("kemarin", "id", "kemarin"),
        ("", "id", ""),
    ],
)
def test_a_date_is_spelled_out_as_far_as_it_is_one(day: str, language: str, said: str) -> None:
    """The month by its name; what is no date stays as it is."""
    assert long_date(day, language) == said


@pytest.mark.parametrize(("value", "said"), [("0", 0), ("12.49", 12), ("12.5", 13), ("99.5", 100)])
def test_a_percentage_is_rounded_half_up(value: str, said: int) -> None:
    """Never half to even: 12.5 is 13, as it is taught at school."""
    assert percent(Fraction(value)) == said


@pytest.mark.parametrize(("count", "n", "said"), [(1, 8, 13), (1, 3, 33), (2, 3, 67), (5, 5, 100), (0, 0, 0)])
def test_a_share_is_a_percentage_of_all(count: int, n: int, said: int) -> None:
    """A part of nothing is none."""
    assert share(count, n) == said


@pytest.mark.parametrize(
    ("value", "places", "language", "said"),
    [
        ("4.25", 1, "id", "4,3"),
        ("4.25", 1, "en", "4.3"),
        ("0.001", 3, "id", "0,001"),
        ("12", 2, "en", "12.00"),
    ],
)
def test_a_decimal_has_the_sign_of_its_language(value: str, places: int, language: str, said: str) -> None:
    """A comma in Indonesian, a point in English; half up."""
    assert decimal(Fraction(value), places, language) == said
