"""Regional economics: how work is spread over regions and industries, and how it changes.

One long table in, one long table of the same kind out; nothing is rounded, printed
or silently repaired. `docs/reference/analyses/` explains each method.
"""

from temaplan.analysis.regional.backtest import backtest
from temaplan.analysis.regional.business_land_demand import business_land_demand
from temaplan.analysis.regional.commuting import commuting
from temaplan.analysis.regional.commuting_totals import commuting_totals
from temaplan.analysis.regional.complexity import complexity
from temaplan.analysis.regional.concentration import concentration
from temaplan.analysis.regional.economic_base import economic_base
from temaplan.analysis.regional.entry_exit import entry_exit
from temaplan.analysis.regional.errors import BadQuestion, BadTable
from temaplan.analysis.regional.firm_births import firm_births
from temaplan.analysis.regional.growth import growth
from temaplan.analysis.regional.harmonise import harmonise
from temaplan.analysis.regional.huff_shares import huff_shares
from temaplan.analysis.regional.inequality import inequality
from temaplan.analysis.regional.labour_areas import labour_areas
from temaplan.analysis.regional.location_quotient import location_quotient
from temaplan.analysis.regional.outlook import outlook
from temaplan.analysis.regional.panel import Panel
from temaplan.analysis.regional.productivity import productivity
from temaplan.analysis.regional.projection import projection
from temaplan.analysis.regional.regional_multipliers import regional_multipliers
from temaplan.analysis.regional.relatedness import relatedness
from temaplan.analysis.regional.relatedness_density import relatedness_density
from temaplan.analysis.regional.retail_coverage import retail_coverage
from temaplan.analysis.regional.series import series
from temaplan.analysis.regional.shift_share import shift_share
from temaplan.analysis.regional.specialisation import specialisation
from temaplan.analysis.regional.validate import validate

__all__ = [
    "BadQuestion",
    "BadTable",
    "Panel",
    "backtest",
    "business_land_demand",
    "commuting",
    "commuting_totals",
    "complexity",
    "concentration",
    "economic_base",
    "entry_exit",
    "firm_births",
    "growth",
    "harmonise",
    "huff_shares",
    "inequality",
    "labour_areas",
    "location_quotient",
    "outlook",
    "productivity",
    "projection",
    "regional_multipliers",
    "relatedness",
    "relatedness_density",
    "retail_coverage",
    "series",
    "shift_share",
    "specialisation",
    "validate",
]
