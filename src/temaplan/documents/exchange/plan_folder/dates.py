"""Dates in a folder: ISO only, and a sentence for the day that does not exist."""

import calendar
import re
from datetime import date

MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def why_no_date(text: str) -> str:
    """Return the sentence that says why a text is no date, empty when it is one."""
    match = ISO_DATE.fullmatch(text)
    if match is None:
        return f"«{text}» er ikke en dato. Skriv år, måned og dag slik: 2011-06-07."
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= len(MONTHS):
        return f"Datoen {text} finnes ikke. Året har 12 måneder."
    if year < date.min.year:
        return f"Datoen {text} finnes ikke. Kalenderen begynner med år 1."
    length, name = calendar.monthrange(year, month)[1], MONTHS[month - 1]
    if not 1 <= day <= length:
        return f"{day}. {name} {year} finnes ikke. {name.capitalize()} har {length} dager."
    return ""
