"""Pages as they are read, kept so that reading costs two look-ups.

A stored page is used only for the very state it was built from; otherwise the page
is built for this one answer and not stored, since reading changes no row. The
worker stores.
"""

import hashlib
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation

from temaplan.sources import catalogue
from temaplan.workbench.overview.documents.catalogue import PAGES
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.models import Plan, PlanPage

# Raised when the markup of the pages changes, so that stored ones are built anew.
EDITION = 4

_SHORT = 8  # enough of a checksum to tell one set of tables from the next

Content = dict[str, Any]


def built_from(plan: Plan) -> str:
    """Name the state of plan, municipality and published tables that a page shows."""
    own = f"{plan.last_event_number}.{plan.municipality.last_event_number}"
    return f"{own}.{EDITION}.{_tables()}"


@cache
def _tables() -> str:
    """Name the published tables that come with Temaplan: newer ones make figures outdated."""
    sums = "".join(table.sha256 for table in catalogue.TABLES)
    return hashlib.sha256(sums.encode()).hexdigest()[:_SHORT]


def version_of(plan: Plan) -> str:
    """Name everything that a page of the plan depends on, for conditional requests."""
    return f"{plan.pk}-{built_from(plan)}-{reading_date(plan).isoformat()}"


def page(plan: Plan, code: str, language: str) -> Content:
    """Return one page of a plan as it is now."""
    stored = PlanPage.objects.filter(
        plan=plan,
        document=code,
        language=language,
        built_from=built_from(plan),
        as_of=reading_date(plan),
    ).first()
    return stored.content if stored else build(plan, code, language, reading_date(plan))


def build(plan: Plan, code: str, language: str, as_of: date) -> Content:
    """Build one page from the plan."""
    with translation.override(language):
        return PAGES[code](read(plan, as_of))


def store_pages(plan: Plan) -> None:
    """Build and store every page of a plan in both forms.

    `plan` must be newly fetched: the state it names is then never newer than what
    the pages show.
    """
    as_of, state = reading_date(plan), built_from(plan)
    for code in PAGES:
        for language, _name in settings.LANGUAGES:
            content = build(plan, code, language, as_of)
            PlanPage.objects.update_or_create(
                plan=plan,
                document=code,
                language=language,
                defaults={
                    "built_from": state,
                    "as_of": as_of,
                    "content": content,
                    "content_hash": content.get("hash", ""),
                },
            )


def are_stored(plan: Plan) -> bool:
    """Tell whether all pages of the plan are stored as they are now."""
    fresh = PlanPage.objects.filter(
        plan=plan, built_from=built_from(plan), as_of=reading_date(plan)
    )
    return fresh.count() == len(PAGES) * len(settings.LANGUAGES)
