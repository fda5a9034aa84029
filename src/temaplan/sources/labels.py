"""Names of regions and industries as they are published, taken apart."""

import re
from dataclasses import dataclass

_CODED = re.compile(r"(\d+) (.+)")
# A name begins with a capital: «18 år» is an age, «18 Trykking» an industry.
_CODED_INDUSTRY = re.compile(r"(\d{2}(?:-\d{2}|\.\d{1,3})?|[A-U]) ([A-ZÆØÅ].+)")
_VALIDITY = re.compile(r"\s*\((?P<first>\d{4})?\s*[-–−](?P<last>\d{4})?\)$")
_FOOTNOTE = re.compile(r"(?<=[^\W\d])(\d{1,2}|\s?\d{1,2}\))$")


@dataclass(frozen=True)
class RegionLabel:
    """«19 Troms - Romsa (-2019)»: code, name in Norwegian, and the years it was in use."""

    code: str
    name: str
    first_year: int | None = None
    last_year: int | None = None

    def existed_in(self, year: int) -> bool:
        """Tell whether the label says that the region was in use that year."""
        after = self.first_year is None or year >= self.first_year
        return after and (self.last_year is None or year <= self.last_year)


def region_label(text: str) -> RegionLabel:
    """Take a published region label apart; the code is empty where the table has names only."""
    found = _CODED.fullmatch(text.strip())
    code, rest = (found[1], found[2]) if found else ("", text.strip())
    validity = _VALIDITY.search(rest)
    name = norwegian_name(_VALIDITY.sub("", rest))
    if validity is None:
        return RegionLabel(code, name)
    return RegionLabel(code, name, _year(validity["first"]), _year(validity["last"]))


def industry_label(text: str) -> tuple[str, str]:
    """Take «10-33 Industri» apart; a label without a code is its own code."""
    plain = text.strip()
    found = _CODED_INDUSTRY.fullmatch(plain)
    return (found[1], without_footnote(found[2])) if found else (plain, plain)


def norwegian_name(text: str) -> str:
    """Return the Norwegian part of a double name: «Nordland - Nordlánnda» → «Nordland»."""
    return without_footnote(text.partition(" - ")[0])


def without_footnote(text: str) -> str:
    """Take off a footnote's number that is glued to a name: «Industri1» → «Industri»."""
    return _FOOTNOTE.sub("", text.strip())


def _year(text: str | None) -> int | None:
    return int(text) if text else None
