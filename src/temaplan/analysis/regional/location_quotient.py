"""Is an industry larger here than one would expect?

The location quotient compares an industry's share of the jobs in a region with its
share in a reference area. 1 is as in the reference, 2 twice as much, 0.5 half.

    share s_ir = e_ir / e_r      reference share s_i = N_i / N
    lq = s_ir / s_i              excess = e_ir - e_r * s_i   (in jobs)

e is the figure of industry i in region r, e_r the sum of the region's industries, N_i
and N the same of the reference. `rsca` = (lq - 1) / (lq + 1) lies between -1 and 1.
`z` is the distance from the mean of the regions in population standard deviations, for
each industry and period. The interval is ln lq ± 1.96 * sqrt(1/e_ir - 1/e_r + 1/N_i - 1/N):
it reads the counts as if they came from a process; a register is a census, so it is off
unless asked for.

Source: Florence, P. S. (1939), Report on the Location of Industry, PEP; Isard, W. (1960),
Methods of Regional Analysis, MIT Press, p. 123-126; rsca: Laursen, K. (1998), DRUID
Working Paper 98-30; z: O'Donoghue, D. & Gleave, B. (2004), Regional Studies 38(4),
p. 419-427; interval: Beyene, J. & Moineddin, R. (2005), BMC Medical Research
Methodology 5:32.

Edge rules: a region without jobs has no quotients (`no_total`), an industry that the
reference does not have neither (`no_reference`); no jobs in an industry is 0 exactly.
A cell without a figure has no quotient. The shares of a region with such cells are over
those that have one, and so are the shares of the reference (`incomplete`), unless
`totals` gives published totals. Bounds hold for the quotient that the unpublished
figures would give.

Not for: saying why an industry is large, comparing years when the classification changed,
or very small regions, where one firm decides (look at `excess` and `bounds`).
"""

from typing import Any, Final, Literal, Unpack

import numpy as np

from temaplan.analysis.regional.bounds import ROUNDED_0_3, check_rule, refuse_unrounded, share_range
from temaplan.analysis.regional.cells import NOTE_TEXTS, FloatArray
from temaplan.analysis.regional.comparison import Comparison, above_zero, compare
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.panel import Columns, blocks_of, column_names, panel_of
from temaplan.analysis.regional.results import ByBlock, Lazy, cell_table, states_by_block
from temaplan.analysis.regional.wholes import INDUSTRY, refuse_wholes

Z_95: Final = 1.959963984540054
FEWEST_REGIONS: Final = 10


def location_quotient(
    data: Any,
    *,
    reference: Any,
    totals: Any = None,
    bounds: Literal["rounded-0-3"] | float | None = None,
    interval: Literal["delta"] | None = None,
    symmetric: bool = False,
    standardise: Literal["z"] | None = None,
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Compare each industry's share of each region with its share of the reference.

    `data` is a long table or a `Panel`; `reference` is "total", "rest", a region code or
    a table `industry, period, value`; `totals` a table `region, period, value` with the
    reference under its own code. Returns region, industry, period, value, share (0-1),
    reference_share, lq, excess (in the unit of value), state, note; with `bounds` or
    `interval` also lq_low and lq_high, with `symmetric` rsca, with `standardise` z.
    Raises `BadTable` for a table that cannot be used and `BadQuestion` for a reference
    that it does not have.
    """
    _check_interval(interval, bounds)
    compared = compare(
        panel_of(data, **columns), reference, totals, column_names(columns), takes_totals=True
    )
    table = _quotients(compared)
    if as_panel:
        table["lq"] = compared.quotients
    if bounds is not None:
        table |= _bounds(compared, bounds)
    if interval is not None:
        table |= _interval(compared)
    if symmetric:
        table["rsca"] = lambda: (compared.quotients - 1) / (compared.quotients + 1)
    if standardise is not None:
        table["z"] = _standardised(compared, standardise)
    return cell_table(compared.panel, table, as_panel=as_panel)


def _quotients(compared: Comparison) -> dict[str, Lazy]:
    return {
        "value": ByBlock(lambda period, rows: compared.panel.values[period, rows]),
        "share": ByBlock(compared.shares_of),
        "reference_share": ByBlock(compared.reference_of),
        "lq": ByBlock(compared.quotients_of),
        "excess": ByBlock(compared.excess_of),
        "state": states_by_block(compared.panel),
        "note": ByBlock(compared.notes_of, NOTE_TEXTS, says_nothing=compared.says_nothing),
    }


def _check_interval(interval: str | None, bounds: object) -> None:
    if interval not in (None, "delta"):
        raise BadQuestion(f"interval=«{interval}» finnes ikke. Velg «delta».")
    if interval is not None and bounds is not None:
        raise BadQuestion(
            "bounds og interval fyller de samme kolonnene, men sier ulike ting. Be om én av dem."
        )


def _bounds(compared: Comparison, bounds: object) -> dict[str, Lazy]:
    rule = check_rule(bounds)
    refuse_wholes(compared.panel, INDUSTRY)
    if rule == ROUNDED_0_3:
        refuse_unrounded(compared.panel)
    low, high = np.empty(compared.panel.shape), np.empty(compared.panel.shape)
    for block in blocks_of(compared.panel.shape):
        shares = share_range(compared.panel, rule, compared.totals, block)
        divisors = compared.divisors_of(*block)
        np.divide(shares.low, divisors, out=low[block])
        np.divide(shares.high, divisors, out=high[block])
    return {"lq_low": low, "lq_high": high}


def _interval(compared: Comparison) -> dict[str, Lazy]:
    low, high = np.empty(compared.panel.shape), np.empty(compared.panel.shape)
    industry, whole = (
        np.broadcast_to(1 / above_zero(each), compared.panel.shape)
        for each in (compared.area.industry, compared.area.whole)
    )
    for block in blocks_of(compared.panel.shape):
        variance = 1 / above_zero(compared.panel.values[block]) - 1 / compared.whole[block]
        variance += industry[block] - whole[block]
        # Lines may exceed the published total; then the variance has no meaning.
        width = np.exp(Z_95 * np.sqrt(np.where(variance >= 0, variance, np.nan)))
        quotients = compared.quotients_of(*block)
        np.divide(quotients, width, out=low[block])
        np.multiply(quotients, width, out=high[block])
    return {"lq_low": low, "lq_high": high}


def _standardised(compared: Comparison, standardise: str) -> FloatArray:
    if standardise != "z":
        raise BadQuestion(f"standardise=«{standardise}» finnes ikke. Velg «z».")
    quotients = compared.quotients
    if compared.area.region is not None:  # the whole is not one of the regions it is made of
        quotients = quotients.copy()
        quotients[:, compared.area.region] = np.nan
    with_figures = (~np.isnan(quotients)).any(axis=(0, 2)).sum()
    if with_figures < FEWEST_REGIONS:
        raise BadQuestion(
            f"Standardiserte tall trenger minst {FEWEST_REGIONS} regioner. "
            f"Tabellen har {with_figures}.",
            code="too_few_regions",
        )
    return standard_scores(quotients)


def standard_scores(figures: FloatArray) -> FloatArray:
    """Return distances from the mean over regions in population standard deviations.

    NaN where fewer than `FEWEST_REGIONS` have a figure, or all have the same.
    """
    known = ~np.isnan(figures)
    count = known.sum(axis=1, keepdims=True)
    number = np.where(count >= FEWEST_REGIONS, count, np.nan)
    distance = figures - np.where(known, figures, 0.0).sum(axis=1, keepdims=True) / number
    squares = np.where(known, distance, 0.0) ** 2
    deviation = np.sqrt(squares.sum(axis=1, keepdims=True) / number)
    return distance / above_zero(deviation)
