"""Where the pages of the evidence house are."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.models import AnalysisRun, Evidence, Finding, TableDraft
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import PlanObject


def house_url(access: Access, name: str = "evidence-list") -> str:
    """Return the address of a page about the whole register."""
    return reverse(name, kwargs={"plan": access.plan.slug})


def row_url(access: Access, row: PlanObject, name: str) -> str:
    """Return the address of a page about one row."""
    return reverse(name, kwargs={"plan": access.plan.slug, "slug": row.slug})


def draft_url(access: Access, draft: TableDraft, name: str = "table-draft", **more: int) -> str:
    """Return the address of a page about a file on its way in."""
    return reverse(name, kwargs={"plan": access.plan.slug, "key": draft.key, **more})


def quote_url(
    access: Access,
    run: AnalysisRun,
    row: Mapping[str, str],
    column: str,
    finding: Finding | None = None,
    *,
    new: bool = False,
) -> str:
    """Return the address that puts a figure into a finding, or asks into which."""
    kept = {"plan": access.plan.slug, "slug": run.slug}
    if finding is not None:
        address = reverse("run-quote-in", kwargs={**kept, "finding": finding.slug})
    else:
        address = reverse("run-quote-new" if new else "run-quote", kwargs=kept)
    return f"{address}?{urlencode({**row, 'column': column})}"


def to_register(access: Access) -> Action:
    """Lead back to the register."""
    return Action(_("Kunnskap"), house_url(access))


def to_evidence(access: Access, evidence: Evidence) -> Action:
    """Lead back to one source."""
    return Action(evidence.title, row_url(access, evidence, "evidence"))
