"""Collects the blocks of a report: every figure with title, reading, source and table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from temaplan.documents.document import (
    Block,
    Figure,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Run,
    Table,
)
from temaplan.report.drawing import Drawing
from temaplan.report.grid import Grid
from temaplan.report.language import Said
from temaplan.report.source_line import Source
from temaplan.sources.table import SourceTable

CHAPTER, SECTION = 1, 2
Translate = Callable[[str], str]


@dataclass(frozen=True)
class Finding:
    """A figure's title, and where the figure stands."""

    anchor: str
    title: str
    chapter: str


@dataclass(frozen=True)
class Unanswered:
    """A question that the figures cannot answer: where that is said, and why."""

    anchor: str
    title: str
    reason: str


class Page:
    """Writes the blocks of one report in order, in one written form.

    `translate` turns a text of the tables' descriptors into that form.
    """

    def __init__(self, form: str, translate: Translate) -> None:
        self.form = form
        self.translate = translate
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self.unanswered: list[Unanswered] = []
        self.downloads: dict[str, str] = {}
        self.methods: dict[str, None] = {}
        self.tables: dict[str, SourceTable] = {}
        self._chapters = 0
        self._sections = 0
        self._figures = 0
        self._place = ("", "")

    def chapter(self, anchor: str, title: Said) -> None:
        """Begin a chapter."""
        self._chapters, self._sections = self._chapters + 1, 0
        self._heading(CHAPTER, str(self._chapters), anchor, title)

    def section(self, anchor: str, title: Said) -> None:
        """Begin a section of a chapter."""
        self._sections += 1
        self._heading(SECTION, f"{self._chapters}.{self._sections}", anchor, title)

    def say(self, said: Said, kind: str = "body") -> None:
        """Write a paragraph."""
        self.blocks.append(Paragraph((Run(said.in_form(self.form)),), kind))

    def listing(self, items: Iterable[Inline]) -> None:
        """Write a list, unless there is nothing in it."""
        kept = tuple(items)
        if kept:
            self.blocks.append(Listing(kept))

    def figure(
        self,
        anchor: str,
        *,
        title: Said,
        reading: Said,
        drawing: Drawing,
        grid: Grid,
        source: Source,
    ) -> None:
        """Write what a figure means, and the figure with its source and its numbers."""
        self._figures += 1
        self.say(reading)
        words = title.in_form(self.form)
        table = Said(f"Tallene i figur {self._figures}", f"Tala i figur {self._figures}")
        self.blocks.append(
            Figure(
                number=self._figures,
                title=words,
                anchor=anchor,
                description=drawing.told(self.form),
                chart=dict(drawing.chart(self.form)),
                table=self._table(f"{anchor}-tall", table, grid),
                source=source.line(self.form),
            )
        )
        self.findings.append(Finding(anchor, words, self._place[1]))
        self.downloads[anchor] = grid.csv(self.form)
        self._remember(source)

    def table(self, anchor: str, title: Said, grid: Grid, source: Source) -> None:
        """Write a table with its source."""
        made = self._table(anchor, title, grid, source.line(self.form))
        self.blocks.append(made)
        self._remember(source)

    def cannot_answer(self, reason: Said, cure: Said) -> None:
        """Say why the figures at hand do not answer, and what would fill the hole."""
        self.say(reason, kind="missing")
        self.say(cure, kind="missing")
        anchor, title = self._place
        self.unanswered.append(Unanswered(anchor, title, reason.in_form(self.form)))

    def _heading(self, level: int, number: str, anchor: str, title: Said) -> None:
        words = title.in_form(self.form)
        self._place = (anchor, words)
        self.blocks.append(Heading(level, number, words, anchor))

    def _table(self, anchor: str, title: Said, grid: Grid, source: Inline = ()) -> Table:
        return Table(
            title=title.in_form(self.form),
            anchor=anchor,
            head=grid.head(self.form),
            rows=grid.body(self.form),
            numeric=grid.numeric,
            source=source,
        )

    def _remember(self, source: Source) -> None:
        self.methods |= dict.fromkeys(source.methods)
        self.tables |= {table.id: table for table in source.tables}
