"""The years of a calculation, and the same question asked of a table with newer ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from temaplan.workbench.evidence.calculation.calculate import Question
from temaplan.workbench.evidence.results import Result, result_of

PERIOD = "period"


def last_year_of(
    parameters: Mapping[str, Any], selection: Mapping[str, Any], result: str
) -> int | None:
    """Return the last year that a calculation shows, when it says so."""
    said = [parameters.get("end"), *_listed(selection.get("periods"))]
    told = said if any(said) else [row.get(PERIOD) for row in result_of(result).rows]
    years = [int(text) for each in told if (text := str(each)).isdigit()]
    return max(years, default=None)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


@dataclass(frozen=True)
class Move:
    """From the last year of an older calculation to the last year of the newer one."""

    old: int | None
    new: int

    def key(self, key: Mapping[str, Any]) -> dict[str, Any]:
        """Return the key of the row that says the same about the new year."""
        return {name: self._year(value) if name == PERIOD else value for name, value in key.items()}

    def question(self, asked: Question, periods: Sequence[int]) -> Question:
        """Ask the same of a table that has these periods."""
        selection, parameters = dict(asked.selection), dict(asked.parameters)
        if "end" in parameters:
            parameters["end"] = self._year(parameters["end"])
        if _listed(selection.get("periods")):
            selection["periods"] = self._periods(selection["periods"], periods)
        return Question(asked.method, selection, parameters)

    def chart(self, chart: Mapping[str, Any]) -> dict[str, Any]:
        """Draw the same rows of the new year."""
        where = chart.get("where")
        return {**chart, "where": self.key(where)} if isinstance(where, dict) else dict(chart)

    def compared(self, key: Mapping[str, Any], newer: Result) -> dict[str, Any]:
        """Return the key to compare a row with: the same year where the newer result has it."""
        return dict(key) if newer.row(key) is not None else self.key(key)

    def _periods(self, old: Sequence[int], there: Sequence[int]) -> list[int]:
        first, last = min(old), max(old)
        if len(old) > 1 and len(old) == last - first + 1:
            return [year for year in there if first <= year <= self.new]
        return sorted({self._year(year) for year in old})

    def _year(self, year: Any) -> Any:
        """Return the new year in the form in which the old one is written."""
        if self.old is None or str(year) != str(self.old):
            return year
        return type(year)(self.new)
