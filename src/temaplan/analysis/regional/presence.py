"""Which industries a region has: a location quotient at or above a mark.

The reference is the sum of the regions given.

Used by the methods that read a network out of presences. A cell without a figure is
no presence, and shares are over the cells that have one.
"""

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.comparison import above_zero
from temaplan.analysis.regional.errors import BadQuestion


def quotients(values: FloatArray) -> FloatArray:
    """Return location quotients of one period, shape (regions, industries); NaN where unknown."""
    unknown = np.isnan(values)
    known = np.where(unknown, 0.0, values) if unknown.any() else values
    of_industry = known.sum(axis=0)
    whole = above_zero(np.array(of_industry.sum()))
    result: FloatArray = values / above_zero(known.sum(axis=1))[:, None]
    result /= above_zero(of_industry) / whole
    return result


def presences(values: FloatArray, mark: float) -> BoolArray:
    """Return which industries each region has in one period, shape (regions, industries)."""
    if not mark > 0:
        raise BadQuestion(
            f"presence={mark:g} kan ikke brukes: grensen for å ha en næring må være over 0."
        )
    present: BoolArray = quotients(values) >= mark
    return present
