"""S32: a milestone of the centre process stands in both timelines; a move is told."""

import pytest

from temaplan.workbench.plan.models import Membership, Milestone, Person, Plan
from tests.deck.outsider import Outsider, words_of


@pytest.fixture
def in_centre(drammen: Plan, in_drammen: Outsider, planner_of_drammen: Person) -> Outsider:
    """The same planner at work on the centre process, a plan of its own."""
    Membership.objects.filter(person=planner_of_drammen).update(plan=None)
    centre = Plan.objects.create(
        municipality=drammen.municipality,
        slug="sentrumsutvikling",
        title="Sentrumsutvikling",
        plan_type="thematic_plan",
        as_of=drammen.as_of,
    )
    return Outsider(in_drammen.client, centre)


def test_move_in_the_centre_process_is_told_here(in_centre: Outsider, in_drammen: Outsider) -> None:
    in_centre.saves("tidslinje/ny/", title="Handelsstudien er ferdig", when="1. mars 2011")
    theirs = Milestone.objects.get(plan=in_centre.plan)
    in_drammen.saves("tidslinje/samlet/felles/", theirs=str(theirs.pk))
    for each in (in_centre, in_drammen):
        assert "Handelsstudien er ferdig" in words_of(each.open("tidslinje/").content.decode())

    in_centre.saves(f"tidslinje/{theirs.slug}/flytt/", when="15. april 2011")

    told = words_of(in_drammen.open("oversikt/").content.decode())
    page = words_of(in_drammen.open("tidslinje/").content.decode())
    assert "1 endret i en annen plan" in told
    assert "Eies av «Sentrumsutvikling», der den står på 15. april 2011." in page
