"""Where do people go to shop, when places differ in size and distance?

Formula: p_ij = A_j^α · d_ij^λ / Σ_k A_k^α · d_ik^λ, flow_ij = p_ij · demand_i. α is
`attraction_exponent`, λ `distance_exponent` (below 0).

Source: Huff (1963), Land Economics 39(1), 81-90; Huff (1964), Journal of Marketing 28(3), 34-38.

Edge rules: a place without attraction gets 0. A distance of 0 is refused: no power below 0
of it exists; use the distance inside the place. An origin that lacks a row for a place
cannot go there.

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
) -> Any:
    """Return the share and the flow from every origin to every place.

    places: place, attraction; distances: origin, place, distance, demand (the origin's,
    the same on each of its rows). Result columns: origin, place, share (0 to 1, sums to 1
    for each origin), flow (in the unit of demand). Raises `BadTable` and `BadQuestion`.
    """
    where = LongTable.read(places, keys=("place",), figures=("attraction",))
    ways = LongTable.read(distances, keys=("origin", "place"), figures=("distance", "demand"))
    labels = ways.keys["place"].labels
    attraction = where.aligned("place", labels, "attraction", "Tabellen over steder")
    distance = ways.figures["distance"]
    if distance_exponent < 0 and (distance <= 0).any():
        raise BadQuestion(
            "En avstand er 0. Bruk avstanden innenfor stedet, for eksempel halve bredden av det.",
            code="zero_distance",
        )
    pull = attraction[ways.keys["place"].codes] ** attraction_exponent * distance**distance_exponent
    origins = ways.keys["origin"]
    sums = np.bincount(origins.codes, weights=pull, minlength=len(origins.labels))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = pull / sums[origins.codes]
    return build(
        {
            "origin": origins,
            "place": ways.keys["place"],
            "share": share,
            "flow": share * ways.figures["demand"],
        },
        ways.backend,
    )
