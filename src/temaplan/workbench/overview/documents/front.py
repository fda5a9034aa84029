"""The public front page of a plan: where it stands, its documents, its timeline, its gaps."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.documents.gaps import gaps
from temaplan.workbench.overview.documents.kinds import DOCUMENT_KINDS
from temaplan.workbench.overview.documents.profile import profile_facts
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import as_of_words, when
from temaplan.workbench.plan.models import Milestone
from temaplan.workbench.plan.vocabulary import MILESTONE_STATE

Content = dict[str, Any]


def front_page(reading: Reading) -> Content:
    """Return what the front page shows, ready for its template."""
    return {
        "stamp": as_of_words(reading.plan, reading.as_of),
        "standing": list(_standing(reading)),
        "documents": [
            {"name": kind.name, "title": str(kind.title), "sentence": str(kind.sentence)}
            for kind in DOCUMENT_KINDS
        ],
        "timeline": [_step(milestone) for milestone in reading.milestones],
        "no_timeline": _("Planen har ingen milepæler ennå."),
        "facts": [
            {"label": fact.label, "value": fact.value or _("ikke oppgitt")}
            for fact in profile_facts(reading)
        ],
        "unknown": [gap.sentence for gap in gaps(reading)],
    }


def _standing(reading: Reading) -> Iterator[str]:
    orders, found = len(reading.mandates), len(reading.findings)
    yield ngettext("%(number)d ordre er gitt.", "%(number)d ordrer er gitt.", orders) % {
        "number": orders
    }
    yield ngettext("%(number)d funn er gjort.", "%(number)d funn er gjort.", found) % {
        "number": found
    }


def _step(milestone: Milestone) -> Content:
    state = MILESTONE_STATE[milestone.state]
    return {
        "ref": milestone.ref,
        "when": when(milestone),
        "title": milestone.title,
        "state": str(state.label) if state.code != "planned" else "",
        "note": milestone.note,
    }
