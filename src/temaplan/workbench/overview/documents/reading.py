"""What everybody may read of a plan, fetched once for the documents and the public pages.

It is fetched as by a reader who is not logged in, so nothing that is closed can come
out in a document by mistake. The number of statements does not grow with the plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch, QuerySet

from temaplan.workbench.actor.queries.contacts import Coverage, coverage
from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.evidence.models import AnalysisRun, Evidence, Finding, QuotedFigure
from temaplan.workbench.evidence.queries.layers import (
    visible_evidence,
    visible_findings,
    visible_runs,
)
from temaplan.workbench.evidence.queries.outdated import (
    current,
    findings_with_marks,
    runs_with_marks,
)
from temaplan.workbench.mandate.models import (
    Mandate,
    MandateRelation,
    MandateStep,
    SourceDocument,
)
from temaplan.workbench.overview.documents.in_time import in_time
from temaplan.workbench.overview.trace_graph import nothing_closed_on
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.models import Milestone, Municipality, Plan, Theme


@dataclass(frozen=True)
class Reading:
    """A plan as the public may see it on one date."""

    plan: Plan
    as_of: date

    @property
    def municipality(self) -> Municipality:
        """The sender of the plan."""
        return self.plan.municipality

    @property
    def access(self) -> Access:
        """The reader: somebody who is not logged in."""
        return nothing_closed_on(self.plan)

    @cached_property
    def sources(self) -> Sequence[SourceDocument]:
        """Political documents, oldest first."""
        return list(SourceDocument.objects.filter(plan=self.plan).select_related("file"))

    @cached_property
    def mandates(self) -> Sequence[Mandate]:
        """Orders in the order in which they were given."""
        earlier = MandateRelation.objects.select_related("earlier")
        later = MandateRelation.objects.select_related("later__document")
        return list(
            Mandate.objects.filter(plan=self.plan)
            .select_related("document")
            .prefetch_related(
                "criteria",
                "deliverables",
                "partners",
                Prefetch("relations", earlier),
                Prefetch("inverse_relations", later),
                Prefetch("steps", MandateStep.objects.select_related("document")),
            )
        )

    @cached_property
    def evidence(self) -> Sequence[Evidence]:
        """Open entries of the register with their findings and runs."""
        figures = QuotedFigure.objects.select_related("run")
        runs = visible_runs(AnalysisRun.objects.filter(plan=self.plan), self.access)
        runs = runs_with_marks(runs, self.plan)
        return list(
            visible_evidence(Evidence.objects.filter(plan=self.plan), self.access)
            .select_related("file")
            .prefetch_related(
                "mandates",
                Prefetch(
                    "findings", self._findings().prefetch_related(Prefetch("figures", figures))
                ),
                Prefetch("runs", current(runs).select_related("data_table")),
            )
        )

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """Open findings by number."""
        found = [finding for entry in self.evidence for finding in entry.findings.all()]
        return sorted(found, key=lambda finding: finding.number)

    @cached_property
    def runs(self) -> Sequence[AnalysisRun]:
        """Calculations behind open evidence, in the order of the register."""
        return [run for entry in self.evidence for run in entry.runs.all()]

    @cached_property
    def challenges(self) -> Sequence[Challenge]:
        """Challenges by number, each with the open findings it rests on."""
        findings = self._findings().select_related("evidence")
        roles = RoleAssignment.objects.select_related("organisation")
        return list(
            Challenge.objects.filter(plan=self.plan).prefetch_related(
                Prefetch("findings", findings), Prefetch("roles", roles)
            )
        )

    @cached_property
    def coverage(self) -> Sequence[Coverage]:
        """How many actors of each group have been met: numbers only, no names."""
        return coverage(self.plan)

    @cached_property
    def milestones(self) -> Sequence[Milestone]:
        """The timeline with every shift."""
        return in_time(Milestone.objects.filter(plan=self.plan).prefetch_related("shifts"))

    @cached_property
    def themes(self) -> Sequence[Theme]:
        """What the plan takes up and what it leaves, in the order of the list."""
        return list(Theme.objects.filter(plan=self.plan))

    def _findings(self) -> QuerySet[Finding]:
        rows = findings_with_marks(Finding.objects.filter(plan=self.plan), self.plan)
        return visible_findings(rows, self.access)


def read(plan: Plan, as_of: date | None = None) -> Reading:
    """Return the plan for reading, as of the given date or the plan's own."""
    return Reading(plan, as_of or reading_date(plan))
