"""If an industry sells one krone more, how much does the region's whole output grow?

Formula: SLQ_i = share of industry i here over its share in the nation, CILQ_ij = SLQ_i/SLQ_j,
λ = [log₂(1 + e_r/N)]^δ, FLQ_ij = λ·CILQ_ij for i ≠ j and λ·SLQ_i for i = j, regional coefficients
aᴿ_ij = aᴺ_ij·min(FLQ_ij, 1), multipliers = column sums of (I − Aᴿ)⁻¹.

Source: Flegg & Webber (1997), Regional Studies 31(8), 795-805; Flegg & Tohmo (2013), Regional
Studies 47(5), 703-721, who found δ about 0.25 for 20 Finnish regions.

Edge rules: δ is not known for Norway, so the result is a band over several δ, never one number.
The nation is the sum of the regions given. An industry that the region lacks buys nothing:
its multiplier is null. A region with a cell that is not known has null everywhere, and one
without jobs too. A coefficient without a row is 0: the industry buys nothing there.

Not for: large changes or small regions. Type I only: wages are not spent again.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.long_table import LongTable
from temaplan.analysis.regional.panel import Columns, Panel, column_names, panel_of
from temaplan.analysis.regional.wholes import INDUSTRY, REGION, refuse_wholes


def regional_multipliers(
    national: Any,
    data: Any,
    *,
    delta: Sequence[float] = (0.2, 0.3),
    **columns: Unpack[Columns],
) -> Any:
    """Return output multipliers of every industry in every region, for each δ.

    national: input, industry, coefficient (what `industry` buys from `input` for each krone it
    sells). data: region, industry, period, value (jobs; one period). Result columns: region,
    industry, delta, output_multiplier. Raises `BadTable` and `BadQuestion`.
    """
    panel = panel_of(data, **columns)
    if len(panel.periods) != 1:
        raise BadQuestion(
            f"Velg én periode. Tabellen har {listed(panel.periods)}.", code="many_periods"
        )
    for axis in (REGION, INDUSTRY):
        refuse_wholes(panel, axis)
    _check(delta)
    coefficients = _coefficients(national, panel, column_names(columns))
    jobs = panel.values[0]
    made = np.stack(
        [
            [_of_region(coefficients, jobs, region, each) for each in delta]
            for region in range(len(jobs))
        ]
    )  # (region, delta, industry)
    regions, industries = jobs.shape
    return build(
        {
            "region": Coded(np.repeat(np.arange(regions), industries * len(delta)), panel.regions),
            "industry": Coded(
                np.tile(np.repeat(np.arange(industries), len(delta)), regions), panel.industries
            ),
            "delta": np.tile(np.array(delta, dtype=np.float64), regions * industries),
            "output_multiplier": np.swapaxes(made, 1, 2).reshape(-1),
        },
        panel.backend,
    )


def _of_region(coefficients: FloatArray, jobs: FloatArray, region: int, delta: float) -> FloatArray:
    if np.isnan(jobs).any():
        return np.full(jobs.shape[1], np.nan)
    own, nation = jobs[region], jobs.sum(axis=0)
    multipliers = np.full(len(own), np.nan)
    here = own > 0
    if not here.any():
        return multipliers
    slq = (own[here] / own.sum()) / (nation[here] / nation.sum())
    flq = slq[:, None] / slq[None, :]
    np.fill_diagonal(flq, slq)
    flq *= np.log2(1 + own.sum() / nation.sum()) ** delta
    local = coefficients[np.ix_(here, here)] * np.minimum(flq, 1)
    # Column sums of the inverse: one system of equations instead of the whole inverse.
    multipliers[here] = np.linalg.solve((np.eye(len(slq)) - local).T, np.ones(len(slq)))
    return multipliers


def _check(delta: Sequence[float]) -> None:
    if not len(delta) or not all(0 <= each <= 1 for each in delta):
        raise BadQuestion(
            f"delta={list(delta)} kan ikke brukes. Gi ett eller flere tall fra 0 til 1, for "
            "eksempel 0.2 og 0.3.",
            code="bad_delta",
        )


def _coefficients(national: Any, panel: Panel, names: Mapping[str, str]) -> FloatArray:
    table = LongTable.read(
        national, keys=("input", "industry"), figures=("coefficient",), names=names
    )
    place = {label: at for at, label in enumerate(panel.industries)}
    for key in ("input", "industry"):
        strange = sorted(set(table.keys[key].labels) ^ set(place))
        if strange:
            raise BadQuestion(
                f"Kryssløpet og tabellen har ulike næringer: {listed(strange)} "
                "står bare i den ene.",
                code="industries_differ",
            )
    square = np.zeros((len(place), len(place)))
    rows, columns = (
        np.array([place[label] for label in table.keys[key].labels])[table.keys[key].codes]
        for key in ("input", "industry")
    )
    square[rows, columns] = np.nan_to_num(table.figures["coefficient"])
    if (square.sum(axis=0) >= 1).any():
        raise BadQuestion(
            "En næring kjøper for like mye som den selger eller mer. Koeffisientene er andeler av "
            "produksjonen og summerer til under 1 for hver næring.",
            code="not_productive",
        )
    return square
