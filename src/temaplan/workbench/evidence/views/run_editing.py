"""Forms about a calculation: make it, change its words, discard it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.sources import catalogue
from temaplan.workbench.evidence.actions import runs as actions
from temaplan.workbench.evidence.calculation import calculate, input_table
from temaplan.workbench.evidence.calculation.charts import usual_chart
from temaplan.workbench.evidence.forms.runs import RunForm, RunWordsForm
from temaplan.workbench.evidence.forms.table_choice import OWN, TableChoiceForm
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Evidence
from temaplan.workbench.evidence.queries.register import evidence_for
from temaplan.workbench.evidence.queries.runs import run_for, table_for
from temaplan.workbench.evidence.views.addresses import row_url, to_evidence
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import (
    Consequence,
    FormPage,
    answer_form,
    show_form,
)
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def run_add(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Choose the table first; what can be asked depends on it."""
    source = evidence_for(access, slug)
    chosen = request.GET.get("tabell")
    if chosen:
        return _ask(request, access, source, chosen)
    form = TableChoiceForm(request.POST, access=access)
    if request.method == "POST" and form.is_valid():
        query = urlencode({"tabell": form.values()["table"]})
        return HttpResponseRedirect(f"{request.path}?{query}")
    page = FormPage(
        title=_("Ny analyse: velg tabell"),
        form=form,
        submit=_("Velg tabell"),
        cancel=row_url(access, source, "evidence"),
        back=to_evidence(access, source),
    )
    return show_form(request, page)


def _ask(request: HttpRequest, access: Access, source: Evidence, chosen: str) -> HttpResponse:
    table, shipped = _table(access, chosen)
    measure = {"measure": request.POST.get("measure", "")}
    figures = input_table("" if isinstance(table, DataTable) else table, _own(table), measure)
    form = RunForm(request.POST, access=access, table=figures, shipped=shipped)

    def act() -> AnalysisRun:
        values, question = form.values(), form.question()
        chart = usual_chart(calculate(figures, question), question) if values["show"] else {}
        if chart and values["description"]:
            chart["description"] = values["description"]
        return actions.compute_run(
            evidence=source,
            method=question.method,
            table=table,
            selection=question.selection,
            parameters=question.parameters,
            title=values["title"],
            by=access.person,
            chart=chart,
            caveats=form.all_caveats(),
            submission=form.submission_key,
        )

    page = FormPage(
        title=_("Ny analyse av «%(table)s»") % {"table": figures.title},
        form=form,
        submit=_("Beregn analyse"),
        cancel=row_url(access, source, "evidence"),
        intro=_("Kilde: %(source)s, %(vintage)s. Enhet: %(unit)s.")
        % {"source": figures.source, "vintage": figures.vintage, "unit": figures.unit},
        back=to_evidence(access, source),
    )
    return answer_form(
        request, access, page, act=act, then=_to_run(access), said=_("Analysen er beregnet.")
    )


def _table(access: Access, chosen: str) -> tuple[str | DataTable, Any]:
    """Return the table that an address names, with its descriptor when it is a shipped one."""
    if chosen.startswith(f"{OWN}/"):
        return table_for(access, chosen.removeprefix(f"{OWN}/")), None
    try:
        return chosen, catalogue.table(chosen)
    except BadInput as error:
        raise Http404(error.message) from error


def _own(table: str | DataTable) -> DataTable | None:
    return table if isinstance(table, DataTable) else None


@on_plan(Capability.EDIT)
def run_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change the title and the caveats of a calculation."""
    row = run_for(access, slug)
    form = RunWordsForm(request.POST, access=access, row=row)
    title = _("Endre «%(title)s»") % {"title": row.title}
    page = _page(access, row, form, title=title, submit=_("Lagre analysen"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: actions.change_words(
            row, by=access.person, changes=form.values(), revision=form.revision_read
        ),
        then=_to_run(access),
    )


@on_plan(Capability.EDIT)
def run_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove a calculation that no finding quotes."""
    row = run_for(access, slug)
    form = DiscardForm(request.POST, access=access)
    source = row.evidence
    page = _page(
        access,
        row,
        form,
        title=_("Forkast «%(title)s»") % {"title": row.title},
        submit=_("Forkast analyse"),
        consequence=Consequence(
            changes=[_("Analysen tas ut av kilden.")],
            stays=[_("Historikken sier at den fantes, hvem som forkastet den, og hvorfor.")],
        ),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: actions.discard_run(row, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: row_url(access, source, "evidence"),
        said=_("Analysen er forkastet."),
    )


def _page(access: Access, row: AnalysisRun, form: PlanForm, **words: Any) -> FormPage:
    address = row_url(access, row, "run")
    return FormPage(form=form, cancel=address, back=Action(row.title, address), **words)


def _to_run(access: Access) -> Any:
    return lambda row: row_url(access, row, "run")
