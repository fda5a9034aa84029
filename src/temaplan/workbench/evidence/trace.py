"""The evidence house's part of the trace: sources, tables, calculations and findings."""

from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Evidence, Finding
from temaplan.workbench.evidence.queries.layers import (
    visible_evidence,
    visible_findings,
    visible_runs,
    visible_tables,
)
from temaplan.workbench.evidence.queries.outdated import (
    findings_on_outdated,
    is_replaced,
    outdated_keys,
    outdated_runs,
    runs_with_marks,
)
from temaplan.workbench.evidence.queries.quoting import finding_text
from temaplan.workbench.evidence.queries.register import unused_on, without_findings
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.terms import Term
from temaplan.workbench.plan.trace import BreakRule, Link, Rows, Traced

_WORDS_OF_A_FINDING = 20


def _page(name: str) -> Any:
    def address(row: Any) -> str:
        return reverse(name, kwargs={"plan": row.plan.slug, "slug": row.slug})

    return address


def _finding_title(finding: Finding) -> str:
    words = Truncator(finding_text(finding)).words(_WORDS_OF_A_FINDING)
    return _("Funn %(number)d: %(text)s") % {"number": finding.number, "text": words}


def _place_of_run(run: AnalysisRun) -> tuple[str, str] | None:
    """Tell where the documents show a calculation; one that is replaced stands in none."""
    return None if is_replaced(run) else ("status", f"analyse-{run.slug}")


def _marked_runs(rows: Rows, access: Access) -> Rows:
    return runs_with_marks(visible_runs(rows, access), access.plan)


TRACED = (
    Traced(
        Evidence,
        str,
        _page("evidence"),
        lambda row: ("status", f"kunnskap-{row.slug}"),
        visible_evidence,
    ),
    Traced(DataTable, str, _page("data-table"), lambda row: None, visible_tables),
    Traced(
        AnalysisRun,
        str,
        _page("run"),
        _place_of_run,
        _marked_runs,
        marked=lambda plan: dict.fromkeys(outdated_keys(plan), _("utdatert")),
    ),
    Traced(
        Finding,
        _finding_title,
        _page("finding"),
        lambda row: ("status", f"funn-{row.slug}"),
        visible_findings,
        prefetched=("figures__run",),
        marked=lambda plan: dict.fromkeys(findings_on_outdated(plan), _("utdatert")),
    ),
)

LINKS = (
    Link(Evidence, "mandates", Term("serves", gettext_lazy("tjener")), gettext_lazy("tjenes av")),
    Link(
        AnalysisRun,
        "evidence",
        Term("part_of", gettext_lazy("hører til")),
        gettext_lazy("har analysen"),
    ),
    Link(
        AnalysisRun,
        "data_table",
        Term("computed_from", gettext_lazy("beregnet av")),
        gettext_lazy("brukt i analysen"),
    ),
    Link(
        AnalysisRun,
        "refreshes__earlier",
        Term("replaces", gettext_lazy("erstatter")),
        gettext_lazy("erstattet av"),
    ),
    Link(
        Finding,
        "evidence",
        Term("found_in", gettext_lazy("funnet i")),
        gettext_lazy("gir funnet"),
    ),
    Link(
        Finding,
        "figures__run",
        Term("quotes", gettext_lazy("siterer tall fra")),
        gettext_lazy("sitert i"),
    ),
)


def _unused(evidence: Evidence) -> str:
    return _("Ingenting i planen bygger på kilden «%(title)s» ennå.") % {"title": evidence.title}


def _silent(evidence: Evidence) -> str:
    return _("Ingen funn er skrevet ned fra kilden «%(title)s».") % {"title": evidence.title}


def _outdated(run: AnalysisRun) -> str:
    return _("Analysen «%(title)s» er utdatert: nyere tall er lagret.") % {"title": run.title}


BREAKS = (
    BreakRule("evidence_without_findings", without_findings, _silent),
    BreakRule("evidence_unused", unused_on, _unused),
    BreakRule("run_outdated", outdated_runs, _outdated),
)
