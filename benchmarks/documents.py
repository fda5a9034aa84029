"""How long a document of some twenty pages takes in each form, first and when warm.

    uv run python benchmarks/documents.py

Seconds of processor time, so that a busy machine gives nearly the same answer. The first
time includes loading libraries and fonts. Every later time is another document, with
other words and other charts, so nothing that was kept answers for it; «again» is the
same document once more, as when only its file was thrown away.

Target: all three forms of a document within 2 seconds after a warm start. Results are
kept in `benchmarks/README.md`.
"""

import resource
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from temaplan.documents.document import (
    Figure,
    Heading,
    Inline,
    Note,
    Paragraph,
    PlanDocument,
    Run,
    Table,
)
from temaplan.documents.docx import render_docx
from temaplan.documents.html import render_html
from temaplan.documents.pdf import render_pdf

CHAPTERS = 12
TIMES = 7
TEXT = (
    "Kommunen har færre arbeidsplasser innen informasjon og kommunikasjon enn landet, og "
    "mange pendler ut. Tallene gjelder fylket, og er hentet fra tabell 11713. "
)


def words(text: str) -> Inline:
    """Return text without dress."""
    return (Run(text),)


def table(number: int, rows: int) -> Table:
    """Return a table of figures."""
    return Table(
        f"Tabell {number}",
        f"tabell-{number}",
        ("Næring", "2008", "2011", "Endring"),
        tuple(
            tuple(words(cell) for cell in (f"Næring nummer {row}", "1 234", "1 345", "+111"))
            for row in range(rows)
        ),
        numeric=frozenset({1, 2, 3}),
        source=words("Kilde: Statistisk sentralbyrå."),
    )


def chart(number: int, edition: int) -> dict[str, Any]:
    """Return a bar chart that no other chapter and no other edition has."""
    bars = [
        {
            "label": f"Næring nummer {bar}",
            "value": (bar + number + edition / 10) / 7,
            "highlight": not bar % 4,
        }
        for bar in range(12)
    ]
    reference = {"value": 1, "label": "1 = som landet"}
    return {"kind": "bars", "number": {"decimals": 2}, "reference": reference, "bars": bars}


def chapter(number: int, edition: int) -> list[Any]:
    """Return text, a table and a figure."""
    return [
        Heading(1, str(number), f"Kapittel {number}", f"k{number}"),
        *(
            Paragraph((Run(f"Utgave {edition}. " + TEXT * 4), Run(TEXT, note=number)))
            for _ in range(3)
        ),
        table(number, 14),
        Heading(2, f"{number}.1", "Næringsstrukturen", f"k{number}-1"),
        Figure(
            number,
            "Industriens andel er halvannen gang landets",
            f"figur-{number}",
            "Tolv stolper.",
            chart(number, edition),
            table(100 + number, 12),
        ),
    ]


def document(edition: int) -> PlanDocument:
    """Return one edition of the document."""
    return PlanDocument(
        code="benchmark",
        name="maling",
        title="Måling",
        plan="Næringsplan",
        sender="Kommunen",
        language="nb",
        as_of=date(2026, 2, 1),
        stamp="Stand per 1. februar 2026",
        blocks=tuple(
            block for number in range(1, CHAPTERS + 1) for block in chapter(number, edition)
        ),
        notes=tuple(Note(number, words(TEXT)) for number in range(1, CHAPTERS + 1)),
    )


def main() -> None:
    """Measure each form and print one line for it."""
    forms: dict[str, Callable[[PlanDocument], str | bytes]] = {
        "html": lambda given: render_html(given, link=lambda target: f"/{target}"),
        "pdf": render_pdf,
        "docx": render_docx,
    }
    editions = [document(edition) for edition in range(TIMES)]
    warm = 0.0
    for name, render in forms.items():
        first, *later = [_seconds(render, given) for given in editions]
        middle, again = statistics.median(later), _seconds(render, editions[-1])
        warm += middle
        print(f"{name:5} first {first:6.3f} s   warm {middle:6.3f} s   again {again:6.3f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"all   warm {warm:.3f} s (target 2 s)   peak memory {peak:.0f} MB")


def _seconds(render: Callable[[PlanDocument], str | bytes], given: PlanDocument) -> float:
    begun = time.process_time()
    render(given)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
