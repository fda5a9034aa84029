"""The timeline as a table that is also drawn, and that fits on one sheet of paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from temaplan.workbench.pages.cells import Cell
from temaplan.workbench.pages.list_page import neighbouring_pages, page_of
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.queries.timeline import is_late
from temaplan.workbench.plan.queries.timeline_rows import shown_milestones
from temaplan.workbench.plan.timeline_picture import Mark, Spot, Strip, spot_of, strip_for
from temaplan.workbench.plan.views.milestone_words import baseline_words, state_in_list, when_cell
from temaplan.workbench.plan.views.timeline import counting_words, timeline_sentence
from temaplan.workbench.plan.vocabulary import Capability

# From so many rows on they are printed smaller, so that they still fit on one sheet.
_SIZES = ((30, "dense"), (14, "many"), (0, ""))


@dataclass(frozen=True)
class PictureRow:
    """One milestone: its words, and where it is drawn."""

    title: Cell
    when: Cell
    approved: str
    state: Cell
    marks: Sequence[Mark]
    look: str  # how it is drawn: planned, started, done, cancelled or late


@on_plan(Capability.SEE)
def timeline_picture(request: HttpRequest, access: Access) -> HttpResponse:
    """Show one page of milestones with a strip of months beside them."""
    plan, as_of = access.plan, reading_date(access.plan)
    shown = page_of(shown_milestones(plan), request.GET.get("side", "1"))
    rows = list(shown.object_list)
    strip = strip_for((spot for row in rows for spot in _spots(row)), today=as_of)
    return render(
        request,
        "plan/picture.html",
        {
            "sentence": timeline_sentence(plan),
            "rows": [_row(row, access, strip) for row in rows],
            "strip": strip,
            "labels": strip.labels(),
            "today": strip.line(as_of),
            "as_of": written_date(as_of),
            "approved": plan.baseline_approved_on is not None,
            "size": next(size for least, size in _SIZES if len(rows) >= least),
            "explained": counting_words(),
            "shown": shown,
            "timeline_url": reverse("timeline", args=[plan.slug]),
            **neighbouring_pages(request, shown),
        },
    )


def _row(row: Any, access: Access, strip: Strip) -> PictureRow:
    as_of = reading_date(access.plan)
    timeline = reverse("timeline", args=[access.plan.slug])
    return PictureRow(
        title=Cell(row.title, f"{timeline}{row.slug}/"),
        when=when_cell(row),
        approved=baseline_words(row),
        state=state_in_list(row, as_of),
        marks=[strip.mark(spot) for spot in _spots(row)],
        look="late" if is_late(row, as_of) else row.state,
    )


def _spots(row: Any) -> list[Spot]:
    """Return the approved date where it is another, and the one that holds now above it."""
    now = spot_of(row.date, row.precision, row.duration_days, approved=False)
    before = spot_of(row.baseline_date, row.baseline_precision, row.duration_days, approved=True)
    moved = (row.date, row.precision) != (row.baseline_date, row.baseline_precision)
    return [spot for spot in (before if moved else None, now) if spot is not None]
