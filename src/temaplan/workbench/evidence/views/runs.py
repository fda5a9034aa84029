"""The page of one calculation."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.runs import may_discard
from temaplan.workbench.evidence.calculation.methods import METHOD
from temaplan.workbench.evidence.charting import picture_of
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.queries.layers import opened_at
from temaplan.workbench.evidence.queries.outdated import newer_of, older_of, outdated
from temaplan.workbench.evidence.queries.runs import run_for
from temaplan.workbench.evidence.results import Result, result_of
from temaplan.workbench.evidence.rules.outdated import Outdated, may_refresh
from temaplan.workbench.evidence.views.accepted import accepted_block
from temaplan.workbench.evidence.views.addresses import row_url, to_evidence
from temaplan.workbench.evidence.views.result_table import ResultTable
from temaplan.workbench.evidence.views.run_words import (
    reference_words,
    region_words,
    source_words,
    totals_words,
    unit_words,
    year_words,
)
from temaplan.workbench.evidence.views.words import layer_tag, outdated_tag
from temaplan.workbench.pages.cells import Block, Cell, Fact, Verb
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import file_name


@on_plan(Capability.SEE)
def run(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show a calculation: its result, what it was made from, and what must be known about it."""
    row = run_for(access, slug)
    result, why, newer = result_of(row.result), outdated(row), newer_of(row)
    page = ObjectPage(
        row=row,
        kind_label=_("analyse"),
        back=to_evidence(access, row.evidence),
        title=row.title,
        tags=_tags(row, why, newer),
        facts=_facts(access, row, result),
        verbs=_verbs(access, row, why, newer),
        blocks=[
            *_figure(access, row),
            _result(access, row, result),
            *accepted_block([row.data_table]),
        ],
        notice=_notice(why, newer),
        closed_until=opened_at(row.evidence, access),
    )
    return show_object(request, access, page)


@on_plan(Capability.SEE)
def run_file(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Give the result with every digit, as it is kept."""
    row = run_for(access, slug)
    response = HttpResponse(row.result, content_type="text/csv; charset=utf-8")
    name = file_name(f"{access.plan.slug}-{row.slug}", access.municipality)
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _tags(row: AnalysisRun, why: Outdated | None, newer: AnalysisRun | None) -> Sequence[Cell]:
    tags = [layer_tag(row.evidence)]
    if row.data_table is not None and row.data_table.invented:
        tags.append(Cell(_("oppdiktede tall"), tag="warning"))
    if why is not None:
        tags.append(outdated_tag())
    if newer is not None:
        tags.append(Cell(_("erstattet"), tag="warning"))
    return tags


def _notice(why: Outdated | None, newer: AnalysisRun | None) -> str:
    if newer is not None:
        return _("Analysen er erstattet av «%(title)s». Den står her som den var.") % {
            "title": newer.title
        }
    return why.words if why else ""


def _facts(access: Access, row: AnalysisRun, result: Result) -> Sequence[Fact]:
    facts = [
        Fact(_("Metode"), _method(row)),
        Fact(_("Områder"), region_words(row, result)),
        Fact(_("År"), year_words(row)),
    ]
    if reference := reference_words(row):
        facts += [Fact(_("Referanse"), reference)]
    if METHOD.get(row.method) and METHOD[row.method].takes_totals:
        facts += [Fact(_("Andeler av"), totals_words(row))]
    return [
        *facts,
        Fact(_("Kilde"), _source(access, row)),
        Fact(_("Enhet"), unit_words(row)),
        Fact(_("Utgave"), row.vintage),
        Fact(_("Hentet"), written_date(row.retrieved_on)),
        Fact(_("Kontrollsum av tallene inn"), row.input_sha256),
        Fact(_("Forbehold"), row.caveats, missing=_("ingen")),
        *_older_and_newer(access, row),
    ]


def _older_and_newer(access: Access, row: AnalysisRun) -> Sequence[Fact]:
    """Lead to the calculation that took its place, and to the one whose place it took."""
    told = ((_("Erstattet av"), newer_of(row)), (_("Erstatter"), older_of(row)))
    return [
        Fact(label, Cell(other.title, row_url(access, other, "run"), note=other.vintage))
        for label, other in told
        if other is not None
    ]


def _method(row: AnalysisRun) -> Cell:
    method = METHOD.get(row.method)
    version = _("versjon %(version)s") % {"version": row.method_version}
    if method is None:  # of a later or an earlier Temaplan
        return Cell(row.method, note=version)
    note = ", ".join(part for part in (method.formula, version) if part)
    return Cell(f"{method.label}: {method.question}", note=note)


def _source(access: Access, row: AnalysisRun) -> Cell:
    words = source_words(row)
    if row.data_table is None:
        return Cell(words)
    return Cell(row.data_table.title, row_url(access, row.data_table, "data-table"), note=words)


def _figure(access: Access, row: AnalysisRun) -> Sequence[Block]:
    """Return the figure as the documents show it, when it has been drawn."""
    picture = picture_of(row, access.municipality) if row.chart else None
    if picture is None:
        return ()
    context = {"wide": picture.wide, "narrow": picture.narrow, "run": row.slug}
    return (Block(_("Figur"), "evidence/figure.html", context, anchor="figur"),)


def _result(access: Access, row: AnalysisRun, result: Result) -> Block:
    context = {
        "title": row.title,
        "table": ResultTable(access, row, result),
        "file_url": row_url(access, row, "run-file"),
    }
    return Block(_("Resultat"), "evidence/result.html", context, anchor="resultat")


def _verbs(
    access: Access, row: AnalysisRun, why: Outdated | None, newer: AnalysisRun | None
) -> Sequence[Verb]:
    if not access.may(Capability.EDIT):
        return ()

    def verb(label: str, name: str, reason: str = "", *, primary: bool = False) -> Verb:
        return Verb(label, row_url(access, row, name), reason, primary)

    refresh = may_refresh(outdated=why is not None, refreshed=newer is not None)
    return (
        verb(_("Oppdater analysen"), "run-again", refresh.reason, primary=why is not None),
        verb(_("Endre tittel og forbehold"), "run-change"),
        verb(_("Forkast analyse"), "run-discard", may_discard(row).reason),
    )
