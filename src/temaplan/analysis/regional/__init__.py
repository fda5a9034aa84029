"""Regional economics: how work is spread over regions and industries, and how it changes.

One long table in, one long table of the same kind out; nothing is rounded, printed
or silently repaired. `docs/reference/analyses/` explains each method.
"""

from temaplan.analysis.regional.errors import BadQuestion, BadTable
from temaplan.analysis.regional.growth import growth
from temaplan.analysis.regional.location_quotient import location_quotient
from temaplan.analysis.regional.panel import Panel
from temaplan.analysis.regional.shift_share import shift_share

__all__ = ["BadQuestion", "BadTable", "Panel", "growth", "location_quotient", "shift_share"]
