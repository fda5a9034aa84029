"""Documents for those who work with the plan, also before everybody may read it."""

import pytest

from temaplan.workbench.overview.documents.artefacts import build_artefact
from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db

LIST = "/arbeid/prove-naering/dokumenter/"
STATUS = f"{LIST}status-og-videre-arbeid"


def test_word_is_two_steps_away_from_the_menu(plan: Plan, planner: Person, visit: Visit) -> None:
    browser = visit(planner)
    page = browser.get(LIST).content.decode()

    assert [f'href="{STATUS}.{form}"' in page for form in ("docx", "pdf")] == [True, True]
    assert "Planen er ikke publisert." in page


def test_planner_reads_a_document_before_it_is_published(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    page = visit(planner).get(f"{STATUS}/").content.decode()

    assert page.count("<article") == 1
    assert "chain-links" in page  # inside the workbench
    assert (
        visit(None).get("/plan/prove-naering/dokument/status-og-videre-arbeid/").status_code == 404
    )


def test_word_file_comes_before_the_plan_is_published(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    build_artefact(Plan.objects.select_related("municipality").get(), "status", "nb", "docx")
    answer = visit(planner).get(f"{STATUS}.docx")

    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer.streaming_content)[:2] == b"PK"


@pytest.mark.parametrize(
    "address", [f"{LIST}finnes-ikke/", f"{LIST}finnes-ikke.pdf", f"{STATUS}.exe"]
)
def test_unknown_document_or_format_is_not_found(
    plan: Plan, planner: Person, visit: Visit, address: str
) -> None:
    assert visit(planner).get(address).status_code == 404


def test_neighbour_finds_no_document(plan: Plan, planner_of_nabo: Person, visit: Visit) -> None:
    browser = visit(planner_of_nabo)
    addresses = (LIST, f"{STATUS}/", f"{STATUS}.pdf", f"{STATUS}.docx")

    assert [browser.get(address).status_code for address in addresses] == [404] * 4
