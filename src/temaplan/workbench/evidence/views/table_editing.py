"""Forms about a table of figures: bring a file, change what is said of it, discard it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.evidence.actions.drafts import begin_draft
from temaplan.workbench.evidence.actions.tables import change_table, discard_table
from temaplan.workbench.evidence.forms.tables import TableForm
from temaplan.workbench.evidence.models import DataTable, TableDraft
from temaplan.workbench.evidence.queries.runs import table_for
from temaplan.workbench.evidence.views.addresses import draft_url, house_url, row_url
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability

READ = gettext_lazy("Filen er lest. Se over den før den tas inn i planen.")


@on_plan(Capability.EDIT)
def data_table_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Read a file of figures into a draft, where it is looked over before it is taken in."""
    form = TableForm(request.POST, request.FILES, access=access)
    page = FormPage(
        title=_("Ny datatabell"),
        form=form,
        submit=_("Les filen"),
        cancel=house_url(access, "data-tables"),
        back=Action(_("Datatabeller"), house_url(access, "data-tables")),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: _begun(access, form),
        then=lambda draft: draft_url(access, draft),
        said=str(READ),
    )


@on_plan(Capability.EDIT)
def data_table_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change what is said about a table, or read newer figures for it into a draft."""
    row = table_for(access, slug)
    form = TableForm(request.POST, request.FILES, access=access, row=row)
    form.fields["file"].label = _("Nye tall")
    page = _page(access, row, form, title=_("Endre datatabell"), submit=_("Lagre datatabellen"))

    def act() -> DataTable | TableDraft:
        if form.text is not None:
            return _begun(access, form, row)
        return change_table(
            row, by=access.person, changes=form.table_values(), revision=form.revision_read
        )

    def then(stored: Any) -> str:
        if isinstance(stored, TableDraft):
            return draft_url(access, stored)
        return row_url(access, stored, "data-table")

    brings = request.method == "POST" and bool(request.FILES)
    return answer_form(request, access, page, act=act, then=then, said=str(READ) if brings else "")


def _begun(access: Access, form: TableForm, table: DataTable | None = None) -> TableDraft:
    return begin_draft(
        plan=access.plan,
        by=access.person,
        file_name=form.file_name,
        content=form.text or "",
        about=form.about(),
        table=table,
        submission=form.submission_key,
    )


@on_plan(Capability.EDIT)
def data_table_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove a table that no calculation is made of."""
    row = table_for(access, slug)
    form = DiscardForm(request.POST, access=access)
    page = _page(
        access,
        row,
        form,
        title=_("Forkast «%(title)s»") % {"title": row.title},
        submit=_("Forkast datatabell"),
        consequence=Consequence(
            changes=[_("Tabellen tas ut av planen.")],
            stays=[_("Historikken har tallene, og sier hvem som forkastet dem, og hvorfor.")],
        ),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: discard_table(row, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: house_url(access, "data-tables"),
        said=_("Datatabellen er forkastet."),
    )


def _page(access: Access, row: DataTable, form: Any, **words: Any) -> FormPage:
    address = row_url(access, row, "data-table")
    return FormPage(form=form, cancel=address, back=Action(row.title, address), **words)
