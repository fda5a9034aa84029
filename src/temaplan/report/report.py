"""From a question to the report as a document, with the numbers behind every figure."""

from collections.abc import Mapping
from dataclasses import dataclass

from temaplan.documents.document import PlanDocument
from temaplan.report.contents import CHAPTERS
from temaplan.report.language import Said, day
from temaplan.report.opening import opening
from temaplan.report.page import Page
from temaplan.report.question import Question, ground_of

CODE, NAME = "report", "naringsstruktur"
TITLE = Said("Næringsstruktur", "Næringsstruktur")
SENDER = "Temaplan"


@dataclass(frozen=True)
class Report:
    """The document, and the figures' numbers as CSV by the anchor of the figure."""

    document: PlanDocument
    downloads: Mapping[str, str]


def make_report(question: Question) -> Report:
    """Answer a question as a report. Raises `BadInput` with what can be chosen instead."""
    ground = ground_of(question)
    page = Page(question.form, question.translate)
    for chapter in CHAPTERS:
        page.chapter(chapter.anchor, chapter.title)
        chapter.write(page, ground)
    newest = max(table.retrieved_on for table in page.tables.values())
    stamp = Said(
        f"Tall tatt inn i Temaplan {day(newest)}", f"Tal tekne inn i Temaplan {day(newest)}"
    )
    document = PlanDocument(
        code=CODE,
        name=NAME,
        title=f"{TITLE.in_form(page.form)} i {ground.title_names.in_form(page.form)}",
        plan=Said(
            "Standardrapport om næringsstruktur", "Standardrapport om næringsstruktur"
        ).in_form(page.form),
        sender=SENDER,
        language=page.form,
        as_of=newest,
        stamp=stamp.in_form(page.form),
        blocks=(*opening(page, ground), *page.blocks),
    )
    return Report(document, dict(page.downloads))
