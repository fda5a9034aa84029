"""What is asked of a plan that is to be started."""

import re

from django.utils.translation import gettext as _

from temaplan.workbench.plan.rules.profile import FIRST_YEAR, LAST_YEAR
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

LONGEST_SLUG = 60
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def slug_is_an_address(slug: str, *, reserved: frozenset[str]) -> Verdict:
    """Tell whether a plan can have this word in its address."""
    if len(slug) > LONGEST_SLUG or not _SLUG.fullmatch(slug):
        return Refused(
            _(
                "«%(slug)s» kan ikke være adressen til en plan. Bruk små bokstaver fra a til z, "
                "tall og bindestrek, høyst %(longest)d tegn."
            )
            % {"slug": slug, "longest": LONGEST_SLUG}
        )
    if slug in reserved:
        return Refused(
            _("Adressen «%(slug)s» brukes av Temaplan selv. Velg en annen.") % {"slug": slug}
        )
    return Allowed()


def slug_is_free(slug: str, *, taken: bool) -> Verdict:
    """Tell whether no other plan on the installation has this address."""
    if not taken:
        return Allowed()
    return Refused(
        _("Det finnes allerede en plan med adressen «%(slug)s». Velg en annen.") % {"slug": slug}
    )


def first_year_is_possible(year: int) -> Verdict:
    """Tell whether work on a plan can begin in this year."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        return Allowed()
    return Refused(
        _("Året %(year)s er ikke mulig. Skriv et år mellom %(first)d og %(last)d.")
        % {"year": year, "first": FIRST_YEAR, "last": LAST_YEAR}
    )
