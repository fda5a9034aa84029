"""Challenges: add, change, discard."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from temaplan.workbench.challenge import rules
from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.challenge.queries.challenges import numbers_taken
from temaplan.workbench.evidence.models import Finding
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.rows import something_rests_on
from temaplan.workbench.plan.verdicts import Verdict, require


@transaction.atomic
def add_challenge(
    *, plan: Plan, by: Person | None, values: Mapping[str, Any], submission: UUID | None = None
) -> Challenge:
    """Add a challenge under a number that is free."""
    refuse_repeat(Challenge, plan=plan, submission=submission)
    take_turn(plan)
    require(rules.number_is_free(int(values["number"]), numbers_taken(plan)))
    return add_object(
        Challenge,
        plan=plan,
        by=by,
        values=values,
        slug_from=str(values["title"]),
        submission=submission,
    )


@transaction.atomic
def change_challenge(
    challenge: Challenge,
    *,
    by: Person | None,
    changes: Mapping[str, Any],
    revision: int,
    seen: Iterable[Finding] = (),
) -> Challenge:
    """Change a challenge.

    `seen` are the findings that the person could choose among; links to others are
    not theirs to remove, and stay.
    """
    take_turn(challenge.plan)
    complete = dict(changes)
    if "number" in complete:
        taken = numbers_taken(challenge.plan, but=challenge)
        require(rules.number_is_free(int(complete["number"]), taken))
    if "findings" in complete:
        chosen = {finding.pk for finding in complete["findings"]}
        unseen = challenge.findings.exclude(pk__in=[finding.pk for finding in seen])
        chosen |= set(unseen.values_list("pk", flat=True))
        complete["findings"] = Finding.objects.filter(plan=challenge.plan, pk__in=chosen)
    return change_object(challenge, by=by, changes=complete, revision=revision)


def may_discard(challenge: Challenge) -> Verdict:
    """Tell whether the challenge may be removed."""
    return rules.may_discard(
        in_a_document=stands_in_a_document(challenge),
        used=something_rests_on(challenge, but=(RoleAssignment,)),
    )


@transaction.atomic
def discard_challenge(challenge: Challenge, *, by: Person | None, reason: str) -> None:
    """Remove a challenge that nobody has read in a document, with its roles."""
    take_turn(challenge.plan)
    require(may_discard(challenge))
    for role in challenge.roles.all():
        discard_object(role, by=by, reason=reason)
    discard_object(challenge, by=by, reason=reason)
