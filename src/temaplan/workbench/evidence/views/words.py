"""Words and cells that several pages of the evidence house share."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.evidence.acceptance import Acceptance
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.evidence.vocabulary import LAYER, STATISTICS
from temaplan.workbench.pages.cells import Cell
from temaplan.workbench.plan.dates import written_date

_TAGS = {"public": "success", "internal": "warning", "closed": "danger"}


def layer_tag(evidence: Evidence) -> Cell:
    """Say who may read a source."""
    return Cell(str(LAYER[evidence.layer].label), tag=_TAGS[evidence.layer])


def outdated_tag() -> Cell:
    """Say that newer figures are stored."""
    return Cell(_("utdatert"), tag="warning")


def accepted_words(acceptance: Acceptance) -> str:
    """Say who answers for something odd about figures, when and why."""
    day = written_date(_day(acceptance.accepted_on)) or _("ukjent dag")
    return _("Godtatt av %(name)s %(day)s: %(reason)s") % {
        "name": acceptance.accepted_by or _("ukjent"),
        "day": day,
        "reason": acceptance.reason or _("uten begrunnelse"),
    }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # came in with a folder
        return None


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
