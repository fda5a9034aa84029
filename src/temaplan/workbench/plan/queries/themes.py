"""Questions about the themes of a plan."""

from django.db.models import Max, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Plan, Theme


def themes(plan: Plan) -> QuerySet[Theme]:
    """Return the themes in their order."""
    return Theme.objects.filter(plan=plan)


def theme_for(access: Access, slug: str) -> Theme:
    """Fetch one theme of the plan, or answer as if it did not exist."""
    found = Theme.objects.filter(plan=access.plan, slug=slug).select_related("plan").first()
    if found is None:
        raise Http404(_("Planen har ikke noe tema med denne adressen."))
    return found


def titles_of_others(plan: Plan, *, but: Theme | None = None) -> list[str]:
    """Return what the plan's other themes are called."""
    others = themes(plan) if but is None else themes(plan).exclude(pk=but.pk)
    return list(others.order_by().values_list("title", flat=True))


def next_position(plan: Plan) -> int:
    """Return the place after the last theme."""
    last = themes(plan).order_by().aggregate(last=Max("position"))["last"]
    return int(last or 0) + 1
