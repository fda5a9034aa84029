"""The timeline in people's own calendars: a file, and a secret address that can be withdrawn."""

import re
from datetime import date, timedelta

import icalendar
import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from temaplan.workbench.plan.models import CalendarFeed, Membership, Milestone, Person, Plan
from tests.fixtures.cast import Visit

PAGE = "/arbeid/prove-naering/tidslinje/samlet/kalender/"
FILE = "/arbeid/prove-naering/tidslinje/samlet/kalender.ics"


@pytest.fixture
def steps(plan: Plan) -> Plan:
    """A day, a month, six weeks, one that is called off, and one without a date."""
    made = [
        Milestone(slug="utkast", title="Utkast; med \\ og, komma", date=date(2026, 5, 7)),
        Milestone(slug="bearbeide", title="Bearbeide", date=date(2026, 8, 1), precision="month"),
        Milestone(slug="horing", title="Høring", date=date(2026, 5, 8), duration_days=36),
        Milestone(slug="avlyst", title="Avlyst", date=date(2026, 6, 1), state="cancelled"),
        Milestone(slug="uten", title="Uten dato"),
    ]
    for each in made:
        each.plan = plan
        each.save()
    return plan


def events(content: bytes) -> dict[str, icalendar.Event]:
    found = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return {str(event["UID"]).partition("@")[0]: event for event in found}


def make(browser: Client) -> str:
    """Make an address on the page, and return the path of it."""
    page = browser.post(f"{PAGE}lag/").content.decode()
    address = re.search(r"<code>https?://[^/]+(/[^<]+)</code>", page)
    assert address is not None
    return address[1]


def test_file_has_the_dates_of_the_timeline(steps: Plan, reader: Person, visit: Visit) -> None:
    answer = visit(reader).get(FILE)
    found = events(answer.content)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="prove-naering-framdrift.ics"'
    assert {slug: event["DTSTART"].dt for slug, event in found.items()} == {
        "utkast": date(2026, 5, 7),
        "bearbeide": date(2026, 8, 1),
        "horing": date(2026, 5, 8),
        "avlyst": date(2026, 6, 1),
    }
    assert found["horing"]["DTEND"].dt == date(2026, 6, 13)  # 36 days, the last is 12 June
    assert str(found["utkast"]["SUMMARY"]) == "Utkast; med \\ og, komma"


def test_month_stands_on_its_first_day_and_says_so(
    steps: Plan, reader: Person, visit: Visit
) -> None:
    event = events(visit(reader).get(FILE).content)["bearbeide"]

    assert str(event["SUMMARY"]) == "Bearbeide (august 2026)"
    assert "Bare måneden er kjent. Milepælen står på første dag i måneden." in event["DESCRIPTION"]


def test_state_is_told_to_the_calendar(steps: Plan, reader: Person, visit: Visit) -> None:
    before = events(visit(reader).get(FILE).content)
    Plan.objects.filter(pk=steps.pk).update(baseline_approved_on=date(2026, 3, 1))
    after = events(visit(reader).get(FILE).content)

    assert (before["utkast"]["STATUS"], after["utkast"]["STATUS"]) == ("TENTATIVE", "CONFIRMED")
    assert after["avlyst"]["STATUS"] == "CANCELLED"


def test_move_keeps_the_name_of_the_entry_and_raises_its_number(
    steps: Plan, planner: Person, visit: Visit
) -> None:
    browser = visit(planner)
    before = events(browser.get(FILE).content)["utkast"]
    browser.post(
        "/arbeid/prove-naering/tidslinje/utkast/flytt/", {"revision": "1", "when": "11. mai 2026"}
    )
    after = events(browser.get(FILE).content)["utkast"]

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == date(2026, 5, 11)


def test_address_is_shown_once_and_needs_no_log_in(
    steps: Plan, reader: Person, visit: Visit
) -> None:
    browser = visit(reader)
    path = make(browser)
    answer = Client().get(path)
    token = path.rsplit("/", 1)[1].removesuffix(".ics")

    assert set(events(answer.content)) == {"utkast", "bearbeide", "horing", "avlyst"}
    assert "sessionid" not in answer.cookies
    assert token not in browser.get(PAGE).content.decode()
    assert token not in str(list(CalendarFeed.objects.values_list()))


def test_withdrawn_address_answers_as_one_that_never_was(
    steps: Plan, reader: Person, visit: Visit
) -> None:
    browser = visit(reader)
    path = make(browser)
    browser.post(f"{PAGE}trekk/")
    withdrawn, never = Client().get(path), Client().get("/konto/kalender/aldri-laget.ics")

    def words(answer: object) -> str:
        text = answer.content.decode()  # type: ignore[attr-defined]
        return re.sub(r'nonce="[^"]+"', "", text)

    assert (withdrawn.status_code, never.status_code) == (404, 404)
    assert words(withdrawn).replace(path, "x") == words(never).replace(
        "/konto/kalender/aldri-laget.ics", "x"
    )
    assert list(CalendarFeed.objects.all()) == []


def test_new_address_stops_the_old(steps: Plan, reader: Person, visit: Visit) -> None:
    browser = visit(reader)
    old, new = make(browser), make(browser)

    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)


def test_address_stops_when_its_owner_may_no_longer_see_the_plan(
    steps: Plan, reader: Person, visit: Visit
) -> None:
    path = make(visit(reader))
    Membership.objects.filter(person=reader).update(
        ends_on=timezone.localdate() - timedelta(days=1)
    )
    assert Client().get(path).status_code == 404

    Membership.objects.filter(person=reader).update(ends_on=None)
    assert Client().get(path).status_code == 200
    Person.objects.filter(pk=reader.pk).update(is_active=False)
    assert Client().get(path).status_code == 404


def test_address_is_ones_own(steps: Plan, reader: Person, planner: Person, visit: Visit) -> None:
    path = make(visit(reader))
    visit(planner).post(f"{PAGE}trekk/")

    assert Client().get(path).status_code == 200
    assert "Du laget en adresse" not in visit(planner).get(PAGE).content.decode()


def test_host_of_another_municipality_knows_no_such_address(
    steps: Plan, plan_of_nabo: Plan, reader: Person, visit: Visit, settings: LazySettings
) -> None:
    settings.ALLOWED_HOSTS = ["nabo.example", "testserver"]
    plan_of_nabo.municipality.host = "nabo.example"
    plan_of_nabo.municipality.save()
    path = make(visit(reader))

    assert Client(headers={"host": "nabo.example"}).get(path).status_code == 404


def test_nothing_is_written_by_the_calendar_program(
    steps: Plan, reader: Person, visit: Visit
) -> None:
    path = make(visit(reader))
    assert Client().post(path).status_code == 405


def test_making_an_address_is_no_part_of_the_plans_history(
    steps: Plan, reader: Person, visit: Visit
) -> None:
    head = Plan.objects.get(pk=steps.pk)
    make(visit(reader))
    assert Plan.objects.get(pk=steps.pk).last_event_hash == head.last_event_hash


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_feed_costs_the_same_however_many_steps(
    plan: Plan, reader: Person, visit: Visit, number: int
) -> None:
    Milestone.objects.bulk_create(
        Milestone(plan=plan, slug=f"m{each}", title=f"Steg {each}", date=date(2026, 3, 1))
        for each in range(number)
    )
    path = make(visit(reader))
    with CaptureQueriesContext(connection) as asked:
        answer = Client().get(path)

    assert len(asked) == 3  # the address, its owner's roles, the milestones
    assert len(events(answer.content)) == number
