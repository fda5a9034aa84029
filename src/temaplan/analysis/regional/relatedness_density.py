"""How much of what an industry is related to does a region already have?

Formula: density_ri = Σ_j x_rj φ_ij / Σ_j φ_ij, where x says which industries the region has
and φ is the relatedness of `relatedness`. With `include_self=False` the industry itself is
left out of both sums.

Source: Hidalgo et al. (2007), Science 317, 482-487; with and without itself: Hidalgo (2021),
Nature Reviews Physics 3, 92-113.

Edge rules: `include_self` is said openly, since packages have changed their minds about it.
An industry that is related to nothing has null.

Not for: ranking industries inside one region by the density alone. A common industry is
close to everything.
"""

from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.panel import Columns
from temaplan.analysis.regional.presence import check_mark, network_of, presences
from temaplan.analysis.regional.relatedness import Method, relatedness_of
from temaplan.analysis.regional.results import cell_table


def relatedness_density(
    data: Any,
    *,
    method: Method = "proximity",
    include_self: bool = True,
    presence: float = 1.0,
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Return the density around every industry in every region and period.

    Result columns: region, industry, period, present (1 or 0), density (0 to 1). Raises
    `BadTable` and `BadQuestion`.
    """
    mark = check_mark(presence, "presence")
    panel = network_of(data, **columns)
    found = np.stack([presences(values, mark) for values in panel.values])
    around = [density_of(each, relatedness_of(each, method), include_self) for each in found]
    columns_out = {"present": found.astype(np.float64), "density": np.stack(around)}
    return cell_table(panel, columns_out, as_panel=as_panel)


def density_of(present: BoolArray, related: FloatArray, include_self: bool) -> FloatArray:
    """Return the density of one period, shape (regions, industries)."""
    weights = np.nan_to_num(related)
    if not include_self:
        np.fill_diagonal(weights, 0.0)
    sums = weights.sum(axis=0)
    # An industry that is related to nothing has no density: 0 of 0.
    density: FloatArray = present.astype(np.float64) @ weights
    density /= np.where(sums > 0, sums, np.nan)
    return density
