"""The text of a finding with every quoted figure taken from its calculation.

The number itself stands in the result only. So when a calculation is made again, every
sentence that quotes it says the new number.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from temaplan.workbench.evidence.models import Finding, QuotedFigure
from temaplan.workbench.evidence.results import Result, figure_words, result_of
from temaplan.workbench.evidence.rules.findings import split_at_places


@dataclass(frozen=True)
class FigurePart:
    """A piece of a finding's text: words, or a figure with the calculation it is from."""

    text: str
    figure: QuotedFigure | None = None

    @property
    def run_ref(self) -> str:
        """Reference of the calculation, empty for words."""
        return self.figure.run.ref if self.figure else ""


def finding_parts(finding: Finding) -> list[FigurePart]:
    """Return the text of a finding in pieces.

    Reads `figures` and their `run`; prefetch both when there are many findings.
    """
    figures = {figure.number: figure for figure in finding.figures.all()}
    return [
        FigurePart(piece) if isinstance(piece, str) else _figure(piece, figures.get(piece))
        for piece in split_at_places(finding.text)
    ]


def finding_text(finding: Finding) -> str:
    """Return the text of a finding with its figures written out."""
    return "".join(part.text for part in finding_parts(finding))


def quoted(figure: QuotedFigure) -> str:
    """Return the figure as it is written in the sentence."""
    row = _result(figure.run.result).row(figure.row)
    if row is None or figure.column not in row:
        return _("(tallet finnes ikke i analysen)")
    return figure_words(row, figure.column, figure.format)


def _figure(number: int, figure: QuotedFigure | None) -> FigurePart:
    if figure is None:  # came in with a folder; a person must mend it
        return FigurePart(f"{{{number}}}")
    return FigurePart(quoted(figure), figure)


@lru_cache(maxsize=8)  # one result is quoted several times on a page
def _result(text: str) -> Result:
    return result_of(text)
