"""The list of orders and of sources: filters, limits, and who sees what."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.cast import Visit
from tests.workbench.mandate.conftest import NewOrder
from tests.workbench.mandate.test_order_pages import text_of

HOUSE = "/arbeid/prove-naering/mandat/"
SOURCES = f"{HOUSE}dokumenter/"
LIMIT = 8  # SQL statements on a list of the workbench


def titles(client: Client, query: str) -> list[str]:
    """Return the titles in the list, as the CSV gives them."""
    lines = client.get(f"{HOUSE}?{query}&format=csv").content.decode().splitlines()
    return [line.split(";")[0] for line in lines[1:]]


@pytest.fixture
def three(new_order: NewOrder, tertial_report: SourceDocument) -> list[Mandate]:
    """An answered order, a late one, and one of the tertial report."""
    return [
        new_order("besvart", state="answered", deadline="2024-04-30"),
        new_order("sein", deadline="2026-03-01", position=2),
        new_order("melding", document=tertial_report, deadline="2026-03-02"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Besvart", "Sein", "Melding"]),
        ("status=open", ["Sein", "Melding"]),
        ("status=answered", ["Besvart"]),
        ("kilde=tertialrapport-1-2024", ["Melding"]),
        ("periode=2024-2027", ["Besvart", "Sein", "Melding"]),  # a report of 2024 belongs there
        ("frist=over", ["Sein"]),  # read as of 2 March 2026, the day of the third one's deadline
        ("status=open&frist=over", ["Sein"]),
        ("sorter=frist", ["Besvart", "Sein", "Melding"]),
        ("sorter=-frist", ["Melding", "Sein", "Besvart"]),
    ],
)
def test_list_is_narrowed_and_sorted_by_its_address(
    visit: Visit, planner: Person, three: list[Mandate], query: str, found: list[str]
) -> None:
    # documents without year stand last; both of these have none or 2024
    assert sorted(titles(visit(planner), query)) == sorted(found)
    if "sorter" in query:
        assert titles(visit(planner), query) == found


def test_list_marks_what_is_late_in_words(
    visit: Visit, planner: Person, three: list[Mandate]
) -> None:
    shown = text_of(visit(planner).get(HOUSE))

    assert "1. mars 2026, over frist" in shown
    assert shown.count("over frist") == 2  # the filter's choice, and the one that is late


def test_unknown_choice_in_the_address_is_not_found(
    visit: Visit, planner: Person, three: list[Mandate]
) -> None:
    assert visit(planner).get(f"{HOUSE}?status=alt").status_code == 404


@pytest.mark.parametrize("address", [HOUSE, SOURCES, f"{HOUSE}sammenlign/"])
def test_statements_do_not_grow_with_the_rows(
    visit: Visit, plan: Plan, planner: Person, address: str
) -> None:
    client = visit(planner)

    def fill(first: int, last: int) -> int:
        for number in range(first, last + 1):
            source = SourceDocument.objects.create(
                plan=plan,
                slug=f"kilde-{number}",
                title=f"Kilde {number}",
                kind="financial_plan",
                period_start=2000 + number % 5,
                period_end=2003 + number % 5,
            )
            Mandate.objects.create(
                plan=plan,
                slug=f"ordre-{number}",
                title=f"Ordre {number}",
                wording="Gjør.",
                verb="other",
                document=source,
                deadline="2010-01-01",
            )
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    asked = [fill(1, 3), fill(4, 200)]

    assert max(asked) <= LIMIT
    assert len(set(asked)) == 1


def test_empty_list_says_what_belongs_there_and_how_to_begin(
    visit: Visit, planner: Person, reader: Person
) -> None:
    assert "Et mandat er en ordre, med kilden den står i." in text_of(visit(planner).get(HOUSE))
    assert visit(planner).get(HOUSE).content.decode().count("Legg til mandat") == 2
    assert "Legg til mandat" not in visit(reader).get(HOUSE).content.decode()


ADDRESSES = ["", "ny/", "sammenlign/", "dokumenter/", "sein/", "sein/endre/", "sein/besvar/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_other_municipality_gets_404(
    visit: Visit, planner_of_nabo: Person, three: list[Mandate], address: str
) -> None:
    answer = visit(planner_of_nabo).get(f"{HOUSE}{address}")

    assert answer.status_code == 404
    assert "Sein" not in answer.content.decode()


def test_order_of_another_plan_is_not_found_under_ones_own(
    visit: Visit, planner_of_nabo: Person, three: list[Mandate]
) -> None:
    assert visit(planner_of_nabo).get("/arbeid/nabo-naering/mandat/sein/").status_code == 404


def test_reader_sees_no_verbs_and_is_refused_the_forms(
    visit: Visit, reader: Person, three: list[Mandate]
) -> None:
    client = visit(reader)

    page = text_of(client.get(f"{HOUSE}sein/"))
    for word in ("Endre ordren", "Merk som", "Utsett", "Trekk", "Forkast", "Legg til", "Fjern"):
        assert word not in page
    for verb in ("endre", "forkast", "besvar", "utsett", "la-innga", "trekk", "apne"):
        assert client.get(f"{HOUSE}sein/{verb}/").status_code == 403
    for verb in ("ny/", "dokumenter/ny/", "sein/kriterium/ny/", "sein/forhold/ny/"):
        assert client.get(f"{HOUSE}{verb}").status_code == 403


def test_source_list_tells_what_is_not_known(
    visit: Visit, planner: Person, source: SourceDocument, tertial_report: SourceDocument
) -> None:
    SourceDocument.objects.filter(pk=source.pk).update(
        case_number="PS 98/23", link="https://eksempel.test/ps-98-23"
    )
    client: Any = visit(planner)

    shown = text_of(client.get(SOURCES))

    assert "Økonomiplan 2024–2027 økonomiplan Kommunestyret 14. desember 2023 0 ingenting" in shown
    assert (
        "1. tertialrapport 2024 tertialrapport ukjent 13. juni 2024 0 saksnummer og lenke eller fil"
    ) in shown
    narrowed = text_of(client.get(f"{SOURCES}?mangler=noe"))
    assert "1 rad " in narrowed
    assert "1. tertialrapport 2024" in narrowed


def test_source_is_added_changed_and_shows_its_orders(
    visit: Visit, planner: Person, new_order: NewOrder
) -> None:
    client = visit(planner)
    added = client.post(
        f"{SOURCES}ny/", {"title": "2. tertialrapport 2025", "kind": "tertial_report"}
    )
    page = added["Location"]
    assert "Gjelder 2. tertial 2025" in text_of(client.get(page))
    assert "Mangler vedtaksdato, saksnummer og lenke eller fil" in text_of(client.get(page))

    client.post(
        f"{page}endre/",
        {
            "title": "2. tertialrapport 2025",
            "kind": "tertial_report",
            "year": "2025",
            "tertial": "2",
            "decided_on": "9. oktober 2025",
            "revision": "1",
        },
    )
    new_order("koordinator", document=SourceDocument.objects.get(slug="2-tertialrapport-2025"))

    shown = text_of(client.get(page))
    assert "Vedtaksdato 9. oktober 2025" in shown
    assert "Ordrer i dokumentet ikke besvart Koordinator" in shown


def test_source_with_a_script_for_a_link_is_refused(visit: Visit, planner: Person) -> None:
    refused = visit(planner).post(
        f"{SOURCES}ny/", {"title": "Vedtak", "kind": "other", "link": "javascript:alert(1)"}
    )

    assert refused.status_code == 422
    assert not SourceDocument.objects.exists()
