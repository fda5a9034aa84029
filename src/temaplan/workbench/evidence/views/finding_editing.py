"""Forms about a finding: write, change, discard."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.findings import (
    add_finding,
    change_finding,
    discard_finding,
)
from temaplan.workbench.evidence.forms.findings import FindingForm
from temaplan.workbench.evidence.models import Finding
from temaplan.workbench.evidence.queries.register import evidence_for, finding_for
from temaplan.workbench.evidence.views.addresses import row_url, to_evidence
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def finding_add(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Write down what a source found."""
    source = evidence_for(access, slug)
    form = FindingForm(request.POST, access=access)
    page = FormPage(
        title=_("Nytt funn fra «%(title)s»") % {"title": source.title},
        form=form,
        submit=_("Legg til funn"),
        cancel=row_url(access, source, "evidence"),
        back=to_evidence(access, source),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_finding(
            evidence=source,
            text=form.values()["text"],
            by=access.person,
            submission=form.submission_key,
        ),
        then=lambda row: row_url(access, row, "finding"),
        said=_("Funnet er skrevet ned."),
    )


@on_plan(Capability.EDIT)
def finding_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change the text of a finding."""
    row = finding_for(access, slug)
    form = FindingForm(request.POST, access=access, row=row)
    page = FormPage(
        title=_("Endre funn %(number)d") % {"number": row.number},
        form=form,
        submit=_("Lagre funnet"),
        cancel=row_url(access, row, "finding"),
        back=_to_finding(access, row),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_finding(
            row, text=form.values()["text"], by=access.person, revision=form.revision_read
        ),
        then=lambda changed: row_url(access, changed, "finding"),
    )


@on_plan(Capability.EDIT)
def finding_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove a finding that nobody has read in a document and nothing rests on."""
    row = finding_for(access, slug)
    form = DiscardForm(request.POST, access=access)
    page = FormPage(
        title=_("Forkast funn %(number)d") % {"number": row.number},
        form=form,
        submit=_("Forkast funn"),
        cancel=row_url(access, row, "finding"),
        back=_to_finding(access, row),
        consequence=Consequence(
            changes=[_("Funnet tas ut av kilden.")],
            stays=[_("Historikken sier at det fantes, hvem som forkastet det, og hvorfor.")],
        ),
    )
    source = row.evidence
    return answer_form(
        request,
        access,
        page,
        act=lambda: discard_finding(row, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: row_url(access, source, "evidence"),
        said=_("Funnet er forkastet."),
    )


def _to_finding(access: Access, row: Finding) -> Action:
    title = _("Funn %(number)d") % {"number": row.number}
    return Action(title, row_url(access, row, "finding"))
