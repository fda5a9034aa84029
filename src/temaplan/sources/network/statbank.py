"""What a statistics bank is to us: a table's description, a selection, and a question for it.

Two dialects are spoken: PxWebApi 1 (`pxweb1`) and 2 (`pxweb2`). Both answer with
JSON-stat 2, so what comes back is read by `sources.jsonstat` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import prod
from typing import Protocol

from temaplan.sources.archive.exchange import Question
from temaplan.sources.network.answers import Refused


@dataclass(frozen=True)
class Variable:
    """One variable of a table. One that may be left out is summed over by the bank."""

    code: str
    label: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    may_be_left_out: bool = False
    role: str = ""  # time, geo, metric or nothing
    code_lists: tuple[str, ...] = ()  # groupings that it can be asked in

    @property
    def is_time(self) -> bool:
        """Whether its codes are periods."""
        return self.role == "time"


@dataclass(frozen=True)
class Metadata:
    """What a table holds, and when it was last changed."""

    table: str
    title: str
    updated: str
    variables: tuple[Variable, ...]

    def variable(self, code: str) -> Variable:
        """Return a variable. Raises `Refused` when the table has no such one (any more)."""
        for each in self.variables:
            if each.code == code:
                return each
        known = ", ".join(each.code for each in self.variables)
        raise Refused(
            f"Tabell {self.table} har ikke variabelen «{code}». Den har nå {known}. "
            "SSB kan ha endret tabellen. Rett spørringen."
        )

    def with_role(self, role: str) -> Variable | None:
        """Return the variable of regions (geo), periods (time) or contents (metric)."""
        return next((each for each in self.variables if each.role == role), None)


@dataclass(frozen=True)
class Selection:
    """Codes for each variable; `lists` names the grouping (`agg_KommSummer`) they belong to."""

    codes: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, str] = field(default_factory=dict)

    @property
    def cells(self) -> int:
        """How many numbers the selection asks for."""
        return prod(len(codes) for codes in self.codes.values())

    def with_codes(self, variable: str, codes: tuple[str, ...]) -> "Selection":
        """Return the same selection with other codes for one variable."""
        return Selection({**self.codes, variable: codes}, self.lists)


class Dialect(Protocol):
    """How a statistics bank is spoken to."""

    def about(self, table: str) -> Question:
        """Ask what a table holds."""

    def metadata(self, table: str, content: bytes) -> Metadata:
        """Read the answer to `about`."""

    def data(self, table: str, selection: Selection) -> Question:
        """Ask for figures as JSON-stat 2."""

    def config(self) -> Question | None:
        """Ask for the bank's own limits, where it tells them."""

    def limit(self, content: bytes) -> int:
        """Read the answer to `config`: how many figures the bank gives at a time."""

    def code_list(self, name: str) -> Question | None:
        """Ask which codes a grouping has, where the bank tells it."""

    def codes_in(self, name: str, content: bytes) -> tuple[str, ...]:
        """Read the answer to `code_list`."""


def checked(metadata: Metadata, selection: Selection) -> Selection:
    """Return the selection with every variable of the table; refuse what the table has not.

    A variable that is not chosen is asked for whole unless the bank may sum over it.
    """
    for code, wanted in selection.codes.items():
        variable = metadata.variable(code)
        unknown = [each for each in wanted if each not in variable.codes]
        if unknown and code not in selection.lists:
            raise Refused(
                f"Tabell {metadata.table} har ikke {', '.join(unknown)} i «{variable.label}». "
                f"Den har for eksempel {', '.join(variable.codes[:5])}."
            )
    whole = {
        each.code: selection.codes.get(each.code, each.codes)
        for each in metadata.variables
        if each.code in selection.codes or not each.may_be_left_out
    }
    return Selection(whole, selection.lists)


def role_of(code: str, told: str) -> str:
    """Return a variable's role: as told, else by the name that Statistics Norway gives it."""
    usual = {"Region": "geo", "Tid": "time", "ContentsCode": "metric"}
    return told or usual.get(code, "")


def batches(selection: Selection, limit: int) -> tuple[str, list[Selection]]:
    """Split a selection so that no part asks for more than `limit` cells.

    Returns the variable that was split and the parts in order. Raises `Refused` when one
    code of the longest variable alone is too much.
    """
    longest = max(selection.codes, key=lambda code: len(selection.codes[code]))
    codes = selection.codes[longest]
    each = selection.cells // max(len(codes), 1)
    if each > limit:
        raise Refused(
            f"Spørringen ber om {selection.cells} tall, og banken gir høyst {limit} om gangen. "
            "Velg færre koder."
        )
    step = max(1, limit // max(each, 1))
    parts = [codes[at : at + step] for at in range(0, len(codes), step)]
    return longest, [selection.with_codes(longest, part) for part in parts]
