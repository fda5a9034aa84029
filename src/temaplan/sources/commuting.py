"""SSB 11616: employed residents, in-commuters, out-commuters and jobs by municipality."""

import csv
import io
from collections.abc import Iterator

from temaplan.sources import files, municipalities
from temaplan.sources.catalogue import COMMUTING
from temaplan.sources.cells import published
from temaplan.sources.labels import region_label
from temaplan.sources.statistics import COMMUTING_COLUMNS, Row, Statistics

_COUNTY_2021 = "38"
_COUNTS_2021 = (
    "Sysselsatte personer bosatt i regionen",
    "Personer som pendler inn i regionen",
    "Personer som pendler ut av regionen",
    "Sysselsatte personer med arbeidssted i regionen",
)
_COUNTS_2023 = ("bosatt_i_regionen", "pendler_inn", "pendler_ut", "arbeidssted_i_regionen")


def read(measure: str) -> Statistics:
    """Return the counts of both years; the codes are those of the year."""
    rows = (*_of_2021(), *_of_2023())
    names = {str(row[0]): municipalities.name_of(str(row[0])) for row in rows}
    return Statistics(COMMUTING_COLUMNS, rows, region_names=names)


def _of_2021() -> Iterator[Row]:
    codes = municipalities.codes_by_name(2021, _COUNTY_2021)
    text = files.text(COMMUTING.files[0])
    for line in csv.DictReader(io.StringIO(text), delimiter=";"):
        yield (codes[line["Kommune"]], 2021, *_counts(line, _COUNTS_2021))


def _of_2023() -> Iterator[Row]:
    for line in csv.DictReader(io.StringIO(files.text(COMMUTING.files[1]))):
        yield (region_label(line["region"]).code, 2023, *_counts(line, _COUNTS_2023))


def _counts(line: dict[str, str], names: tuple[str, ...]) -> list[float | None]:
    return [published(line[name]).value for name in names]
