"""How many jobs in a region bring money in from outside, and how many others hang on each?

Formula: basic jobs B = Σ_i max(0, e_ir·(1 − 1/lq)) with `method="lq"`; with "minimum"
B = Σ_i max(0, s_ir − m_i)·e_r, m_i the 5th percentile of the industry's share over the regions.
multiplier = e_r / B.

Source: Mayer & Pleeter (1975), Regional Science and Urban Economics 5(3), 343-354 (lq); Ullman &
Dacey (1960), Papers and Proceedings of the Regional Science Association 6, 175-194 (minimum
requirements; the percentile instead of the raw minimum, since one zero makes every job basic).

Edge rules: no basic jobs, or a region with no jobs, has a null multiplier. An industry without
a figure counts as nothing and is said to lack (`incomplete`). "minimum" needs 15 regions.

Not for: forecasting. The method takes for granted that the region consumes as the reference
does and trades nothing both ways; take it as a rough picture.
"""

from typing import Any, Literal, Unpack

import numpy as np

from temaplan.analysis.regional.cells import (
    INCOMPLETE,
    NO_TOTAL,
    NOTE_TEXTS,
    FloatArray,
    marked,
    unknown,
)
from temaplan.analysis.regional.comparison import Comparison, compare
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.panel import Columns, column_names, panel_of

_FEWEST_PEERS = 15
_PERCENTILE = 5


def economic_base(
    data: Any,
    *,
    reference: Any,
    method: Literal["lq", "minimum"] = "lq",
    **columns: Unpack[Columns],
) -> Any:
    """Return basic jobs and the base multiplier for every region and period.

    Result columns: region, period, basic (in the unit of value), multiplier, note. Raises
    `BadTable` and `BadQuestion`.
    """
    compared = compare(panel_of(data, **columns), reference, None, column_names(columns))
    panel = compared.panel
    jobs = np.nansum(panel.values, axis=2)
    basic = _by_method(compared, jobs, method)
    none = jobs == 0
    basic = np.where(none, np.nan, basic)
    notes = marked(NO_TOTAL, none) | marked(INCOMPLETE, unknown(panel.states).any(axis=2))
    periods, regions, _ = panel.shape
    return build(
        {
            "region": Coded(np.tile(np.arange(regions), periods), panel.regions),
            "period": Coded(np.repeat(np.arange(periods), regions), panel.periods),
            "basic": basic.reshape(-1),
            "multiplier": np.divide(
                jobs, basic, out=np.full_like(jobs, np.nan), where=np.nan_to_num(basic) > 0
            ).reshape(-1),
            "note": Coded(notes.reshape(-1), NOTE_TEXTS),
        },
        panel.backend,
    )


def _by_method(compared: Comparison, jobs: FloatArray, method: str) -> FloatArray:
    if method == "lq":
        with np.errstate(divide="ignore", invalid="ignore"):
            over = compared.panel.values * (1 - 1 / compared.quotients)
        return np.nansum(np.where(np.isfinite(over) & (over > 0), over, 0.0), axis=2)
    if method != "minimum":
        raise BadQuestion(f"method=«{method}» finnes ikke. Velg lq eller minimum.")
    regions = len(compared.panel.regions)
    if regions < _FEWEST_PEERS:
        raise BadQuestion(
            f"Minstekravmetoden trenger minst {_FEWEST_PEERS} regioner å sammenligne med. "
            f"Tabellen har {regions}. Bruk method=lq.",
            code="too_few_regions",
        )
    shares = np.nan_to_num(compared.shares)
    least = np.percentile(shares, _PERCENTILE, axis=1, keepdims=True)
    kept: FloatArray = np.maximum(shares - least, 0).sum(axis=2) * jobs
    return kept
