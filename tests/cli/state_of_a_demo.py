"""Driver, run as a program inside a demo: what has been made there."""

import json

import django


def main() -> None:
    """Print plans, planners, pages that are missing, files, and tasks that wait."""
    django.setup()
    from django_tasks_db.models import DBTaskResult

    from temaplan.workbench.overview.documents.ahead import pages_are_missing
    from temaplan.workbench.plan.models import Artefact, Person, Plan

    plans = list(Plan.objects.select_related("municipality"))
    planners = Person.objects.filter(demo_cast=True, name__startswith="Planlegger")
    files = Artefact.objects.select_related("plan")
    found = {
        "plans": {plan.slug: plan.title for plan in plans},
        "planners": sorted(planners.values_list("name", flat=True)),
        "pages_missing": [plan.slug for plan in plans if pages_are_missing(plan)],
        "files": sorted(f"{file.plan.slug} {file.document}.{file.format}" for file in files),
        "waiting_tasks": DBTaskResult.objects.ready().count(),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
