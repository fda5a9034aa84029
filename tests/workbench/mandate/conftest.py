"""Orders and sources for the tests of this house."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.plan.models import Plan

NewOrder = Callable[..., Mandate]


@pytest.fixture
def source(plan: Plan) -> SourceDocument:
    """The financial plan in which the first orders stand."""
    return SourceDocument.objects.create(
        plan=plan,
        slug="okonomiplan-2024",
        title="Økonomiplan 2024–2027",
        kind="financial_plan",
        body_name="kommunestyret",
        period_start=2024,
        period_end=2027,
        decided_on=date(2023, 12, 14),
    )


@pytest.fixture
def tertial_report(plan: Plan) -> SourceDocument:
    """A later document, in which orders are answered."""
    return SourceDocument.objects.create(
        plan=plan,
        slug="tertialrapport-1-2024",
        title="1. tertialrapport 2024",
        kind="tertial_report",
        year=2024,
        tertial=1,
        decided_on=date(2024, 6, 13),
    )


@pytest.fixture
def new_order(plan: Plan, source: SourceDocument) -> NewOrder:
    """Make an order without going through the register: what a test begins with."""

    def make(slug: str, **values: Any) -> Mandate:
        kept = {
            "title": slug.capitalize(),
            "wording": f"Rådmannen bes om {slug}.",
            "verb": "examine",
        }
        return Mandate.objects.create(
            **{"plan": plan, "slug": slug, "document": source, **kept, **values}
        )

    return make
