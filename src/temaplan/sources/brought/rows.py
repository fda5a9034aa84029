"""From lines of cells to rows of figures, everything odd noted by line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from temaplan.sources import municipalities
from temaplan.sources.brought.codes import (
    check_industry,
    check_region,
    check_year_of_code,
    code,
    year,
)
from temaplan.sources.brought.figures import figure, with_state
from temaplan.sources.brought.lines import Line
from temaplan.sources.brought.problems import Notes
from temaplan.sources.brought.whole import Entry
from temaplan.sources.cells import Cell
from temaplan.sources.labels import industry_label, region_label
from temaplan.sources.statistics import (
    COMMUTING_COLUMNS,
    EVERYTHING,
    INDUSTRY_COLUMNS,
    Row,
    Statistics,
)

_COUNTS = COMMUTING_COLUMNS[2:]
Keys = tuple[str, str, int]


@dataclass
class RowReader:
    """Reads the lines of one file. `borders` is None when each year has its own codes."""

    places: Mapping[str, int]
    notes: Notes
    borders: int | None = None
    check_years: bool = True
    rows: list[Row] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    industry_names: dict[str, str] = field(default_factory=dict)

    def read(self, line: Line) -> None:
        """Take one line in, or note why it cannot be."""
        keys = self._keys(line)
        if "jobs" in self.places:
            counts = [figure(self._text(line, name), line.number, self.notes) for name in _COUNTS]
            values = tuple(cell.value if cell else None for cell in counts)
            if keys is not None:
                self._keep(line, keys, None, (keys[0], keys[2], *values))
            return
        cell = self._cell(line)
        if keys is not None and cell is not None:
            self._keep(line, keys, cell.value, (*keys, cell.value, cell.state))

    def statistics(self) -> Statistics:
        """Return what was read."""
        if "jobs" in self.places:
            return Statistics(COMMUTING_COLUMNS, tuple(self.rows), region_names=self.names)
        return Statistics(
            INDUSTRY_COLUMNS,
            tuple(self.rows),
            region_names=self.names,
            industry_names=self.industry_names,
        )

    def _keep(self, line: Line, keys: Keys, value: float | None, row: Row) -> None:
        self.entries.append(Entry(line.number, *keys, value))
        self.rows.append(row)

    def _keys(self, line: Line) -> Keys | None:
        region = code(self._text(line, "region"), "region", line.number, self.notes)
        period = year(self._text(line, "period"), line.number, self.notes)
        industry: str | None = EVERYTHING
        if "industry" in self.places:
            industry = code(self._text(line, "industry"), "industry", line.number, self.notes)
        if region is None or period is None or industry is None:
            return None
        chosen = self._named(region)
        check_region(chosen, line.number, self.notes)
        industry = self._industry(industry)
        check_industry(industry, line.number, self.notes)
        if self.check_years:
            check_year_of_code(chosen, period, line.number, self.notes, borders=self.borders)
        return chosen, industry, period

    def _named(self, region: str) -> str:
        """Return the code of «3301 Drammen» and keep its name; else the cell is the code."""
        label = region_label(region)
        if label.code:
            self.names.setdefault(label.code, label.name)
            return label.code
        self.names.setdefault(
            region, municipalities.name_of(region) if region.isdigit() else region
        )
        return region

    def _industry(self, text: str) -> str:
        """Return the code of «10-33 Industri» and keep its name; else the cell is the code."""
        industry, name = industry_label(text)
        if industry != EVERYTHING:
            self.industry_names.setdefault(industry, name)
        return industry

    def _cell(self, line: Line) -> Cell | None:
        cell = figure(self._text(line, "value"), line.number, self.notes)
        if cell is None or "state" not in self.places:
            return cell
        return with_state(cell, self._text(line, "state"), line.number, self.notes)

    def _text(self, line: Line, name: str) -> str:
        return line.cells[self.places[name]].strip()
