"""Forms about a table of figures: read it, look at it, take it in; change it; discard it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.sources.brought import Brought
from temaplan.workbench.evidence.actions.tables import add_table, change_table, discard_table
from temaplan.workbench.evidence.forms.tables import TableForm
from temaplan.workbench.evidence.models import DataTable
from temaplan.workbench.evidence.queries.runs import table_for
from temaplan.workbench.evidence.views.addresses import house_url, row_url
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability

LINES_BEFORE_A_FAULT = 8


@on_plan(Capability.EDIT)
def data_table_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Take in a table of figures: first it is shown with what is odd, then it is stored."""
    form = TableForm(request.POST, request.FILES, access=access)
    page = FormPage(
        title=_("Ny datatabell"),
        form=form,
        submit=_("Les filen"),
        cancel=house_url(access, "data-tables"),
        back=Action(_("Datatabeller"), house_url(access, "data-tables")),
    )
    if request.method == "POST" and not (form.is_valid() and form.is_confirmed):
        return _preview(request, page, form)
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_table(
            plan=access.plan,
            by=access.person,
            content=form.cleaned_data["content"],
            values=form.table_values(),
            borders=form.cleaned_data["borders"],
            submission=form.submission_key,
        ),
        then=lambda row: row_url(access, row, "data-table"),
        said=_("Datatabellen er tatt inn."),
    )


@on_plan(Capability.EDIT)
def data_table_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change what is said about a table, or put newer figures in it."""
    row = table_for(access, slug)
    form = TableForm(request.POST, request.FILES, access=access, row=row, initial={"content": ""})
    form.fields["file"].label = _("Nye tall")
    page = _page(access, row, form, title=_("Endre datatabell"), submit=_("Lagre datatabellen"))
    if request.method == "POST" and (not form.is_valid() or _unseen(form)):
        return _preview(request, page, form)
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_table(
            row,
            by=access.person,
            changes=form.table_values(),
            revision=form.revision_read,
            content=form.cleaned_data["content"] or None,
            borders=form.cleaned_data["borders"],
        ),
        then=lambda changed: row_url(access, changed, "data-table"),
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


def _unseen(form: TableForm) -> bool:
    """Tell whether new figures have come that the person has not looked at."""
    return form.brought is not None and not form.is_confirmed


def _page(access: Access, row: DataTable, form: Any, **words: Any) -> FormPage:
    address = row_url(access, row, "data-table")
    return FormPage(form=form, cancel=address, back=Action(row.title, address), **words)


def _preview(request: HttpRequest, page: FormPage, form: TableForm) -> HttpResponse:
    """Show the lines of the file with what is wrong beside each; nothing is stored."""
    brought = form.brought
    refused = not form.is_valid()
    context = {
        "page": page,
        "form": form,
        "errors": [
            (f"#{form[name].auto_id}" if name in form.fields else "", str(error))
            for name, errors in form.errors.items()
            for error in errors
        ],
        "lines": _lines(brought) if brought else [],
        "general": [each.sentence(_) for each in brought.problems if not each.line]
        if brought
        else [],
        "content": brought.text if brought and not refused else "",
        "row_count": len(brought.statistics.rows) if brought and brought.statistics else 0,
    }
    return render(request, "evidence/table_preview.html", context, status=422 if refused else 200)


def _lines(brought: Brought) -> list[dict[str, Any]]:
    """Return the first lines and every line with something to say, each with its sentences."""
    said: dict[int, list[str]] = {}
    for problem in brought.problems:
        if problem.line:
            said.setdefault(problem.line, []).append(problem.told(_))
    lines = brought.text.splitlines()
    shown = sorted({*range(1, min(LINES_BEFORE_A_FAULT, len(lines)) + 1), *said})
    return [
        {"number": number, "text": lines[number - 1], "said": said.get(number, [])}
        for number in shown
        if number <= len(lines)
    ]
