"""S28: the deck's steps in its months; a move shows baseline, new date, reason; iCal agrees."""

import icalendar

from temaplan.workbench.plan.models import Milestone
from tests.deck.outsider import Outsider, words_of

STEPS_BY_MONTH = {2: 4, 3: 2, 4: 3, 5: 5, 6: 3}


def test_timeline_has_the_steps_of_the_deck_in_its_months(in_drammen: Outsider) -> None:
    found: dict[int, int] = {}
    for step in Milestone.objects.filter(plan=in_drammen.plan):
        assert step.date is not None
        assert step.date.year == 2011
        found[step.date.month] = found.get(step.date.month, 0) + 1

    assert found == STEPS_BY_MONTH


def test_move_after_approval_shows_both_dates_and_the_reason(in_drammen: Outsider) -> None:
    in_drammen.saves("tidslinje/vedta/")
    said = in_drammen.refused("tidslinje/juni-bystyre/flytt/", when="22. juni 2011", reason="")
    assert "Hvorfor flyttes den" in said

    in_drammen.saves(
        "tidslinje/juni-bystyre/flytt/", when="22. juni 2011", reason="Formannskapet utsatte saken."
    )

    for page in ("tidslinje/", "tidslinje/juni-bystyre/"):
        text = words_of(in_drammen.open(page).content.decode())
        for told in ("15. juni 2011", "22. juni 2011", "Formannskapet utsatte saken."):
            assert told in text, f"{page}: {told}"


def test_slips_of_the_example_are_shown_with_their_reasons(in_eksempelvik: Outsider) -> None:
    text = words_of(in_eksempelvik.open("tidslinje/").content.decode())

    for told in ("2. april 2026", "9. april 2026", "2. april er skjærtorsdag."):
        assert told in text, told


def test_calendar_has_the_dates_of_the_timeline(in_drammen: Outsider) -> None:
    in_drammen.saves("tidslinje/juni-bystyre/flytt/", when="22. juni 2011")

    file = in_drammen.open("tidslinje/samlet/kalender.ics").content
    found = {
        str(event["UID"]).partition("@")[0]: event["DTSTART"].dt
        for event in icalendar.Calendar.from_ical(file).walk("VEVENT")
    }
    stored = Milestone.objects.filter(plan=in_drammen.plan).values_list("slug", "date")
    assert found == dict(stored)
    assert found["juni-bystyre"].isoformat() == "2011-06-22"


def test_drawn_timeline_has_every_step(in_drammen: Outsider) -> None:
    text = words_of(in_drammen.open("tidslinje/samlet/bilde/").content.decode())

    for step in Milestone.objects.filter(plan=in_drammen.plan):
        assert " ".join(step.title.split()) in text


def test_new_approval_keeps_the_one_before_it(in_eksempelvik: Outsider) -> None:
    in_eksempelvik.saves("tidslinje/vedta/", reason="Påsken og høringen flyttet seg.")
    kept = words_of(in_eksempelvik.open("tidslinje/samlet/vedtak/").content.decode())

    assert "Påsken og høringen flyttet seg." in kept
    assert "15. januar 2026" in kept
