"""What may be noted in the contact log, and what a group of actors lacks."""

from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.actor.vocabulary import GROUPS_TO_ANCHOR
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict


def has_happened(day: date, as_of: date) -> Verdict:
    """Tell whether a contact can have been: the log holds what happened, not what is planned."""
    if day > as_of:
        return Refused(
            _(
                "%(day)s er etter %(as_of)s, som planen leses på. Loggen tar bare det som har "
                "skjedd. Det som skal skje, hører hjemme i tidslinjen."
            )
            % {"day": written_date(day), "as_of": written_date(as_of)}
        )
    return Allowed()


def lacks_contact(group: str, *, is_met: bool) -> bool:
    """Tell whether a group must be anchored and nobody has met any of its actors."""
    return group in GROUPS_TO_ANCHOR and not is_met
