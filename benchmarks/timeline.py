"""What the pages of a timeline with 1,000 milestones cost, and its calendar.

    uv run python benchmarks/timeline.py

A plan is stored in an empty database in a temporary folder: 1,000 milestones, each after
the one before it, all approved, every tenth moved with a reason. Then each page is asked
for as by a planner, a few times. CPU is that of this process, the least of the times;
statements are counted once.

Targets: 8 statements and 30 ms for a page, 100 ms for the calendar. Results are kept in
`benchmarks/README.md`.
"""

import os
import tempfile
import time
from datetime import date, timedelta
from http import HTTPStatus
from itertools import pairwise
from typing import Any

NUMBER = 1000
TIMES = 7
FIRST = date(2026, 1, 5)
PAGES = {
    "tidslinje": "tidslinje/",
    "tidslinje, side 10": "tidslinje/?side=10",
    "tidslinje, forsinket": "tidslinje/?vis=forsinket",
    "tidslinje, endret av eier": "tidslinje/?vis=endret-av-eier",
    "framdriftsbilde": "tidslinje/samlet/bilde/",
    "én milepæl": "tidslinje/m500/",
    "flytt": "tidslinje/m500/flytt/",
    "hva den kommer etter": "tidslinje/m500/etter/",
    "hent felles milepæl": "tidslinje/samlet/felles/",
    "regn bakover": "tidslinje/samlet/bakover/?vedtak=2028-09-28",
    "vedtak om framdriften": "tidslinje/samlet/vedtak/",
    "temaer": "plan/temaer/",
    "kalender, 1 000 oppføringer": "tidslinje/samlet/kalender.ics",
}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="temaplan-timeline-") as folder:
        os.environ.update(TEMAPLAN_DATA=folder, DJANGO_SETTINGS_MODULE="temaplan.config.settings")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        client, plan = _stored()
        print("| side | setninger | ms |\n| --- | ---: | ---: |")
        for name, path in PAGES.items():
            statements, least = _cost(client, f"/arbeid/{plan.slug}/{path}")
            print(f"| {name} | {statements} | {least:.1f} |")


def _cost(client: Any, address: str) -> tuple[int, float]:
    """Return the number of statements and the least CPU time in milliseconds."""
    from django.db import connection

    asked: list[str] = []

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        answer = client.get(address)
    assert answer.status_code == HTTPStatus.OK, (address, answer.status_code)
    taken = []
    for _each in range(TIMES):
        begun = time.process_time()
        client.get(address)
        taken.append(time.process_time() - begun)
    return len(asked), 1000 * min(taken)


def _stored() -> tuple[Any, Any]:
    from django.test import Client

    from temaplan.workbench.plan.models import Membership, Municipality, Person, Plan

    town = Municipality.objects.create(slug="prove", name="Prøve kommune", fictional=True)
    plan, other = (
        Plan.objects.create(
            municipality=town,
            slug=slug,
            title=slug,
            plan_type="thematic_plan",
            as_of=FIRST + timedelta(days=200),
            baseline_approved_on=FIRST,
        )
        for slug in ("naering", "sentrum")
    )
    _fill(plan)
    _fill(other)
    person = Person.objects.create(email="planlegger@eksempel.test", name="Planlegger")
    Membership.objects.create(person=person, municipality=town, role="planner")
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    return client, plan


def _fill(plan: Any) -> None:
    from temaplan.workbench.plan.models import Milestone, MilestoneDependency, MilestoneShift, Theme

    rows = Milestone.objects.bulk_create(_milestone(plan, number) for number in range(NUMBER))
    MilestoneDependency.objects.bulk_create(
        MilestoneDependency(plan=plan, slug=f"d{number}", milestone=later, after=before)
        for number, (before, later) in enumerate(pairwise(rows))
    )
    MilestoneShift.objects.bulk_create(
        MilestoneShift(
            plan=plan,
            slug=f"s{number}",
            milestone=row,
            from_date=row.baseline_date,
            from_precision="day",
            to_date=row.date,
            to_precision="day",
            reason="Møtet ble flyttet.",
            decided_on=FIRST,
        )
        for number, row in enumerate(rows[::10])
    )
    Theme.objects.bulk_create(
        Theme(plan=plan, slug=f"t{number}", title=f"Tema {number}", position=number)
        for number in range(NUMBER)
    )


def _milestone(plan: Any, number: int) -> Any:
    from temaplan.workbench.plan.models import Milestone

    day = FIRST + timedelta(days=number)
    return Milestone(
        plan=plan,
        slug=f"m{number}",
        position=number,
        title=f"Steg {number} i arbeidet med planen",
        date=day,
        baseline_date=day - timedelta(days=7) if number % 10 == 0 else day,
        baseline_precision="day",
        body="kommunestyret",
        responsible="prosjektleder",
        step={600: "draft", 610: "hearing", 650: "hearing_deadline", 700: "adoption"}.get(
            number, ""
        ),
    )


if __name__ == "__main__":
    main()
