"""Mend a file on its way in: another file, other words about it, a line, a sum taken out."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.drafts import (
    about_values,
    change_about,
    looked_over,
    mend_line,
    remove_industry,
)
from temaplan.workbench.evidence.calculation.lines import cells_of, heading_of, industry_on
from temaplan.workbench.evidence.forms.drafts import LineForm, LineRow
from temaplan.workbench.evidence.forms.tables import TableForm
from temaplan.workbench.evidence.models import TableDraft
from temaplan.workbench.evidence.queries.drafts import draft_for
from temaplan.workbench.evidence.views.addresses import draft_url
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.objects import Conflict
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def draft_about(request: HttpRequest, access: Access, key: UUID) -> HttpResponse:
    """Say something else about the figures, or put another file in the draft's place."""
    draft = draft_for(access, key)
    about = about_values(draft)
    form = TableForm(request.POST, request.FILES, access=access, row=draft, initial=about)
    form.fields["file"].label = _("Bytt fil")
    page = _page(access, draft, form, title=_("Om tallene"), submit=_("Lagre kladden"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_about(
            draft,
            about=form.about(),
            revision=form.revision_read,
            file_name=form.file_name,
            content=form.text,
        ),
        then=lambda changed: draft_url(access, changed),
        said=_("Kladden er lagret."),
    )


@on_plan(Capability.EDIT)
def draft_line(request: HttpRequest, access: Access, key: UUID, line: int) -> HttpResponse:
    """Mend the cells of one line, or take the line out."""
    draft = draft_for(access, key)
    row = _row(draft, line)
    form = LineForm(request.POST, access=access, row=row)
    title = _("Rett linje %(number)d") % {"number": line}
    said = [each.message for each in looked_over(draft).beside(line)]
    page = _page(access, draft, form, title=title, submit=_("Lagre linjen"), intro=" ".join(said))

    def act() -> TableDraft:
        now = _row(draft_for(access, key), line)
        if form.revision_read != now.revision:
            raise Conflict(now, form.typed())
        return mend_line(draft, number=line, cells=form.cells())

    return answer_form(
        request,
        access,
        page,
        act=act,
        then=lambda _stored: draft_url(access, draft),
        said=_("Linjen er rettet."),
    )


@on_plan(Capability.EDIT)
def draft_without(request: HttpRequest, access: Access, key: UUID) -> HttpResponse:
    """Take out every line of a sum that stands among its parts."""
    draft = draft_for(access, key)
    wanted = request.GET.get("funn", "")
    odd = next((each for each in looked_over(draft).odd if each.key == wanted), None)
    if odd is None or not odd.lines:
        raise Http404(_("Kladden har ikke det funnet som adressen nevner."))
    industry = industry_on(draft.content, odd.lines[0])
    form = PlanForm(request.POST, access=access, row=draft)
    page = _page(
        access,
        draft,
        form,
        title=_("Ta bort linjene for «%(name)s»") % {"name": industry},
        submit=_("Ta bort linjene"),
        consequence=Consequence(
            changes=[_("Alle linjene for «%(name)s» tas ut av kladden.") % {"name": industry}],
            stays=[odd.message],
        ),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: remove_industry(draft, industry=industry),
        then=lambda changed: draft_url(access, changed),
        said=_("Linjene er tatt bort."),
    )


def _row(draft: TableDraft, line: int) -> LineRow:
    cells = cells_of(draft.content, line)
    if line < 2 or not cells:  # noqa: PLR2004 - the heading is line 1
        raise Http404(_("Filen har ingen linje %(number)d.") % {"number": line})
    return LineRow(line, heading_of(draft.content), cells)


def _page(access: Access, draft: TableDraft, form: PlanForm, **words: Any) -> FormPage:
    address = draft_url(access, draft)
    return FormPage(form=form, cancel=address, back=Action(str(draft), address), **words)
