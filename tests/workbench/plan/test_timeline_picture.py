"""The timeline drawn: where each date lies on the strip, and that it prints on one sheet."""

from collections.abc import Callable
from datetime import date, timedelta

import pypdfium2
import pytest
from playwright.sync_api import Page

from temaplan.workbench.plan.models import Milestone, Person, Plan
from temaplan.workbench.plan.timeline_picture import Spot, spot_of, strip_for
from tests.fixtures.cast import Visit

PICTURE = "/arbeid/prove-naering/tidslinje/samlet/bilde/"
TODAY = date(2026, 3, 2)


def day(on: date, *, approved: bool = False) -> Spot:
    spot = spot_of(on, "day", None, approved=approved)
    assert spot is not None
    return spot


def test_strip_is_whole_months_around_every_date() -> None:
    strip = strip_for([day(date(2026, 2, 12)), day(date(2026, 6, 1))], today=TODAY)
    assert (strip.start, strip.end, strip.days) == (date(2026, 2, 1), date(2026, 7, 1), 150)


def test_strip_without_dates_is_the_month_of_today() -> None:
    strip = strip_for([], today=TODAY)
    assert (strip.start, strip.end) == (date(2026, 3, 1), date(2026, 4, 1))


def test_strip_ends_with_the_year() -> None:
    assert strip_for([day(date(2026, 12, 31))], today=TODAY).end == date(2027, 1, 1)


def test_day_is_a_dot_in_the_middle_of_its_day() -> None:
    # The fifteenth of a month of thirty days lies from 14/30 to 15/30.
    strip = strip_for([day(date(2026, 4, 15))], today=TODAY)
    mark = strip.mark(day(date(2026, 4, 15)))
    assert (mark.is_dot, mark.left) == (True, "48.33")


def test_month_and_duration_are_bars() -> None:
    month = spot_of(date(2026, 4, 1), "month", None, approved=False)
    week = spot_of(date(2026, 4, 1), "day", 15, approved=True)
    assert month is not None
    assert week is not None
    strip = strip_for([month], today=TODAY)
    whole, half = strip.mark(month), strip.mark(week)
    assert (whole.left, whole.width, whole.is_dot) == ("0.00", "100.00", False)
    assert (half.left, half.width, half.approved) == ("0.00", "50.00", True)


def test_milestone_without_a_date_is_not_drawn() -> None:
    assert spot_of(None, "day", 3, approved=False) is None


def test_line_of_today_is_drawn_only_where_it_is_shown() -> None:
    strip = strip_for([day(date(2026, 4, 15))], today=TODAY)
    assert strip.line(TODAY) == ""
    assert strip.line(date(2026, 4, 16)) == "50.00"


@pytest.mark.parametrize(("months", "shown"), [(5, 5), (12, 12), (13, 7), (60, 12)])
def test_names_of_months_have_room(months: int, shown: int) -> None:
    last = date(2026, 1, 1) + timedelta(days=30.4 * (months - 1) + 15)
    strip = strip_for([day(date(2026, 1, 1)), day(last)], today=TODAY)
    labels = strip.labels()
    assert len(labels) == shown
    assert [label.text for label in labels][:1] == ["jan."]


def test_year_is_named_once_where_it_begins() -> None:
    strip = strip_for([day(date(2026, 11, 3)), day(date(2027, 2, 3))], today=TODAY)
    assert [(label.text, label.year) for label in strip.labels()] == [
        ("nov.", "2026"),
        ("des.", ""),
        ("jan.", "2027"),
        ("feb.", ""),
    ]


def _steps(plan: Plan, number: int) -> None:
    Milestone.objects.bulk_create(
        Milestone(
            plan=plan,
            slug=f"m{each}",
            title=f"Steg {each} med en tittel som er så lang at den trenger plass",
            date=TODAY + timedelta(days=7 * each),
            baseline_date=TODAY + timedelta(days=7 * each - 3),
            baseline_precision="day",
        )
        for each in range(number)
    )


def test_page_of_a_plan_without_milestones_says_so(
    plan: Plan, reader: Person, visit: Visit
) -> None:
    page = visit(reader).get(PICTURE).content.decode()
    assert "Tidslinjen har ingen milepæler å tegne ennå." in page


def test_table_says_in_words_what_is_drawn(plan: Plan, reader: Person, visit: Visit) -> None:
    _steps(plan, 1)
    Plan.objects.filter(pk=plan.pk).update(baseline_approved_on=TODAY)
    page = visit(reader).get(PICTURE).content.decode()

    assert "2. mars 2026" in page
    assert "27. februar 2026" in page
    assert page.count("<circle") == 2
    assert page.count('aria-hidden="true"') >= 2
    assert "style=" not in page.split("<main")[1].split("</main>")[0]


@pytest.fixture
def at_the_picture(
    page: Page, live_server: object, reader: Person, visit: Visit
) -> Callable[[], Page]:
    """Open the drawn timeline in a browser, as a reader."""

    def open_it() -> Page:
        cookie = visit(reader).cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": str(live_server)}])
        page.goto(f"{live_server}{PICTURE}")
        return page

    return open_it


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [17, 30])
def test_picture_is_printed_on_one_sheet(
    plan: Plan, at_the_picture: Callable[[], Page], number: int
) -> None:
    _steps(plan, number)
    Plan.objects.filter(pk=plan.pk).update(baseline_approved_on=TODAY)
    printed = pypdfium2.PdfDocument(at_the_picture().pdf(prefer_css_page_size=True))

    assert len(printed) == 1
    width, height = printed[0].get_size()
    assert (round(width), round(height)) == (842, 595)  # A4 on its side, in points
