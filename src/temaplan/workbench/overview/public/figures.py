"""The figures behind a chart: how they were made, and the file with every digit."""

import csv
import io
from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.sources import catalogue
from temaplan.workbench.evidence.calculation.methods import METHOD
from temaplan.workbench.evidence.charting import picture_of
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.queries.outdated import is_marked, is_replaced
from temaplan.workbench.evidence.queries.runs import run_for
from temaplan.workbench.evidence.results import Result, result_of
from temaplan.workbench.evidence.views import run_words
from temaplan.workbench.evidence.views.pictures import picture_file
from temaplan.workbench.evidence.views.result_table import ResultTable
from temaplan.workbench.overview.documents import pages
from temaplan.workbench.overview.documents.chapters.run_words import outdated_words, source_words
from temaplan.workbench.overview.documents.kinds import STATUS
from temaplan.workbench.overview.documents.wording import first_up
from temaplan.workbench.overview.public.conditional import unless_known
from temaplan.workbench.pages.csv_file import harmless
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import public_plan
from temaplan.workbench.plan.models import Plan

Rows = Sequence[Sequence[str]]


@public_plan
def figures(request: HttpRequest, access: Access, run: str) -> HttpResponse:
    """Show how the figures of a calculation were made."""
    row = run_for(access, run)
    image = picture_of(row, access.municipality) if row.chart else None

    def answer() -> HttpResponse:
        result = result_of(row.result)
        shown = {
            "run": row,
            "image": image,
            "facts": [fact for fact in _facts(row, result) if fact[1]],
            "result": {
                "title": row.title,
                "table": ResultTable(access, row, result),
                "file_url": reverse("public-figures-file", args=[access.plan.slug, row.slug]),
            },
            "document": STATUS,
        }
        return render(request, "public/figures.html", shown)

    state = f"{pages.version_of(access.plan)}-{image.pk if image else ''}"
    return unless_known(request, state, answer)


@public_plan
def figures_picture(request: HttpRequest, access: Access, run: str, format: str) -> HttpResponse:
    """Send the chart of a calculation as a picture, when the worker has drawn it."""
    return picture_file(run_for(access, run), access, format)


@public_plan
def figures_file(request: HttpRequest, access: Access, run: str) -> HttpResponse:
    """Send the result of a calculation with every digit."""

    def answer() -> HttpResponse:
        row = run_for(access, run)
        return csv_file(row.slug, list(csv.reader(io.StringIO(row.result))), access.plan)

    return unless_known(request, pages.version_of(access.plan), answer)


def csv_file(name: str, rows: Rows, plan: Plan) -> HttpResponse:
    """Answer with a file of comma-separated values that says when its plan is invented."""
    invented = plan.municipality.fictional
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    for number, row in enumerate(rows):
        mark = [_("merknad") if number == 0 else _("Oppdiktet eksempel")] if invented else []
        writer.writerow([*(_harmless(cell) for cell in row), *mark])
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{plan.slug}-{name}.csv"'
    return response


def _harmless(cell: str) -> str:
    """Keep figures as they are, a minus in front too; make other text harmless."""
    try:
        float(cell)
    except ValueError:
        return harmless(cell)
    return cell


def _facts(run: AnalysisRun, result: Result) -> Iterator[tuple[str, str]]:
    """Yield how the figures were made, as a reader asks for it."""
    if is_replaced(run):
        yield _("Merk"), _("En nyere analyse har tatt plassen. Her står den gamle som den var.")
    elif is_marked(run):
        yield _("Merk"), outdated_words().text
    method = METHOD.get(run.method)
    if method is None:  # of a later or an earlier Temaplan
        yield _("Metode"), run.method
    else:
        yield _("Metode"), first_up(f"{method.label}: {method.question} {method.formula}".strip())
    yield _("Versjon av metoden"), run.method_version
    yield _("Områder"), run_words.region_words(run, result)
    yield _("År"), run_words.year_words(run)
    yield _("Referanse"), run_words.reference_words(run)
    if method and method.takes_totals:
        yield _("Andeler av"), run_words.totals_words(run)
    yield _("Kilde"), source_words(run)
    yield _("Enhet"), run_words.unit_words(run)
    yield _("Vilkår"), _licence(run)
    yield _("Kunnskapskilde"), run.evidence.title
    yield _("Forbehold"), run.caveats or _("ingen")
    yield _("Kontrollsum av tallene inn"), run.input_sha256


def _licence(run: AnalysisRun) -> str:
    if run.data_table is not None:
        return run.data_table.licence
    table = catalogue.TABLE.get(run.source_table)
    return table.licence if table else ""
