"""What each row of a list of actors is: new, in the plan already, or not to be understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.workbench.actor.rules.actors import (
    compact_number,
    number_is_right,
    plain_name,
)
from temaplan.workbench.actor.vocabulary import ACTOR_GROUPS, LEVELS
from temaplan.workbench.plan.terms import Term

# What people call the columns, without case, blanks and points.
COLUMNS = {
    "navn": "name",
    "namn": "name",
    "name": "name",
    "virksomhet": "name",
    "verksemd": "name",
    "organisasjon": "name",
    "kortnavn": "short_name",
    "kortnamn": "short_name",
    "organisasjonsnummer": "org_number",
    "orgnr": "org_number",
    "orgnummer": "org_number",
    "gruppe": "group",
    "nivå": "level",
    "merknad": "note",
    "kommentar": "note",
}
_LONGEST = {"name": 200, "short_name": 40}
NEW, KNOWN, FAULTY = "new", "known", "faulty"


@dataclass(frozen=True)
class Taken:
    """What the plan has: plain names and numbers, each with the name of its actor."""

    names: Mapping[str, str]
    numbers: Mapping[str, str]


@dataclass(frozen=True)
class ImportLine:
    """One row: its number in the file, what became of it, and why."""

    number: int
    state: str
    values: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""

    @property
    def name(self) -> str:
        """What the row calls the actor."""
        return self.values.get("name", "")


def read_lines(rows: Sequence[Sequence[str]], taken: Taken) -> list[ImportLine]:
    """Judge each row under the heading. Rows without anything in them are left out.

    Raises `BadInput` where the heading names no column for the name.
    """
    head, *below = rows
    columns = [_column(cell) for cell in head]
    if "name" not in columns:
        raise BadInput(
            _(
                "Første rad må ha overskriften «Navn». Den kan også ha: Organisasjonsnummer, "
                "Gruppe, Nivå, Kortnavn og Merknad."
            )
        )
    names, numbers = dict(taken.names), dict(taken.numbers)
    lines = []
    for number, row in enumerate(below, start=2):
        if not any(row):
            continue
        line = _line(number, _values(columns, row), Taken(names, numbers))
        if line.state == NEW:
            names[plain_name(line.name)] = line.name
            if line.values["org_number"]:
                numbers[line.values["org_number"]] = line.name
        lines.append(line)
    return lines


def _column(heading: str) -> str:
    return COLUMNS.get("".join(heading.casefold().split()).replace(".", ""), "")


def _values(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    found = dict.fromkeys(("name", "short_name", "org_number", "group", "level", "note"), "")
    for column, cell in zip(columns, row, strict=False):
        if column:
            found[column] = cell
    return found


def _line(number: int, written: dict[str, str], taken: Taken) -> ImportLine:
    values = {**written, "org_number": compact_number(written["org_number"])}
    fault = _fault(values)
    if fault:
        return ImportLine(number, FAULTY, values, fault)
    values["group"] = _code(values["group"], ACTOR_GROUPS) or ""
    values["level"] = _code(values["level"], LEVELS) or ""
    known = taken.numbers.get(values["org_number"]) if values["org_number"] else None
    if known:
        reason = _("«%(name)s» har dette organisasjonsnummeret.") % {"name": known}
        return ImportLine(number, KNOWN, values, reason)
    if plain_name(values["name"]) in taken.names:
        same = taken.names[plain_name(values["name"])]
        return ImportLine(number, KNOWN, values, _("«%(name)s» har dette navnet.") % {"name": same})
    return ImportLine(number, NEW, values)


def _fault(values: Mapping[str, str]) -> str:
    if not values["name"]:
        return _("Raden har ikke noe navn.")
    for column, longest in _LONGEST.items():
        if len(values[column]) > longest:
            return _("«%(text)s» er lengre enn %(longest)d tegn.") % {
                "text": f"{values[column][:30]}…",
                "longest": longest,
            }
    if values["org_number"]:
        verdict = number_is_right(values["org_number"])
        if not verdict.allowed:
            return verdict.reason
    if _code(values["group"], ACTOR_GROUPS) is None:
        return _unknown(values["group"], _("Gruppe"), ACTOR_GROUPS)
    if values["level"] and _code(values["level"], LEVELS) is None:
        return _unknown(values["level"], _("Nivå"), LEVELS)
    return ""


def _unknown(text: str, column: str, terms: Sequence[Term]) -> str:
    known = ", ".join(f"«{term.label}»" for term in terms)
    if not text:
        return _("«%(column)s» mangler. Skriv en av: %(known)s.") % {
            "column": column,
            "known": known,
        }
    return _("«%(text)s» er ikke en kjent verdi for «%(column)s». Skriv en av: %(known)s.") % {
        "text": text,
        "column": column,
        "known": known,
    }


def _code(text: str, terms: Sequence[Term]) -> str | None:
    """Return the code of a term that is written as its code or its label, in either form."""
    wanted = text.casefold()
    return next((term.code for term in terms if wanted in _ways_to_write(term)), None)


def _ways_to_write(term: Term) -> set[str]:
    """Return how a term may stand in a sheet; its writer's form need not be the page's."""
    ways = {term.code}
    for form in ("nb", "nn"):
        with translation.override(form):
            ways.add(str(term.label).casefold())
    return ways
