"""The documents of real plans say the same as page, PDF and Word, block by block."""

from pathlib import Path

import pytest
from django.utils import translation

from temaplan.documents.docx import render_docx
from temaplan.documents.html import render_html
from temaplan.documents.pdf import render_pdf
from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.overview.documents.catalogue import BUILDERS
from temaplan.workbench.overview.documents.files import document_file, document_of
from temaplan.workbench.overview.documents.links import file_links
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.overview.folder.folder import import_folder
from temaplan.workbench.plan.actions.objects import change_object
from temaplan.workbench.plan.models import Milestone, Plan
from tests.fixtures.document_text import docx_blocks, html_blocks, pdf_blocks

ROOT = Path(__file__).parents[4]
FOLDERS = ("examples/drammen-2011", "examples/eksempelvik", "tests/documents/exchange/sample")


@pytest.fixture(params=FOLDERS)
def real_plan(db: None, request: pytest.FixtureRequest) -> Plan:
    slug = import_folder(ROOT / request.param).plan.slug
    return Plan.objects.select_related("municipality").get(slug=slug)


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("code", BUILDERS)
def test_page_pdf_and_word_have_equal_text(real_plan: Plan, code: str, language: str) -> None:
    with translation.override(language):
        document = BUILDERS[code](read(real_plan))
    link = file_links(document, real_plan)

    page = html_blocks(render_html(document, link=link))

    assert len(page) > 20
    assert pdf_blocks(render_pdf(document, link=link)) == page
    assert docx_blocks(render_docx(document, link=link)) == page


def blocks_in(plan: Plan, form: str) -> list[str]:
    content = document_file(document_of(plan, "status"), plan, form)
    return {"pdf": pdf_blocks, "docx": docx_blocks}[form](content)


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_moved_milestone_and_answered_order_are_seen_in_the_file(
    sample_plan: Plan, form: str
) -> None:
    before = blocks_in(sample_plan, form)
    step, order = Milestone.objects.get(slug="horing"), Mandate.objects.get(slug="2024-melding")
    change_object(step, by=None, changes={"title": "Høringen"}, revision=step.revision)
    change_object(order, by=None, changes={"state": "answered"}, revision=order.revision)

    after = blocks_in(sample_plan, form)

    assert len(before) == len(after)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert ("Status: ikke besvart", "Status: besvart") in changed
    assert any("Høringen" in new and "Høringen" not in old for old, new in changed)
