"""Taking in a list of actors: what is new is added, what is there stays as it is."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.actor.queries.importing import judged
from temaplan.workbench.actor.rules.importing import NEW
from temaplan.workbench.plan.actions.objects import add_many
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person, Plan


@transaction.atomic
def import_actors(
    *,
    plan: Plan,
    by: Person | None,
    rows: Sequence[Sequence[str]],
    submission: UUID | None = None,
) -> list[Organisation]:
    """Add the actors that the plan does not have, each with its event; all of them or none.

    The rows are judged again: somebody may have added one since the person saw them. The
    first row carries the submission, so that a list that is sent twice is taken in once.
    """
    refuse_repeat(Organisation, plan=plan, submission=submission)
    take_turn(plan)
    new = [line for line in judged(plan, rows) if line.state == NEW]
    return add_many(
        Organisation,
        plan=plan,
        by=by,
        values=[line.values for line in new],
        slugs_from=[line.values["short_name"] or line.name for line in new],
        submission=submission,
        verb="imported",
    )
