"""Collects a document block by block, with every object that it names."""

from collections.abc import Iterable, Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from temaplan.documents.document import (
    Block,
    Figure,
    Heading,
    Inline,
    Listing,
    Note,
    Paragraph,
    PlanDocument,
    Run,
    Table,
)
from temaplan.workbench.overview.documents.kinds import DocumentKind
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import as_of_words
from temaplan.workbench.plan.wording import marking_of

CHAPTER, SECTION, PART = 1, 2, 3
# Beginnings of targets that are no objects of the plan.
_NO_OBJECT = ("#", "http://", "https://", "mailto:", "document/")


class Writer:
    """Writes the blocks of one document in order.

    Numbers are given by the caller, so that a section keeps its number when another grows.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._blocks: list[Block] = []
        self._notes: list[Note] = []
        self._figures = 0
        self._refs: set[str] = set()

    @property
    def colour(self) -> str:
        """The municipality's colour, for what a chart puts first."""
        return self._reading.municipality.colour

    @property
    def marking(self) -> str:
        """What stands on every page of an invented plan."""
        return marking_of(self._reading.municipality)

    def heading(self, level: int, number: str, text: str, anchor: str) -> None:
        """Begin a chapter (1), a section (2) or a part of one (3)."""
        self._blocks.append(Heading(level, number, text, anchor))

    def say(self, *runs: Run | str, kind: str = "body", anchor: str = "") -> None:
        """Write a paragraph; plain text may stand among the runs."""
        inline = tuple(Run(run) if isinstance(run, str) else run for run in runs)
        self._add(Paragraph(inline, kind, anchor), inline)

    def follow(self, title: str, ref: str) -> None:
        """Write the link that leads to everything a row rests on and is used in."""
        self.say(Run(_("Følg «%(title)s» i sporingen") % {"title": title}, href=ref))

    def listing(self, items: Iterable[Inline], *, ordered: bool = False) -> None:
        """Write a list, unless there is nothing in it."""
        kept = tuple(items)
        if kept:
            self._add(Listing(kept, ordered), *kept)

    def table(self, table: Table) -> None:
        """Write a table, unless it has no rows."""
        if table.rows:
            cells = [cell for row in table.rows for cell in row]
            self._add(table, *cells, table.source)

    def take(self, blocks: Iterable[Block]) -> None:
        """Write blocks that are ready, such as a text in Markdown."""
        self._blocks.extend(blocks)

    def next_figure(self) -> int:
        """Return the number of the figure that is about to be written."""
        self._figures += 1
        return self._figures

    def figure(self, figure: Figure) -> None:
        """Write a figure with its table."""
        self._add(figure, figure.source)
        self.name(figure.method)

    def note(self, runs: Inline) -> int:
        """Write a note and return its number, for the run that it stands at."""
        number = len(self._notes) + 1
        self._notes.append(Note(number, runs))
        self._name_all(runs)
        return number

    def name(self, ref: str) -> None:
        """Count an object as standing in the document."""
        if ref:
            self._refs.add(ref)

    def document(self, kind: DocumentKind) -> PlanDocument:
        """Return what was written as one frozen value."""
        reading = self._reading
        plan, municipality = reading.plan, reading.municipality
        return PlanDocument(
            code=kind.code,
            name=kind.name,
            title=str(kind.title),
            plan=plan.title,
            sender=municipality.name,
            language=get_language() or "nb",
            as_of=reading.as_of,
            stamp=as_of_words(plan, reading.as_of),
            marking=self.marking,
            colour=municipality.colour,
            blocks=tuple(self._blocks),
            notes=tuple(self._notes),
            refs=tuple(sorted(self._refs)),
        )

    def _add(self, block: Block, *inlines: Inline) -> None:
        self._blocks.append(block)
        for inline in inlines:
            self._name_all(inline)

    def _name_all(self, inline: Sequence[Run]) -> None:
        for run in inline:
            if run.href and not run.href.startswith(_NO_OBJECT):
                self._refs.add(run.href)
