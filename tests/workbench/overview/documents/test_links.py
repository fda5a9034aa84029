"""Where links lead: relative on a page, whole in a file, inwards in the workbench."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from temaplan.documents.document import PlanDocument
from temaplan.workbench.overview.documents.links import file_links, page_links, to_workbench
from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.cast import person_with

Build = Callable[[str, str], PlanDocument]


@pytest.fixture
def document(sample_plan: Plan, build: Build) -> PlanDocument:
    return build(sample_plan.slug, "status")


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("mandate/2024-melding", "../../sporing/#mandate/2024-melding"),
        ("organisation/verket", "../../sporing/#organisation/verket"),
        ("milestone/horing", "../../#milestone/horing"),
        ("plan/provevik-2026", "../../"),
        ("analysis_run/fordeling-2025", "../../data/fordeling-2025/"),
        ("csv:analyse-fordeling-2025", "../../data/fordeling-2025.csv"),
        ("csv:ukjent", ""),
        ("document/utfordringsdokument", "../utfordringsdokument/"),
        ("attachment/referat", ""),
    ],
)
def test_link_on_the_page_is_relative_to_it(
    document: PlanDocument, target: str, address: str
) -> None:
    assert page_links(document)(target) == address


def test_link_in_a_file_is_a_whole_address(document: PlanDocument, sample_plan: Plan) -> None:
    link = file_links(document, sample_plan)

    # The base address is the setting's usual one.
    assert link("mandate/2024-melding") == (
        "http://127.0.0.1:8000/plan/provevik-2026/sporing/#mandate/2024-melding"
    )
    assert link("attachment/referat") == ""


def test_file_in_the_other_written_form_leads_to_pages_in_that_form(
    document: PlanDocument, sample_plan: Plan
) -> None:
    sample_plan.language = "nn"  # the document was built in bokmål

    link = file_links(document, sample_plan)

    assert link("plan/provevik-2026") == "http://127.0.0.1:8000/nb/plan/provevik-2026/"


def test_links_lead_inwards_in_the_workbench(sample_plan: Plan) -> None:
    body = (
        '<a href="../../sporing/#mandate/2024-melding">a</a>'
        '<a href="../../#milestone/horing">b</a>'
        '<a href="../../data/fordeling-2025/">c</a>'
        '<a href="#mandat-2024-melding">d</a>'
    )

    assert to_workbench(body, sample_plan) == (
        '<a href="/arbeid/provevik-2026/objekt/mandate/2024-melding/">a</a>'
        '<a href="/arbeid/provevik-2026/objekt/milestone/horing/">b</a>'
        '<a href="/arbeid/provevik-2026/objekt/analysis_run/fordeling-2025/">c</a>'
        '<a href="#mandat-2024-melding">d</a>'
    )


@pytest.fixture
def sample_planner(sample_plan: Plan) -> Person:
    return person_with("planner", sample_plan, whole_municipality=True)


@pytest.fixture
def sample_group_member(sample_plan: Plan) -> Person:
    return person_with("group_member", sample_plan)


OBJECT = "/arbeid/provevik-2026/objekt/"


@pytest.mark.parametrize(
    ("ref", "address"),
    [
        ("mandate/2024-melding", "/arbeid/provevik-2026/mandat/2024-melding/"),
        ("milestone/horing", "/arbeid/provevik-2026/tidslinje/horing/"),
    ],
)
def test_reference_leads_to_the_page_of_its_row(
    sample_planner: Person, client: Client, ref: str, address: str
) -> None:
    client.force_login(sample_planner)

    response = client.get(f"{OBJECT}{ref}/")

    assert (response.status_code, response.headers["Location"]) == (302, address)


@pytest.mark.parametrize("ref", ["mandate/finnes-ikke", "evidence/samtaler", "ukjent/ting"])
def test_reference_that_one_may_not_know_of_leads_nowhere(
    sample_group_member: Person, client: Client, ref: str
) -> None:
    client.force_login(sample_group_member)  # no internal layer, where «samtaler» lies

    assert client.get(f"{OBJECT}{ref}/").status_code == 404


@pytest.mark.parametrize("name", ["status-og-videre-arbeid", "utfordringsdokument"])
def test_every_link_of_a_document_in_the_workbench_leads_to_a_page(
    sample_plan: Plan, sample_planner: Person, client: Client, name: str
) -> None:
    client.force_login(sample_planner)
    page = client.get(f"/arbeid/provevik-2026/dokumenter/{name}/").content.decode()
    article = page[page.index("<article") : page.index("</article>")]

    inwards = set(re.findall(r'href="(/arbeid/[^"]+)"', article))

    assert len(inwards) > 3
    for href in inwards:
        assert client.get(href, follow=True).status_code == 200, href
