"""Published totals: figures that are not the sum of the lines, given by region and period."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.columns import duplicate_rows, periods_of, regions_of
from temaplan.analysis.regional.figures import figures_of
from temaplan.analysis.regional.frames import Table
from temaplan.analysis.regional.panel import Panel


@dataclass(frozen=True)
class Totals:
    """Published totals by region code and period (as text)."""

    figures: Mapping[tuple[str, str], float]
    regions: frozenset[str]

    @classmethod
    def read(cls, data: Any, names: Mapping[str, str]) -> "Totals":
        """Read a table `region, period, value`, under the names of the main table or these."""
        table = Table.read(data).refuse_empty()
        region, period, value = (
            named(table, names, usual) for usual in ("region", "period", "value")
        )
        regions, periods = regions_of(table, region), periods_of(table, period)
        flat = regions.codes.astype(np.int64) * len(periods.labels) + periods.codes
        if len(np.unique(flat)) < len(flat):
            raise duplicate_rows(table, [region, period], flat)
        keys = zip(regions.codes.tolist(), periods.codes.tolist(), strict=True)
        figures = figures_of(table, value).tolist()
        return cls(
            {
                (regions.labels[place], str(periods.labels[time])): figure
                for (place, time), figure in zip(keys, figures, strict=True)
            },
            frozenset(regions.labels),
        )

    def by_region(self, panel: Panel) -> FloatArray:
        """Return totals with the shape (period, region); NaN where none is published."""
        return np.column_stack([self.of(region, panel) for region in panel.regions])

    def of(self, region: str, panel: Panel) -> FloatArray:
        """Return the totals of one region by period."""
        return np.array(
            [self.figures.get((region, str(period)), np.nan) for period in panel.periods]
        )


def named(table: Table, names: Mapping[str, str], usual: str) -> str:
    """Return the name of a column in a second table: as in the first table, or the usual one."""
    given = names.get(usual, usual)
    return given if given in table.columns else usual
