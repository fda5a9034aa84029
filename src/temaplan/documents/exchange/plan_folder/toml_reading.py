"""TOML with the line of every key, and with a fault told in words that help."""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from temaplan.documents.exchange.plan_folder.dates import ISO_DATE, why_no_date
from temaplan.documents.exchange.plan_folder.problems import Problems, quoted

_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_KEY = re.compile(r"""\s*\[{0,2}\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*[=.\]]""")
_FAULTS = (
    ("Cannot overwrite", "Nøkkelen står to ganger. Behold den ene."),
    ("Cannot declare", "Tabellen står to ganger. Behold den ene."),
    ("Invalid initial character for a key part", "Her mangler en nøkkel foran likhetstegnet."),
    ("Expected '=' after a key", "Etter nøkkelen mangler et likhetstegn."),
    ("Invalid value", "Verdien er ikke forstått. Tekst må stå i anførselstegn."),
    ("Unterminated string", "En tekst er åpnet med anførselstegn og ikke lukket."),
    ("Illegal character", 'En tekst er ikke lukket på samme linje. Bruk """ for flere linjer.'),
    ("Unescaped '\\\\'", "En omvendt skråstrek må skrives dobbelt: \\\\."),
    ("Unclosed array", "En liste er åpnet med [ og ikke lukket."),
    ("Expected newline", "Linjen har mer enn én verdi. Sett hver nøkkel på sin egen linje."),
)


@dataclass
class Head:
    """The values of a TOML text, and the line on which each key stands in its file."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def read_toml(file: str, text: str, problems: Problems, *, lines_above: int = 0) -> Head | None:
    """Read a TOML text, or note why it cannot be read.

    A date that does not exist stops a TOML parser, so it is noted and the day put
    aside: the rest of the file is read as well, and all faults are told at once.
    """
    while True:
        try:
            return Head(tomllib.loads(text), _lines_of_keys(text, lines_above))
        except RecursionError:
            problems.add(file, 0, "Listene eller tabellene har for mange nivåer inni hverandre.")
            return None
        except ValueError as fault:  # TOMLDecodeError, and an integer of thousands of digits
            line = _line(str(fault), text)
            repaired = _without_bad_date(file, text, line, lines_above, problems)
            if repaired is None:
                problems.add(file, line + lines_above, _sentence(str(fault), text, line))
                return None
            text = repaired


def _line(fault: str, text: str) -> int:
    match = _PLACE.search(fault)
    return int(match[1]) if match and match[1] else text.count("\n") or 1


def _sentence(fault: str, text: str, line: int) -> str:
    for beginning, sentence in _FAULTS:
        if fault.startswith(beginning):
            return sentence
    written = [*text.split("\n"), ""][line - 1].strip()
    return f"Dette er ikke gyldig TOML: {quoted(written)}. Rett linjen."


def _without_bad_date(
    file: str, text: str, line: int, lines_above: int, problems: Problems
) -> str | None:
    rows = text.split("\n")
    for match in ISO_DATE.finditer(rows[line - 1]):
        if why := why_no_date(match[0]):
            problems.add(file, line + lines_above, why)
            row = rows[line - 1]
            rows[line - 1] = f"{row[: match.start()]}2000-01-01{row[match.end() :]}"
            return "\n".join(rows)
    return None


def _lines_of_keys(text: str, lines_above: int) -> dict[str, int]:
    lines: dict[str, int] = {}
    inside = ""  # the quotes of a text over several lines
    for number, row in enumerate(text.split("\n"), start=1 + lines_above):
        if not inside and (match := _KEY.match(row)):
            lines.setdefault(match[1] or match[2] or match[3] or "", number)
        for quotes in ('"""', "'''"):
            if inside in {"", quotes} and row.count(quotes) % 2:
                inside = "" if inside else quotes
    return lines
