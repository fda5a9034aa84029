"""How near is a region to rare industries that it does not have, and what would each one open?

Formula: outlook index_r = Σ_i (1−x_ri)·density_ri·pci_i. Outlook gain of an industry that the
region lacks: (1−x_ri)·Σ_j (φ_ij / Σ_k φ_jk)·(1−x_rj)·pci_j. x is presence, φ proximity, density
with the industry itself included, pci from `complexity`.

Source: Hausmann, Hidalgo et al. (2014), The Atlas of Economic Complexity, MIT Press,
technical box 5.4 (complexity outlook index and gain).

Edge rules: an industry that the region has gains 0. An industry without pci (no region has
it) is left out of the sums and has null. Refused where `complexity` is refused.

Not for: a list of what to go for. It knows nothing of land, power or people.
"""

from dataclasses import dataclass
from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.complexity import complexity_of
from temaplan.analysis.regional.panel import Columns, blocks_of
from temaplan.analysis.regional.presence import check_mark, network_of, presences
from temaplan.analysis.regional.relatedness import relatedness_of
from temaplan.analysis.regional.results import cell_table, region_table


@dataclass(frozen=True)
class Outlook:
    """Tables of the same kind as the input."""

    regions: Any  # region, period, outlook_index
    industries: Any  # region, industry, period, outlook_gain


def outlook(
    data: Any, *, presence: float = 1.0, as_panel: bool = False, **columns: Unpack[Columns]
) -> Outlook:
    """Return the outlook index of every region and the gain of every industry.

    Raises `BadTable`, and `BadQuestion` for a period whose network gives no answer.
    """
    mark = check_mark(presence, "presence")
    panel = network_of(data, **columns)
    found = [
        outlook_of(presences(values, mark), period)
        for period, values in zip(panel.periods, panel.values, strict=True)
    ]
    index, gain = (np.stack(each) for each in zip(*found, strict=True))
    return Outlook(
        regions=region_table(panel, {"outlook_index": index}, as_panel=as_panel),
        industries=cell_table(panel, {"outlook_gain": gain}, as_panel=as_panel),
    )


def outlook_of(present: BoolArray, period: object) -> tuple[FloatArray, FloatArray]:
    """Return index (regions) and gain (regions, industries) of one period.

    Both rest on one product: what is lacking, weighed by pci and by how near it is. Summed
    over the industries that a region has, it is the index, since proximity is symmetric.
    """
    pci = complexity_of(present, period).pci
    weights = np.nan_to_num(relatedness_of(present, "proximity"))
    sums = weights.sum(axis=1)
    weights *= np.divide(np.nan_to_num(pci), sums, out=np.zeros_like(sums), where=sums > 0)[:, None]
    gain: FloatArray = (~present).astype(np.float64) @ weights
    index = np.empty(len(present))
    for _, rows in blocks_of((1, *present.shape)):
        index[rows] = (gain[rows] * present[rows]).sum(axis=1)
        gain[rows][present[rows]] = 0.0
    gain[:, np.isnan(pci)] = np.nan
    return index, gain
