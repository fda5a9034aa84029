"""The page of one milestone."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action, Block, Cell, Fact, Verb
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.models import Milestone
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.timeline import milestone_for
from temaplan.workbench.plan.rules.timeline import may_discard_milestone, may_move
from temaplan.workbench.plan.views.milestone_words import (
    baseline_words,
    shift_words,
    state_cell,
    when_words,
)
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import body_word, first_up


@on_plan(Capability.SEE)
def milestone(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show one step with its approved date, its moves and its history."""
    row = milestone_for(access, slug)
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
            verbs=_verbs(row, access),
            blocks=_blocks(row),
        ),
    )


def _facts(row: Milestone, access: Access) -> Sequence[Fact]:
    facts = [Fact(_("Dato"), _date(row))]
    if access.plan.baseline_approved_on is not None:
        facts.append(Fact(_("Vedtatt dato"), baseline_words(row)))
    return [
        *facts,
        Fact(_("Ansvarlig"), first_up(body_word(row.responsible, access.municipality))),
        Fact(
            _("Organ"),
            first_up(body_word(row.body, access.municipality)),
            missing=_("ikke oppgitt"),
        ),
        Fact(
            _("Steg i prosessen"),
            str(row.get_step_display()) if row.step else "",
            missing=_("ikke et steg som regler regnes fra"),
        ),
    ]


def _date(row: Milestone) -> Cell:
    exact = row.date is None or row.precision == "day"
    return Cell(when_words(row), note="" if exact else _("Bare måneden er kjent."))


def _blocks(row: Milestone) -> Sequence[Block]:
    shifts = [
        {
            "words": shift_words(shift),
            "day": written_date(shift.decided_on),
            "reason": shift.reason,
        }
        for shift in row.shifts.all()
    ]
    if not shifts:
        return []
    return [Block(_("Flyttinger"), "plan/shifts.html", {"shifts": shifts}, anchor="flyttinger")]


def _verbs(row: Milestone, access: Access) -> Sequence[Verb]:
    if not access.may(Capability.EDIT):
        return []
    moving = may_move(
        state=row.state, had_date=True, gets_date=True, approved=row.baseline_date is not None
    )
    discarding = may_discard_milestone(
        approved=row.baseline_date is not None, in_a_document=stands_in_a_document(row)
    )

    def verb(label: str, name: str, reason: str = "", *, primary: bool = False) -> Verb:
        return Verb(label, reverse(name, args=[access.plan.slug, row.slug]), reason, primary)

    return [
        verb(_("Flytt milepæl"), "milestone-move", moving.reason, primary=True),
        verb(_("Sett status"), "milestone-state"),
        verb(_("Endre milepæl"), "milestone-change"),
        verb(_("Forkast milepæl"), "milestone-discard", discarding.reason),
    ]
