"""Make a calculation again of newer figures: old and new side by side, then one act."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.workbench.evidence.actions.refresh import (
    NewerAnswer,
    may_refresh,
    newer_answer,
    refresh_run,
)
from temaplan.workbench.evidence.calculation import input_table
from temaplan.workbench.evidence.forms.refresh import RefreshForm
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.queries.outdated import newest_table, outdated
from temaplan.workbench.evidence.queries.runs import run_for
from temaplan.workbench.evidence.views.addresses import row_url
from temaplan.workbench.evidence.views.old_and_new import OldAndNew
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability

REFUSED = 422


@on_plan(Capability.EDIT)
def run_refresh(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show what newer figures would change, and let them take the old ones' place."""
    row = run_for(access, slug)
    verdict = may_refresh(row)
    if request.method != "POST" and not verdict.allowed:
        messages.info(request, verdict.reason)
        return HttpResponseRedirect(row_url(access, row, "run"))
    shown, fault = _newer(request, access, row)
    if shown is None:
        return _page_of(request, access, row, RefreshForm(access=access, row=row), fault=fault)
    form = RefreshForm(request.POST, access=access, row=row, old=shown.old_names)
    if request.method == "POST":
        answer = _answered(request, access, row, shown.found, form)
        if answer.status_code != REFUSED:
            return answer
    return _page_of(request, access, row, form, shown=shown)


def _newer(request: HttpRequest, access: Access, row: AnalysisRun) -> tuple[OldAndNew | None, str]:
    """Compute the newer answer, or say why there is none."""
    try:
        year = _chosen_year(request, access, row)
        return OldAndNew(access, newer_answer(row, year)), ""
    except BadInput as error:
        return None, error.message


def _chosen_year(request: HttpRequest, access: Access, row: AnalysisRun) -> int:
    """Return the year that the address names, else the newest one up to the plan's own date."""
    periods = _years(row)
    asked = request.GET.get("til", "")
    if asked.isdigit() and int(asked) in periods:
        return int(asked)
    reached = [year for year in periods if year <= reading_date(access.plan).year]
    return reached[-1] if reached else periods[-1]


def _years(row: AnalysisRun) -> list[int]:
    table = newest_table(row, outdated(row))
    figures = input_table("" if table else row.source_table, table, row.selection)
    return figures.statistics.periods


def _answered(
    request: HttpRequest, access: Access, row: AnalysisRun, found: NewerAnswer, form: RefreshForm
) -> HttpResponse:
    page = FormPage(
        title=_title(row),
        form=form,
        submit=_("Godta de nye tallene"),
        cancel=row_url(access, row, "run"),
        back=Action(row.title, row_url(access, row, "run")),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: refresh_run(
            row,
            by=access.person,
            revision=form.revision_read,
            last_year=found.move.new,
            words=form.words(),
            seen=request.GET.get("tall", ""),
            reason=form.values()["reason"],
            submission=form.submission_key,
        ),
        then=lambda newer: row_url(access, newer, "run"),
        said=_("Analysen er oppdatert. Alle steder som siterer den, sier de nye tallene."),
    )


def _page_of(
    request: HttpRequest,
    access: Access,
    row: AnalysisRun,
    form: RefreshForm,
    *,
    shown: OldAndNew | None = None,
    fault: str = "",
) -> HttpResponse:
    refused = form.is_bound and bool(form.errors)
    why = outdated(row)
    context: dict[str, Any] = {
        "title": _title(row),
        "back": Action(row.title, row_url(access, row, "run")),
        "why": why.words if why else "",
        "form": form,
        "errors": [("", str(each)) for errors in form.errors.values() for each in errors]
        if refused
        else [],
        "fault": fault,
        "shown": shown,
        "years": _years(row) if shown else [],
        "action": _address(shown) if shown else "",
    }
    return render(request, "evidence/refresh.html", context, status=REFUSED if refused else 200)


def _address(shown: OldAndNew) -> str:
    """Name the year and the very figures that are shown, so that no others are accepted."""
    found = shown.found
    return "?" + urlencode({"til": found.move.new, "tall": found.values["input_sha256"]})


def _title(row: AnalysisRun) -> str:
    return _("Oppdater «%(title)s»") % {"title": row.title}
