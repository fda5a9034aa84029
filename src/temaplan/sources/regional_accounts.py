"""SSB 11713: employed and gross product by county and industry."""

import csv
import io
from collections.abc import Iterator

from temaplan.sources import files
from temaplan.sources.catalogue import REGIONAL_ACCOUNTS
from temaplan.sources.cells import GONE, Cell, published
from temaplan.sources.labels import RegionLabel, region_label, without_footnote
from temaplan.sources.statistics import EVERYTHING, INDUSTRY_COLUMNS, Row, Statistics

_COLUMN = {"employed_persons": "sysselsatte_1000", "gross_product": "bruttoprodukt_mill_kr"}
_TOTAL = "Totalt for næringer"
_OF_WHICH = "¬¬"
# The label of Trøndelag does not say that it was made of two counties in 2018; the table
# gives it 0 in the years before.
_FIRST_YEAR = {"50": 2018}


def read(measure: str) -> Statistics:
    """Return the table's lines, its published totals, and the two lines across the others."""
    parts: list[Row] = []
    totals: list[Row] = []
    across: list[Row] = []
    names: dict[str, str] = {}
    for region, industry, year, cell in _cells(_COLUMN[measure]):
        names[region.code] = region.name
        kind = totals if industry == _TOTAL else across if industry.startswith(_OF_WHICH) else parts
        name = EVERYTHING if industry == _TOTAL else industry.removeprefix(_OF_WHICH).strip()
        kind.append((region.code, name, year, cell.value, cell.state))
    industries = {row[1]: row[1] for row in parts}
    return Statistics(
        INDUSTRY_COLUMNS, tuple(parts), tuple(totals), tuple(across), names, industries
    )


def _cells(column: str) -> Iterator[tuple[RegionLabel, str, int, Cell]]:
    text = files.text(REGIONAL_ACCOUNTS.files[0])
    for line in csv.DictReader(io.StringIO(text)):
        region, year = region_label(line["region"]), int(line["aar"])
        cell = published(line[column])
        exists = region.existed_in(year) and year >= _FIRST_YEAR.get(region.code, year)
        yield region, without_footnote(line["naering"]), year, cell if exists else GONE
