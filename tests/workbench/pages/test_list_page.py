"""A list: filter, sort and page stand in its address, and never more than 50 rows are shown."""

import csv
import io

import pytest

from temaplan.workbench.plan.models import Milestone, Person, Plan
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db

LIST = "/arbeid/prove-naering/tidslinje/"


@pytest.fixture
def many(plan: Plan) -> None:
    Milestone.objects.bulk_create(
        Milestone(plan=plan, slug=f"m{number:03}", title=f"Steg {number:03}", position=number)
        for number in range(120)
    )


def test_fifty_rows_and_the_way_on(many: None, planner: Person, visit: Visit) -> None:
    first, last = (
        visit(planner).get(f"{LIST}?side={side}").content.decode() for side in ("1", "3")
    )

    assert (first.count('<th scope="row"'), last.count('<th scope="row"')) == (50, 20)
    assert "Side 1 av 3" in first
    assert 'href="?side=2" rel="next"' in first
    assert 'rel="prev"' not in first
    assert 'rel="next"' not in last


def test_page_that_is_not_there_gives_the_nearest(
    many: None, planner: Person, visit: Visit
) -> None:
    page = visit(planner).get(f"{LIST}?side=99").content.decode()

    assert "Side 3 av 3" in page


def test_filter_of_an_old_address_is_not_found(many: None, planner: Person, visit: Visit) -> None:
    assert visit(planner).get(f"{LIST}?vis=tull").status_code == 404


def test_filter_without_rows_is_not_called_empty(plan: Plan, planner: Person, visit: Visit) -> None:
    Milestone.objects.create(plan=plan, slug="a", title="A")
    page = visit(planner).get(f"{LIST}?vis=forsinket").content.decode()

    assert "Ingen rader passer med filteret." in page
    assert '<a href="?">Fjern filter</a>' in page


def test_empty_list_says_what_belongs_there_and_how_to_begin(
    plan: Plan, planner: Person, reader: Person, visit: Visit
) -> None:
    pages = [visit(person).get(LIST).content.decode() for person in (planner, reader)]
    empty = [page.split('<div class="empty">')[1] for page in pages]

    assert ["Her kommer det som skal skje" in page for page in empty] == [True, True]
    assert ["Legg til milepæl" in page for page in empty] == [True, False]


def test_file_has_every_row_and_no_column_of_links(
    many: None, planner: Person, visit: Visit
) -> None:
    answer = visit(planner).get(f"{LIST}?format=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))

    assert rows[0] == ["Når", "Milepæl", "Ansvarlig", "Status"]
    assert len(rows) == 121


def test_title_that_a_spreadsheet_would_run_is_text(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    Milestone.objects.create(plan=plan, slug="a", title="=1+1")
    answer = visit(planner).get(f"{LIST}?format=csv")

    assert ";'=1+1;" in answer.content.decode()


def test_title_with_markup_is_shown_as_text(plan: Plan, planner: Person, visit: Visit) -> None:
    Milestone.objects.create(plan=plan, slug="a", title="<script>alert(1)</script>")
    page = visit(planner).get(LIST).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_equal_links_are_told_apart_by_those_who_hear_them(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    Milestone.objects.create(plan=plan, slug="a", title="Utvidet møte")
    page = visit(planner).get(LIST).content.decode()

    assert 'Flytt<span class="hidden"> Utvidet møte</span></a>' in page
