"""What an analysis is called, asks, takes in and gives: enough to run and explain it anywhere.

The command line, the runs of the evidence house and the reference pages read this; what
the keywords are is read from the function itself, so nothing is said twice.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from temaplan.analysis.regional.panel import Columns
from temaplan.analysis.words import gettext_noop as _

Kind = Literal["table", "reference", "text", "integer", "number", "numbers", "choice", "flag"]
# Keywords of the library that make no sense outside a Python program.
_INTERNAL: Final = frozenset({"as_panel"})

# Second tables by the keyword that takes them. Figures are marked #, all else is text; columns
# that may lack stand in brackets.
TABLES: Final[Mapping[str, str]] = {
    "totals": "region period value#",
    "within": "region area",
    "codes": "code [valid_from] [valid_to]",
    "changes": "from_code to_code date",
    "splits": "from_code to_code date weight#",
    "what_if": "region industry period value#",
    "quotas": "industry affected_share# resettlement# relocation#",
    "area_per_job": "industry area#",
    "stock": "region industry period value#",
    "population": "region period value#",
    "distances": "origin place distance# demand#",
    "employment": "region industry period value#",
    "data": "region industry period value#",
}
REFERENCE_COLUMNS: Final = "industry period value#"

HELP: Final[Mapping[str, str]] = {
    "reference": _("hva regionen måles mot: total, rest, en regionkode eller en tabell"),
    "totals": _("publiserte totaltall"),
    "bounds": _("grenser for avrundede tall: rounded-0-3, eller halve avrundingsenheten"),
    "interval": _("usikkerhet som om tallene var et utvalg: delta"),
    "symmetric": _("ta med rsca, kvotienten på en skala fra −1 til 1"),
    "standardise": _("ta med z, avstanden fra snittet av regionene"),
    "base": _("første periode"),
    "end": _("siste periode"),
    "method": _("hvilken utgave av metoden"),
    "dynamic": _("år for år, med ny base hvert år"),
    "within": _("hvilket område hver region ligger i"),
    "codes": _("kodene som finnes, og når de gjaldt"),
    "changes": _("endringene i grenser"),
    "to": _("datoen eller året som grensene skal gjelde for"),
    "data": _("regionenes tall"),
    "splits": _("vekter for delte kommuner; uten dem blir en deling avvist"),
    "presence": _("lokaliseringskvotienten som skal til for å ha en næring"),
    "threshold": _("lokaliseringskvotienten som skal til for å ha en næring"),
    "include_self": _("regn næringen selv med"),
    "tolerance": _("hvor mye de to utregningene av egne kan avvike"),
    "self_containment": _("andelen som hvert område skal holde på"),
    "delta": _("verdier av δ, skilt med komma"),
    "horizon": _("antall år framover"),
    "draws": _("antall trekninger"),
    "seed": _("startverdi for trekningene"),
    "what_if": _("arbeidsplasser som kommer eller går"),
    "years": _("årene, eller antall år"),
    "quotas": _("kvoter for hver næring"),
    "area_per_job": _("areal per arbeidsplass"),
    "stock": _("bestanden av foretak"),
    "population": _("folketall"),
    "distances": _("avstander og etterspørsel"),
    "employment": _("arbeidsplasser"),
    "attraction_exponent": _("eksponent for størrelse"),
    "distance_exponent": _("eksponent for avstand, under 0"),
    "weight": _("kolonnen med vekter"),
    "group": _("kolonnen med grupper av regioner"),
    "absent": _("hva en rad som ikke finnes betyr: missing eller zero"),
}


@dataclass(frozen=True)
class Column:
    """A column of a table that goes in or comes out."""

    name: str
    is_figure: bool = False
    may_lack: bool = False


def columns_of(written: str) -> tuple[Column, ...]:
    """Read columns as they are written here: `region value# [state]`."""
    return tuple(
        Column(word.strip("[]#"), is_figure=word.strip("[]").endswith("#"), may_lack=word[0] == "[")
        for word in written.split()
    )


@dataclass(frozen=True)
class Option:
    """A keyword of a method as others give it."""

    name: str
    kind: Kind
    help: str
    required: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns of the table that the option takes, if it takes one."""
        wanted = REFERENCE_COLUMNS if self.kind == "reference" else TABLES.get(self.name, "")
        return columns_of(wanted)


@dataclass(frozen=True)
class Analysis:
    """One method of the library. `tables` names the result tables with their columns."""

    code: str
    name: str
    version: str
    question: str
    main_table: str  # its columns, written as in `TABLES`
    tables: Mapping[str, str]

    @cached_property
    def function(self) -> Callable[..., Any]:
        """The function itself; its module is loaded when it is first asked for."""
        module = import_module(f"temaplan.analysis.regional.{self.code}")
        function: Callable[..., Any] = getattr(module, self.code)
        return function

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the main table."""
        return columns_of(self.main_table)

    @property
    def method_text(self) -> str:
        """What the method's module says of itself: question, formula, source, edges."""
        return inspect.getdoc(inspect.getmodule(self.function)) or ""

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The keywords of the function, but for the main table, which comes first."""
        hints = get_type_hints(self.function)
        parameters = list(inspect.signature(self.function).parameters.values())[1:]
        options = [
            _option(parameter.name, hints[parameter.name], parameter.default)
            for parameter in parameters
            if parameter.kind is not parameter.VAR_KEYWORD and parameter.name not in _INTERNAL
        ]
        if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
            options += [_option(name, hint, None) for name, hint in _column_hints()]
        return tuple(options)

    def option(self, name: str) -> Option | None:
        """Return an option by name."""
        return next((option for option in self.options if option.name == name), None)

    def results(self, answer: Any) -> Mapping[str, Any]:
        """Return the result tables of an answer, by name."""
        if len(self.tables) == 1:
            return dict.fromkeys(self.tables, answer)
        return {name: getattr(answer, name) for name in self.tables}


def by_code(analyses: Sequence[Analysis]) -> Mapping[str, Analysis]:
    """Return analyses by their code."""
    return {analysis.code: analysis for analysis in analyses}


def _column_hints() -> list[tuple[str, Any]]:
    return list(get_type_hints(Columns).items())


def _option(name: str, hint: Any, default: Any) -> Option:
    kind, choices = _kind(name, hint)
    required = default is inspect.Parameter.empty
    text = HELP.get(name) or _("hva denne kolonnen heter i tabellen")
    return Option(name, kind, text, required, None if required else default, choices)


def _kind(name: str, hint: Any) -> tuple[Kind, tuple[str, ...]]:
    if name == "reference" and hint is Any:
        return "reference", ()
    if name in TABLES and hint is Any:
        return "table", ()
    alternatives = _alternatives(hint)
    choices = tuple(
        str(choice)
        for each in alternatives
        if get_origin(each) is Literal
        for choice in get_args(each)
    )
    if choices and float not in alternatives:
        return "choice", choices
    return _plain_kind(alternatives), choices


def _alternatives(hint: Any) -> tuple[Any, ...]:
    is_union = get_origin(hint) is not None and get_origin(hint) is not Literal
    return get_args(hint) if is_union and not _is_sequence(hint) else (hint,)


def _is_sequence(hint: Any) -> bool:
    origin = get_origin(hint)
    return isinstance(origin, type) and issubclass(origin, Sequence)


def _plain_kind(alternatives: tuple[Any, ...]) -> Kind:
    for hint in alternatives:
        if _is_sequence(hint):
            return "numbers"
    for hint, kind in _PLAIN.items():
        if hint in alternatives:
            return kind
    return "text"


# In this order: what may be text is text, for a period may be 2011 or 2011K4.
_PLAIN: Final[Mapping[Any, Kind]] = {
    str: "text",
    bool: "flag",
    float: "number",
    int: "integer",
}
