"""Challenges of a plan: all, one, and those that lack ground or a lead."""

from django.db.models import Count, Max, Prefetch, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.evidence.models import Finding
from temaplan.workbench.evidence.queries.layers import visible_findings
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Plan


def challenges(plan: Plan) -> QuerySet[Challenge]:
    """Return the plan's challenges by number."""
    return Challenge.objects.filter(plan=plan)


def challenges_with_counts(access: Access) -> QuerySet[Challenge]:
    """Return the challenges with the findings that the person may see, roles and leads."""
    seen = visible_findings(Finding.objects.filter(plan=access.plan), access)
    leading = RoleAssignment.objects.filter(leads=True).select_related("organisation")
    return (
        challenges(access.plan)
        .annotate(
            finding_count=Count("findings", distinct=True),
            seen_finding_count=Count(
                "findings", distinct=True, filter=Q(findings__in=seen.values("pk"))
            ),
            role_count=Count("roles", distinct=True),
            lead_count=Count("roles", distinct=True, filter=Q(roles__leads=True)),
        )
        .prefetch_related(Prefetch("roles", leading, to_attr="leading"))
        .order_by("number")  # grouping drops the model's own order
    )


def challenge_named(access: Access, slug: str) -> Challenge:
    """Fetch one challenge with its roles, or answer 404."""
    roles = RoleAssignment.objects.select_related("organisation", "plan")
    row = (
        challenges(access.plan)
        .select_related("plan")
        .prefetch_related(Prefetch("roles", roles))
        .filter(slug=slug)
        .first()
    )
    if row is None:
        raise Http404(_("Planen har ingen utfordring med adressen «%(slug)s».") % {"slug": slug})
    return row


def undocumented(plan: Plan) -> QuerySet[Challenge]:
    """Return the challenges that rest on no finding."""
    return challenges(plan).filter(findings__isnull=True)


def without_roles(plan: Plan) -> QuerySet[Challenge]:
    """Return the challenges about which nobody has said who can do what."""
    return challenges(plan).filter(roles__isnull=True)


def without_lead(plan: Plan) -> QuerySet[Challenge]:
    """Return the challenges that have roles, but nobody who leads."""
    leading = RoleAssignment.objects.filter(plan=plan, leads=True)
    with_roles = RoleAssignment.objects.filter(plan=plan)
    return (
        challenges(plan)
        .filter(pk__in=with_roles.values("challenge"))
        .exclude(pk__in=leading.values("challenge"))
    )


def numbers_taken(plan: Plan, *, but: Challenge | None = None) -> dict[int, str]:
    """Return who has each number, except one challenge."""
    rows = challenges(plan).exclude(pk=but.pk) if but else challenges(plan)
    return dict(rows.values_list("number", "title"))


def next_number(plan: Plan) -> int:
    """Return the number after the last one in use."""
    last = challenges(plan).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def findings_to_choose(access: Access) -> QuerySet[Finding]:
    """Return the findings that the person may see, and so may link to a challenge."""
    rows = (
        Finding.objects.filter(plan=access.plan)
        .select_related("evidence")
        .prefetch_related("figures__run")
    )
    return visible_findings(rows, access)
