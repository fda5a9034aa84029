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
from temaplan.workbench.evidence.queries.quoting import finding_text
from temaplan.workbench.evidence.queries.register import unused_on, without_findings
from temaplan.workbench.plan.terms import Term
from temaplan.workbench.plan.trace import BreakRule, Link, Traced

_WORDS_OF_A_FINDING = 20


def _page(name: str) -> Any:
    def address(row: Any) -> str:
        return reverse(name, kwargs={"plan": row.plan.slug, "slug": row.slug})

    return address


def _finding_title(finding: Finding) -> str:
    words = Truncator(finding_text(finding)).words(_WORDS_OF_A_FINDING)
    return _("Funn %(number)d: %(text)s") % {"number": finding.number, "text": words}


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
        lambda row: ("status", f"analyse-{row.slug}"),
        visible_runs,
    ),
    Traced(
        Finding,
        _finding_title,
        _page("finding"),
        lambda row: ("status", f"funn-{row.slug}"),
        visible_findings,
        prefetched=("figures__run",),
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


BREAKS = (
    BreakRule("evidence_without_findings", without_findings, _silent),
    BreakRule("evidence_unused", unused_on, _unused),
)
