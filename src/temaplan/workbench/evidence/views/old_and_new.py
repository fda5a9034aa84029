"""An outdated calculation and the newer one side by side, before anything is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.refresh import NewerAnswer
from temaplan.workbench.evidence.models import QuotedFigure
from temaplan.workbench.evidence.queries.old_words import OldWords, old_words, rows_on
from temaplan.workbench.evidence.queries.quoting import quoted
from temaplan.workbench.evidence.queries.register import findings_of
from temaplan.workbench.evidence.results import (
    KEYS,
    Result,
    Row,
    missing_words,
    result_of,
    written_figure,
)
from temaplan.workbench.evidence.rules.findings import split_at_places
from temaplan.workbench.evidence.views.addresses import row_url
from temaplan.workbench.evidence.views.result_table import usual_format
from temaplan.workbench.evidence.views.run_words import column_words, key_words, source_words
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.trace import Neighbour

MOST_ROWS = 200


@dataclass(frozen=True)
class Side:
    """One thing as it is said now and as it would be said."""

    label: str
    old: str
    new: str

    @property
    def differs(self) -> bool:
        """Tell whether anything changes."""
        return self.old != self.new


@dataclass(frozen=True)
class Sentence(Side):
    """A finding with the old figures and with the new ones."""

    url: str = ""


@dataclass(frozen=True)
class OldAndNew:
    """What the page that asks for acceptance shows."""

    access: Access
    found: NewerAnswer

    @cached_property
    def facts(self) -> Sequence[Side]:
        """Year, edition and day of the figures."""
        run, values = self.found.run, self.found.values
        return [
            Side(_("Siste år"), str(self.found.move.old or _("ukjent")), str(self.found.move.new)),
            Side(_("Utgave"), run.vintage or _("ukjent"), values["vintage"] or _("ukjent")),
            Side(
                _("Hentet"),
                written_date(run.retrieved_on) or _("ukjent"),
                written_date(values["retrieved_on"]) or _("ukjent"),
            ),
        ]

    @property
    def same_edition(self) -> bool:
        """Tell whether the edition is written alike, though the figures are others."""
        return self.found.run.vintage == self.found.values["vintage"]

    @property
    def source(self) -> str:
        """Where both sets of figures are from."""
        return source_words(self.found.run)

    @cached_property
    def _findings(self) -> Sequence[Any]:
        rows = findings_of(self.access).filter(figures__run=self.found.run).distinct()
        return list(rows.order_by("number"))

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        """The findings that quote the figures, each as it is and as it would be."""
        return [
            Sentence(
                _("Funn %(number)d") % {"number": each.number},
                self._sentence(each, new=False),
                self._sentence(each, new=True),
                row_url(self.access, each, "finding"),
            )
            for each in self._findings
        ]

    @cached_property
    def used_in(self) -> Sequence[Neighbour]:
        """What rests on those findings."""
        return rows_on([each.pk for each in self._findings], self.access)

    @cached_property
    def unseen(self) -> int:
        """How many findings quote the figures that the person may not read."""
        quoting = {quote.finding_id for quote in self.found.run.quoted_in.all()}
        return len(quoting - {each.pk for each in self._findings})

    @cached_property
    def old_names(self) -> Sequence[str]:
        """Figures and years that no longer hold."""
        return [*self._old_numbers, *([self._old_year] if self._old_year else [])]

    @cached_property
    def words(self) -> Sequence[OldWords]:
        """Texts in which people have written an old number or year themselves."""
        keys = [each.pk for each in self._findings]
        return old_words(self.access, quoting=keys, numbers=self._old_numbers, year=self._old_year)

    @cached_property
    def headings(self) -> Sequence[str]:
        """What the columns of the comparison are called."""
        named = [column_words(key) for key in self._keys]
        sides = (_("%(column)s, gammel"), _("%(column)s, ny"))
        figures = [
            side % {"column": column_words(column)} for column in self._figures for side in sides
        ]
        return [*named, *figures]

    @cached_property
    def rows(self) -> Sequence[tuple[Sequence[str], Sequence[str]]]:
        """Each row of the new result: its names, then old and new figure of each column."""
        new, old = self.found.result, self._old
        by_new_key = {
            tuple(self.found.move.compared(old.key_of(row), new).items()): row for row in old.rows
        }
        return [
            (
                [key_words(row, key) for key in self._keys],
                self._pair(by_new_key.get(tuple(new.key_of(row).items())), row),
            )
            for row in new.rows[:MOST_ROWS]
        ]

    @property
    def left_out(self) -> int:
        """How many rows are not shown."""
        return max(0, len(self.found.result.rows) - MOST_ROWS)

    def _pair(self, old: Row | None, new: Row) -> list[str]:
        return [
            _figure(row, column, self._formats[column])
            for column in self._figures
            for row in (old, new)
        ]

    @cached_property
    def _old(self) -> Result:
        return result_of(self.found.run.result)

    @cached_property
    def _keys(self) -> Sequence[str]:
        """The keys that tell rows apart; one that is the same in all says nothing here."""
        there = [key for key in KEYS if key in self.found.result.columns]
        rows = self.found.result.rows
        return [key for key in there if len({row[key] for row in rows}) > 1] or there[:1]

    @cached_property
    def _figures(self) -> Sequence[str]:
        return [name for name in self.found.result.figures if name in self._old.columns]

    @cached_property
    def _formats(self) -> Mapping[str, str]:
        return {column: usual_format(self.found.result, column) for column in self._figures}

    @cached_property
    def _old_numbers(self) -> list[str]:
        return [
            quoted(each)
            for finding in self._findings
            for each in self._quotes(finding).values()
            if quoted(each) != self.found.figure(each)
        ]

    @property
    def _old_year(self) -> str:
        move = self.found.move
        return str(move.old) if move.old is not None and move.old != move.new else ""

    def _quotes(self, finding: Any) -> dict[int, QuotedFigure]:
        return {
            each.number: each for each in finding.figures.all() if each.run_id == self.found.run.pk
        }

    def _sentence(self, finding: Any, *, new: bool) -> str:
        figures = {each.number: each for each in finding.figures.all()}
        mine = self._quotes(finding)

        def written(number: int) -> str:
            if new and number in mine:
                return self.found.figure(mine[number]) or _("(tallet finnes ikke)")
            return quoted(figures[number]) if number in figures else f"{{{number}}}"

        pieces = split_at_places(finding.text)
        return "".join(each if isinstance(each, str) else written(each) for each in pieces)


def _figure(row: Row | None, column: str, format_code: str) -> str:
    if row is None:
        return "–"
    return written_figure(float(row[column]), format_code) if row[column] else missing_words(row)
