"""The plan that a command is told by its slug."""

from typing import TYPE_CHECKING

from temaplan.cli.language import gettext as _
from temaplan.errors import BadInput

if TYPE_CHECKING:
    from temaplan.workbench.plan.models import Plan


def plan_named(slug: str) -> "Plan":
    """Return a plan, or say which ones there are. Django must be set up."""
    from temaplan.workbench.plan.models import Plan

    plans = Plan.objects.select_related("municipality")
    found = plans.filter(slug=slug).first()
    if found is not None:
        return found
    there = ", ".join(sorted(plans.values_list("slug", flat=True)))
    raise BadInput(
        _("Planen «{slug}» finnes ikke. Velg en av: {there}.").format(slug=slug, there=there)
        if there
        else _(
            "Planen «{slug}» finnes ikke, og det er ingen andre planer her. Les inn en med "
            "«temaplan import», eller lag en med «temaplan new»."
        ).format(slug=slug)
    )
