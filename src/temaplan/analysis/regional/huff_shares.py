"""Where do people go to shop, when places differ in size and distance?

Formula: p_ij = A_j^α · d_ij^λ / Σ_k A_k^α · d_ik^λ, flow_ij = p_ij · demand_i. α is
`attraction_exponent`, λ `distance_exponent` (below 0).

Source: Huff (1963), Land Economics 39(1), 81-90; Huff (1964), Journal of Marketing 28(3), 34-38.

Edge rules: a place without attraction gets 0. A distance of 0 is refused: no power below 0
of it exists; use the distance inside the place. An origin that lacks a row for a place
cannot go there. An origin for which all places are without attraction has null, and so has
one for which a figure lacks. The demand of an origin must be the same on all its rows.

Not for: forecasting one shop. The exponents are guesses until they are fitted to a survey.
"""

from typing import Any

import numpy as np

from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.frames import build
from temaplan.analysis.regional.long_table import LongTable


def huff_shares(
    places: Any,
    distances: Any,
    *,
    attraction_exponent: float = 1,
    distance_exponent: float = -2,
    place: str = "place",
    attraction: str = "attraction",
    origin: str = "origin",
    distance: str = "distance",
    demand: str = "demand",
) -> Any:
    """Return the share and the flow from every origin to every place.

    places: place, attraction; distances: origin, place, distance, demand (the origin's,
    the same on each of its rows); the keywords name the columns. Result columns: origin,
    place, share (0 to 1, sums to 1 for each origin), flow (in the unit of demand). Raises
    `BadTable` and `BadQuestion`.
    """
    names = {
        "place": place,
        "attraction": attraction,
        "origin": origin,
        "distance": distance,
        "demand": demand,
    }
    where = LongTable.read(places, keys=("place",), figures=("attraction",), names=names)
    ways = LongTable.read(
        distances, keys=("origin", "place"), figures=("distance", "demand"), names=names
    )
    _refuse_unlike_demand(ways)
    _refuse_no_distance(ways, distance_exponent)
    sizes = where.aligned("place", ways.keys["place"].labels, "attraction", "Tabellen over steder")
    away = ways.figures["distance"]
    origins = ways.keys["origin"]
    pull = sizes[ways.keys["place"].codes] ** attraction_exponent * away**distance_exponent
    sums = np.bincount(origins.codes, weights=pull, minlength=len(origins.labels))
    share = pull / np.where(sums > 0, sums, np.nan)[origins.codes]
    return build(
        {
            "origin": origins,
            "place": ways.keys["place"],
            "share": share,
            "flow": share * ways.figures["demand"],
        },
        ways.backend,
    )


def _refuse_unlike_demand(ways: LongTable) -> None:
    """Refuse an origin whose rows tell different demands; rows are sorted by origin."""
    origins, demand = ways.keys["origin"], ways.figures["demand"]
    differs = (np.diff(origins.codes) == 0) & (demand[1:] != demand[:-1])
    differs &= ~(np.isnan(demand[1:]) & np.isnan(demand[:-1]))
    if differs.any():
        at = int(differs.argmax())
        raise BadQuestion(
            f"«{origins.labels[origins.codes[at]]}» har både {demand[at]:g} og {demand[at + 1]:g} "
            "i kolonnen demand. Etterspørselen er opphavets egen og er den samme på alle radene.",
            code="demand_differs",
        )


def _refuse_no_distance(ways: LongTable, exponent: float) -> None:
    none = ways.figures["distance"] <= 0
    if exponent < 0 and none.any():
        row = int(none.argmax())
        way = " til ".join(
            f"«{ways.keys[key].labels[ways.keys[key].codes[row]]}»" for key in ("origin", "place")
        )
        raise BadQuestion(
            f"Avstanden fra {way} er 0. Bruk avstanden innenfor stedet, for eksempel halve bredden "
            "av det.",
            code="zero_distance",
        )
