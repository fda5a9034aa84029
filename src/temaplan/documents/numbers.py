"""Figures as they are written in Norwegian: decimal comma, thin no-break blanks."""

from decimal import ROUND_HALF_UP, Decimal

THIN = "\u202f"
MINUS = "\u2212"
BEFORE_PERCENT = "\u00a0"


def written(value: float, *, decimals: int = 0, percent: bool = False, sign: bool = False) -> str:
    """Write a figure: «1 234,5», «53,1 %», «+3», «−0,4».

    Halves are rounded away from zero, as people do. What is rounded to zero has no sign.
    """
    exact = Decimal(repr(value)) * (100 if percent else 1)
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    digits = f"{abs(rounded):,f}".replace(",", THIN).replace(".", ",")
    before = "" if not rounded else MINUS if rounded < 0 else "+" if sign else ""
    return before + digits + (f"{BEFORE_PERCENT}%" if percent else "")
