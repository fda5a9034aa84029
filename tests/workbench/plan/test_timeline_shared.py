"""Milestones of another process: shown in both plans, moved in one, told of in the other (S32)."""

from datetime import date

import pytest

from temaplan.workbench.plan.actions import timeline
from temaplan.workbench.plan.actions.baseline import approve_timeline
from temaplan.workbench.plan.actions.sharing import share_milestone
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.models import Milestone, MilestoneShift, Municipality, Person, Plan
from temaplan.workbench.plan.queries.sharing import moved_by_their_owner
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.fixtures.cast import Visit, person_with

HERE = "/arbeid/prove-naering/tidslinje/"
SHARED = f"{HERE}sentrum-horing/"


@pytest.fixture
def centre(prove: Municipality) -> Plan:
    """The centre process, a plan of the same municipality."""
    return Plan.objects.create(
        municipality=prove,
        slug="sentrum",
        title="Sentrumsplanen",
        plan_type="municipal_sub_plan",
        as_of=date(2026, 3, 2),
    )


@pytest.fixture
def theirs(centre: Plan) -> Milestone:
    return Milestone.objects.create(
        plan=centre, slug="horing", title="Sentrumsplanen på høring", date=date(2026, 5, 4)
    )


@pytest.fixture
def shared(plan: Plan, theirs: Milestone, planner: Person) -> Milestone:
    return share_milestone(theirs, into=plan, by=planner)


def move_theirs(theirs: Milestone, planner: Person, day: date) -> None:
    theirs.refresh_from_db()
    timeline.move_milestone(
        theirs, by=planner, to=ReadDate(day, "day"), reason="Trafikk.", revision=theirs.revision
    )


def test_milestone_is_fetched_and_shown_in_both_plans(
    plan: Plan, theirs: Milestone, planner: Person, visit: Visit
) -> None:
    browser = visit(planner)
    form = browser.get(f"{HERE}samlet/felles/").content.decode()
    answer = browser.post(f"{HERE}samlet/felles/", {"theirs": str(theirs.pk)}, follow=True)
    over_there = browser.get("/arbeid/sentrum/tidslinje/horing/").content.decode()

    assert '<optgroup label="Sentrumsplanen">' in form
    assert "Eies av «Sentrumsplanen»." in answer.content.decode()
    assert "4. mai 2026" in answer.content.decode()
    assert "Vises også i" in over_there
    assert "Næringsplan for Prøve" in over_there


def test_move_over_there_is_told_here_in_list_page_menu_and_picture(
    plan: Plan, theirs: Milestone, shared: Milestone, planner: Person, visit: Visit
) -> None:
    before = visit(planner).get(HERE).content.decode()
    move_theirs(theirs, planner, date(2026, 5, 20))

    assert "endret i en annen plan" not in before
    said = "Eies av «Sentrumsplanen», der den står på 20. mai 2026."
    for address in (HERE, SHARED, f"{HERE}samlet/bilde/", f"{HERE}?vis=endret-av-eier"):
        page = visit(planner).get(address).content.decode()
        assert said in page, address
        assert "1 endret i en annen plan" in page, address
    assert "4. mai 2026" in visit(planner).get(HERE).content.decode()


def test_following_moves_it_here_with_the_reason_kept(
    plan: Plan, theirs: Milestone, shared: Milestone, planner: Person, visit: Visit
) -> None:
    approve_timeline(plan, by=planner, approved_on=date(2026, 3, 1), reason="", revision=1)
    move_theirs(theirs, planner, date(2026, 5, 20))
    shared.refresh_from_db()
    visit(planner).post(
        f"{SHARED}folg/", {"revision": str(shared.revision), "reason": "Sentrum trenger tid."}
    )

    shared.refresh_from_db()
    shift = MilestoneShift.objects.get(milestone=shared)
    assert shared.date == date(2026, 5, 20)
    assert shared.baseline_date == date(2026, 5, 4)
    assert shift.reason == "Sentrum trenger tid."
    assert "endret i en annen plan" not in visit(planner).get(HERE).content.decode()


def test_end_over_there_is_told_and_followed(
    plan: Plan, theirs: Milestone, shared: Milestone, planner: Person, visit: Visit
) -> None:
    timeline.set_milestone_state(
        theirs, by=planner, state="cancelled", reason="Trukket.", revision=1
    )
    page = visit(planner).get(SHARED).content.decode()
    visit(planner).post(f"{SHARED}folg/", {"revision": "1", "reason": "Trukket der."})

    shared.refresh_from_db()
    assert "der den er avlyst" in page
    assert shared.state == "cancelled"
    assert list(moved_by_their_owner(plan)) == []


def test_shared_milestone_is_not_moved_or_called_off_here(
    shared: Milestone, planner: Person, visit: Visit
) -> None:
    browser = visit(planner)
    page = browser.get(SHARED).content.decode()
    refused = [
        browser.post(f"{SHARED}flytt/", {"revision": "1", "when": "1. juni 2026"}),
        browser.post(f"{SHARED}status/", {"revision": "1", "state": "done", "reason": ""}),
    ]

    shared.refresh_from_db()
    assert f"{SHARED}flytt/" not in page
    for answer in refused:
        assert answer.status_code == 422
        assert "Milepælen eies av en annen plan (sentrum)." in answer.content.decode()
    assert (shared.date, shared.state) == (date(2026, 5, 4), "planned")


def test_discarded_over_there_is_told_here_and_can_be_let_go(
    plan: Plan, theirs: Milestone, shared: Milestone, planner: Person, visit: Visit
) -> None:
    timeline.discard_milestone(theirs, by=planner, reason="Dobbelt.")
    page = visit(planner).get(SHARED).content.decode()
    visit(planner).post(f"{SHARED}slutt/", {"revision": "1", "reason": "Borte der."})

    shared.refresh_from_db()
    assert "Den finnes ikke der nå." in page
    assert not shared.is_shared
    assert list(moved_by_their_owner(plan)) == []


def test_same_milestone_is_fetched_once(
    plan: Plan, theirs: Milestone, shared: Milestone, planner: Person, visit: Visit
) -> None:
    form = visit(planner).get(f"{HERE}samlet/felles/").content.decode()

    assert "Sentrumsplanen på høring" not in form
    with pytest.raises(NotAllowed):
        share_milestone(theirs, into=plan, by=planner)


def test_milestone_is_fetched_only_from_plans_where_one_may_write(
    plan: Plan, theirs: Milestone, centre: Plan, visit: Visit
) -> None:
    person = person_with("editor", plan)
    reading_there = person_with("reader", centre)
    reading_there.memberships.update(person=person)
    page = visit(person).get(f"{HERE}samlet/felles/").content.decode()
    answer = visit(person).post(f"{HERE}samlet/felles/", {"theirs": str(theirs.pk)})

    assert "Sentrumsplanen på høring" not in page
    assert answer.status_code == 422
    assert list(Milestone.objects.filter(plan=plan)) == []


def test_nothing_is_read_from_a_plan_of_another_municipality(
    plan: Plan, plan_of_nabo: Plan, planner: Person, visit: Visit
) -> None:
    """A folder may name any plan as owner; only those of the own municipality are asked."""
    Milestone.objects.create(
        plan=plan_of_nabo, slug="hemmelig", title="Hemmelig nabosteg", date=date(2026, 9, 9)
    )
    Milestone.objects.create(
        plan=plan,
        slug="lurt",
        title="Lurt",
        date=date(2026, 5, 4),
        owner_plan=plan_of_nabo.slug,
        owner_milestone="hemmelig",
    )
    browser = visit(planner)
    for address in (HERE, f"{HERE}lurt/", f"{HERE}samlet/bilde/"):
        page = browser.get(address).content.decode()
        assert "9. september 2026" not in page
        assert plan_of_nabo.title not in page
    assert list(moved_by_their_owner(plan)) == []
    told = visit(planner).post(f"{HERE}lurt/folg/", {"revision": "1", "reason": "x"})
    assert "9. september" not in told.content.decode()


def test_neighbour_does_not_see_that_a_milestone_is_shown_elsewhere(
    plan: Plan, theirs: Milestone, shared: Milestone, planner_of_nabo: Person, visit: Visit
) -> None:
    assert visit(planner_of_nabo).get(SHARED).status_code == 404
