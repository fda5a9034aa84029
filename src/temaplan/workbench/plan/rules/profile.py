"""What may be done with the plan as a whole: its period, publishing it, taking it back."""

from django.utils.translation import gettext as _

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

FIRST_YEAR, LAST_YEAR, LONGEST_PERIOD = 1900, 2200, 50


def period_is_possible(start: int | None, end: int | None) -> Verdict:
    """Tell whether a plan can be for these years."""
    for year in (start, end):
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            return Refused(
                _("Året %(year)s er ikke mulig. Skriv et år mellom %(first)d og %(last)d.")
                % {"year": year, "first": FIRST_YEAR, "last": LAST_YEAR}
            )
    if start and end and end < start:
        return Refused(
            _("Perioden kan ikke slutte i %(end)s når den begynner i %(start)s.")
            % {"start": start, "end": end}
        )
    if start and end and end - start > LONGEST_PERIOD:
        return Refused(
            _("Perioden er lengre enn %(years)d år. Se etter om årene er riktige.")
            % {"years": LONGEST_PERIOD}
        )
    return Allowed()


def may_publish(*, summary: str) -> Verdict:
    """Tell whether everybody may be let in to read the plan."""
    if not summary:
        return Refused(
            _(
                "Skriv én setning om planen i profilen først. "
                "Den står på forsiden når planen er publisert."
            )
        )
    return Allowed()


def may_unpublish(*, reason: str) -> Verdict:
    """Tell whether the plan may be taken back from the public."""
    if not reason.strip():
        return Refused(_("Skriv hvorfor planen ikke lenger skal kunne leses av alle."))
    return Allowed()
