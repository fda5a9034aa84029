"""How many jobs in a region bring money in from outside, and how many others hang on each?

Formula: basic jobs B = Σ_i max(0, e_ir·(1 − 1/lq)) = Σ_i max(0, e_ir − e_r·s_i) with
`method="lq"`, s_i the industry's share of the reference; with "minimum"
B = Σ_i max(0, s_ir − m_i)·e_r, m_i the 5th percentile of the industry's share over the regions.
multiplier = e_r / B.

Source: Mayer & Pleeter (1975), Regional Science and Urban Economics 5(3), 343-354 (lq); Ullman &
Dacey (1960), Papers and Proceedings of the Regional Science Association 6, 175-194 (minimum
requirements; the percentile instead of the raw minimum, since one zero makes every job basic).

Edge rules: no basic jobs, or a region with no jobs, has a null multiplier. An industry without
a figure counts as nothing and is said to lack (`incomplete`), and so does one that the
reference lacks (`no_reference`). "minimum" needs 15 regions; a whole among them is not one.

Not for: forecasting. The method takes for granted that the region consumes as the reference
does and trades nothing both ways; take it as a rough picture.
"""

from typing import Any, Final, Literal, Unpack

import numpy as np

from temaplan.analysis.regional.cells import NO_TOTAL, FloatArray, marked
from temaplan.analysis.regional.comparison import Comparison, compare
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.known_sums import known_sum
from temaplan.analysis.regional.panel import Columns, blocks_of, column_names, panel_of
from temaplan.analysis.regional.results import Lazy, notes, region_table
from temaplan.analysis.regional.wholes import REGION, wholes_among

_FEWEST_PEERS: Final = 15
_PERCENTILE: Final = 5


def economic_base(
    data: Any,
    *,
    reference: Any,
    method: Literal["lq", "minimum"] = "lq",
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Return basic jobs and the base multiplier for every region and period.

    Result columns: region, period, basic (in the unit of value), multiplier, note. Raises
    `BadTable` and `BadQuestion`.
    """
    compared = compare(panel_of(data, **columns), reference, None, column_names(columns))
    jobs = compared.whole[:, :, 0]
    basic = np.where(np.isnan(jobs), np.nan, _by_method(compared, method))
    found: dict[str, Lazy] = {
        "basic": basic,
        "multiplier": jobs / np.where(basic > 0, basic, np.nan),
        "note": notes(compared.region_notes | marked(NO_TOTAL, np.isnan(jobs))),
    }
    return region_table(compared.panel, found, as_panel=as_panel)


def _by_method(compared: Comparison, method: str) -> FloatArray:
    if method == "lq":
        return _above(compared, compared.divisors)
    if method != "minimum":
        raise BadQuestion(
            f"method=«{method}» finnes ikke. Velg lq eller minimum.", code="unknown_method"
        )
    regions = compared.panel.regions
    wholes = wholes_among(regions, REGION)
    peers = [place for place, region in enumerate(regions) if region not in wholes]
    if len(peers) < _FEWEST_PEERS:
        raise BadQuestion(
            f"Minstekravmetoden trenger minst {_FEWEST_PEERS} regioner å sammenligne med. "
            f"Tabellen har {len(peers)}. Bruk method=lq.",
            code="too_few_regions",
        )
    shares = np.nan_to_num(compared.shares[:, peers])
    return _above(compared, np.percentile(shares, _PERCENTILE, axis=1, keepdims=True))


def _above(compared: Comparison, shares: FloatArray) -> FloatArray:
    """Sum what each industry has above its expected share of the region."""
    found = np.empty(compared.panel.shape[:2])
    expected = np.broadcast_to(shares, compared.panel.shape)
    for period, rows in blocks_of(compared.panel.shape):
        over = compared.whole[period, rows] * expected[period, rows]
        np.subtract(compared.panel.values[period, rows], over, out=over)
        found[period, rows] = known_sum(np.maximum(over, 0.0, out=over))
    return found
