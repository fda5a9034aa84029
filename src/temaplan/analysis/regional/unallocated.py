"""«Ikke fordelt»: what lies between the lines of a table and its published total."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np

from temaplan.analysis.regional.cells import MISSING, OBSERVED
from temaplan.analysis.regional.pairs import Pair
from temaplan.analysis.regional.totals import Totals

UNALLOCATED: Final = "ikke fordelt"


def unallocated_of(pair: Pair, totals: Any, names: Mapping[str, str]) -> Pair:
    """Add the rest up to the published totals as a last industry of the pair.

    The lines are those with a figure in both periods, so the rest holds the others too.
    It may be below 0, for published lines need not sum to their total.
    """
    panel = pair.panel
    rest = Totals.read(totals, names).by_region(panel) - np.nansum(panel.values, axis=2)
    rest[:, np.isnan(rest).any(axis=0)] = np.nan
    states = np.where(np.isnan(rest), np.uint8(MISSING), np.uint8(OBSERVED))
    return Pair(
        replace(
            panel,
            industries=(*panel.industries, UNALLOCATED),
            values=np.concatenate([panel.values, rest[:, :, None]], axis=2),
            states=np.concatenate([panel.states, states[:, :, None]], axis=2),
        )
    )
