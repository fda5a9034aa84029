"""The page of one milestone."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.pages.cells import Action, Cell, Fact
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.queries.around import WAITED_FOR_BY, WAITS_FOR, Around, around
from temaplan.workbench.plan.queries.dependencies import placed
from temaplan.workbench.plan.queries.timeline_rows import owner_told, shown_milestone
from temaplan.workbench.plan.rules.dependencies import comes_in_order
from temaplan.workbench.plan.views.milestone_blocks import milestone_blocks
from temaplan.workbench.plan.views.milestone_verbs import milestone_verbs
from temaplan.workbench.plan.views.milestone_words import (
    baseline_words,
    free_day_words,
    owner_differs,
    owner_words,
    state_cell,
    until_words,
)
from temaplan.workbench.plan.vocabulary import MILESTONE_STATE, Capability
from temaplan.workbench.plan.wording import body_word, first_up
from temaplan.workbench.plan.working_days import DAYS_IN_A_WEEK, span_between


@on_plan(Capability.SEE)
def milestone(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show one step with its approved date, its order, its moves and its history."""
    row = shown_milestone(access, slug)
    beside = around(row)
    return show_object(
        request,
        access,
        ObjectPage(
            row=row,
            kind_label=_("milepæl"),
            back=Action(_("Tidslinje"), reverse("timeline", args=[access.plan.slug])),
            title=row.title,
            tags=[state_cell(row, reading_date(access.plan))],
            facts=_facts(row, access),
            body=row.note,
            verbs=milestone_verbs(row, access),
            blocks=milestone_blocks(row, access, beside),
            notice=" ".join(_to_look_at(row, beside)),
        ),
    )


def _to_look_at(row: Any, beside: Around) -> Iterator[str]:
    """Say what somebody should look at: a free day, an impossible order, a move elsewhere."""
    if free := free_day_words(row):
        yield free
    if row.is_shared and owner_differs(row):
        yield owner_words(row)
    if MILESTONE_STATE[row.state].over:
        return
    here = placed(row)
    pairs = [(each, each.placed, here) for each in beside.of(WAITS_FOR)]
    pairs += [(each, here, each.placed) for each in beside.of(WAITED_FOR_BY)]
    for each, before, later in pairs:
        verdict = comes_in_order(before, later, least_days=each.number)
        if each.state != "cancelled" and not verdict.allowed:
            yield verdict.reason


def _facts(row: Any, access: Access) -> Sequence[Fact]:
    facts = [Fact(_("Dato"), _date(row))]
    if access.plan.baseline_approved_on is not None:
        facts.append(Fact(_("Vedtatt dato"), baseline_words(row)))
    if row.duration_days:
        facts.append(Fact(_("Varighet"), _duration(row)))
    facts += [
        Fact(_("Ansvarlig"), first_up(body_word(row.responsible, access.municipality))),
        Fact(
            _("Organ"),
            first_up(body_word(row.body, access.municipality)),
            missing=_("ikke oppgitt"),
        ),
    ]
    if row.step:
        facts.append(Fact(_("Steg i prosessen"), first_up(str(row.get_step_display()))))
    if row.is_shared:
        facts.append(Fact(_("Felles med"), _owner(row)))
    return facts


def _duration(row: Any) -> Cell:
    """Say how many days it lasts, and how many weeks of those people work as usual."""
    days = ngettext("%(number)d dag", "%(number)d dager", row.duration_days)
    words = days % {"number": row.duration_days}
    if row.date is None or row.precision != "day" or row.duration_days < DAYS_IN_A_WEEK:
        return Cell(words)
    # The first day is part of it, so it is counted from the day before.
    before = row.date - timedelta(days=1)
    span = span_between(before, before + timedelta(days=row.duration_days))
    weeks = f"{span.effective_weeks:.1f}".replace(".", ",")
    return Cell(words, note=_("%(weeks)s effektive uker") % {"weeks": weeks})


def _date(row: Any) -> Cell:
    exact = row.date is None or row.precision == "day"
    note = "" if exact else _("Bare måneden er kjent. Den regnes fra første dag i måneden.")
    return Cell(until_words(row), note=note)


def _owner(row: Any) -> Cell:
    there = owner_told(row)
    title = there.plan_title or row.owner_plan
    if not there.precision:
        return Cell(title, note=owner_words(row))
    address = reverse("milestone", args=[row.owner_plan, row.owner_milestone])
    return Cell(title, address, note=owner_words(row))
