"""Did value added per job grow because industries got better, or because jobs moved?

Formula, with p = value added per job and s = an industry's share of the region's jobs:
ΔP = Σ s₀Δp (within) + Σ p₀Δs (between) + Σ ΔsΔp (cross), P the region's productivity.

Source: Fabricant (1942), Employment in Manufacturing 1899-1939, NBER, appendix; Denison (1962),
The Sources of Economic Growth, in the form without a base-weighted interaction left over.

Edge rules: an industry without jobs in one of the periods has no productivity there; its
change is counted where its jobs went: between, with the productivity it has in the other
period. An industry whose figures are not known in both periods and tables is left out of
the region's total too, so that the parts sum to the change of what is known. Negative value
added is counted as it is; value added where nobody works (rents that owners pay themselves)
has no productivity and is left out.

Not for: years that are not comparable in price. Deflate first.
"""

from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.comparison import above_zero
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.pairs import refuse_different, refuse_turned
from temaplan.analysis.regional.panel import Columns, Panel, panel_of
from temaplan.analysis.regional.results import Dense
from temaplan.analysis.regional.wholes import INDUSTRY, refuse_wholes

COMPONENTS = ("within", "between", "cross")


def productivity(
    value_added: Any,
    employment: Any,
    *,
    base: str | int,
    end: str | int,
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Return the change of value added per job, split by industry and component.

    Both tables have the columns region, industry, period, value, for the same regions and
    industries. Result columns: region, industry, component (within, between, cross), value
    (in the unit of value added per job). Raises `BadTable` and `BadQuestion`.
    """
    added = panel_of(value_added, negative=True, **columns)
    jobs = panel_of(employment, **columns)
    refuse_different(added, jobs, "verdiskaping og sysselsatte", axes=("regions", "industries"))
    refuse_wholes(added, INDUSTRY)
    refuse_turned(added, base, end)
    (p0, s0), (p1, s1) = (_period(added, jobs, base, "base"), _period(added, jobs, end, "end"))
    p0, p1 = _where_there_were_jobs(p0, s0, p1), _where_there_were_jobs(p1, s1, p0)
    known = ~np.isnan(p0 * s0 * p1 * s1)
    parts = np.stack([s0 * (p1 - p0), p0 * (s1 - s0), (s1 - s0) * (p1 - p0)], axis=2)
    parts[~known] = np.nan
    if as_panel:
        dense = {name: parts[None, :, :, at] for at, name in enumerate(COMPONENTS)}
        return Dense((end,), added.regions, added.industries, dense)
    _, regions, industries = added.shape
    one = np.arange(industries)
    return build(
        {
            "region": Coded(np.repeat(np.arange(regions), industries * 3), added.regions),
            "industry": Coded(np.tile(np.repeat(one, 3), regions), added.industries),
            "component": Coded(np.tile(np.arange(3), regions * industries), COMPONENTS),
            "value": parts.reshape(-1),
        },
        added.backend,
    )


def _period(added: Panel, jobs: Panel, period: object, named: str) -> tuple[FloatArray, FloatArray]:
    """Return value added per job and share of jobs, over the industries known in both periods."""
    value = added.values[added.period_index(period, named)]
    count = jobs.values[jobs.period_index(period, named)]
    both = np.isnan(added.values).any(axis=0) | np.isnan(jobs.values).any(axis=0)
    value, count = np.where(both, np.nan, value), np.where(both, np.nan, count)
    whole = np.nansum(count, axis=1, keepdims=True)
    return value / above_zero(count), count / above_zero(whole)


def _where_there_were_jobs(own: FloatArray, share: FloatArray, other: FloatArray) -> FloatArray:
    return np.where(share == 0, other, own)
