"""`analyse`: one method of the library on a file. Needs nothing but the bare installation."""

import sys
from argparse import SUPPRESS, ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from temaplan.analysis.catalogue import ANALYSES, ANALYSIS
from temaplan.analysis.descriptor import Analysis, Option
from temaplan.cli.language import gettext as _
from temaplan.cli.tables.reading import read_table
from temaplan.cli.tables.writing import TEXTS, write_parquet
from temaplan.errors import BadInput

NAME = "analyse"
HELP = "Kjør én metode i analysebiblioteket på en fil med tall."
FORMATS = (*TEXTS, "parquet")
_TABLE_KINDS = frozenset({"table", "reference"})


def add_arguments(parser: ArgumentParser) -> None:
    """Ask for the method, the file, and every keyword that some method has."""
    add = parser.add_argument
    add("analysis", nargs="?", metavar=_("METODE"), help=_("for eksempel location-quotient"))
    add("--list", action="store_true", help=_("skriv metodene, én på hver linje"))
    add("--input", type=Path, metavar=_("FIL"), help=_("tabellen: CSV, Parquet eller kept:13470"))
    add("--format", choices=FORMATS, default="csv", help=_("hvordan svaret skrives"))
    add("--table", metavar=_("NAVN"), help=_("hvilken tabell, når metoden gir flere"))
    group = parser.add_argument_group(_("valg for metodene"))
    for option in _every_option():
        _add_option(group, option)
    parser.set_defaults(refuse=parser.error)


def run(args: Namespace) -> int:
    """Print the result."""
    if args.list:
        for analysis in ANALYSES:
            print(f"{_spelled(analysis.code)}\t{_(analysis.name)}: {_(analysis.question)}")
        return 0
    analysis = _asked_analysis(args)
    if args.input is None:
        args.refuse(_("Si hvilken fil som skal analyseres med --input."))
    keywords = _keywords(analysis, args)
    names = {name: value for name, value in keywords.items() if isinstance(value, str)}
    data = read_table(args.input, analysis.columns, names)
    answer = analysis.function(data, **_with_tables(analysis, keywords, names))
    _write(_chosen(analysis, answer, args), args)
    return 0


def _spelled(name: str) -> str:
    return name.replace("_", "-")


def _every_option() -> list[Option]:
    """Return each option once, in the order of the catalogue, with the choices of all methods."""
    found: dict[str, Option] = {}
    for option in (option for analysis in ANALYSES for option in analysis.options):
        before = found.setdefault(option.name, option)
        choices = tuple(dict.fromkeys((*before.choices, *option.choices)))
        found[option.name] = replace(before, choices=choices)
    return list(found.values())


def _add_option(group: Any, option: Option) -> None:
    spelled = f"--{_spelled(option.name)}"
    if option.kind == "flag":
        group.add_argument(spelled, action=BooleanOptionalAction, default=None, help=_(option.help))
        return
    group.add_argument(spelled, metavar=_metavar(option), help=_(option.help))
    if "_" in option.name:  # as the function spells it
        group.add_argument(f"--{option.name}", dest=option.name, default=SUPPRESS, help=SUPPRESS)


def _metavar(option: Option) -> str:
    if option.kind == "table":
        return _("FIL")
    return "|".join(option.choices) if len(option.choices) > 1 else _("VERDI")


def _asked_analysis(args: Namespace) -> Analysis:
    if args.analysis is None:
        args.refuse(_("Si hvilken metode. Se dem med «temaplan analyse --list»."))
    code = args.analysis.replace("-", "_")
    if code not in ANALYSIS:
        close = get_close_matches(code, ANALYSIS, n=1)
        hint = _(" Mente du {name}?").format(name=_spelled(close[0])) if close else ""
        raise BadInput(
            _("Metoden «{name}» finnes ikke.{hint} Se alle med «temaplan analyse --list».").format(
                name=args.analysis, hint=hint
            )
        )
    return ANALYSIS[code]


def _keywords(analysis: Analysis, args: Namespace) -> dict[str, Any]:
    """Return the keywords that were given, each as the kind of value that the method takes."""
    given = {
        option.name: getattr(args, option.name)
        for option in _every_option()
        if getattr(args, option.name) is not None
    }
    for name in given:
        if analysis.option(name) is None:
            args.refuse(
                _("{method} tar ikke --{option}.").format(
                    method=_spelled(analysis.code), option=_spelled(name)
                )
            )
    for option in analysis.options:
        if option.required and option.name not in given:
            args.refuse(
                _("{method} trenger --{option}: {help}.").format(
                    method=_spelled(analysis.code),
                    option=_spelled(option.name),
                    help=_(option.help),
                )
            )
    return {name: _value(analysis, name, text, args) for name, text in given.items()}


def _value(analysis: Analysis, name: str, text: Any, args: Namespace) -> Any:
    option = analysis.option(name)
    assert option is not None  # checked above
    if text in option.choices or option.kind in ("flag", "text", *_TABLE_KINDS):
        return text
    try:
        return _number(option, text)
    except ValueError:
        wanted = ", ".join((*option.choices, *[_("et tall")] * (option.kind != "choice")))
        args.refuse(
            _("--{option} kan ikke være «{value}». Det skal være {wanted}.").format(
                option=_spelled(name), value=text, wanted=wanted
            )
        )


def _number(option: Option, text: str) -> Any:
    match option.kind:
        case "integer":
            return int(text)
        case "number":
            return float(text)
        case "numbers":
            numbers = [float(part) for part in text.split(",")]
            whole = all(number.is_integer() for number in numbers)
            return [int(number) for number in numbers] if whole else numbers
    raise ValueError(text)


def _with_tables(
    analysis: Analysis, keywords: Mapping[str, Any], names: Mapping[str, str]
) -> dict[str, Any]:
    """Read the files among the keywords."""
    read = dict(keywords)
    for option in analysis.options:
        text = keywords.get(option.name)
        is_file = option.kind == "table" and text != option.default
        if option.kind == "reference" and text is not None:
            is_file = text.endswith((".csv", ".parquet")) or Path(text).is_file()
        if text is not None and is_file:
            read[option.name] = read_table(Path(text), option.columns, names)
    return read


def _chosen(analysis: Analysis, answer: Any, args: Namespace) -> Mapping[str, Any]:
    results = analysis.results(answer)
    name = args.table or next(iter(results))
    if name not in results:
        raise BadInput(
            _("{method} gir ikke tabellen «{name}». Velg mellom {known}.").format(
                method=_spelled(analysis.code), name=name, known=", ".join(results)
            )
        )
    table: Mapping[str, Any] = results[name]
    return table


def _write(table: Mapping[str, Any], args: Namespace) -> None:
    if args.format != "parquet":
        sys.stdout.write(TEXTS[args.format](table))
    elif sys.stdout.isatty():
        args.refuse(_("Parquet er ikke tekst. Send svaret til en fil: > svar.parquet"))
    else:
        write_parquet(table)
