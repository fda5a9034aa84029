"""How a later order may relate to an earlier one."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict


def may_relate(*, same: bool, related_already: bool, ring: Sequence[str]) -> Verdict:
    """Tell whether the relation may be made.

    `ring` holds the titles of the ring that it would close, the first again at the end.
    """
    if same:
        return Refused(_("En ordre kan ikke ha et forhold til seg selv. Velg en annen ordre."))
    if related_already:
        return Refused(_("Dette forholdet er allerede registrert."))
    if ring:
        chain = " → ".join(f"«{title}»" for title in ring)
        return Refused(
            _("Forholdene ville gå i ring: %(chain)s. Velg en annen ordre.") % {"chain": chain}
        )
    return Allowed()
