"""Approving the timeline, and the approvals that later ones have replaced."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.pages.cells import Action, Cell, Empty
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.pages.list_page import Column, ListPage, show_list
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.baseline import approve_timeline
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import ApprovalForm
from temaplan.workbench.plan.models import EarlierBaseline, EarlierBaselineDate, Plan
from temaplan.workbench.plan.queries.timeline import (
    approval_verdict,
    dates_in,
    earlier_baseline_for,
    earlier_baselines,
    milestones,
)
from temaplan.workbench.plan.verdicts import require
from temaplan.workbench.plan.views.milestone_words import baseline_words, when_words
from temaplan.workbench.plan.views.timeline import timeline_sentence
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.DECIDE)
def timeline_approve(request: HttpRequest, access: Access) -> HttpResponse:
    """Show what the approval means, and make the dates of now the approved ones."""
    require(approval_verdict(access.plan))
    timeline = reverse("timeline", args=[access.plan.slug])
    again = access.plan.baseline_approved_on is not None
    form = ApprovalForm(request.POST, access=access, row=access.plan)

    def act() -> Plan:
        values = form.values()
        return approve_timeline(
            access.plan,
            by=access.person,
            approved_on=values["approved_on"],
            reason=values["reason"],
            revision=form.revision_read,
        )

    title = _("Vedta framdriftsplanen på nytt") if again else _("Vedta framdriftsplanen")
    page = FormPage(
        title=title,
        form=form,
        submit=title,
        cancel=timeline,
        back=Action(_("Tidslinje"), timeline),
        consequence=_what_it_means(access.plan),
    )
    said = _("Framdriftsplanen er vedtatt.")
    return answer_form(request, access, page, act=act, then=lambda plan: timeline, said=said)


def _what_it_means(plan: Plan) -> Consequence:
    steps = milestones(plan).exclude(state="cancelled")
    days = list(steps.values_list("date", flat=True))
    dated, undated = len(days) - days.count(None), days.count(None)
    changes = [
        ngettext(
            "%(number)d milepæl får datoen den har nå, som vedtatt dato.",
            "%(number)d milepæler får datoen de har nå, som vedtatt dato.",
            dated,
        )
        % {"number": dated},
        _("Hver flytting etter dette må begrunnes. Vedtatt og ny dato vises side ved side."),
    ]
    if undated:
        changes.append(
            ngettext(
                "%(number)d milepæl har ingen dato og får heller ingen vedtatt dato.",
                "%(number)d milepæler har ingen dato og får heller ingen vedtatt dato.",
                undated,
            )
            % {"number": undated}
        )
    return Consequence(changes=changes, stays=_what_stays(plan))


def _what_stays(plan: Plan) -> list[str]:
    stays = [_("Du kan fortsatt legge til milepæler, sette status og endre ansvarlig.")]
    if plan.baseline_approved_on is not None:
        kept = _("Framdriftsplanen som ble vedtatt %(day)s, med alle datoene i den.")
        stays.append(kept % {"day": written_date(plan.baseline_approved_on)})
    return stays


@on_plan(Capability.SEE)
def approvals(request: HttpRequest, access: Access) -> HttpResponse:
    """List the approvals that a later one has replaced."""
    plan = access.plan
    return show_list(
        request,
        access,
        ListPage(
            title=_("Vedtak om framdriften"),
            sentence=timeline_sentence(plan),
            rows=earlier_baselines(plan).annotate(number_of=Count("dates")),
            columns=_approval_columns(plan),
            empty=Empty(_("Ingen tidligere vedtak er erstattet.")),
            links=[_to_timeline(access)],
            file_name=f"{plan.slug}-vedtak-om-framdriften",
        ),
    )


def _approval_columns(plan: Plan) -> Sequence[Column]:
    def approved(row: EarlierBaseline) -> Cell:
        address = reverse("earlier-timeline", args=[plan.slug, row.slug])
        return Cell(written_date(row.approved_on), address)

    def number(row: Any) -> str:
        return str(row.number_of)

    return [
        Column("vedtatt", _("Vedtatt"), approved, sort=("approved_on",), header=True),
        Column("vedtak", _("Vedtak"), lambda row: row.reason or _("ikke oppgitt")),
        Column("erstattet", _("Erstattet"), lambda row: written_date(row.replaced_on), narrow=True),
        Column("antall", _("Milepæler"), number, numeric=True),
    ]


@on_plan(Capability.SEE)
def earlier_timeline(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show the dates of an earlier approval beside what was approved later and what holds now."""
    plan, baseline = access.plan, earlier_baseline_for(access, slug)
    words = {
        "approved": written_date(baseline.approved_on),
        "replaced": written_date(baseline.replaced_on),
        "reason": f" {baseline.reason}" if baseline.reason else "",
    }
    return show_list(
        request,
        access,
        ListPage(
            title=_("Framdriftsplanen som ble vedtatt %(approved)s") % words,
            sentence=_("Erstattet %(replaced)s av et nytt vedtak.%(reason)s") % words,
            rows=dates_in(baseline),
            columns=_date_columns(plan),
            empty=Empty(_("Vedtaket hadde ingen datoer.")),
            links=[_to_timeline(access)],
            file_name=f"{plan.slug}-{baseline.slug}",
        ),
    )


def _date_columns(plan: Plan) -> Sequence[Column]:
    timeline = reverse("timeline", args=[plan.slug])

    def title(row: EarlierBaselineDate) -> Cell:
        return Cell(row.milestone.title, f"{timeline}{row.milestone.slug}/")

    def then(row: EarlierBaselineDate) -> str:
        return written_date(row.date, row.precision)

    return [
        Column("milepael", _("Milepæl"), title, header=True),
        Column("da", _("Vedtatt da"), then, sort=("date",), narrow=True),
        Column("na", _("Vedtatt nå"), lambda row: baseline_words(row.milestone), narrow=True),
        Column("star", _("Står på"), lambda row: when_words(row.milestone), narrow=True),
    ]


def _to_timeline(access: Access) -> Action:
    return Action(_("Tidslinje"), reverse("timeline", args=[access.plan.slug]))
