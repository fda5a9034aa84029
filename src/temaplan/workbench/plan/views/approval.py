"""Approving the timeline: from then on every move needs a reason."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.timeline import approve_timeline
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import ApprovalForm
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.queries.timeline import approval_verdict, milestones
from temaplan.workbench.plan.verdicts import require
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.DECIDE)
def timeline_approve(request: HttpRequest, access: Access) -> HttpResponse:
    """Show what the approval means, and make the dates of now the approved ones."""
    require(approval_verdict(access.plan))
    timeline = reverse("timeline", args=[access.plan.slug])
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

    page = FormPage(
        title=_("Vedta framdriftsplanen"),
        form=form,
        submit=_("Vedta framdriftsplanen"),
        cancel=timeline,
        back=Action(_("Tidslinje"), timeline),
        consequence=_what_it_means(access.plan),
    )
    said = _("Framdriftsplanen er vedtatt.")
    return answer_form(request, access, page, act=act, then=lambda plan: timeline, said=said)


def _what_it_means(plan: Plan) -> Consequence:
    days = list(milestones(plan).values_list("date", flat=True))
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
    stays = [_("Du kan fortsatt legge til milepæler, sette status og endre ansvarlig.")]
    return Consequence(changes=changes, stays=stays)
