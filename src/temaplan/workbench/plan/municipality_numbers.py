"""A municipality's numbers over time, as lines that people write and as the stored list.

Stored as Statistics Norway's Klass has them: `valid_to` is the first day on which the
number no longer holds. People write the last day on which it did.
"""

import re
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.workbench.plan.dates import NotADate, read_date, written_date

Number = dict[str, str]
_NUMBER = re.compile(r"\d{4}", re.ASCII)
_DAY = timedelta(days=1)


def numbers_of_text(text: str) -> list[Number]:
    """Read «3005; 1. januar 2020; 31. desember 2023», one number a line."""
    lines = enumerate(text.splitlines(), start=1)
    numbers = [_number(line, row) for row, line in lines if line.strip()]
    numbers.sort(key=lambda each: each["valid_from"])
    for earlier, later in pairwise(numbers):
        if earlier.get("valid_to", "9999") > later["valid_from"]:
            raise BadInput(
                _("Nummer %(first)s og %(second)s gjelder samtidig. Rett datoene.")
                % {"first": earlier["number"], "second": later["number"]}
            )
    return numbers


def _number(line: str, row: int) -> Number:
    parts = [part.strip() for part in line.split(";")]
    if len(parts) not in {2, 3}:
        raise BadInput(
            _("Linje %(row)d: skriv nummer, første dag og siste dag med semikolon mellom.")
            % {"row": row}
        )
    if not _NUMBER.fullmatch(parts[0]):
        raise BadInput(
            _(
                "Linje %(row)d: kommunenummeret «%(number)s» har ikke fire siffer. "
                "Begynner det med 0, må nullen være med."
            )
            % {"row": row, "number": parts[0]}
        )
    first = _date(parts[1], row, _("Første dag"))
    number = {"number": parts[0], "valid_from": first.isoformat()}
    if parts[2:] and parts[2]:
        last = _date(parts[2], row, _("Siste dag"))
        if last < first:
            raise BadInput(_("Linje %(row)d: siste dag er før første dag.") % {"row": row})
        number["valid_to"] = (last + _DAY).isoformat()
    return number


def _date(text: str, row: int, what: str) -> date:
    try:
        read = read_date(text, what=what)
    except NotADate as fault:
        sentence = _("Linje %(row)d: %(fault)s") % {"row": row, "fault": fault.message}
        raise BadInput(sentence) from fault
    if read.precision != "day":
        raise BadInput(_("Linje %(row)d: skriv også dagen i måneden.") % {"row": row})
    return read.day


def text_of_numbers(numbers: list[Number]) -> str:
    """Write the stored list as the lines that `numbers_of_text` reads."""
    return "\n".join("; ".join(_parts(each)) for each in numbers)


def _parts(number: Number) -> list[str]:
    parts = [number["number"], written_date(date.fromisoformat(number["valid_from"]))]
    if number.get("valid_to"):
        parts.append(written_date(_last_day(number)))
    return parts


def _last_day(number: Number) -> date:
    return date.fromisoformat(number["valid_to"]) - _DAY


def numbers_in_words(numbers: list[Number]) -> list[str]:
    """Return each number with its years: «3005 (2020–2023)», «3301 (fra 2024)»."""
    return [_in_words(each) for each in numbers]


def _in_words(number: Number) -> str:
    first = date.fromisoformat(number["valid_from"]).year
    if not number.get("valid_to"):
        return _("%(number)s (fra %(year)d)") % {"number": number["number"], "year": first}
    return _("%(number)s (%(first)d–%(last)d)") % {
        "number": number["number"],
        "first": first,
        "last": _last_day(number).year,
    }
