"""SSB 13470: employed persons by place of work and industry group."""

import csv
import io

from temaplan.sources import files, municipalities
from temaplan.sources.catalogue import EMPLOYED
from temaplan.sources.cells import published
from temaplan.sources.statistics import INDUSTRY_COLUMNS, Row, Statistics

COUNTRY = "0"
_BORDERS_OF = 2024
_TELEMARK = "40"


def read(measure: str) -> Statistics:
    """Return the municipalities of Telemark, and the country in the years that it has."""
    groups, country = _country()
    codes = {name: code for code, name in groups.items()}
    numbers = municipalities.codes_by_name(_BORDERS_OF, _TELEMARK)
    rows: list[Row] = []
    for line in csv.DictReader(io.StringIO(files.text(EMPLOYED.files[0]))):
        cell = published(line["value"])
        industry = codes[line["næring (SN2007)"]]
        rows.append((numbers[line["region"]], industry, int(line["år"]), cell.value, cell.state))
    names = {numbers[name]: name for name in dict.fromkeys(numbers)} | {COUNTRY: "Hele landet"}
    return Statistics(
        INDUSTRY_COLUMNS, (*rows, *country), region_names=names, industry_names=groups
    )


def _country() -> tuple[dict[str, str], list[Row]]:
    """Return code → name of the groups, and the country's rows."""
    groups: dict[str, str] = {}
    rows: list[Row] = []
    for line in csv.DictReader(io.StringIO(files.text(EMPLOYED.files[1]))):
        groups[line["naering_kode"]] = line["naering"]
        for year in (2021, 2022):
            cell = published(line[f"sysselsatte_{year}"])
            rows.append((COUNTRY, line["naering_kode"], year, cell.value, cell.state))
    return groups, rows
