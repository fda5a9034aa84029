"""A plan is read with the same few statements however large it is."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.evidence.models import AnalysisRun, Evidence, Finding, QuotedFigure
from temaplan.workbench.mandate.models import Criterion, Mandate, SourceDocument
from temaplan.workbench.overview.documents.catalogue import PAGES
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.overview.trace_graph import nothing_closed_on, trace_graph
from temaplan.workbench.plan.models import Milestone, Plan


def statements(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def grown(plan: Plan, numbers: range) -> None:
    """Add one of everything for each number, linked to one another."""
    source, run = SourceDocument.objects.first(), AnalysisRun.objects.get(slug="fordeling-2025")
    actor = Organisation.objects.first()
    for number in numbers:
        kept = {"plan": plan, "slug": f"ny-{number}"}
        order = Mandate.objects.create(
            **kept, title=f"Ordre {number}", document=source, wording="Gjør.", verb="other"
        )
        Criterion.objects.create(**kept, mandate=order, text="Grønt.")
        entry = Evidence.objects.create(**kept, title=f"Kilde {number}", kind="report")
        entry.mandates.add(order)
        finding = Finding.objects.create(
            **kept, evidence=entry, number=100 + number, text="Andelen er {1}."
        )
        QuotedFigure.objects.create(
            **kept,
            finding=finding,
            number=1,
            run=run,
            row={"industry": "A Industri"},
            column="value",
        )
        challenge = Challenge.objects.create(
            **kept, number=100 + number, title=f"Utfordring {number}"
        )
        challenge.findings.add(finding)
        RoleAssignment.objects.create(
            **kept, challenge=challenge, organisation=actor, role="partner"
        )
        Milestone.objects.create(**kept, title=f"Steg {number}")


@pytest.mark.parametrize("code", sorted(PAGES))
def test_page_is_built_with_the_same_statements_from_a_larger_plan(
    sample_plan: Plan, code: str
) -> None:
    grown(sample_plan, range(1))
    small = statements(lambda: PAGES[code](read(sample_plan)))
    grown(sample_plan, range(1, 20))

    assert statements(lambda: PAGES[code](read(sample_plan))) == small


def test_trace_is_fetched_with_the_same_statements_from_a_larger_plan(sample_plan: Plan) -> None:
    access = nothing_closed_on(sample_plan)
    grown(sample_plan, range(1))
    small = statements(lambda: trace_graph(access, sample_plan.as_of))
    grown(sample_plan, range(1, 20))

    assert statements(lambda: trace_graph(access, sample_plan.as_of)) == small
