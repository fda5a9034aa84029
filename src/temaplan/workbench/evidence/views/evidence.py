"""The page of one source."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.register import may_discard
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.evidence.queries.layers import opened_at
from temaplan.workbench.evidence.queries.quoting import finding_text
from temaplan.workbench.evidence.queries.register import evidence_for
from temaplan.workbench.evidence.queries.use import rows_using
from temaplan.workbench.evidence.views.accepted import accepted_block
from temaplan.workbench.evidence.views.addresses import row_url, to_register
from temaplan.workbench.evidence.views.words import (
    commissioner_words,
    layer_tag,
    outdated_tag,
    use_cell,
    use_words,
)
from temaplan.workbench.pages.cells import Block, Cell, Fact, Verb
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def evidence(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show a source with its findings, its calculations and where it is used."""
    row = evidence_for(access, slug)
    page = ObjectPage(
        row=row,
        kind_label=str(row.get_kind_display()),
        back=to_register(access),
        title=row.title,
        tags=_tags(row),
        body=row.description,
        facts=_facts(access, row),
        verbs=_verbs(access, row),
        blocks=[
            _use(access, row),
            _findings(access, row),
            _runs(access, row),
            *accepted_block(run.data_table for run in row.seen_runs if not run.is_replaced),
        ],
        closed_until=opened_at(row, access),
    )
    return show_object(request, access, page)


def _tags(row: Any) -> Sequence[Cell]:
    marks = [outdated_tag()] if any(run.is_outdated for run in row.seen_runs) else []
    return [layer_tag(row), use_cell(row.used_count), *marks]


def _facts(access: Access, row: Evidence) -> Sequence[Fact]:
    return (
        Fact(_("Utført av"), row.author),
        Fact(_("Bestilt av"), commissioner_words(row)),
        Fact(_("År"), str(row.year or "")),
        Fact(_("Geografi"), row.geography),
        Fact(_("Metode"), row.method),
        Fact(_("Begrensninger"), row.limits, missing=_("ikke oppgitt")),
        Fact(_("Lenke"), Cell(row.link, row.link) if row.link else "", missing=_("ingen")),
        Fact(_("Fil"), _file(access, row), missing=_("ingen")),
    )


def _file(access: Access, row: Evidence) -> Cell | str:
    file = row.file
    if file is None or (file.internal and not access.may(Capability.SEE_INTERNAL)):
        return ""
    return Cell(file.name, row_url(access, file, "attachment"), note=filesizeformat(file.size))


def _use(access: Access, row: Evidence) -> Block:
    """Name every place that rests on the source, through whichever finding."""
    context = {"rows": rows_using(row, access)}
    return Block(_("Brukt i planen"), "evidence/use.html", context, anchor="bruk")


def _findings(access: Access, row: Any) -> Block:
    findings = [
        {
            "number": finding.number,
            "text": finding_text(finding),
            "url": row_url(access, finding, "finding"),
            "use": use_words(finding.used_count),
            "outdated": finding.is_outdated,
        }
        for finding in row.seen_findings
    ]
    return Block(_("Funn"), "evidence/findings.html", {"findings": findings}, anchor="funn")


def _runs(access: Access, row: Any) -> Block:
    shown = [
        {
            "title": run.title,
            "url": row_url(access, run, "run"),
            "vintage": run.vintage,
            "outdated": run.is_outdated,
            "replaced": run.is_replaced,
        }
        for run in row.seen_runs
    ]
    context = {
        "runs": [each for each in shown if not each["replaced"]],
        "replaced": [each for each in shown if each["replaced"]],
    }
    return Block(_("Analyser"), "evidence/runs.html", context, anchor="analyser")


def _verbs(access: Access, row: Evidence) -> Sequence[Verb]:
    if not access.may(Capability.EDIT):
        return ()

    def verb(label: str, name: str, reason: str = "", *, primary: bool = False) -> Verb:
        return Verb(label, row_url(access, row, name), reason, primary)

    return (
        verb(_("Legg til funn"), "finding-add", primary=True),
        verb(_("Legg til analyse"), "run-add"),
        verb(_("Endre kilde"), "evidence-change"),
        verb(_("Forkast kilde"), "evidence-discard", may_discard(row).reason),
    )
