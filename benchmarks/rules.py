"""What it costs to judge a plan by every rule, with 1,000 milestones and 10,000 events.

    uv run python benchmarks/rules.py

Every tenth milestone is a hearing, a deadline or a treatment, far more than any plan has,
and every hearing is measured against all that could end it. CPU is that of this process,
the least of the times. Target: 300 ms for all rules, and 30 ms for the page. Results are
kept in `benchmarks/README.md`.
"""

import os
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

MILESTONES, EVENTS, TIMES = 1000, 10_000, 5
FIRST = date(2027, 1, 4)
STEPS = {0: "hearing", 10: "hearing_deadline", 20: "treatment"}  # of every thirty


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="temaplan-rules-") as folder:
        os.environ.update(TEMAPLAN_DATA=folder, DJANGO_SETTINGS_MODULE="temaplan.config.settings")
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        client, plan = _stored()
        print("| hva | ms |\n| --- | ---: |")
        for name, act in _acts(client, plan).items():
            print(f"| {name} | {_least(act):.1f} |")


def _acts(client: Any, plan: Any) -> dict[str, Callable[[], Any]]:
    from temaplan.workbench.overview.rule_engine.engine import judge
    from temaplan.workbench.overview.rule_engine.reading import facts_of

    facts = facts_of(plan)
    address = f"/arbeid/{plan.slug}/oversikt/regler/"
    return {
        "hente fakta": lambda: facts_of(plan),
        "40 regler": lambda: judge(facts),
        "siden «Regler»": lambda: client.get(address),
    }


def _least(act: Callable[[], Any]) -> float:
    taken = []
    for _each in range(TIMES):
        begun = time.process_time()
        act()
        taken.append(time.process_time() - begun)
    return 1000 * min(taken)


def _stored() -> tuple[Any, Any]:
    from django.test import Client
    from django.utils import timezone

    from temaplan.workbench.plan.models import (
        Event,
        Membership,
        Milestone,
        Municipality,
        Person,
        Plan,
    )

    town = Municipality.objects.create(slug="prove", name="Prøve kommune", fictional=True)
    plan = Plan.objects.create(
        municipality=town,
        slug="stor",
        title="Stor plan",
        plan_type="municipal_sub_plan",
        last_event_number=EVENTS,
        last_event_hash=f"{EVENTS}",
    )
    Milestone.objects.bulk_create(
        Milestone(
            plan=plan,
            slug=f"m{number}",
            title=f"Milepæl {number}",
            step=STEPS.get(number % 30, ""),
            date=FIRST + timedelta(days=number),
        )
        for number in range(MILESTONES)
    )
    Event.objects.bulk_create(
        Event(
            chain=plan.chain,
            number=number,
            at=timezone.now(),
            person_name="x",
            verb="changed",
            ref="milestone/m1",
            title="x",
            values_hash="",
            hash=f"{number}",
        )
        for number in range(1, EVENTS + 1)
    )
    person = Person.objects.create(email="p@eksempel.test", name="Planlegger")
    Membership.objects.create(person=person, municipality=town, role="planner")
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    return client, Plan.objects.select_related("municipality").get(pk=plan.pk)


if __name__ == "__main__":
    main()
