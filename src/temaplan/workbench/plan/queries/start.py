"""Questions before a plan is started: where, under which address, from which year."""

from datetime import date

from django.db.models import Exists, Q, QuerySet

from temaplan.workbench.plan.access import Visitor, municipalities_with
from temaplan.workbench.plan.models import Municipality, Plan
from temaplan.workbench.plan.plan_templates import SPRING
from temaplan.workbench.plan.rules.start import LONGEST_SLUG, slug_is_an_address, slug_is_free
from temaplan.workbench.plan.slugs import RESERVED, slugify_norwegian
from temaplan.workbench.plan.verdicts import Verdict
from temaplan.workbench.plan.vocabulary import Capability


def municipalities_to_start_in(visitor: Visitor, host: str) -> QuerySet[Municipality]:
    """Return where the visitor may start a plan; a municipality's own host shows only it."""
    taken = Municipality.objects.filter(host=host)
    return (
        municipalities_with(visitor, Capability.START_PLAN)
        .filter(Q(host=host) | ~Exists(taken))
        .order_by("name")
    )


def plan_slug_verdict(slug: str) -> Verdict:
    """Tell whether a plan may get this address, and why not."""
    verdict = slug_is_an_address(slug, reserved=RESERVED)
    if not verdict.allowed:
        return verdict
    return slug_is_free(slug, taken=Plan.objects.filter(slug=slug).exists())


def free_plan_slug(municipality: Municipality, title: str) -> str:
    """Return a free address: municipality and title, so that two do not compete for a word.

    Otherwise the number behind a taken word would tell of another's hidden plan.
    """
    own, words = municipality.slug, slugify_norwegian(title)
    named = words if own in words.split("-") else f"{own}-{words}"
    wanted = named[: LONGEST_SLUG - 4].rstrip("-")
    taken = set(Plan.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    number, slug = 2, wanted
    while slug in taken | RESERVED:
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def usual_first_year(today: date) -> int:
    """Return the next year whose spring has not begun: the months of the template lie ahead."""
    return today.year if today.month <= SPRING[0].month else today.year + 1
