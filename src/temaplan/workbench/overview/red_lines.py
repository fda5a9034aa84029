"""Broken law on the first pages, as things to be done."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.front import DueLine
from temaplan.workbench.overview.menu import Told
from temaplan.workbench.overview.red_rules import RedRule
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.dates import near_date
from temaplan.workbench.plan.models import Plan

RED_SHOWN = 2


def red_lines(red: Sequence[RedRule], plan: Plan) -> list[DueLine]:
    """Write the first red rules as things to be done."""
    return [_line(each, plan) for each in red[:RED_SHOWN]]


def _line(red: RedRule, plan: Plan) -> DueLine:
    when = _("rød regel")
    if red.latest is not None:
        day = near_date(red.latest, "day", reading_date(plan))
        when = _("rettes senest %(day)s") % {"day": day}
    note = _("Regel %(rule)s er brutt · %(paragraph)s")
    return DueLine(
        when=when,
        late=True,
        title=red.title,
        url=reverse("rule", args=[plan.slug, red.id.lower()]),
        note=note % {"rule": red.id, "paragraph": red.paragraph},
        responsible=red.responsible,
    )


def red_link(red: Sequence[RedRule], plan: Plan) -> Sequence[Told]:
    """Return the number of red rules as a link to them, or nothing when there is none."""
    if not red:
        return []
    words = ngettext("%(number)d rød regel", "%(number)d røde regler", len(red))
    url = f"{reverse('rules', args=[plan.slug])}?vis=rode"
    return [Told(words % {"number": len(red)}, url)]
