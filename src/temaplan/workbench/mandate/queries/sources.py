"""Source documents of a plan: all, one, and what is not known about them."""

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import SourceDocument
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Plan

# What is known of a document is told; the rest is listed under «mangler».
LACKING = Q(decided_on__isnull=True) | Q(case_number="") | Q(link="", file__isnull=True)


def sources(plan: Plan) -> QuerySet[SourceDocument]:
    """Return the plan's source documents, oldest first."""
    return SourceDocument.objects.filter(plan=plan)


def sources_with_counts(plan: Plan) -> QuerySet[SourceDocument]:
    """Return the source documents with how many orders each gives."""
    counted = sources(plan).annotate(order_count=Count("mandates"))
    return counted.order_by(*(SourceDocument._meta.ordering or ()))  # grouping drops it


def source_named(access: Access, slug: str) -> SourceDocument:
    """Fetch one source document with its orders, or answer 404."""
    row = (
        sources(access.plan)
        .select_related("plan", "file")
        .prefetch_related("mandates")
        .filter(slug=slug)
        .first()
    )
    if row is None:
        raise Http404(
            _("Planen har ikke noe kildedokument med adressen «%(slug)s».") % {"slug": slug}
        )
    return row


def not_known(source: SourceDocument) -> list[str]:
    """Name what is not known about a source document."""
    return [
        word
        for word, value in (
            (_("vedtaksdato"), source.decided_on),
            (_("saksnummer"), source.case_number),
            (_("lenke eller fil"), source.link or source.file_id),
        )
        if not value
    ]


def titles_taken(plan: Plan, *, but: SourceDocument | None = None) -> list[str]:
    """Return the titles of the plan's source documents, except that of one."""
    rows = sources(plan).exclude(pk=but.pk) if but else sources(plan)
    return list(rows.values_list("title", flat=True))
