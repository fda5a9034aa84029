"""A published table as a cube: dimensions with codes and labels, a number or sign in each cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from temaplan.errors import BadInput
from temaplan.sources.cells import Cell


class UnreadableTable(BadInput):
    """The table is not whole, or not in the form it says; nothing of it was taken in."""

    code = "unreadable_table"


@dataclass(frozen=True)
class Dimension:
    """One side of the cube. `role` is time, geo, metric or nothing."""

    code: str
    label: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    role: str = ""
    units: tuple[str, ...] = ()  # of each code, where the table says what it counts in


@dataclass(frozen=True)
class Cube:
    """The whole table; cells stand in row-major order, the last dimension runs fastest."""

    label: str
    source: str
    updated: str
    dimensions: tuple[Dimension, ...]
    cells: tuple[Cell, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        wanted = prod(len(each.codes) for each in self.dimensions)
        if wanted != len(self.cells):
            raise UnreadableTable(
                f"Tabellen skal ha {wanted} tall, men har {len(self.cells)}. Hent den på nytt."
            )

    def dimension(self, code: str) -> Dimension:
        """Return the dimension with a code. Raises `UnreadableTable`."""
        for each in self.dimensions:
            if each.code == code:
                return each
        known = ", ".join(each.code for each in self.dimensions)
        raise UnreadableTable(f"Tabellen har ikke variabelen «{code}». Den har {known}.")

    def rows(self) -> Iterator[tuple[tuple[str, ...], Cell]]:
        """Return every cell with its codes, in order."""
        codes: Sequence[tuple[str, ...]] = [each.codes for each in self.dimensions]
        return zip(product(*codes), self.cells, strict=True)
