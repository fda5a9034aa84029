"""The register of sources: all that a person may see, one, and what is not known about it."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.models import AnalysisRun, Evidence, Finding, QuotedFigure
from temaplan.workbench.evidence.queries.layers import (
    visible_evidence,
    visible_findings,
    visible_runs,
)
from temaplan.workbench.evidence.queries.outdated import (
    evidence_with_marks,
    findings_with_marks,
    runs_with_marks,
)
from temaplan.workbench.evidence.queries.use import findings_with_use, with_use
from temaplan.workbench.evidence.vocabulary import STATISTICS
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.vocabulary import Capability


def register(access: Access) -> QuerySet[Any]:
    """Return the sources that the person may see."""
    return visible_evidence(Evidence.objects.filter(plan=access.plan), access)


def register_with_counts(access: Access) -> QuerySet[Any]:
    """Return the sources with `used_count` and the findings that the person may see."""
    findings = visible_findings(Finding.objects.filter(plan=access.plan), access)
    rows = evidence_with_marks(with_use(register(access), access), access.plan)
    return rows.prefetch_related(Prefetch("findings", findings, to_attr="seen_findings"))


def unused(access: Access) -> QuerySet[Any]:
    """Return the sources that nothing in a later link of the chain rests on."""
    return with_use(register(access), access).filter(used_count=0)


def evidence_for(access: Access, slug: str) -> Any:
    """Fetch one source with its findings and calculations, or answer 404."""
    row = (
        with_use(register(access), access)
        .select_related("plan", "file")
        .prefetch_related(
            Prefetch("findings", findings_of(access), to_attr="seen_findings"),
            Prefetch("runs", runs_of(access), to_attr="seen_runs"),
        )
        .filter(slug=slug)
        .first()
    )
    if row is None:
        raise Http404(_("Planen har ingen kilde med adressen «%(slug)s».") % {"slug": slug})
    return row


def findings_of(access: Access) -> QuerySet[Any]:
    """Return the findings that the person may see, with use and figures."""
    rows = findings_with_marks(Finding.objects.filter(plan=access.plan), access.plan)
    figures = QuotedFigure.objects.select_related("run", "run__evidence")
    return (
        findings_with_use(visible_findings(rows, access), access)
        .select_related("evidence")
        .prefetch_related(Prefetch("figures", figures))
    )


def runs_of(access: Access) -> QuerySet[Any]:
    """Return the calculations that the person may see, marked when newer figures are stored."""
    rows = visible_runs(AnalysisRun.objects.filter(plan=access.plan), access)
    return (
        runs_with_marks(rows, access.plan).select_related("data_table").defer("data_table__content")
    )


def finding_for(access: Access, slug: str) -> Any:
    """Fetch one finding with its figures, or answer 404."""
    row = findings_of(access).select_related("plan", "evidence").filter(slug=slug).first()
    if row is None:
        raise Http404(_("Planen har ikke noe funn med adressen «%(slug)s».") % {"slug": slug})
    return row


def not_known(evidence: Evidence) -> list[str]:
    """Name what is not known about a source."""
    return [
        word
        for word, value in (
            (_("hvem som bestilte"), evidence.commissioner or evidence.kind == STATISTICS),
            (_("hvem som utførte"), evidence.author),
            (_("år"), evidence.year),
            (_("geografi"), evidence.geography),
            (_("metode"), evidence.method),
        )
        if not value
    ]


def without_findings(plan: Plan) -> QuerySet[Evidence]:
    """Return the sources from which no finding is written down."""
    return Evidence.objects.filter(plan=plan).annotate(number=Count("findings")).filter(number=0)


def unused_on(plan: Plan) -> QuerySet[Any]:
    """Return the sources with findings that nothing in the whole plan rests on."""
    everything = Access(None, plan, frozenset(Capability))
    return unused(everything).filter(pk__in=Finding.objects.filter(plan=plan).values("evidence"))
