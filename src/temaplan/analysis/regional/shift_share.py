"""Why did the number of jobs change: the country, the mix of industries, or the region itself?

Shift-share splits the change of each industry in a region into parts that sum to it:

    national     e0 (G - 1)        as if it had grown like the whole reference
    mix          e0 (g_i - G)      what its industry gained or lost beside the whole
    competitive  e1 - e0 g_i       what the region gained or lost beside the industry

e0 and e1 are the figures at base and end, g_i and G the growth factors of the industry
and of the whole in the reference.

`method="homothetic"` splits the competitive part with the jobs that the region would have
had with the reference's mix, h = e_r0 N_i0 / N_0: competitive = h (e1/e0 - g_i), allocation
= (e0 - h)(e1/e0 - g_i). `method="index"` gives two factors a region instead of jobs:
structure_factor = (sum e0 g_i / e_r0) / G and location_factor = (e_r1/e_r0) / (sum e0 g_i /
e_r0); their product is the region's growth factor over the reference's. `dynamic=True`
does the sum year by year with a new base each year. `within` names an area around each
region and splits the competitive part in outer_competitive = e0 (a_i - g_i), what the area
gained beside the industry, and inner_competitive = e1 - e0 a_i, what the region gained
beside its area; a_i is the growth factor of the area's regions together.

Source: Dunn, E. S. (1960), Papers and Proceedings of the Regional Science Association 6,
p. 97-112; dynamic: Barff, R. A. & Knight, P. L. (1988), Growth and Change 19(2), p. 1-10;
homothetic: Esteban-Marquillas, J. M. (1972), Regional and Urban Economics 2(3), p. 249-261;
index: Gerfin, H. (1964), Kyklos 17(4), p. 565-593, in the form of the R package REAT.

Edge rules: an industry without jobs at base has all its end value as `entry`; one that is gone
at the end has `exit` = -e0 g_i beside its national and mix parts. An industry that the
reference lacked at base has no mix part (`no_reference`). Cells without a figure in one of
the periods have no parts, and count in no sum of the region or the reference (`incomplete`).
With `totals` the rest of the change up to published totals is the component `unallocated`
of the industry «ikke fordelt». A missing year is refused when `dynamic`.

Not for: causes. The competitive part holds everything that the other two do not, also
single firms, borders and errors; a fine classification moves jobs from it to the mix.
"""

from collections.abc import Mapping
from typing import Any, Final, Literal, Unpack

import numpy as np

from temaplan.analysis.regional.areas import AreaCodes, area_codes
from temaplan.analysis.regional.cells import (
    ENTRY,
    EXIT,
    INCOMPLETE,
    NO_REFERENCE,
    NO_TOTAL,
    ByteArray,
    marked,
)
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.pairs import Pair, pair_of, yearly_pairs
from temaplan.analysis.regional.panel import Columns, column_names, panel_of
from temaplan.analysis.regional.shift_share_parts import (
    Surroundings,
    classic,
    homothetic,
    index,
    nested,
    surroundings_of,
)
from temaplan.analysis.regional.shift_share_tables import Split, dense_parts, long_parts
from temaplan.analysis.regional.unallocated import unallocated_of
from temaplan.analysis.regional.wholes import INDUSTRY, OR_GIVE_TOTALS, refuse_wholes

Method = Literal["classic", "homothetic", "index"]
METHODS: Final = {"classic": classic, "homothetic": homothetic, "index": index}


def shift_share(
    data: Any,
    *,
    base: str | int,
    end: str | int,
    reference: Any,
    method: Method = "classic",
    dynamic: bool = False,
    within: Any = None,
    totals: Any = None,
    as_panel: bool = False,
    **columns: Unpack[Columns],
) -> Any:
    """Split the change from base to end in parts that sum to it.

    `data` is a long table or a `Panel`; `reference` is "total", "rest", a region code or a
    table `industry, period, value`; `within` a table `region, area`; `totals` a table
    `region, period, value`. Returns region, industry, (period with `dynamic`,) component,
    value (in the unit of the figures; a factor for `method="index"`, whose industry is
    null), note. Raises `BadTable` and `BadQuestion`.
    """
    _check(method, dynamic, within, totals)
    panel, names = panel_of(data, **columns), column_names(columns)
    refuse_wholes(panel, INDUSTRY, OR_GIVE_TOTALS)
    pairs = yearly_pairs(panel, base, end) if dynamic else [pair_of(panel, base, end)]
    areas = None if within is None else area_codes(panel, within, names, reference=reference)
    asked = {
        "reference": reference,
        "names": names,
        "method": method,
        "areas": areas,
        "totals": totals,
    }
    splits = [_split(pair, **asked) for pair in pairs]
    if as_panel:
        return dense_parts(panel, splits)
    return long_parts(panel, splits, with_period=dynamic)


def _check(method: str, dynamic: bool, within: Any, totals: Any) -> None:
    if method not in METHODS:
        raise BadQuestion(f"method=«{method}» finnes ikke. Velg mellom {', '.join(METHODS)}.")
    if within is not None and method != "classic":
        raise BadQuestion(f"within deler den klassiske metoden, ikke «{method}».")
    if method == "index" and (dynamic or totals is not None):
        raise BadQuestion(
            "method=«index» gir faktorer, som verken kan summeres over år (dynamic) eller opp til "
            "en total (totals)."
        )


def _split(
    pair: Pair,
    *,
    reference: Any,
    names: Mapping[str, str],
    method: str,
    areas: AreaCodes | None,
    totals: Any,
) -> Split:
    around = surroundings_of(pair, reference, names)
    parts = METHODS[method](around) if areas is None else nested(around, areas)
    bits = _region_notes(around) if method == "index" else _cell_notes(around)
    rest = None
    if totals is not None:
        whole = unallocated_of(pair, totals, names)
        rest = whole.end[:, -1] - whole.base[:, -1]
    return Split(pair.panel.periods[1], parts, bits, rest)


def _cell_notes(around: Surroundings) -> ByteArray:
    pair = around.pair
    bits = pair.notes | marked(INCOMPLETE, around.incomplete)
    bits |= marked(ENTRY, (pair.base == 0) & (pair.end > 0))
    bits |= marked(EXIT, (pair.base > 0) & (pair.end == 0))
    return bits | marked(NO_REFERENCE, around.without_reference)


def _region_notes(around: Surroundings) -> ByteArray:
    empty = np.nansum(around.pair.base, axis=1) == 0
    gaps = (around.pair.notes > 0).any(axis=1) | around.incomplete.any(axis=1)
    without = around.without_reference.any(axis=1)
    bits = marked(NO_TOTAL, empty) | marked(INCOMPLETE, gaps) | marked(NO_REFERENCE, without)
    return bits[:, None]
