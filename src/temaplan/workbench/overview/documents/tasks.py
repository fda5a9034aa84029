"""What the worker does after a change: draw the charts, build the pages, make the files.

Every task may run twice with the same result. The web process only puts them in the
queue, so it never loads a library that draws or typesets. Django reads this module
when it starts, therefore what a task needs is imported when it runs.
"""

from datetime import datetime, time, timedelta

from django.db.models import Q
from django.tasks import task
from django.utils import timezone

from temaplan.workbench.overview.documents import queue
from temaplan.workbench.plan.access import today
from temaplan.workbench.plan.events import after_events
from temaplan.workbench.plan.models import Municipality, Plan
from temaplan.workbench.plan.models.event_chain import EventChain

SOMEBODY_WAITS = 10


@task()
def refresh_plan(plan_id: int) -> None:
    """Draw the charts of a plan and store its pages; again at midnight if it lives today."""
    from temaplan.workbench.overview.documents import pages
    from temaplan.workbench.overview.documents.drawing import draw_charts

    plan = Plan.objects.select_related("municipality").filter(pk=plan_id).first()
    if plan is None:
        return
    draw_charts(plan)
    pages.store_pages(plan)
    if plan.as_of is None:
        queue.enqueue_later(refresh_plan, plan.pk, at=_next_midnight())


@task(priority=SOMEBODY_WAITS)
def build_file(plan_id: int, document: str, language: str, format: str) -> str:
    """Make a PDF or Word file of a document as the plan is now; returns its checksum."""
    from temaplan.workbench.overview.documents.artefacts import build_artefact

    plan = Plan.objects.select_related("municipality").get(pk=plan_id)
    return build_artefact(plan, document, language, format).sha256


@after_events
def refresh_after_change(head: EventChain) -> None:
    """Ask for new pages of the plans that a change concerns."""
    plans = Plan.objects.filter(pk=head.pk) if isinstance(head, Plan) else Plan.objects.none()
    if isinstance(head, Municipality):
        plans = Plan.objects.filter(municipality=head)
    for key in plans.values_list("pk", flat=True):
        queue.enqueue_once(refresh_plan, key)


def refresh_what_is_old() -> None:
    """Ask for new pages of every plan whose stored ones are not of now.

    Run when the worker starts: a process that is killed between a change and its
    task leaves old pages, which are not served but cost a build on each visit.
    """
    from temaplan.workbench.overview.documents import pages

    plans = Plan.objects.select_related("municipality").filter(
        Q(is_public=True) | Q(pages__isnull=False)
    )
    for plan in plans.distinct():
        if not pages.are_stored(plan):
            queue.enqueue_once(refresh_plan, plan.pk)


def _next_midnight() -> datetime:
    return timezone.make_aware(datetime.combine(today() + timedelta(days=1), time(0, 0, 5)))
