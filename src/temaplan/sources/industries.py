"""Industry codes: which codes, and ranges of codes, the standard has."""

import csv
import io
import re
from functools import cache

from temaplan.sources import files
from temaplan.sources.code_lists import INDUSTRIES

_RANGE = re.compile(r"(\d{2})-(\d{2})")
UNSPECIFIED = "00"  # «Uoppgitt», beside the standard


@cache
def names() -> dict[str, str]:
    """Return code → name on all five levels."""
    found: dict[str, str] = {}
    for row in csv.DictReader(io.StringIO(files.text(INDUSTRIES.files[0]))):
        for level in range(1, 6):
            found[row[f"Nace_{level}_nr"]] = row[f"Nace_{level}_navn"]
    return found


def known(code: str) -> bool:
    """Tell whether a code, or both ends of a range such as `10-33`, are in the standard."""
    between = _RANGE.fullmatch(code)
    if between:
        return between[1] < between[2] and known(between[1]) and known(between[2])
    return code == UNSPECIFIED or code in names()
