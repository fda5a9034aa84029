"""What the title of a political document says about when it belongs."""

import re

from temaplan.workbench.mandate.rules.registering import SourceYears

_PERIOD = re.compile(r"\b(\d{4})\s*[-–—]\s*(\d{4})\b")
_TERTIAL = re.compile(r"\b([123])\.?\s*tertial", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d{2})\b")


def years_in(title: str) -> SourceYears:
    """Read «Økonomiplan 2008–2011» or «1. tertialrapport 2008»; what it does not say is None."""
    if period := _PERIOD.search(title):
        start, end = int(period[1]), int(period[2])
        return SourceYears(period_start=start, period_end=end) if start <= end else SourceYears()
    year, tertial = _YEAR.search(title), _TERTIAL.search(title)
    return SourceYears(
        year=int(year[1]) if year else None, tertial=int(tertial[1]) if tertial else None
    )
