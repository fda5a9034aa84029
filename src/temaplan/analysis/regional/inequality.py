"""How unequal are the regions, and how much of it lies between groups of them?

Formula, with weights w that sum to 1 and the weighted mean μ (equal weights where none are
given): gini = Σ_i Σ_j w_i w_j |x_i − x_j| / 2μ; theil = Σ w x/μ ln(x/μ);
mean_log_deviation = Σ w ln(μ/x); atkinson = 1 − (Σ w √x)² / μ (ε = 0.5);
hoover = ½ Σ w |x/μ − 1|; cv = sample standard deviation / mean, unweighted;
williamson = √(Σ w (x − μ)²) / μ. theil = theil_between + theil_within over the groups.

Source: Theil (1967), Economics and Information Theory; Atkinson (1970), Journal of Economic
Theory 2, 244-263; Hoover (1936), Review of Economic Statistics 18, 162-171; Williamson (1965),
Economic Development and Cultural Change 13(4), 3-84, with the weighted mean in both places.

Edge rules: a region of 0 counts, with 0 ln 0 = 0; mean_log_deviation is null when a value is
0. A region without a figure, or with no weight, is left out of that period. Fewer than two
regions, or a mean of 0, give null. A whole among the regions is refused. Order of the rows
never matters. Figures are scaled by their largest first, so none is too small or too large.

Not for: comparing numbers made with different sets of regions. Large units hide differences
inside them.
"""

from typing import Any, Final

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.long_table import LongTable
from temaplan.analysis.regional.wholes import REGION, refuse_whole_labels

MEASURES: Final = (
    "gini",
    "theil",
    "theil_between",
    "theil_within",
    "mean_log_deviation",
    "atkinson",
    "hoover",
    "cv",
    "williamson",
)
_FEWEST: Final = 2
_NOTHING: Final = 1e-300  # beside the largest weight, which is 1


def inequality(
    data: Any,
    *,
    weight: str | None = None,
    group: str | None = None,
    region: str = "region",
    period: str = "period",
    value: str = "value",
) -> Any:
    """Return measures of inequality between regions for every period.

    `data` has the columns region, period, value (the keywords name them), and those that
    `weight` (population, say) and `group` (county) name. Result columns: period and the
    nine measures, shares of 1 except theil and mean_log_deviation (nats). theil_between
    and theil_within are null without `group`. Raises `BadTable`.
    """
    table = LongTable.read(
        data,
        keys=("region", "period"),
        figures=("value", *(["weight"] if weight else [])),
        labels=["group"] if group else [],
        names={
            "region": region,
            "period": period,
            "value": value,
            "weight": weight or "",
            "group": group or "",
        },
    )
    refuse_whole_labels(table.keys["region"].labels, REGION)
    values = table.figures["value"]
    weights = table.figures.get("weight", np.ones(len(values)))
    groups = table.keys["group"].codes if group else None
    periods = table.keys["period"]
    rows = [
        _measures(values[inside], weights[inside], None if groups is None else groups[inside])
        for inside in (periods.codes == number for number in range(len(periods.labels)))
    ]
    columns: dict[str, FloatArray | Coded] = {"period": Coded(np.arange(len(rows)), periods.labels)}
    for position, name in enumerate(MEASURES):
        columns[name] = np.array([row[position] for row in rows])
    return build(columns, table.backend)


def _measures(values: FloatArray, weights: FloatArray, groups: Any) -> list[float]:
    known = ~np.isnan(values) & ~np.isnan(weights)
    weights = weights / max(weights[known].max(initial=0.0), _NOTHING)
    used = known & (weights > _NOTHING)
    x, w = values[used], weights[used]
    if len(x) < _FEWEST or x.max() == 0:
        return [float("nan")] * len(MEASURES)
    x, w = x / x.max(), w / w.sum()
    mean = float((w * x).sum())
    between, within = (np.nan, np.nan) if groups is None else _decomposed(x, w, groups[used])
    return [
        _gini(x, w, mean),
        _theil(x / mean, w),
        between,
        within,
        _log_deviation(values[used], w, mean),
        float(1 - (w * np.sqrt(x)).sum() ** 2 / mean),
        float((w * np.abs(x / mean - 1)).sum() / 2),
        float(x.std(ddof=1) / x.mean()),
        float(np.sqrt((w * (x - mean) ** 2).sum()) / mean),
    ]


def _gini(x: FloatArray, w: FloatArray, mean: float) -> float:
    """Sort once instead of comparing every pair; equal values may stand in any order."""
    order = np.lexsort((w, x))
    x, w = x[order], w[order]
    below = np.cumsum(w) - w
    return float((w * x * (2 * below + w - 1)).sum() / mean)


def _log_deviation(values: FloatArray, w: FloatArray, mean: float) -> float:
    """Take logarithms of the figures as they came: scaled, the smallest could become 0."""
    if (values == 0).any():
        return float("nan")
    return float((w * (np.log(mean) + np.log(values.max()) - np.log(values))).sum())


def _theil(ratio: FloatArray, w: FloatArray) -> float:
    positive = ratio > 0
    return float((w[positive] * ratio[positive] * np.log(ratio[positive])).sum())


def _decomposed(x: FloatArray, w: FloatArray, groups: Any) -> tuple[float, float]:
    mean = (w * x).sum()
    between = within = 0.0
    for group in np.unique(groups):
        inside = groups == group
        share = w[inside].sum()
        of_group = (w[inside] * x[inside]).sum() / share
        if of_group > 0:
            part = share * of_group / mean
            between += part * np.log(of_group / mean)
            within += part * _theil(x[inside] / of_group, w[inside] / share)
    return float(between), float(within)
