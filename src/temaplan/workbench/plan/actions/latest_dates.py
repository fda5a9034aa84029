"""Moving the timeline to the latest days before a decision, in one act with one reason."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from temaplan.workbench.plan.actions.timeline import add_milestone, move_milestone
from temaplan.workbench.plan.actions.turns import take_turn
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.queries.latest_dates import Planned, count_backwards, revisions_of
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict, require


@transaction.atomic
def apply_latest_dates(
    plan: Plan,
    *,
    by: Person | None,
    council: date,
    committee: date | None,
    take: Collection[str],
    reason: str,
    revision: int,
) -> None:
    """Move the chosen steps to their latest days, and add those that the plan lacks.

    `take` are codes of steps, `revision` is that of all the milestones together as the
    person had them. All of it happens, or nothing.
    """
    take_turn(plan)
    found = count_backwards(plan, council, committee)
    require(found.verdict)
    # In their order, so that none is moved before what it waits for.
    wanted = [step for step in found.steps if step.latest.code in take and not step.is_there]
    if wanted:
        require(_as_read(revision, revisions_of(found.steps)))
    for step in wanted:
        _apply(plan, step, by=by, reason=reason)


def _as_read(read: int, now: int) -> Verdict:
    if read == now:
        return Allowed()
    return Refused(
        _(
            "Noen andre har endret tidslinjen mens du så på forslaget. Ingenting er flyttet. "
            "Regn ut på nytt, så ser du datoene som gjelder nå."
        )
    )


def _apply(plan: Plan, step: Planned, *, by: Person | None, reason: str) -> None:
    when, way_step = ReadDate(step.latest.day, "day"), step.latest.way_step
    if step.milestone is not None:
        row = step.milestone
        move_milestone(row, by=by, to=when, reason=reason, revision=row.revision)
        return
    values = {"title": str(way_step.label), "step": way_step.step, "body": way_step.body}
    add_milestone(plan=plan, by=by, values=values, when=when, slug_from=way_step.slug)
