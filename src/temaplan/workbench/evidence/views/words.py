"""Words and cells that several pages of the evidence house share."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.evidence.vocabulary import LAYER, STATISTICS
from temaplan.workbench.pages.cells import Cell

_TAGS = {"public": "success", "internal": "warning", "closed": "danger"}


def layer_tag(evidence: Evidence) -> Cell:
    """Say who may read a source."""
    return Cell(str(LAYER[evidence.layer].label), tag=_TAGS[evidence.layer])


def outdated_tag() -> Cell:
    """Say that newer figures are stored."""
    return Cell(_("utdatert"), tag="warning")


def use_words(number: int) -> str:
    """Say how often something is used."""
    if not number:
        return _("ikke brukt ennå")
    return ngettext("brukt ett sted", "brukt %(number)d steder", number) % {"number": number}


def use_cell(number: int) -> Cell:
    """Say how often something is used; unused is marked."""
    return Cell(use_words(number), tag="" if number else "warning")


def commissioner_words(evidence: Evidence) -> str:
    """Say who ordered a source; nobody orders open statistics."""
    if evidence.commissioner or evidence.kind != STATISTICS:
        return evidence.commissioner
    return _("ingen")
