"""Which industries a region has: a location quotient at or above a mark.

The reference is the sum of the regions given.

Used by the methods that read a network out of presences. A cell without a figure is
no presence, and shares are over the cells that have one.
"""

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.errors import BadQuestion


def quotients(values: FloatArray) -> FloatArray:
    """Return location quotients of one period, shape (regions, industries); NaN where unknown."""
    known = np.nan_to_num(values)
    of_region = known.sum(axis=1, keepdims=True)
    of_industry = known.sum(axis=0, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        result: FloatArray = (values / of_region) / (of_industry / of_industry.sum())
    return result


def presences(values: FloatArray, mark: float) -> BoolArray:
    """Return which industries each region has in one period, shape (regions, industries)."""
    if not mark > 0:
        raise BadQuestion(
            f"presence={mark:g} kan ikke brukes: grensen for å ha en næring må være over 0."
        )
    with np.errstate(invalid="ignore"):
        present: BoolArray = quotients(values) >= mark
    return present
