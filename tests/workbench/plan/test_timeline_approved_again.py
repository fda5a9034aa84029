"""A timeline can be approved a second time; what was approved before stays readable (S28)."""

from datetime import date

import pytest

from temaplan.workbench.plan.actions import timeline
from temaplan.workbench.plan.actions.baseline import approve_timeline
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.models import (
    EarlierBaseline,
    EarlierBaselineDate,
    Event,
    Milestone,
    Person,
    Plan,
)
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.fixtures.cast import Visit

LIST = "/arbeid/prove-naering/tidslinje/"


@pytest.fixture
def council(plan: Plan) -> Milestone:
    return Milestone.objects.create(
        plan=plan, slug="vedtak", title="Planen vedtas", date=date(2026, 6, 17)
    )


@pytest.fixture
def moved(plan: Plan, council: Milestone, planner: Person) -> Milestone:
    """Approved on 1 February, and moved two weeks since."""
    approve_timeline(plan, by=planner, approved_on=date(2026, 2, 1), reason="sak 3/26", revision=1)
    council.refresh_from_db()
    to = ReadDate(date(2026, 9, 24), "day")
    return timeline.move_milestone(
        council, by=planner, to=to, reason="Høringen varer lenger.", revision=council.revision
    )


def approve_again(plan: Plan, planner: Person, **changed: object) -> Plan:
    plan.refresh_from_db()
    given = {"approved_on": date(2026, 3, 2), "reason": "Utsatt i sak 9/26", **changed}
    return approve_timeline(plan, by=planner, revision=plan.revision, **given)  # type: ignore[arg-type]


def test_new_approval_holds_and_the_old_is_kept(
    plan: Plan, moved: Milestone, planner: Person
) -> None:
    approve_again(plan, planner)

    moved.refresh_from_db()
    plan.refresh_from_db()
    kept = EarlierBaselineDate.objects.get()
    assert moved.baseline_date == date(2026, 9, 24)
    assert (plan.baseline_approved_on, plan.baseline_reason) == (
        date(2026, 3, 2),
        "Utsatt i sak 9/26",
    )
    assert (kept.milestone, kept.date, kept.precision) == (moved, date(2026, 6, 17), "day")
    assert (kept.baseline.approved_on, kept.baseline.reason) == (date(2026, 2, 1), "sak 3/26")
    assert kept.baseline.replaced_on == date(2026, 3, 2)


def test_both_approvals_can_be_read_side_by_side(
    plan: Plan, moved: Milestone, planner: Person, reader: Person, visit: Visit
) -> None:
    approve_again(plan, planner)
    slug = EarlierBaseline.objects.get().slug
    browser = visit(reader)
    listed = browser.get(f"{LIST}samlet/vedtak/").content.decode()
    row = browser.get(f"{LIST}samlet/vedtak/{slug}/").content.decode().split("<tbody>")[1]
    page = browser.get(f"{LIST}vedtak/").content.decode()

    assert "2. mars 2026 (Utsatt i sak 9/26)" in listed
    assert "sak 3/26" in listed
    assert "17. juni 2026" in row
    assert row.count("24. september 2026") == 2  # approved now, and where it stands
    assert "Tidligere vedtatte datoer" in page
    assert "vedtatt 1. februar 2026" in page


def test_milestone_called_vedtak_keeps_its_address(
    plan: Plan, council: Milestone, planner: Person, visit: Visit
) -> None:
    """The template's last step is called so; the list of approvals must not hide it."""
    assert "Planen vedtas" in visit(planner).get(f"{LIST}vedtak/").content.decode()


def test_new_approval_needs_a_reason(
    plan: Plan, moved: Milestone, planner: Person, visit: Visit
) -> None:
    plan.refresh_from_db()
    answer = visit(planner).post(
        f"{LIST}vedta/",
        {"revision": str(plan.revision), "approved_on": "2. mars 2026", "reason": ""},
    )
    assert answer.status_code == 422
    assert "Fyll ut «Hvorfor vedtas den på nytt»." in answer.content.decode()
    with pytest.raises(NotAllowed, match="Skriv hvorfor den vedtas på nytt"):
        approve_again(plan, planner, reason=" ")


def test_new_approval_is_not_older_than_the_one_it_replaces(
    plan: Plan, moved: Milestone, planner: Person
) -> None:
    with pytest.raises(NotAllowed, match=r"Det forrige er fra 1\. februar 2026"):
        approve_again(plan, planner, approved_on=date(2026, 1, 31))


def test_approving_what_is_approved_already_is_refused(
    plan: Plan, council: Milestone, planner: Person, visit: Visit
) -> None:
    approve_timeline(plan, by=planner, approved_on=date(2026, 2, 1), reason="", revision=1)
    with pytest.raises(NotAllowed, match="Det er ingenting nytt å vedta"):
        approve_again(plan, planner)
    assert list(EarlierBaseline.objects.all()) == []


def test_form_sent_twice_replaces_once(
    plan: Plan, moved: Milestone, planner: Person, visit: Visit
) -> None:
    plan.refresh_from_db()
    sent = {"revision": str(plan.revision), "approved_on": "2. mars 2026", "reason": "sak 9/26"}
    for _each in range(2):
        visit(planner).post(f"{LIST}vedta/", sent)

    assert EarlierBaseline.objects.count() == 1
    assert Event.objects.filter(ref=plan.ref, verb="baseline_approved").count() == 2


def test_step_that_is_called_off_is_not_approved_again(
    plan: Plan, moved: Milestone, planner: Person
) -> None:
    timeline.set_milestone_state(
        moved, by=planner, state="cancelled", reason="Trukket.", revision=moved.revision
    )
    Milestone.objects.create(plan=plan, slug="ny", title="Ny", date=date(2026, 10, 1))
    approve_again(plan, planner)

    moved.refresh_from_db()
    assert moved.baseline_date is None
    with pytest.raises(NotAllowed, match="Milepælen står i den vedtatte framdriftsplanen"):
        timeline.discard_milestone(moved, by=planner, reason="Bort.")


def test_consequence_names_what_is_kept(
    plan: Plan, moved: Milestone, planner: Person, visit: Visit
) -> None:
    page = visit(planner).get(f"{LIST}vedta/").content.decode()
    assert "Framdriftsplanen som ble vedtatt 1. februar 2026, med alle datoene i den." in page
