"""Specs of analyses: a table in, a call, the table that must come out, and where it comes from.

Each is a TOML file in `tests/spec/<method>/`; `tests/spec/README.md` tells how to write one.
Figures that are expected may be written as the calculation by hand: `(16/20) / (16/30)`.
"""

import ast
import math
import operator
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from temaplan.analysis.catalogue import ANALYSIS
from temaplan.analysis.descriptor import Analysis, Column

CLONE = Path(__file__).resolve().parents[1]
FOLDER = CLONE / "tests" / "spec"

Table = dict[str, list[Any]]
_OPERATORS: Mapping[type, Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
}
_FUNCTIONS: Mapping[str, Callable[[float], float]] = {
    "sqrt": math.sqrt,
    "ln": math.log,
    "log2": math.log2,
    "exp": math.exp,
    "abs": abs,
}


@dataclass(frozen=True)
class Spec:
    """One example. `tables` are second tables by keyword; `refused` is the code of a refusal."""

    path: Path
    title: str
    text: str
    origin: str
    data: str
    call: Mapping[str, Any] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)
    expected: str = ""
    result: str = ""  # which table, when the method gives several
    refused: str = ""
    message: str = ""

    @property
    def analysis(self) -> Analysis:
        """The method that the spec is about: its folder."""
        return ANALYSIS[self.path.parent.name]

    @property
    def name(self) -> str:
        """The name of the spec among all."""
        return f"{self.path.parent.name}/{self.path.stem}"

    def main_table(self) -> Table:
        """Return the table that goes in."""
        return input_table(self.data, self.analysis.columns)

    def keywords(self) -> dict[str, Any]:
        """Return the keywords of the call, tables among them."""
        read = {
            name: input_table(text, self._columns_of(name)) for name, text in self.tables.items()
        }
        return dict(self.call) | read

    def _columns_of(self, name: str) -> Sequence[Column]:
        option = self.analysis.option(name)
        return option.columns if option else ()


def specs(method: str = "*") -> Iterator[Spec]:
    """Return the specs of a method, or of all, in order of their files."""
    for path in sorted(FOLDER.glob(f"{method}/*.toml")):
        yield Spec(path=path, **tomllib.loads(path.read_text(encoding="utf-8")))


def input_table(text: str, columns: Sequence[Column]) -> Table:
    """Read an ASCII table: figures where the method wants them, years as numbers."""
    figures = {column.name for column in columns if column.is_figure}
    table = cells_of(text)
    for name, cells in table.items():
        if name in figures:
            table[name] = [_figure(cell) for cell in cells]
        elif name == "period" and all(cell.isdigit() for cell in cells):
            table[name] = [int(cell) for cell in cells]
        else:
            table[name] = [cell or None for cell in cells]
    return table


def cells_of(text: str) -> Table:
    """Split an ASCII table in columns of cells."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    head, body = rows[0], rows[2:]
    return {name: [row[place] for row in body] for place, name in enumerate(head)}


def calculated(text: str) -> float:
    """Return the value of a calculation written out: numbers, + - * / **, sqrt, ln, log2, exp."""
    return _value(ast.parse(text, mode="eval").body)


def _figure(cell: str) -> float | str | None:
    """Return a figure; what is none stays text, for the method to refuse."""
    if not cell:
        return None
    try:
        number = float(cell)
    except ValueError:
        return cell
    return int(number) if number.is_integer() and "." not in cell else number


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.BinOp(left=left, op=sign, right=right):
            return _OPERATORS[type(sign)](_value(left), _value(right))
        case ast.UnaryOp(op=sign, operand=operand):
            return _OPERATORS[type(sign)](_value(operand))
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            return _FUNCTIONS[name](_value(argument))
    raise ValueError(ast.unparse(node))
