"""Files that somebody uploads: only what they say they are, and not too large."""

from django.utils.translation import gettext as _

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

MEGABYTE = 1_000_000


def may_be_kept(name: str, *, size: int, limit: int) -> Verdict:
    """Tell whether a file has a size that can be kept."""
    if size == 0:
        return Refused(_("Filen «%(name)s» er tom. Velg en annen.") % {"name": name})
    if size > limit:
        return Refused(
            _("Filen «%(name)s» er %(size)d MB. Grensen er %(limit)d MB.")
            % {"name": name, "size": -(-size // MEGABYTE), "limit": limit // MEGABYTE}
        )
    return Allowed()


def is_what_it_says(name: str, *, named: str, found: str, accepted: str) -> Verdict:
    """Tell whether the content of a file is what its name says.

    `named` and `found` are words for the kinds, empty for one that is not taken.
    """
    if not named:
        return Refused(
            _("Filen «%(name)s» kan ikke legges ved. Bruk en av typene %(accepted)s.")
            % {"name": name, "accepted": accepted}
        )
    if not found:
        return Refused(
            _("Filen heter «%(name)s», men innholdet er ikke %(named)s. Åpne den og lagre på nytt.")
            % {"name": name, "named": named}
        )
    if named != found:
        return Refused(
            _("Filen heter «%(name)s», men innholdet er %(found)s. Gi den riktig navn først.")
            % {"name": name, "found": found}
        )
    return Allowed()
