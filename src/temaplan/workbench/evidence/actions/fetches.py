"""Ask the statistics office for a table, and let people look over what came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from temaplan.sources.catalogue import TERMS
from temaplan.sources.municipalities import YEAR_OF_BORDERS
from temaplan.workbench.evidence.actions.drafts import BORDERS, begin_draft
from temaplan.workbench.evidence.models import DataTable, TableDraft, TableFetch
from temaplan.workbench.evidence.queries.fetches import is_silent, may_fetch, stage, with_stages
from temaplan.workbench.evidence.rules import fetches as rules
from temaplan.workbench.evidence.tasks import fetch_table
from temaplan.workbench.plan.actions.objects import AlreadySubmitted
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.verdicts import Verdict, require


@dataclass(frozen=True)
class Wish:
    """What is wanted of a table, in the office's own codes."""

    number: str
    regions: Sequence[str] = ()
    periods: str = ""
    contents: str = ""


@transaction.atomic
def ask_for_table(
    *,
    plan: Plan,
    by: Person | None,
    wish: Wish,
    table: DataTable | None = None,
    submission: UUID | None = None,
) -> TableFetch:
    """Write down what is wanted and let the worker fetch it. `table` gets newer figures.

    The task is stored in the same transaction, so that no wish waits for nobody.
    """
    require(may_fetch())
    stored = TableFetch.objects.filter(submission=submission).first() if submission else None
    if stored is not None:  # the form came twice
        return stored
    fetch = TableFetch.objects.create(
        plan=plan,
        table=table,
        submission=submission or uuid4(),
        begun_by=str(by or ""),
        number=wish.number,
        regions=list(wish.regions),
        periods=wish.periods,
        contents=wish.contents,
    )
    fetch_table.enqueue(fetch.pk)
    return fetch


@transaction.atomic
def try_again(fetch: TableFetch) -> TableFetch:
    """Let the worker go on with a fetch that stopped; what has come is not asked for again."""
    require(may_fetch())
    current = TableFetch.objects.select_for_update().get(pk=fetch.pk)
    require(may_try_again(current))
    current.state, current.reason = "waiting", ""
    current.save()
    fetch_table.enqueue(current.pk)
    return current


def may_try_again(fetch: TableFetch) -> Verdict:
    """Tell whether the office may be asked again."""
    return rules.may_try_again(state=fetch.state, silent=is_silent(fetch))


@transaction.atomic
def look_over(fetch: TableFetch, *, by: Person | None) -> TableDraft:
    """Put fetched figures where a person looks them over, as a file that was brought.

    From there they become a table of the plan, or the new figures of the one that they
    were fetched for. Edition, source and terms are those of the office.
    """
    current = with_stages(TableFetch.objects.all()).get(pk=fetch.pk)
    require(rules.may_look_over(state=stage(current)))
    try:
        return begin_draft(
            plan=current.plan,
            by=by,
            file_name=_("SSB tabell %(number)s") % {"number": current.number},
            content=current.content,
            about=_about(current),
            table=current.table,
            submission=current.submission,
        )
    except AlreadySubmitted:  # somebody is looking it over
        return TableDraft.objects.get(plan=current.plan, key=str(current.submission))


def _about(fetch: TableFetch) -> dict[str, Any]:
    told = fetch.about
    row = fetch.table
    return {
        "title": row.title if row else told["title"],
        "unit": row.unit if row else told["unit"],
        "source": told["source"],
        "licence": TERMS,
        "vintage": told["vintage"],
        "retrieved_on": date.fromisoformat(told["retrieved_on"]),
        "invented": False,
        BORDERS: YEAR_OF_BORDERS,
    }
