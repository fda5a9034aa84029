"""The borders of 2024, kept as arcs: a border between two municipalities is one line."""

from temaplan.documents.charts.geography.outlines import (
    Ring,
    county_of,
    extent_of,
    is_area,
    outlines_of,
)
from temaplan.documents.charts.geography.topology import BORDERS_OF, Topology, topology

__all__ = [
    "BORDERS_OF",
    "Ring",
    "Topology",
    "county_of",
    "extent_of",
    "is_area",
    "outlines_of",
    "topology",
]
