"""The area that regions are measured against. It is always named, never implied."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray, unknown
from temaplan.analysis.regional.errors import BadQuestion, BadTable, listed
from temaplan.analysis.regional.frames import Table
from temaplan.analysis.regional.panel import Columns, Panel
from temaplan.analysis.regional.sums import Sums
from temaplan.analysis.regional.totals import Totals, named
from temaplan.analysis.regional.wholes import INDUSTRY, OR_MEASURE_AGAINST, REGION, refuse_wholes

TOTAL: Final = "total"
REST: Final = "rest"


@dataclass(frozen=True, eq=False)
class ReferenceArea:
    """Figures of the reference, with the shape (period, 1 or region, industry or 1).

    `industry` is NaN where the reference has no figure. `incomplete` tells where an
    industry's figure or the whole is a sum that lacks a cell. `region` is the position
    of the region that is the reference, if one of them is.
    """

    industry: FloatArray
    whole: FloatArray
    incomplete: BoolArray
    region: int | None = None


def reference_area(
    panel: Panel, sums: Sums, reference: Any, totals: Totals | None, names: Mapping[str, str]
) -> ReferenceArea:
    """Find the reference: the sum of the regions, the rest of them, one of them, or a table."""
    if not isinstance(reference, str):
        return _of_table(panel, reference, totals, names)
    if reference in (TOTAL, REST):
        refuse_wholes(panel, REGION, OR_MEASURE_AGAINST)
        whole = _of_regions(sums, totals.by_region(panel) if totals else None)
        return whole if reference == TOTAL else _without_each(panel, whole, sums, totals)
    return _of_region(panel, sums, panel.region_index(reference, "reference"), totals)


def _of_regions(sums: Sums, totals: FloatArray | None) -> ReferenceArea:
    wholes = sums.region if totals is None else totals
    gaps = sums.region_incomplete if totals is None else np.isnan(totals)
    return ReferenceArea(
        sums.industry[:, None, :],
        np.nansum(wholes, axis=1)[:, None, None],
        sums.industry_incomplete[:, None, :] | gaps.any(axis=1)[:, None, None],
    )


def _without_each(
    panel: Panel, whole: ReferenceArea, sums: Sums, totals: Totals | None
) -> ReferenceArea:
    own = np.nan_to_num(panel.values)
    own_whole = sums.region if totals is None else np.nan_to_num(totals.by_region(panel))
    return ReferenceArea(
        whole.industry - own,
        whole.whole - own_whole[:, :, None],
        np.broadcast_to(whole.incomplete, panel.shape),
    )


def _of_region(panel: Panel, sums: Sums, region: int, totals: Totals | None) -> ReferenceArea:
    whole, gap = sums.region[:, region], sums.region_incomplete[:, region]
    if totals is not None:
        code = panel.regions[region]
        if code not in totals.regions:
            raise BadQuestion(
                f"totals mangler referansen «{code}». Ta med totaltallene dens under samme kode.",
                code="no_total_for_reference",
            )
        whole = totals.of(code, panel)
        gap = np.zeros_like(gap)
    return ReferenceArea(
        panel.values[:, region : region + 1, :],
        whole[:, None, None],
        np.broadcast_to(gap[:, None, None], (len(panel.periods), 1, len(panel.industries))),
        region,
    )


def _of_table(
    panel: Panel, reference: Any, totals: Totals | None, names: Mapping[str, str]
) -> ReferenceArea:
    other, code = reference_panel(reference, names)
    _refuse_strangers(panel, other)
    figures = aligned(panel, other, other.values[:, 0, :])
    gaps = aligned(panel, other, unknown(other.states[:, 0, :]).astype(float)) != 0
    gaps &= ~np.isnan(figures).all(axis=1, keepdims=True)  # another period: no reference at all
    whole = None if totals is None else _published_whole(panel, totals, code)
    if whole is None:
        refuse_wholes(other, INDUSTRY)
        whole = np.nansum(figures, axis=1)
    else:
        gaps = np.zeros_like(gaps)
    return ReferenceArea(
        figures[:, None, :],
        whole[:, None, None],
        np.broadcast_to(gaps.any(axis=1)[:, None, None], (*gaps.shape[:1], 1, gaps.shape[1])),
    )


def reference_panel(reference: Any, names: Mapping[str, str]) -> tuple[Panel, str | None]:
    """Read a reference table `industry, period, value`, and the code of its region if it has one.

    Column names are those of the main table, or the usual ones.
    """
    if isinstance(reference, Panel):
        return _one_region(reference)
    table = Table.read(reference).refuse_empty()
    used = {key: named(table, names, key) for key in ("industry", "period", "value", "state")}
    region = named(table, names, "region")
    columns = {name: table.columns[name] for name in used.values() if name in table.columns}
    columns[region] = table.columns.get(region, ["reference"] * table.rows)
    lists = {
        name: column if isinstance(column, list) else column.to_list()
        for name, column in columns.items()
    }
    asked = Columns(region=region, industry=used["industry"], period=used["period"])
    asked["value"] = used["value"]
    if used["state"] in columns:
        asked["state"] = used["state"]
    panel, code = _one_region(Panel.from_frame(lists, **asked))
    return panel, code if region in table.columns else None


def _one_region(panel: Panel) -> tuple[Panel, str]:
    if len(panel.regions) > 1:
        raise BadTable(
            f"Referansetabellen har flere regioner: {listed(panel.regions)}. Ta med én.",
            code="many_references",
            column="region",
        )
    return panel, panel.regions[0]


def _refuse_strangers(panel: Panel, other: Panel) -> None:
    strange = sorted(set(other.industries) - set(panel.industries))
    if strange:
        raise BadTable(
            f"Referansen har næringer som tabellen ikke har: {listed(strange)}. Da er de to "
            "helhetene ikke sammenlignbare. Bruk samme næringsinndeling i begge.",
            code="industries_differ",
            column="industry",
        )
    if not {str(period) for period in panel.periods} & {str(period) for period in other.periods}:
        raise BadQuestion(
            f"Referansen gjelder {listed(other.periods)}, tabellen {listed(panel.periods)}. "
            "De må ha minst én periode felles.",
            code="periods_differ",
        )


def aligned(panel: Panel, other: Panel, figures: FloatArray) -> FloatArray:
    """Lay figures (period, industry) of another panel out in the order of this one, by key."""
    result = np.full((len(panel.periods), len(panel.industries)), np.nan)
    position = {industry: number for number, industry in enumerate(panel.industries)}
    columns = [position[industry] for industry in other.industries]
    rows = {str(period): number for number, period in enumerate(panel.periods)}
    for number, period in enumerate(other.periods):
        if str(period) in rows:
            result[rows[str(period)], columns] = figures[number]
    return result


def _published_whole(panel: Panel, totals: Totals, code: str | None) -> FloatArray | None:
    """Find the reference's own total: under its code, or the one code that no region has."""
    if code is not None:
        return totals.of(code, panel) if code in totals.regions else None
    extra = sorted(totals.regions - set(panel.regions))
    if len(extra) > 1:
        raise BadQuestion(
            f"totals har flere koder som tabellen ikke har: {listed(extra)}. Hvilken av dem som er "
            "referansen, sier du med en kolonne «region» i referansetabellen.",
            code="many_references",
        )
    return totals.of(extra[0], panel) if extra else None
