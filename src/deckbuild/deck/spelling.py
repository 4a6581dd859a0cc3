"""Numbers as words on a slide and in messages."""

from __future__ import annotations

from decimal import Decimal


def spelled(value: float, *, grouped: bool = False) -> str:
    """A number with its digits, fifteen at most, and no exponent; `grouped` sets thousands apart.

    >>> spelled(8.0), spelled(1234567.5), spelled(1e-9), spelled(0.3 - 0.1), spelled(1000, grouped=True)
    ('8', '1234567.5', '0.000000001', '0.2', '1,000')
    """
    digits = format(Decimal(f"{value:.15g}"), ",f" if grouped else "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
