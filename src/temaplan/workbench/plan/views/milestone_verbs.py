"""What may be done with one milestone now, and why not where it may not."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Verb
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.rules.timeline import may_discard_milestone, may_move
from temaplan.workbench.plan.views.milestone_words import owner_differs
from temaplan.workbench.plan.vocabulary import Capability


def milestone_verbs(row: Any, access: Access) -> Sequence[Verb]:
    """Return the verbs for those who may write on the plan."""
    if not access.may(Capability.EDIT):
        return []
    shown = _of_a_shared(row, access) if row.is_shared else _of_ones_own(row, access)
    return [
        *shown,
        _verb(access, row, _("Endre milepæl"), "milestone-change"),
        _discard(row, access),
    ]


def _of_ones_own(row: Any, access: Access) -> Iterator[Verb]:
    moving = may_move(
        state=row.state, had_date=True, gets_date=True, approved=row.baseline_date is not None
    )
    yield _verb(access, row, _("Flytt milepæl"), "milestone-move", moving.reason, primary=True)
    yield _verb(access, row, _("Sett status"), "milestone-state")


def _of_a_shared(row: Any, access: Access) -> Iterator[Verb]:
    """Follow the owner when that has moved; it is never moved from here."""
    if owner_differs(row):
        yield _verb(access, row, _("Følg den andre planen"), "milestone-follow", primary=True)
    yield _verb(access, row, _("Slutt å følge"), "milestone-unfollow")


def _discard(row: Any, access: Access) -> Verb:
    verdict = may_discard_milestone(
        approved=row.baseline_date is not None or row.has_earlier_dates,
        in_a_document=row.stands_in_a_document,
    )
    return _verb(access, row, _("Forkast milepæl"), "milestone-discard", verdict.reason)


def _verb(
    access: Access, row: Any, label: str, name: str, reason: str = "", *, primary: bool = False
) -> Verb:
    return Verb(label, reverse(name, args=[access.plan.slug, row.slug]), reason, primary)
