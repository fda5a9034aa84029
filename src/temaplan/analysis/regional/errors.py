"""What is wrong with a table, told with row, column, value and cure."""

from collections.abc import Iterable

from temaplan.errors import BadInput

_SHOWN = 5


class BadTable(BadInput):
    """A table cannot be used; nothing was repaired in silence.

    `row` counts the rows of the table from 1 (the heading is not a row).
    """

    code = "bad_table"

    def __init__(
        self, message: str, *, code: str, row: int | None = None, column: str | None = None
    ) -> None:
        super().__init__(message, code=code)
        self.row = row
        self.column = column


class BadQuestion(BadInput):
    """The table is sound, but what is asked of it has no answer there."""

    code = "bad_question"


def listed(names: Iterable[object]) -> str:
    """Return «a», «b» and so on; a long list is cut and counted."""
    every = [f"«{name}»" for name in names]
    if len(every) <= _SHOWN:
        return ", ".join(every)
    return f"{', '.join(every[:_SHOWN])} og {len(every) - _SHOWN} til"
