"""Registering and discarding sources of knowledge."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from temaplan.workbench.evidence.vocabulary import LAYER
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

FIRST_YEAR, LAST_YEAR = 1838, 2200


def may_choose_layer(layer: str, *, readable: Collection[str]) -> Verdict:
    """Tell whether a person may put a source in a layer: only where they can read it."""
    if layer in readable:
        return Allowed()
    return Refused(
        _("Du kan ikke legge kilden i laget «%(layer)s», for da kan du ikke lese den selv.")
        % {"layer": LAYER[layer].label if layer in LAYER else layer}
    )


def year_fits(year: int | None) -> Verdict:
    """Tell whether a year can be that of a report."""
    if year is None or FIRST_YEAR <= year <= LAST_YEAR:
        return Allowed()
    return Refused(_("Året %(year)s finnes ikke i en plan. Skriv fire siffer.") % {"year": year})


def may_discard_evidence(*, in_a_document: bool, used: bool) -> Verdict:
    """Tell whether a source may be removed. One that has been read is corrected instead."""
    if in_a_document:
        return Refused(_("Kilden står i et dokument som er hentet ut som fil. Rett den i stedet."))
    if used:
        return Refused(
            _("Funn, analyser eller andre rader bygger på kilden. Forkast eller flytt dem først.")
        )
    return Allowed()
