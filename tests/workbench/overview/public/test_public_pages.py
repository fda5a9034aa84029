"""Everybody reads published plans, with few statements, no cookie, and nothing of other plans."""

import re
from typing import Any
from urllib.parse import urljoin

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.overview.documents.drawing import draw_charts
from temaplan.workbench.overview.documents.pages import store_pages
from temaplan.workbench.plan.actions.objects import add_object, change_head
from temaplan.workbench.plan.models import Municipality, Plan

MOST_STATEMENTS = 6  # the limit for a public page
PLAN = "/plan/provevik-2026/"
PAGES = (
    "/",
    PLAN,
    f"{PLAN}dokument/status-og-videre-arbeid/",
    f"{PLAN}dokument/utfordringsdokument/",
    f"{PLAN}sporing/",
    f"{PLAN}sporing/?fra=mandate/2024-koordinator",
    f"{PLAN}data/fordeling-2025/",
    "/tilgjengelighet/",
)
FILES = (
    f"{PLAN}sporing.json",
    f"{PLAN}sporing.csv",
    f"{PLAN}data/fordeling-2025.csv",
)


@pytest.fixture
def stored(sample_plan: Plan) -> Plan:
    """The plan with its pages stored, as the worker leaves it."""
    store_pages(sample_plan)
    return sample_plan


@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_page_needs_few_statements(stored: Plan, client: Client, address: str) -> None:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(address)

    assert response.status_code == 200
    assert len(captured) <= MOST_STATEMENTS


@pytest.mark.parametrize("orders", [1, 3, 30])
def test_statements_are_the_same_however_many_orders(
    stored: Plan, client: Client, orders: int
) -> None:
    document = Mandate.objects.first().document
    for number in range(orders):
        add_object(
            Mandate,
            plan=stored,
            by=None,
            values={
                "title": f"Ordre {number}",
                "document": document,
                "wording": "Gjør det.",
                "verb": "other",
            },
            slug_from=f"ordre {number}",
        )
    stored.refresh_from_db()
    store_pages(stored)

    counted = {}
    for address in PAGES:
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counted[address] = len(captured)

    assert max(counted.values()) <= MOST_STATEMENTS


@pytest.mark.parametrize("address", [*PAGES, *FILES])
def test_page_sets_no_cookie(stored: Plan, client: Client, address: str) -> None:
    response = client.get(address)

    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("address", [each for each in (*PAGES, *FILES) if "tilgj" not in each])
def test_reader_who_has_the_page_is_told_that_it_is_the_same(
    stored: Plan, client: Client, address: str
) -> None:
    tag = client.get(address).headers["ETag"]

    again = client.get(address, headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["ETag"] == tag
    assert "Content-Security-Policy" not in again.headers  # it would lack the nonce of the page


@pytest.mark.parametrize("address", [each for each in (*PAGES, *FILES) if PLAN in each])
def test_change_of_the_plan_gives_a_new_tag(stored: Plan, client: Client, address: str) -> None:
    tag = client.get(address).headers["ETag"]
    change_head(stored, by=None, changes={"summary": "Ny."}, revision=stored.revision)

    again = client.get(address, headers={"If-None-Match": tag})

    assert again.status_code == 200
    assert again.headers["ETag"] != tag


@pytest.mark.parametrize("address", [each for each in (*PAGES, *FILES) if PLAN in each])
def test_plan_that_is_not_published_is_not_there(
    stored: Plan, client: Client, address: str
) -> None:
    tag = client.get(address).headers["ETag"]
    change_head(stored, by=None, changes={"is_public": False}, revision=stored.revision)

    response = client.get(address, headers={"If-None-Match": tag})

    assert response.status_code == 404
    assert "Prøvevik" not in response.content.decode()
    assert stored.title not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/plan/finnes-ikke/",
        f"{PLAN}dokument/finnes-ikke/",
        f"{PLAN}dokument/finnes-ikke.pdf",
        f"{PLAN}dokument/utfordringsdokument.odt",
        f"{PLAN}sporing/?fra=mandate/finnes-ikke",
        f"{PLAN}sporing.xml",
        f"{PLAN}data/finnes-ikke/",
        f"{PLAN}data/finnes-ikke.csv",
    ],
)
def test_what_does_not_exist_is_not_there(stored: Plan, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_front_page_shows_each_published_plan_with_its_sentence(
    stored: Plan, plan_of_nabo: Plan, client: Client
) -> None:
    page = client.get("/").content.decode()

    assert "Et lite oppdiktet eksempel som viser hver fil i en planmappe." in page
    assert "Oppdiktet eksempel" in page
    assert plan_of_nabo.title not in page  # not published


def test_page_can_be_read_in_both_forms(stored: Plan, client: Client) -> None:
    nynorsk = client.get(f"/nn{PLAN}")

    assert nynorsk.status_code == 200
    assert nynorsk.headers["Content-Language"] == "nn"
    assert f'href="/nn{PLAN}dokument/utfordringsdokument/"' in nynorsk.content.decode()


def test_invented_plan_says_so_on_every_page(stored: Plan, client: Client) -> None:
    for address in PAGES[:-1]:
        assert "Oppdiktet eksempel" in client.get(address).content.decode(), address


def test_figures_behind_a_chart_are_one_step_away_with_every_digit(
    stored: Plan, client: Client
) -> None:
    page = client.get(f"{PLAN}dokument/status-og-videre-arbeid/").content.decode()
    assert 'href="../../data/fordeling-2025.csv"' in page

    response = client.get(f"{PLAN}data/fordeling-2025.csv")

    # The stored result, tests/documents/exchange/sample/evidence/runs/fordeling-2025.csv.
    assert response.content.decode() == (
        "region,industry,period,value,merknad\n"
        "9001,A Industri,2025,0.5826771653543307,Oppdiktet eksempel\n"
        "9001,B Handel,2025,0.41732283464566927,Oppdiktet eksempel\n"
    )
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_public_trace_as_json_has_no_loose_ends(stored: Plan, client: Client) -> None:
    value: dict[str, Any] = client.get(f"{PLAN}sporing.json").json()

    refs = {node["ref"] for node in value["nodes"]}
    assert {edge[end] for edge in value["edges"] for end in ("from", "to")} <= refs
    assert value["marking"] == "Oppdiktet eksempel"
    urls = {node["ref"]: node["url"] for node in value["nodes"]}
    assert urls["mandate/2024-koordinator"] == (
        f"{PLAN}dokument/status-og-videre-arbeid/#mandat-2024-koordinator"
    )


def test_every_address_in_the_public_trace_leads_somewhere(stored: Plan, client: Client) -> None:
    for node in client.get(f"{PLAN}sporing.json").json()["nodes"]:
        path, _sign, anchor = node["url"].partition("#")
        assert f'id="{anchor}"' in client.get(path).content.decode(), node


def test_public_trace_as_csv_has_the_same_edges(stored: Plan, client: Client) -> None:
    edges = client.get(f"{PLAN}sporing.json").json()["edges"]

    assert client.get(f"{PLAN}sporing.csv").content.decode().splitlines() == [
        "from,to,relation",
        *(f"{edge['from']},{edge['to']},{edge['relation']}" for edge in edges),
    ]


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_trace_of_an_invented_municipality_says_so_in_the_name_of_the_file(
    stored: Plan, client: Client, format_: str
) -> None:
    """The columns of the CSV are agreed on (interfaces, section 4) and leave no room for it."""
    invented = client.get(f"{PLAN}sporing.{format_}")
    Municipality.objects.update(fictional=False)
    real = client.get(f"{PLAN}sporing.{format_}")

    assert [answer["Content-Disposition"] for answer in (invented, real)] == [
        f'attachment; filename="provevik-2026-sporing-oppdiktet-eksempel.{format_}"',
        f'attachment; filename="provevik-2026-sporing.{format_}"',
    ]


@pytest.mark.parametrize(
    "address",
    [f"{PLAN}dokument/{name}/" for name in ("status-og-videre-arbeid", "utfordringsdokument")],
)
def test_every_link_in_a_document_leads_to_something(
    stored: Plan, client: Client, address: str
) -> None:
    draw_charts(stored)  # as the worker does; a picture is there when it is drawn
    page = client.get(address).content.decode()
    article = page[page.index("<article") : page.index("</article>")]
    for href in set(re.findall(r'href="([^"]+)"', article)):
        if href.startswith("http"):
            continue
        path, _sign, anchor = urljoin(address, href).partition("#")
        response = client.get(path)
        assert response.status_code == 200, href
        if anchor:
            assert f'id="{anchor}"' in response.content.decode(), href
