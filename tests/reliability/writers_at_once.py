"""Driver, run as a program: four threads append events to one plan at the same time."""

import json
import threading

import django

WRITERS = 4
EVENTS_EACH = 5


def main() -> None:
    """Write, and print what is stored, what failed, and what of the chain does not hold."""
    django.setup()
    from django.db import connections, transaction

    from temaplan.workbench.plan.events import append_event, broken_events
    from temaplan.workbench.plan.models import Event, Plan

    plan = Plan.objects.get()
    before = plan.last_event_number
    together = threading.Barrier(WRITERS)
    faults: list[str] = []

    def say(row: Plan, word: str) -> None:
        append_event(row, by=None, verb="changed", ref=row.ref, title=word)

    def write(writer: int) -> None:
        try:
            together.wait()
            for number in range(EVENTS_EACH):
                with transaction.atomic():
                    say(Plan.objects.get(pk=plan.pk), f"{writer}-{number}")
        except Exception as fault:
            faults.append(repr(fault))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    try:
        say(plan, "outside a transaction")
    except RuntimeError as refusal:
        outside = str(refusal)
    plan.refresh_from_db()
    events = Event.objects.filter(chain=plan.chain, number__gt=before).order_by("number")
    found = {
        "numbers": [event.number - before for event in events],
        "titles": sorted(event.title for event in events),
        "last": plan.last_event_number - before,
        "broken": list(broken_events(plan)),
        "faults": faults,
        "outside": outside,
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
