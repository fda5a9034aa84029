"""Whether a row stands in a document that somebody has fetched as a file."""

from typing import Any

from django.db.models import OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from temaplan.workbench.plan.models import Artefact


def stands_in_a_document(row: Any) -> bool:
    """Tell whether a PDF or Word file that was made shows the row.

    Such a row is part of what somebody has read: it is closed with a reason, never
    discarded.
    """
    return _showing(row).exists()


def part_stands_in_a_document(part: Any, whole: Any) -> bool:
    """Tell the same of a part that documents show without naming it, such as a criterion.

    It stands in every document that shows the whole and was made after the part came.
    """
    return _showing(whole).filter(built_at__gte=part.created_at).exists()


def documents_with(kind: str) -> QuerySet[Artefact]:
    """Return, inside a query about rows of a kind, the files that show each of them."""
    ref = Concat(Value(f'"{kind}/'), OuterRef("slug"), Value('"'), output_field=TextField())
    return Artefact.objects.annotate(refs_text=Cast("refs", TextField())).filter(
        plan=OuterRef("plan"), refs_text__contains=ref
    )


def _showing(row: Any) -> QuerySet[Artefact]:
    return (
        Artefact.objects.filter(plan=row.plan_id)
        .annotate(refs_text=Cast("refs", TextField()))
        .filter(refs_text__contains=f'"{row.ref}"')
    )
