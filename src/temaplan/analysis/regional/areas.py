"""Regions gathered in areas: which municipality lies in which labour-market region or county."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from temaplan.analysis.regional.cells import FloatArray
from temaplan.analysis.regional.columns import codes_of, duplicate_rows, regions_of
from temaplan.analysis.regional.errors import BadQuestion, listed
from temaplan.analysis.regional.frames import Table
from temaplan.analysis.regional.panel import Panel
from temaplan.analysis.regional.totals import named
from temaplan.analysis.regional.wholes import OR_MEASURE_AGAINST, REGION, refuse_whole_labels

AreaCodes = NDArray[np.intp]


def area_codes(panel: Panel, within: Any, names: Mapping[str, str], *, reference: Any) -> AreaCodes:
    """Return the number of the area of each region, read from a table `region, area`.

    Every region must have an area, but for the one that is the reference: it is an area
    of its own. Regions of the table that the panel does not have are let be.
    """
    table = Table.read(within).refuse_empty()
    column = named(table, names, "region")
    regions, areas = regions_of(table, column), codes_of(table, "area")
    if len(regions.labels) < table.rows:
        raise duplicate_rows(table, [column], regions.codes)
    area_of = {
        regions.labels[region]: int(area)
        for region, area in zip(regions.codes, areas.codes, strict=True)
    }
    own = reference if isinstance(reference, str) else None
    if own not in area_of:
        area_of |= {own: len(areas.labels)} if own in panel.regions else {}
    lacking = [region for region in panel.regions if region not in area_of]
    if lacking:
        raise BadQuestion(
            f"within mangler {listed(lacking)}. Gi hver region et område.", code="without_area"
        )
    parts = [region for region in panel.regions if region != own]
    refuse_whole_labels(parts, REGION, OR_MEASURE_AGAINST, panel.seen)
    return np.array([area_of[region] for region in panel.regions], dtype=np.intp)


def sums_by_area(figures: FloatArray, areas: AreaCodes) -> FloatArray:
    """Return for each region (row) the sum over the regions of its area; NaN counts as 0."""
    sums = np.zeros((areas.max() + 1, figures.shape[1]))
    np.add.at(sums, areas, np.nan_to_num(figures))
    return sums[areas]
