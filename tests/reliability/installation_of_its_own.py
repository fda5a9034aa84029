"""Driver, run as a program inside an installation: a planner's session, and what is stored.

python installation_of_its_own.py session   → the session key of a planner
python installation_of_its_own.py stored    → {"names": […], "faults": […], "events": n}
"""

import json
import sys

import django


def session() -> str:
    """Make a planner of the one plan there is, and log in."""
    from django.test import Client

    from temaplan.workbench.plan.models import Plan
    from tests.fixtures.cast import person_with

    client = Client()
    client.force_login(person_with("planner", Plan.objects.get(), whole_municipality=True))
    return client.cookies["sessionid"].value


def stored() -> str:
    """Tell the names of all actors, and what of the event log does not hold."""
    from temaplan.workbench.actor.models import Organisation
    from temaplan.workbench.plan.events import broken_events
    from temaplan.workbench.plan.models import Event, Plan

    plan = Plan.objects.get()
    added = Event.objects.filter(chain=plan.chain, verb="added", ref__startswith="organisation/")
    return json.dumps(
        {
            "names": list(Organisation.objects.values_list("name", flat=True)),
            "faults": list(broken_events(plan)),
            "added": list(added.values_list("title", flat=True)),
        }
    )


if __name__ == "__main__":
    django.setup()
    print({"session": session, "stored": stored}[sys.argv[1]]())
