"""Order between milestones: rings and impossible dates are refused with a clear sentence."""

from datetime import date

import pytest

from temaplan.workbench.plan.actions import timeline
from temaplan.workbench.plan.actions.dependencies import add_dependency
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.models import Event, Milestone, MilestoneDependency, Person, Plan
from temaplan.workbench.plan.rules.dependencies import Placed, comes_in_order, makes_no_ring
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.fixtures.cast import Visit

LIST = "/arbeid/prove-naering/tidslinje/"


def test_what_waits_may_begin_on_the_day_the_other_ends() -> None:
    before = Placed("Utkast", date(2026, 5, 1), days=7)  # 1 to 7 May
    assert comes_in_order(before, Placed("Høring", date(2026, 5, 7))).allowed
    refused = comes_in_order(before, Placed("Høring", date(2026, 5, 6)))
    assert refused.reason == (
        "«Høring» (6. mai 2026) kan ikke komme før «Utkast», som er ferdig 7. mai 2026. "
        "Tidligste dag er 7. mai 2026."
    )


def test_days_between_are_counted() -> None:
    before, later = Placed("Formannskap", date(2026, 9, 15)), Placed("Vedtak", date(2026, 9, 22))
    assert comes_in_order(before, later, least_days=7).allowed
    refused = comes_in_order(before, later, least_days=8)
    assert refused.reason.endswith(
        "Det skal være minst 8 dager mellom dem. Tidligste dag er 23. september 2026."
    )


@pytest.mark.parametrize(
    ("before", "later", "fits"),
    [
        # A month is read as suits the order: over on its first day, begun on its last.
        (("2026-05-01", "month"), ("2026-05-01", "day"), True),
        (("2026-05-20", "day"), ("2026-05-01", "month"), True),
        (("2026-06-01", "day"), ("2026-05-01", "month"), False),
        (("2026-06-01", "month"), ("2026-05-01", "month"), False),
    ],
)
def test_month_is_read_as_suits_the_order(
    before: tuple[str, str], later: tuple[str, str], fits: bool
) -> None:
    first, second = (
        Placed("x", date.fromisoformat(d), precision) for d, precision in (before, later)
    )
    assert comes_in_order(first, second).allowed is fits


def test_milestone_without_a_date_is_in_every_order() -> None:
    assert comes_in_order(Placed("a", None), Placed("b", date(2026, 5, 1))).allowed
    assert comes_in_order(Placed("a", date(2026, 5, 1)), Placed("b", None)).allowed


TITLES = {"a": "Utkast", "b": "Høring", "c": "Vedtak"}


def test_ring_is_named_link_by_link() -> None:
    verdict = makes_no_ring(milestone="a", after="c", known={"b": ["a"], "c": ["b"]}, titles=TITLES)
    assert verdict.reason == (
        "«Vedtak» kommer allerede etter «Utkast»: «Utkast» ← «Høring» ← «Vedtak». De kan ikke "
        "vente på hverandre. Fjern en av avhengighetene først."
    )


def test_milestone_waits_neither_for_itself_nor_twice() -> None:
    itself = makes_no_ring(milestone="a", after="a", known={}, titles=TITLES)
    twice = makes_no_ring(milestone="b", after="a", known={"b": ["a"]}, titles=TITLES)
    assert itself.reason == "En milepæl kan ikke komme etter seg selv. Velg en annen."
    assert twice.reason == "«Høring» kommer allerede etter «Utkast»."


def test_long_way_without_a_ring_is_allowed() -> None:
    known = {str(number): [str(number + 1)] for number in range(2000)}
    titles = {str(number): str(number) for number in range(2002)}
    assert makes_no_ring(milestone="0", after="2001", known=known, titles=titles).allowed
    assert not makes_no_ring(milestone="2000", after="0", known=known, titles=titles).allowed


@pytest.fixture
def draft(plan: Plan) -> Milestone:
    return Milestone.objects.create(plan=plan, slug="utkast", title="Utkast", date=date(2026, 5, 7))


@pytest.fixture
def hearing(plan: Plan) -> Milestone:
    return Milestone.objects.create(plan=plan, slug="horing", title="Høring", date=date(2026, 5, 8))


def test_order_is_said_on_the_page_and_taken_back(
    draft: Milestone, hearing: Milestone, planner: Person, visit: Visit
) -> None:
    browser = visit(planner)
    added = browser.post(f"{LIST}horing/etter/", {"after": "utkast", "least_days": "1"})
    page = browser.get(f"{LIST}horing/").content.decode()
    other = browser.get(f"{LIST}utkast/").content.decode()
    row = MilestoneDependency.objects.get()

    assert added["Location"] == f"{LIST}horing/"
    assert (row.milestone, row.after, row.least_days) == (hearing, draft, 1)
    assert "minst 1 dag etter" in page
    assert "Venter på denne" in other

    gone = browser.post(f"{LIST}horing/etter/{row.slug}/fjern/", {"reason": "Feil."})
    assert gone.status_code == 302
    assert list(MilestoneDependency.objects.all()) == []
    assert Event.objects.filter(verb="discarded", ref=row.ref).exists()


def test_ring_is_refused_on_the_page_and_nothing_typed_is_lost(
    draft: Milestone, hearing: Milestone, planner: Person, visit: Visit
) -> None:
    add_dependency(hearing, by=planner, after=draft)
    answer = visit(planner).post(f"{LIST}utkast/etter/", {"after": "horing", "least_days": "3"})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "De kan ikke vente på hverandre." in page
    assert '<option value="horing" selected>' in page
    assert 'value="3"' in page
    assert MilestoneDependency.objects.count() == 1


def test_impossible_dates_are_refused_where_the_order_is_said(
    draft: Milestone, hearing: Milestone, planner: Person, visit: Visit
) -> None:
    answer = visit(planner).post(f"{LIST}utkast/etter/", {"after": "horing"})

    assert answer.status_code == 422
    assert "«Utkast» (7. mai 2026) kan ikke komme før «Høring»" in answer.content.decode()


def test_milestone_is_not_moved_before_what_it_waits_for(
    draft: Milestone, hearing: Milestone, planner: Person, visit: Visit
) -> None:
    add_dependency(hearing, by=planner, after=draft)
    answer = visit(planner).post(f"{LIST}horing/flytt/", {"revision": "1", "when": "1. mai 2026"})

    hearing.refresh_from_db()
    assert answer.status_code == 422
    assert "Tidligste dag er 7. mai 2026." in answer.content.decode()
    assert hearing.date == date(2026, 5, 8)


def test_what_waits_is_pointed_out_when_the_other_slips_past_it(
    draft: Milestone, hearing: Milestone, planner: Person, visit: Visit
) -> None:
    add_dependency(hearing, by=planner, after=draft)
    timeline.move_milestone(
        draft, by=planner, to=ReadDate(date(2026, 5, 20), "day"), reason="", revision=1
    )
    sentence = "«Høring» (8. mai 2026) kan ikke komme før «Utkast», som er ferdig 20. mai 2026."

    browser = visit(planner)
    for address in (LIST, f"{LIST}horing/", f"{LIST}utkast/", f"{LIST}samlet/bilde/"):
        assert sentence in browser.get(address).content.decode(), address


def test_milestone_that_is_called_off_holds_nobody_up(
    draft: Milestone, hearing: Milestone, planner: Person
) -> None:
    add_dependency(hearing, by=planner, after=draft)
    timeline.set_milestone_state(
        draft, by=planner, state="cancelled", reason="Trengs ikke.", revision=1
    )
    moved = timeline.move_milestone(
        hearing, by=planner, to=ReadDate(date(2026, 5, 1), "day"), reason="", revision=1
    )
    assert moved.date == date(2026, 5, 1)


def test_discarding_takes_the_order_with_it(
    draft: Milestone, hearing: Milestone, planner: Person
) -> None:
    add_dependency(hearing, by=planner, after=draft)
    timeline.discard_milestone(draft, by=planner, reason="Dobbelt.")

    assert list(MilestoneDependency.objects.all()) == []
    assert list(Milestone.objects.all()) == [hearing]


def test_milestone_of_another_plan_is_no_choice(
    hearing: Milestone, plan_of_nabo: Plan, planner: Person, visit: Visit
) -> None:
    Milestone.objects.create(plan=plan_of_nabo, slug="hemmelig", title="Hemmelig nabosteg")
    page = visit(planner).get(f"{LIST}horing/etter/").content.decode()
    answer = visit(planner).post(f"{LIST}horing/etter/", {"after": "hemmelig"})

    assert "Hemmelig nabosteg" not in page
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("0", "Varigheten må være mellom 1 og 3660 dager, ikke 0."),
        ("99999", "Varigheten må være mellom 1 og 3660 dager, ikke 99999."),
        ("to uker", "Skriv varigheten som et helt tall."),
    ],
)
def test_impossible_duration_is_named(
    draft: Milestone, planner: Person, visit: Visit, typed: str, sentence: str
) -> None:
    answer = visit(planner).post(
        f"{LIST}utkast/endre/", {"revision": "1", "title": "Utkast", "duration_days": typed}
    )
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_action_itself_refuses_an_impossible_duration(draft: Milestone, planner: Person) -> None:
    with pytest.raises(NotAllowed):
        timeline.change_milestone(draft, by=planner, values={"duration_days": 0}, revision=1)


@pytest.mark.parametrize(
    ("typed", "warning"),
    [
        ("17. mai", "17. mai 2026 er grunnlovsdagen. Neste arbeidsdag er 18. mai 2026."),
        ("7. juni", "7. juni 2026 er en søndag. Neste arbeidsdag er 8. juni 2026."),
        ("2. april", "2. april 2026 er skjærtorsdag. Neste arbeidsdag er 7. april 2026."),
    ],
)
def test_free_day_is_warned_of_and_still_allowed(
    draft: Milestone, planner: Person, visit: Visit, typed: str, warning: str
) -> None:
    answer = visit(planner).post(
        f"{LIST}utkast/flytt/", {"revision": "1", "when": typed}, follow=True
    )
    page = answer.content.decode()

    assert f'data-color="warning" role="status">{warning}' in page
    assert page.count(warning) == 2  # beside the date too, for whoever comes later
    assert warning in visit(planner).get(f"{LIST}utkast/").content.decode()


def test_duration_is_told_in_days_and_in_weeks_when_people_work(
    hearing: Milestone, planner: Person, visit: Visit
) -> None:
    # 9 May to 12 June 2026: 22 days on which people work as usual (see the calendar's tests).
    Milestone.objects.filter(pk=hearing.pk).update(date=date(2026, 5, 9), duration_days=35)
    page = visit(planner).get(f"{LIST}horing/").content.decode()

    assert "35 dager" in page
    assert "4,4 effektive uker" in page
    assert "9. mai 2026 til 12. juni 2026" in page
