"""Forms about a source: register, change, discard."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.register import (
    add_evidence,
    change_evidence,
    discard_evidence,
)
from temaplan.workbench.evidence.forms.register import EvidenceForm
from temaplan.workbench.evidence.queries.layers import readable_layers
from temaplan.workbench.evidence.queries.register import evidence_for
from temaplan.workbench.evidence.views.addresses import (
    house_url,
    row_url,
    to_evidence,
    to_register,
)
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def evidence_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Register a source."""
    form = EvidenceForm(request.POST, request.FILES, access=access)
    page = FormPage(
        title=_("Ny kilde"),
        form=form,
        submit=_("Legg til kilde"),
        cancel=house_url(access),
        back=to_register(access),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_evidence(
            plan=access.plan,
            by=access.person,
            values=form.evidence_values(),
            upload=form.values()["upload"],
            readable=readable_layers(access),
            submission=form.submission_key,
        ),
        then=lambda row: row_url(access, row, "evidence"),
        said=_("Kilden er registrert."),
    )


@on_plan(Capability.EDIT)
def evidence_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change what is said about a source."""
    row = evidence_for(access, slug)
    form = EvidenceForm(request.POST, request.FILES, access=access, row=row)
    page = FormPage(
        title=_("Endre «%(title)s»") % {"title": row.title},
        form=form,
        submit=_("Lagre kilden"),
        cancel=row_url(access, row, "evidence"),
        back=to_evidence(access, row),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_evidence(
            row,
            by=access.person,
            changes=form.evidence_values(),
            revision=form.revision_read,
            upload=form.values()["upload"],
            remove_file=form.values().get("remove_file", False),
            readable=readable_layers(access),
        ),
        then=lambda changed: row_url(access, changed, "evidence"),
    )


@on_plan(Capability.EDIT)
def evidence_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove a source that nobody has read in a document and nothing rests on."""
    row = evidence_for(access, slug)
    form = DiscardForm(request.POST, access=access)
    page = FormPage(
        title=_("Forkast «%(title)s»") % {"title": row.title},
        form=form,
        submit=_("Forkast kilde"),
        cancel=row_url(access, row, "evidence"),
        back=to_evidence(access, row),
        consequence=Consequence(
            changes=[_("Kilden tas ut av registeret.")],
            stays=[_("Historikken sier at den fantes, hvem som forkastet den, og hvorfor.")],
        ),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: discard_evidence(row, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: house_url(access),
        said=_("Kilden er forkastet."),
    )
