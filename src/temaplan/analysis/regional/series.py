"""How do the figures themselves run?

The figures of each region and industry as they were published, period by period. Nothing
is computed; what has no row stands as a cell without a figure, so that a line is broken
where a year is missing and never drawn across it.

Source: elementary.

Edge rules: a combination without a row is `missing` unless `absent="zero"`.

Not for: comparing regions of different size (use `location_quotient` or `growth`).
"""

from typing import Any, Unpack

from temaplan.analysis.regional.panel import Columns, panel_of
from temaplan.analysis.regional.results import Lazy, cell_table, states


def series(data: Any, *, as_panel: bool = False, **columns: Unpack[Columns]) -> Any:
    """Return the figures as they are.

    `data` is a long table or a `Panel`. Returns region, industry, period, value (in the
    unit of the figures), state. Raises `BadTable`.
    """
    panel = panel_of(data, **columns)
    found: dict[str, Lazy] = {"value": panel.values, "state": states(panel.states)}
    return cell_table(panel, found, as_panel=as_panel)
