"""The parts of a change, each with the shape (region, industry): formulas of `shift_share`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from temaplan.analysis.regional.areas import AreaCodes, sums_by_area
from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.comparison import above_zero
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.pairs import Pair
from temaplan.analysis.regional.reference import reference_area
from temaplan.analysis.regional.sums import sums_of

Parts = dict[str, FloatArray]


@dataclass(frozen=True, eq=False)
class Surroundings:
    """Growth factors around a pair; arrays can be laid over (region, industry).

    `industry` is g_i, and the factor of the whole where the reference lacked the industry
    at base (`without_reference`); `whole` is G; `mix` is N_i0 / N_0.
    """

    pair: Pair
    industry: FloatArray
    whole: FloatArray
    mix: FloatArray
    without_reference: BoolArray
    incomplete: BoolArray


def surroundings_of(pair: Pair, reference: Any, names: Mapping[str, str]) -> Surroundings:
    """Find how the reference grew, over the cells that have a figure in both periods."""
    area = reference_area(pair.panel, sums_of(pair.panel), reference, None, names)
    figures = np.where(np.isnan(area.industry).any(axis=0), np.nan, area.industry)
    wholes = above_zero(np.nansum(figures, axis=2, keepdims=True))
    if np.isnan(wholes[0]).any() or np.isnan(figures).all(axis=(1, 2)).any():
        raise BadQuestion(
            f"Referansen har ingen tall i både {pair.panel.periods[0]} og "
            f"{pair.panel.periods[1]}. Velg en annen referanse eller andre år.",
            code="no_reference",
        )
    whole = np.nansum(figures[1], axis=1, keepdims=True) / wholes[0]
    factors = figures[1] / above_zero(figures[0])
    return Surroundings(
        pair=pair,
        industry=np.where(np.isnan(factors), whole, factors),
        whole=whole,
        mix=np.nan_to_num(figures[0]) / wholes[0],
        without_reference=np.isnan(factors) & (pair.base > 0),
        incomplete=area.incomplete.any(axis=0),
    )


def classic(around: Surroundings) -> Parts:
    """Return national, mix, competitive, entry and exit parts, in difference form."""
    base, end = around.pair.base, around.pair.end
    entered, left = _turnover(around.pair)
    competitive = end - base * around.industry
    return _known(
        around.pair,
        {
            "national": base * (around.whole - 1),
            "mix": base * (around.industry - around.whole),
            "competitive": np.where(entered | left, 0.0, competitive),
            "entry": np.where(entered, end, 0.0),
            "exit": np.where(left, competitive, 0.0),
        },
    )


def homothetic(around: Surroundings) -> Parts:
    """Split the competitive part by the jobs that the reference's mix would have given."""
    parts = classic(around)
    base = around.pair.base
    expected = np.nansum(base, axis=1, keepdims=True) * around.mix
    # Against 0 for an entry: its parts are 0 already.
    competitive = parts["competitive"] * (expected / np.where(base > 0, base, 1.0))
    allocation = parts["competitive"] - competitive
    return {
        "national": parts["national"],
        "mix": parts["mix"],
        "competitive": competitive,
        "allocation": allocation,
        "entry": parts["entry"],
        "exit": parts["exit"],
    }


def nested(around: Surroundings, areas: AreaCodes) -> Parts:
    """Split the competitive part in that of the area around and that within the area."""
    parts = classic(around)
    pair = around.pair
    base, end = (sums_by_area(figures, areas) for figures in (pair.base, pair.end))
    factor = np.where(base > 0, end / above_zero(base), around.industry)
    entered, left = _turnover(pair)
    outer = np.where(entered | left, 0.0, pair.base * (factor - around.industry))
    split = {"outer_competitive": outer, "inner_competitive": parts["competitive"] - outer}
    return {
        "national": parts["national"],
        "mix": parts["mix"],
        **_known(pair, split),
        "entry": parts["entry"],
        "exit": parts["exit"],
    }


def index(around: Surroundings) -> Parts:
    """Return the two growth factors of each region, with the shape (region, 1)."""
    pair = around.pair
    base, end, expected = (
        np.nansum(figures, axis=1, keepdims=True)
        for figures in (pair.base, pair.end, pair.base * around.industry)
    )
    structural = expected / above_zero(base)
    return {
        "structure_factor": structural / above_zero(around.whole),
        "location_factor": end / above_zero(base) / above_zero(structural),
    }


def _turnover(pair: Pair) -> tuple[BoolArray, BoolArray]:
    entered: BoolArray = (pair.base == 0) & (pair.end > 0)
    left: BoolArray = (pair.base > 0) & (pair.end == 0)
    return entered, left


def _known(pair: Pair, parts: Parts) -> Parts:
    """Let cells without a figure have no parts, and write no zero with a minus.

    The arrays are changed in place: each was made for its part.
    """
    gaps = np.isnan(pair.base)
    for part in parts.values():
        np.add(part, 0.0, out=part)
        if gaps.any():
            part[gaps] = np.nan
    return parts
