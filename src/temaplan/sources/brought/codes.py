"""Codes of regions and industries: whole, known, and in use in the year they stand beside."""

import re

from temaplan.sources import industries, municipalities
from temaplan.sources.brought.problems import Notes
from temaplan.sources.words import gettext_noop as _

_UNKNOWN = "unknown_code"
_MUNICIPALITY = re.compile(r"\d{4}")
_YEAR = re.compile(r"(18|19|20|21)\d{2}")
_SHORT = re.compile(r"\d{3}")
_LOST_ZERO = re.compile(r"\d{3}|[1-9]")  # of a municipality, of a county
_SN2007 = re.compile(r"[A-U]|\d{2}(\.\d{1,3})?|\d{2}-\d{2}")
_HALF_SN2007 = re.compile(r"\d(\.\d{1,3})?")
_AS_DATE = re.compile(r"\d{1,2}[. ]{1,2}(jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\w*", re.I)


def year(text: str, line: int, notes: Notes) -> int | None:
    """Read a year; quarters and dates are refused."""
    plain = text.strip()
    if _YEAR.fullmatch(plain):
        return int(plain)
    notes.add(line, _("«{text}» er ikke et årstall. Skriv fire sifre, som 2011."), text=plain)
    return None


def code(text: str, column: str, line: int, notes: Notes) -> str | None:
    """Read a code or a name; an empty one is refused."""
    plain = " ".join(text.split())
    if not plain:
        told = _("Cellen i kolonnen «{column}» er tom.")
        notes.add(line, told, finding=_UNKNOWN, column=column)
        return None
    return plain


def check_region(region: str, line: int, notes: Notes) -> None:
    """Find the code that lost its first zero on its way through a spreadsheet."""
    if _LOST_ZERO.fullmatch(region):
        notes.add(
            line,
            _(
                "Koden «{code}» har mistet den første nullen: skriv 0{code}. Les kolonnen som "
                "tekst når du åpner filen i et regneark."
            ),
            finding=_UNKNOWN,
            code=region,
        )


def check_industry(industry: str, line: int, notes: Notes) -> None:
    """Find industry codes that a spreadsheet has changed or that the standard does not have."""
    if _HALF_SN2007.fullmatch(industry):
        notes.add(
            line,
            _("Næringskoden «{code}» har mistet den første nullen: skriv 0{code}."),
            finding=_UNKNOWN,
            code=industry,
        )
    elif _AS_DATE.fullmatch(industry):
        notes.add(
            line,
            _("Regnearket har gjort næringskoden om til datoen «{code}». Skriv koden som tekst."),
            finding=_UNKNOWN,
            code=industry,
        )
    elif _SN2007.fullmatch(industry) and not industries.known(industry):
        notes.add(
            line,
            _("Næringskoden «{code}» finnes ikke i SN2007. Se etter en skrivefeil."),
            finding=_UNKNOWN,
            code=industry,
        )


def check_municipality(region: str, line: int, notes: Notes) -> None:
    """Find a municipality's number without its first zero, and nothing else.

    For files whose regions may be called anything.
    """
    if _SHORT.fullmatch(region) and municipalities.known(f"0{region}"):
        check_region(region, line, notes)


def check_year_of_code(
    region: str, period: int, line: int, notes: Notes, *, borders: int | None
) -> None:
    """Find a municipality's code that was not in use in the year that its figures are for.

    `borders` is the year whose codes the whole file uses, where it has been converted.
    """
    if not _MUNICIPALITY.fullmatch(region):
        return
    asked = borders or period
    if not municipalities.known(region):
        told = _("Kommunenummeret {code} finnes ikke.")
        notes.add(line, told, finding=_UNKNOWN, code=region)
    elif municipalities.in_use(region, asked) is None:
        _tell_other_year(region, asked, line, notes)


def _tell_other_year(region: str, asked: int, line: int, notes: Notes) -> None:
    first, last = municipalities.years_of(region)
    name = municipalities.name_of(region)
    if last is not None and last < asked:
        later = municipalities.became(region, from_year=last, to_year=asked)
        notes.add(
            line,
            _(
                "Koden {code} {name} var i bruk til og med {last}, men tallet gjelder {year}. "
                "Da het den {now}."
            ),
            finding=_UNKNOWN,
            judged=True,
            code=region,
            name=name,
            last=last,
            year=asked,
            now=", ".join(f"{each.code} {each.name}" for each in later),
        )
        return
    notes.add(
        line,
        _(
            "Koden {code} {name} er fra {first}, men tallet gjelder {year}. Er alle år regnet om "
            "til nyere grenser, si hvilket år grensene er fra."
        ),
        finding=_UNKNOWN,
        judged=True,
        code=region,
        name=name,
        first=first,
        year=asked,
    )
