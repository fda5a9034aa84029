"""Milestones that belong to another plan: where they are moved, and who has to follow."""

from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

When = tuple[date | None, str]


def may_change_here(*, owner: str) -> Verdict:
    """Tell whether a milestone is moved and called off in this plan; `owner` is another's."""
    if owner:
        return Refused(
            _("Milepælen eies av en annen plan (%(owner)s). Den flyttes og avlyses der.")
            % {"owner": owner}
        )
    return Allowed()


def follows_another(*, owner: str) -> Verdict:
    """Tell whether a milestone is another plan's, so that there is somebody to follow."""
    if owner:
        return Allowed()
    return Refused(_("Milepælen er planens egen og følger ingen annen plan."))


def may_share(*, taken: bool, shared_itself: bool) -> Verdict:
    """Tell whether a milestone of another plan may be shown in this one."""
    if taken:
        return Refused(_("Milepælen står allerede i tidslinjen."))
    if shared_itself:
        return Refused(_("Milepælen eies av en tredje plan. Hent den derfra."))
    return Allowed()


def may_follow(*, here: When, there: When | None, same_state: bool) -> Verdict:
    """Tell whether there is anything to take over from the plan that owns a milestone."""
    if there is None:
        return Refused(
            _(
                "Milepælen finnes ikke i planen som eier den. Slutt å følge den, så er den "
                "planens egen."
            )
        )
    if here == there and same_state:
        return Refused(
            _("Milepælen står på %(day)s i begge planene.") % {"day": written_date(*here)}
        )
    return Allowed()
