"""The timeline: approved dates beside new ones, with the reason (S28)."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.plan.actions import timeline as actions
from temaplan.workbench.plan.actions.baseline import approve_timeline
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.models import (
    Artefact,
    Event,
    Milestone,
    MilestoneShift,
    Person,
    Plan,
)
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.fixtures.cast import Visit

pytestmark = pytest.mark.django_db

LIST = "/arbeid/prove-naering/tidslinje/"
COUNCIL = f"{LIST}bystyret/"


@pytest.fixture
def plan(plan: Plan) -> Plan:
    """Read as of 1 February 2011, as the source deck is."""
    plan.as_of = date(2011, 2, 1)
    plan.save()
    return plan


@pytest.fixture
def council(plan: Plan) -> Milestone:
    """The deck's last step: «Endelig plan vedtas av bystyret 15. juni»."""
    return Milestone.objects.create(
        plan=plan, slug="bystyret", title="Endelig plan vedtas", date=date(2011, 6, 15)
    )


@pytest.fixture
def approved(plan: Plan, council: Milestone, planner: Person) -> Milestone:
    approve_timeline(plan, by=planner, approved_on=date(2011, 1, 20), reason="sak 3/11", revision=1)
    council.refresh_from_db()
    return council


def sent(row: Milestone, **fields: str) -> dict[str, str]:
    return {"revision": str(row.revision), **fields}


def test_moving_before_the_approval_asks_for_no_reason(
    council: Milestone, planner: Person, visit: Visit
) -> None:
    answer = visit(planner).post(f"{COUNCIL}flytt/", sent(council, when="22. juni"))

    council.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, LIST)
    assert (council.date, council.precision) == (date(2011, 6, 22), "day")
    assert list(MilestoneShift.objects.all()) == []


def test_approval_keeps_the_dates_of_now(approved: Milestone, plan: Plan) -> None:
    plan.refresh_from_db()
    assert plan.baseline_approved_on == date(2011, 1, 20)
    assert (approved.baseline_date, approved.baseline_precision) == (date(2011, 6, 15), "day")
    assert [event.verb for event in Event.objects.filter(ref=plan.ref)] == ["baseline_approved"]


def test_move_after_the_approval_is_refused_without_a_reason(
    approved: Milestone, planner: Person, visit: Visit
) -> None:
    answer = visit(planner).post(f"{COUNCIL}flytt/", sent(approved, when="22. juni", reason=""))

    approved.refresh_from_db()
    assert answer.status_code == 422
    assert "Fyll ut «Hvorfor flyttes den»." in answer.content.decode()
    assert 'value="22. juni"' in answer.content.decode()
    assert approved.date == date(2011, 6, 15)


def test_action_itself_refuses_a_move_without_a_reason(
    approved: Milestone, planner: Person
) -> None:
    with pytest.raises(NotAllowed):
        actions.move_milestone(
            approved,
            by=planner,
            to=ReadDate(date(2011, 6, 22), "day"),
            reason=" ",
            revision=approved.revision,
        )


def test_moving_takes_two_page_loads_and_shows_both_dates_with_the_reason(
    approved: Milestone, planner: Person, visit: Visit
) -> None:
    browser = visit(planner)
    first = browser.get(f"{COUNCIL}flytt/")
    second = browser.post(
        f"{COUNCIL}flytt/",
        sent(approved, when="22. juni", reason="Høringen varer en uke til."),
        follow=True,
    )

    row = second.content.decode().split("<tbody>")[1].split("</tr>")[0]
    assert first.status_code == 200
    assert len(second.redirect_chain) == 1
    assert "22. juni 2011" in row
    assert "15. juni 2011" in row
    assert "Flyttet: Høringen varer en uke til." in row


def test_shift_keeps_from_to_and_reason(approved: Milestone, planner: Person) -> None:
    actions.move_milestone(
        approved,
        by=planner,
        to=ReadDate(date(2011, 6, 22), "day"),
        reason="Høringen varer en uke til.",
        revision=approved.revision,
    )

    shift = MilestoneShift.objects.get()
    approved.refresh_from_db()
    assert (shift.from_date, shift.to_date) == (date(2011, 6, 15), date(2011, 6, 22))
    assert (shift.reason, shift.decided_on) == ("Høringen varer en uke til.", date(2011, 2, 1))
    assert approved.baseline_date == date(2011, 6, 15)
    moves = Event.objects.filter(ref=approved.ref, verb="moved")
    assert [event.reason for event in moves] == ["Høringen varer en uke til."]


def test_form_sent_twice_moves_once(approved: Milestone, planner: Person, visit: Visit) -> None:
    fields = sent(approved, when="22. juni", reason="Høringen varer en uke til.")
    answers = [visit(planner).post(f"{COUNCIL}flytt/", fields) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert MilestoneShift.objects.count() == 1


def test_a_second_reason_for_the_same_state_is_kept(
    approved: Milestone, planner: Person, administrator: Person, visit: Visit
) -> None:
    read_by_both = sent(approved, state="cancelled")
    visit(administrator).post(f"{COUNCIL}status/", {**read_by_both, "reason": "Saken er trukket."})
    refused = visit(planner).post(f"{COUNCIL}status/", {**read_by_both, "reason": "Ingen tid."})
    approved.refresh_from_db()
    visit(planner).post(f"{COUNCIL}status/", sent(approved, state="cancelled", reason="Ingen tid."))

    events = Event.objects.filter(ref=approved.ref, verb="state_changed")
    assert refused.status_code == 409
    assert "Ingen tid." in refused.content.decode()
    assert [event.reason for event in events] == ["Saken er trukket.", "Ingen tid."]


def test_somebody_elses_move_is_not_overwritten(
    approved: Milestone, planner: Person, administrator: Person, visit: Visit
) -> None:
    read_by_both = sent(approved, reason="Ferie.")
    visit(administrator).post(f"{COUNCIL}flytt/", {**read_by_both, "when": "20. juni"})
    answer = visit(planner).post(f"{COUNCIL}flytt/", {**read_by_both, "when": "22. juni"})

    page = answer.content.decode()
    approved.refresh_from_db()
    assert answer.status_code == 409
    assert "22. juni" in page
    assert "20. juni 2011" in page
    assert page.count('type="radio"') == 2  # the reason is one's own and goes along
    assert '<input type="hidden" name="reason" value="Ferie.">' in page
    assert approved.date == date(2011, 6, 20)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31. juni", "Datoen 31. juni finnes ikke. Juni har 30 dager."),
        ("29. februar 2011", "Datoen 29. februar 2011 finnes ikke. Februar har 28 dager."),
        ("juni 9999", "Datoen «juni 9999» finnes ikke. Året må være mellom 1838 og 2200."),
        ("juni 0000", "Datoen «juni 0000» finnes ikke. Året må være mellom 1838 og 2200."),
        (
            "snart",
            "Datoen «snart» er ikke forstått. Skriv for eksempel 7. juni 2011 eller 07.06.2011.",
        ),
        (
            "7. juni 2111",
            "Datoen 7. juni 2111 ligger mer enn 30 år fra 1. februar 2011. "
            "Se etter om årstallet er riktig.",
        ),
    ],
)
def test_impossible_date_is_named_and_kept(
    council: Milestone, planner: Person, visit: Visit, typed: str, sentence: str
) -> None:
    answer = visit(planner).post(f"{COUNCIL}flytt/", sent(council, when=typed))

    council.refresh_from_db()
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert f'value="{typed}"' in answer.content.decode()
    assert council.date == date(2011, 6, 15)


def test_month_alone_is_a_date_and_shown_as_a_month(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    answer = visit(planner).post(
        f"{LIST}ny/", {"title": "Utkast foreligger", "when": "mai"}, follow=True
    )

    row = Milestone.objects.get()
    assert (row.date, row.precision) == (date(2011, 5, 1), "month")
    assert "mai 2011" in answer.content.decode()


def test_month_is_late_only_when_it_is_over(plan: Plan, planner: Person, visit: Visit) -> None:
    Plan.objects.filter(pk=plan.pk).update(as_of=date(2011, 2, 15))
    for slug, month in (("januar", 1), ("februar", 2)):
        Milestone.objects.create(
            plan=plan, slug=slug, title=slug, date=date(2011, month, 1), precision="month"
        )

    page = visit(planner).get(f"{LIST}?vis=forsinket").content.decode()
    assert f"{LIST}januar/" in page
    assert f"{LIST}februar/" not in page


def test_date_stays_once_it_is_approved(approved: Milestone, planner: Person, visit: Visit) -> None:
    answer = visit(planner).post(f"{COUNCIL}flytt/", sent(approved, when="", reason="Vet ikke."))

    assert answer.status_code == 422
    assert "Framdriftsplanen er vedtatt, og da kan ikke datoen tas bort." in answer.content.decode()


def test_calling_off_needs_a_reason(council: Milestone, planner: Person, visit: Visit) -> None:
    browser = visit(planner)
    refused = browser.post(f"{COUNCIL}status/", sent(council, state="cancelled", reason=""))
    done = browser.post(f"{COUNCIL}status/", sent(council, state="cancelled", reason="Utsatt."))

    council.refresh_from_db()
    assert "Skriv hvorfor milepælen er avlyst." in refused.content.decode()
    assert (done.status_code, council.state) == (302, "cancelled")


def test_step_that_is_done_is_not_moved(council: Milestone, planner: Person, visit: Visit) -> None:
    Milestone.objects.filter(pk=council.pk).update(state="done")
    answer = visit(planner).post(f"{COUNCIL}flytt/", sent(council, when="22. juni"))

    sentence = "Milepælen er gjennomført. Sett en annen status før du flytter den."
    assert sentence in answer.content.decode()
    assert sentence in visit(planner).get(COUNCIL).content.decode()


def test_approved_step_is_not_discarded(approved: Milestone, planner: Person, visit: Visit) -> None:
    answer = visit(planner).post(f"{COUNCIL}forkast/", sent(approved, reason="Feil."))

    assert answer.status_code == 422
    assert "Milepælen står i den vedtatte framdriftsplanen." in answer.content.decode()
    assert Milestone.objects.count() == 1


def test_step_in_a_document_made_as_file_is_not_discarded(
    plan: Plan, council: Milestone, planner: Person, visit: Visit
) -> None:
    Artefact.objects.create(
        plan=plan,
        document="status",
        language="nb",
        format="pdf",
        content_hash="0" * 64,
        refs=["mandate/p1", council.ref],
        as_of=plan.as_of,
        file="documents/status.pdf",
        sha256="0" * 64,
        size=1,
    )
    answer = visit(planner).post(f"{COUNCIL}forkast/", sent(council, reason="Feil."))

    assert answer.status_code == 422
    assert "Milepælen står i et dokument som er hentet ut som fil." in answer.content.decode()


def test_discarded_step_is_gone_and_told_of(
    plan: Plan, council: Milestone, planner: Person, visit: Visit
) -> None:
    visit(planner).post(f"{COUNCIL}forkast/", sent(council, reason="Ført to ganger."))

    event = Event.objects.get(chain=plan.chain, ref="milestone/bystyret")
    assert Milestone.objects.count() == 0
    assert (event.verb, event.reason, event.person_name) == (
        "discarded",
        "Ført to ganger.",
        planner.name,
    )
    assert event.values.before["date"] == "2011-06-15"


def test_reader_sees_the_timeline_and_no_way_to_change_it(
    council: Milestone, reader: Person, visit: Visit
) -> None:
    page = visit(reader).get(LIST).content.decode()

    assert "Endelig plan vedtas" in page
    assert f"{COUNCIL}flytt/" not in page
    assert visit(reader).post(f"{COUNCIL}flytt/", {"when": "1. mai"}).status_code == 403


def test_neighbour_finds_no_timeline(
    council: Milestone, planner_of_nabo: Person, visit: Visit
) -> None:
    browser = visit(planner_of_nabo)
    addresses = (LIST, COUNCIL, f"{COUNCIL}flytt/", f"{LIST}ny/", f"{LIST}vedta/")

    assert [browser.get(address).status_code for address in addresses] == [404] * 5
    assert browser.post(f"{COUNCIL}flytt/", {"when": "1. mai"}).status_code == 404


def test_editor_may_not_approve(council: Milestone, adviser: Person, visit: Visit) -> None:
    assert visit(adviser).post(f"{LIST}vedta/", {"approved_on": "1. januar"}).status_code == 403


def test_approval_cannot_lie_ahead(
    plan: Plan, council: Milestone, planner: Person, visit: Visit
) -> None:
    answer = visit(planner).post(f"{LIST}vedta/", {"revision": "1", "approved_on": "1. mars"})

    assert "Vedtaket kan ikke være fattet 1. mars 2011. Det er etter 1. februar 2011." in (
        answer.content.decode()
    )


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_list_costs_the_same_however_many_steps(
    plan: Plan, planner: Person, visit: Visit, number: int
) -> None:
    Milestone.objects.bulk_create(
        Milestone(plan=plan, slug=f"m{each}", title=f"Steg {each}", date=date(2011, 3, 1))
        for each in range(number)
    )
    browser = visit(planner)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = browser.get(LIST)

    assert len(asked) == 8
    assert answer.content.decode().count("<tr>") == min(number, 50) + 1
