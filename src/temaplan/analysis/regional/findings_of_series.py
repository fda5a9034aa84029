"""Findings about figures over time and against totals: gaps, breaks, sums, absent regions."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray, unknown
from temaplan.analysis.regional.findings import Found, RowFinder, warning
from temaplan.analysis.regional.panel import Panel
from temaplan.analysis.regional.sums import sums_of
from temaplan.analysis.regional.totals import Totals
from temaplan.analysis.regional.wholes import is_total, wholes_among

# A region whose sum jumps by more than this from one period to the next has rarely grown so.
LARGEST_STEP: Final = 1.25


def gap_findings(panel: Panel, row_of: RowFinder) -> Iterator[Found]:
    """Find years that lack, and periods with cells that have no figure."""
    years = [int(period) for period in panel.periods if str(period).isdigit()]
    if len(years) == len(panel.periods):
        for year in sorted(set(range(min(years), max(years))) - set(years)):
            yield warning("gap", None, f"Året {year} mangler mellom {min(years)} og {max(years)}.")
    empty = unknown(panel.states)
    for time in np.flatnonzero(empty.any(axis=(1, 2))).tolist():
        region, industry = (int(axis[0]) for axis in np.nonzero(empty[time]))
        count = int(empty[time].sum())
        cells = "1 celle" if count == 1 else f"{count} celler"
        told = (
            f"{panel.periods[time]}: {cells} har ikke tall, den første «{panel.regions[region]}», "
            f"«{panel.industries[industry]}». Manglende tall er ikke null."
        )
        yield warning("gap", row_of(region, industry, time), told)


def sum_findings(
    panel: Panel, totals: Any, names: Mapping[str, str], row_of: RowFinder
) -> Iterator[Found]:
    """Find regions whose lines do not sum to the total: the one given, or a line of the table."""
    wholes = wholes_among(panel.industries, "industry")
    lines = [industry not in wholes for industry in panel.industries]
    total = [place for place, label in enumerate(panel.industries) if is_total(label)]
    if totals is not None:
        published, at = Totals.read(totals, names).by_region(panel), None
    elif total and any(lines):
        published, at = panel.values[:, :, total[0]], total[0]
    else:
        return
    parts = panel.values[:, :, lines]
    sums = np.nansum(parts, axis=2)
    gaps = unknown(panel.states[:, :, lines]).sum(axis=2)
    differing = np.abs(sums - published) > 1e-9 * np.maximum(1.0, np.abs(published))
    for time, region in zip(*np.nonzero(differing), strict=True):
        told = _told_sum(panel, time, region, sums[time, region], published[time, region])
        lacking = int(gaps[time, region])
        reason = f" {lacking} av linjene har ikke tall." if lacking else ""
        row = row_of(int(region), at, int(time))
        yield warning("sum_differs", row, told + reason)


def _told_sum(panel: Panel, time: int, region: int, found: float, published: float) -> str:
    return (
        f"«{panel.regions[region]}», {panel.periods[time]}: linjene summerer til {found:.10g}, "
        f"totalen er {published:.10g}."
    )


def time_findings(panel: Panel, row_of: RowFinder) -> Iterator[Found]:
    """Find regions that were not there yet or are gone, and jumps from one period to the next."""
    sums = sums_of(panel)
    for region in range(len(panel.regions)):
        there = sums.region[:, region] > 0
        yield from _absences(panel, region, there, row_of)
        yield from _jumps(panel, region, sums.region[:, region], row_of)


def _absences(panel: Panel, region: int, there: BoolArray, row_of: RowFinder) -> Iterator[Found]:
    if there.all() or not there.any():
        return
    label, periods = panel.regions[region], panel.periods
    first, last = int(there.argmax()), len(there) - int(there[::-1].argmax())
    zero = (panel.values[:, region] == 0).any(axis=1)
    if zero[:first].any():
        told = f"«{label}» har 0 før {periods[first]}: regionen fantes trolig ikke. Bruk harmonise."
        yield warning("not_yet_existing", row_of(region, None, int(zero.argmax())), told)
    if zero[last:].any():
        time = last + int(zero[last:].argmax())
        told = f"«{label}» har 0 etter {periods[last - 1]}: regionen er trolig borte."
        yield warning("not_yet_existing", row_of(region, None, time), told)


def _jumps(panel: Panel, region: int, sums: FloatArray, row_of: RowFinder) -> Iterator[Found]:
    gaps = unknown(panel.states[:, region]).sum(axis=1)
    for before, after in pairwise(range(len(sums))):
        pair = sums[before], sums[after]
        if min(pair) <= 0 or gaps[before] != gaps[after] or max(pair) / min(pair) <= LARGEST_STEP:
            continue
        told = (
            f"«{panel.regions[region]}» går fra {pair[0]:.10g} i {panel.periods[before]} til "
            f"{pair[1]:.10g} i {panel.periods[after]}. Se etter endret grense eller ny definisjon."
        )
        yield warning("break", row_of(region, None, after), told)
