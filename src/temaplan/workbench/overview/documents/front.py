"""The public front page of a plan: where it stands, its documents, its timeline, its gaps."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.documents.chapters.knowledge import count_of_knowledge
from temaplan.workbench.overview.documents.chapters.orders import count_of_orders
from temaplan.workbench.overview.documents.chapters.timeline import (
    next_milestone,
    state_of,
)
from temaplan.workbench.overview.documents.gaps import gaps
from temaplan.workbench.overview.documents.kinds import CHALLENGES, DOCUMENT_KINDS, STATUS
from temaplan.workbench.overview.documents.profile import front_facts
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import as_of_words, when
from temaplan.workbench.pages.object_page import as_html
from temaplan.workbench.plan.models import Milestone, Theme
from temaplan.workbench.plan.queries.timeline import is_late
from temaplan.workbench.plan.vocabulary import THEME_SCOPE

Content = dict[str, Any]
PLANNED = "planned"  # what stands in a timeline and is not over is planned: no need to say so


def front_page(reading: Reading) -> Content:
    """Return what the front page shows, ready for its template."""
    return {
        "stamp": as_of_words(reading.plan, reading.as_of),
        "standing": list(_standing(reading)),
        "documents": [
            {"name": kind.name, "title": str(kind.title), "sentence": str(kind.sentence)}
            for kind in DOCUMENT_KINDS
        ],
        "timeline": [_step(milestone, reading) for milestone in reading.milestones],
        "scope": [_theme(theme) for theme in reading.themes],
        "purpose": as_html(reading.plan.purpose),
        "facts": [
            {"label": fact.label, "value": fact.value or _("ukjent")}
            for fact in front_facts(reading)
        ],
        "unknown": [gap.sentence for gap in gaps(reading)],
    }


def _theme(theme: Theme) -> Content:
    return {
        "ref": theme.ref,
        "title": theme.title,
        "scope": str(THEME_SCOPE[theme.scope].label),
        "reason": theme.reason,
        "handled_in": theme.handled_in,
    }


def _standing(reading: Reading) -> Iterator[Content]:
    """Yield where the plan stands, each sentence with the place that tells more."""
    if reading.mandates:
        yield _told(count_of_orders(reading), STATUS.name, "bakgrunn")
    if reading.evidence:
        yield _told(count_of_knowledge(reading), STATUS.name, "kunnskap")
    if number := len(reading.challenges):
        sentence = ngettext(
            "Én utfordring er beskrevet.", "%(number)d utfordringer er beskrevet.", number
        )
        yield _told(sentence % {"number": number}, CHALLENGES.name, "utfordringer")
    if step := next_milestone(reading):
        sentence = _("Neste milepæl er «%(title)s», %(when)s.")
        told = sentence % {"title": step.title.rstrip("."), "when": when(step)}
        yield _told(told, STATUS.name, "videre-arbeid")


def _told(sentence: str, document: str, anchor: str) -> Content:
    return {"sentence": sentence, "document": document, "anchor": anchor}


def _step(milestone: Milestone, reading: Reading) -> Content:
    return {
        "ref": milestone.ref,
        "when": when(milestone),
        "title": milestone.title,
        "state": state_of(milestone, reading)
        if milestone.state != PLANNED or is_late(milestone, reading.as_of)
        else "",
        "note": milestone.note,
    }
