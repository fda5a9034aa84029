"""A figure of a calculation into a finding: the cell, the finding, done; no number is typed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.findings import (
    Quotation,
    add_finding,
    next_place,
    quote_figure,
)
from temaplan.workbench.evidence.forms.findings import QuoteForm
from temaplan.workbench.evidence.models import AnalysisRun, Finding
from temaplan.workbench.evidence.queries.quoting import finding_text
from temaplan.workbench.evidence.queries.register import finding_for, findings_of
from temaplan.workbench.evidence.queries.runs import run_for
from temaplan.workbench.evidence.results import KEYS, Row, result_of, written_figure
from temaplan.workbench.evidence.rules.findings import may_quote_from
from temaplan.workbench.evidence.views.addresses import quote_url, row_url
from temaplan.workbench.evidence.views.result_table import usual_format
from temaplan.workbench.evidence.views.run_words import row_words
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def choose(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Ask into which finding the figure shall go; those of the same source first."""
    run = run_for(access, slug)
    quotation, _row = _quotation(request, run)
    findings = sorted(findings_of(access), key=lambda row: row.evidence_id != run.evidence_id)
    choices = [
        {
            "text": finding_text(finding),
            "source": finding.evidence.title,
            "url": quote_url(access, run, quotation.row, quotation.column, finding),
        }
        for finding in findings
        if may_quote_from(
            run_layer=run.evidence.layer, finding_layer=finding.evidence.layer
        ).allowed
    ]
    context = {
        "back": Action(run.title, row_url(access, run, "run")),
        "figure": _figure(run, quotation, quotation.format),
        "words": row_words(run, quotation.row, quotation.column),
        "findings": choices,
        "new_url": quote_url(access, run, quotation.row, quotation.column, new=True),
    }
    return render(request, "evidence/choose_finding.html", context)


@on_plan(Capability.EDIT)
def quote_in(request: HttpRequest, access: Access, slug: str, finding: str) -> HttpResponse:
    """Put the figure into a finding that is there."""
    run, row = run_for(access, slug), finding_for(access, finding)
    place = next_place(row)
    form = _form(request, access, run, place, row)
    page = _page(access, run, form, title=_("Tall inn i funn %(n)d") % {"n": row.number})
    return answer_form(
        request,
        access,
        page,
        act=lambda: quote_figure(
            row,
            quotation=_quotation(request, run, form.values()["format"])[0],
            text=form.values()["text"],
            by=access.person,
            revision=form.revision_read,
        ),
        then=lambda changed: row_url(access, changed, "finding"),
        said=_("Tallet står i funnet."),
    )


@on_plan(Capability.EDIT)
def quote_new(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Write a new finding of the calculation's own source around the figure."""
    run = run_for(access, slug)
    form = _form(request, access, run, 1, None)
    page = _page(access, run, form, title=_("Nytt funn med tallet"))
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_finding(
            evidence=run.evidence,
            text=form.values()["text"],
            by=access.person,
            quotation=_quotation(request, run, form.values()["format"])[0],
            submission=form.submission_key,
        ),
        then=lambda row: row_url(access, row, "finding"),
        said=_("Funnet er skrevet ned."),
    )


def _form(
    request: HttpRequest, access: Access, run: AnalysisRun, place: int, finding: Finding | None
) -> QuoteForm:
    quotation, row = _quotation(request, run)
    before = f"{finding.text.rstrip()} " if finding else ""
    return QuoteForm(
        request.POST,
        access=access,
        row=finding,
        initial={"text": f"{before}{{{place}}}", "format": quotation.format},
        figure=float(row[quotation.column]),
        place=place,
    )


def _page(access: Access, run: AnalysisRun, form: QuoteForm, *, title: str) -> FormPage:
    address = row_url(access, run, "run")
    return FormPage(
        title=title,
        form=form,
        submit=_("Sett inn tallet"),
        cancel=address,
        back=Action(run.title, address),
    )


def _quotation(
    request: HttpRequest, run: AnalysisRun, format_code: str = ""
) -> tuple[Quotation, Row]:
    """Return the figure that an address names, with its row; 404 when there is none."""
    result = result_of(run.result)
    key = {name: request.GET[name] for name in KEYS if name in request.GET}
    column = request.GET.get("column", "")
    row = result.row(key)
    if row is None or column not in result.figures or not row[column]:
        raise Http404(_("Analysen har ikke noe tall der adressen sier."))
    chosen = format_code or usual_format(result, column)
    return Quotation(run, result.key_of(row), column, chosen), row


def _figure(run: AnalysisRun, quotation: Quotation, format_code: str) -> str:
    row = result_of(run.result).row(quotation.row) or {}
    return written_figure(float(row[quotation.column]), format_code)
