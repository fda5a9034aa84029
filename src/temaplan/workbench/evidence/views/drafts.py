"""The page of a file on its way in, and the two ways out: taken in, or let go."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.drafts import let_go, may_take_in, take_in
from temaplan.workbench.evidence.models import TableDraft
from temaplan.workbench.evidence.queries.drafts import draft_for
from temaplan.workbench.evidence.views.addresses import draft_url, house_url, row_url
from temaplan.workbench.evidence.views.draft_rows import EVERY_LINE, DraftRows
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.pages.list_page import neighbouring_pages
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def table_draft(request: HttpRequest, access: Access, key: UUID) -> HttpResponse:
    """Show a file with what is odd beside its lines, before anything is taken in."""
    draft = draft_for(access, key)
    rows = DraftRows(access, draft, request)
    context = {
        "draft": draft,
        "back": Action(_("Datatabeller"), house_url(access, "data-tables")),
        "rows": rows,
        "shown": rows.page,
        "verdict": may_take_in(draft),
        "form": PlanForm(access=access, row=draft),
        "take_in_url": draft_url(access, draft, "table-draft-take-in"),
        "discard_url": draft_url(access, draft, "table-draft-discard"),
        "about_url": draft_url(access, draft, "table-draft-about"),
        "every_line": f"?linjer={EVERY_LINE}",
        **neighbouring_pages(request, rows.page),
    }
    return render(request, "evidence/draft.html", context)


@on_plan(Capability.EDIT)
def draft_take_in(request: HttpRequest, access: Access, key: UUID) -> HttpResponse:
    """Make the draft a table of the plan."""
    draft = draft_for(access, key)
    if request.method != "POST":
        return HttpResponseRedirect(draft_url(access, draft))
    form = PlanForm(request.POST, access=access, row=draft)
    page = _page(access, draft, form, _("Ta inn «%(title)s»"), _("Ta inn tallene"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: take_in(draft, by=access.person, revision=form.revision_read),
        then=lambda row: row_url(access, row, "data-table"),
        said=_("Tallene er tatt inn."),
    )


@on_plan(Capability.EDIT)
def draft_discard(request: HttpRequest, access: Access, key: UUID) -> HttpResponse:
    """Throw a draft away."""
    draft = draft_for(access, key)
    form = PlanForm(request.POST, access=access, row=draft)
    page = _page(access, draft, form, _("Forkast kladden «%(title)s»"), _("Forkast kladden"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: let_go(draft),
        then=lambda _nothing: house_url(access, "data-tables"),
        said=_("Kladden er forkastet."),
    )


def _page(access: Access, draft: TableDraft, form: PlanForm, title: str, submit: str) -> FormPage:
    address = draft_url(access, draft)
    return FormPage(
        title=title % {"title": draft},
        form=form,
        submit=submit,
        cancel=address,
        back=Action(str(draft), address),
        consequence=Consequence(
            stays=[_("Planen er som før: ingenting av filen er tatt inn ennå.")]
        ),
    )
