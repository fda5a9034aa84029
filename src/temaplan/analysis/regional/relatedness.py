"""Which industries tend to be found in the same places?

Formula: M says which industries each region has (location quotient against the sum of the
regions ≥ `presence`), C = MᵀM counts the regions that two industries share.
proximity: C_ij / max(C_ii, C_jj), the smaller of the two conditional probabilities.
The others are over co-occurrences with an empty diagonal, s_i the row sum, T the whole sum:
probability c / (½T·(s_i/T · s_j/(T−s_i) + s_j/T · s_i/(T−s_j))), association c·T / (s_i·s_j),
cosine c / √(s_i·s_j), jaccard c / (s_i + s_j − c).

Source: Hidalgo, Klinger, Barabási & Hausmann (2007), Science 317, 482-487 (proximity); van
Eck & Waltman (2009), JASIST 60(8), 1635-1651 (association, cosine, jaccard); Steijn (2021),
Scientometrics 126, 4147-4163 (probability).

Edge rules: an industry that no region has is related to nothing: null in its row and
column. Two industries that never meet have 0. The diagonal of proximity is 1, of the
others null, since an industry does not meet itself.

Not for: shared suppliers or skills as such. Meeting in the same place has many causes.
Compute it on all municipalities, never on a handful.
"""

from typing import Any, Literal, Unpack

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.frames import Coded, Repeated, Stretched, build
from temaplan.analysis.regional.panel import Columns
from temaplan.analysis.regional.presence import check_mark, network_of, presences
from temaplan.analysis.regional.results import Dense

Method = Literal["proximity", "probability", "association", "cosine", "jaccard"]
METHODS = ("proximity", "probability", "association", "cosine", "jaccard")


def relatedness(
    data: Any,
    *,
    method: Method = "proximity",
    presence: float = 1.0,
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Return the relatedness of every pair of industries in every period.

    Result columns: industry, other, period, relatedness; dense, the arrays have the shape
    (period, industry, other). Raises `BadTable` and `BadQuestion`.
    """
    mark = check_mark(presence, "presence")
    panel = network_of(data, **columns)
    related = np.stack([relatedness_of(presences(values, mark), method) for values in panel.values])
    names = panel.industries
    if as_panel:
        return Dense(panel.periods, names, names, {"relatedness": related})
    periods, size = len(panel.periods), len(names)
    one = np.arange(size, dtype=np.int32)
    return build(
        {
            "industry": Repeated(Coded(np.repeat(one, size), names), periods),
            "other": Repeated(Coded(one, names), periods * size),
            "period": Stretched(panel.periods, size * size),
            "relatedness": related.reshape(-1),
        },
        panel.backend,
    )


def relatedness_of(present: BoolArray, method: str) -> FloatArray:
    """Return the relatedness of one period from its presences, shape (industries, industries)."""
    if method not in METHODS:
        raise BadQuestion(
            f"method=«{method}» finnes ikke. Velg mellom {', '.join(METHODS)}.",
            code="unknown_method",
        )
    shared = _shared(present)
    counts = np.diagonal(shared).copy()
    with np.errstate(divide="ignore", invalid="ignore"):
        related = _proximity(shared, counts) if method == "proximity" else _other(shared, method)
    absent = counts == 0
    related[absent, :] = np.nan
    related[:, absent] = np.nan
    return related


def _shared(present: BoolArray) -> FloatArray:
    """Count in single precision: exact up to 16 million regions, and half the work."""
    single = present.astype(np.float32)
    return (single.T @ single).astype(np.float64)


def _proximity(shared: FloatArray, counts: FloatArray) -> FloatArray:
    result: FloatArray = shared / np.maximum(counts[:, None], counts[None, :])
    return result


def _other(shared: FloatArray, method: str) -> FloatArray:
    np.fill_diagonal(shared, 0.0)
    sums = shared.sum(axis=1)
    ours, theirs, total = sums[:, None], sums[None, :], sums.sum()
    if method == "association":
        related = shared * total / (ours * theirs)
    elif method == "cosine":
        related = shared / np.sqrt(ours * theirs)
    elif method == "jaccard":
        related = shared / (ours + theirs - shared)
    else:
        chance = ours / total * theirs / (total - ours) + theirs / total * ours / (total - theirs)
        related = shared / (chance * total / 2)
    # An industry that is alone wherever it is meets nobody: 0 of 0 is no relation.
    result: FloatArray = np.where(shared == 0, 0.0, related)
    np.fill_diagonal(result, np.nan)
    return result
