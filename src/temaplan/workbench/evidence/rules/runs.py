"""Calculations and tables of figures: when they may be discarded."""

from django.utils.translation import gettext as _

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict


def may_discard_run(*, in_a_document: bool, replaced: bool, used: bool) -> Verdict:
    """Tell whether a calculation may be removed."""
    if in_a_document:
        return Refused(
            _("Analysen står i et dokument som er hentet ut som fil. Oppdater den i stedet.")
        )
    if replaced:
        return Refused(_("Analysen er erstattet av en nyere og blir stående."))
    if used:
        return Refused(_("Funn siterer tall fra analysen. Ta tallene ut av funnene først."))
    return Allowed()


def may_discard_table(*, used: bool) -> Verdict:
    """Tell whether a table of figures may be removed."""
    if used:
        return Refused(_("Analyser er beregnet av tabellen. Forkast dem først."))
    return Allowed()
