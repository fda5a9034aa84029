"""Parts of a milestone's page: the order it stands in, its moves, and where else it is shown."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.pages.cells import Action, Block, Cell, Line
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.queries.around import (
    APPROVED_EARLIER,
    MOVED,
    SHOWN_IN,
    WAITED_FOR_BY,
    WAITS_FOR,
    Around,
    Beside,
)
from temaplan.workbench.plan.vocabulary import Capability


def milestone_blocks(row: Any, access: Access, beside: Around) -> Sequence[Block]:
    """Return what there is to show, and the order always: it can be added to."""
    blocks = [_moves(beside), _waits_for(row, access, beside), _waited_for(access, beside)]
    return [block for block in (*blocks, _earlier(access, beside), _shown(beside)) if block]


def _moves(beside: Around) -> Block | None:
    shifts = [
        {"words": _from_to(each), "day": written_date(each.told_on), "reason": each.text}
        for each in beside.of(MOVED)
    ]
    if not shifts:
        return None
    return Block(_("Flyttinger"), "plan/shifts.html", {"shifts": shifts}, anchor="flyttinger")


def _from_to(each: Beside) -> str:
    return _("Fra %(before)s til %(after)s") % {
        "before": written_date(each.day, each.precision),
        "after": written_date(each.other_day, each.other_precision),
    }


def _waits_for(row: Any, access: Access, beside: Around) -> Block | None:
    editing = access.may(Capability.EDIT)
    lines = [_after(row, access, each, editing=editing) for each in beside.of(WAITS_FOR)]
    if not lines and not editing:
        return None
    add = Action(
        _("Legg til noe den kommer etter"),
        reverse("dependency-add", args=[access.plan.slug, row.slug]),
    )
    return Block(
        _("Kommer etter"),
        "pages/lines.html",
        {
            "lines": lines,
            "none": _("Milepælen venter ikke på noen annen."),
            "add": add if editing else None,
        },
        anchor="kommer-etter",
    )


def _after(row: Any, access: Access, each: Beside, *, editing: bool) -> Line:
    cells = [_milestone(access, each)]
    if each.number:
        gap = ngettext("minst %(number)d dag etter", "minst %(number)d dager etter", each.number)
        cells.append(Cell(gap % {"number": each.number}))
    remove = reverse("dependency-discard", args=[access.plan.slug, row.slug, each.slug])
    links = [Cell(_("Fjern"), remove, about=each.title)] if editing else []
    return Line(cells, links)


def _milestone(access: Access, each: Beside) -> Cell:
    address = reverse("milestone", args=[access.plan.slug, each.text])
    return Cell(each.title, address, note=written_date(each.day, each.precision))


def _waited_for(access: Access, beside: Around) -> Block | None:
    lines = [Line([_milestone(access, each)], []) for each in beside.of(WAITED_FOR_BY)]
    if not lines:
        return None
    return Block(_("Venter på denne"), "pages/lines.html", {"lines": lines}, anchor="venter")


def _earlier(access: Access, beside: Around) -> Block | None:
    lines = []
    for each in beside.of(APPROVED_EARLIER):
        address = reverse("earlier-timeline", args=[access.plan.slug, each.slug])
        words = _("vedtatt %(day)s") % {"day": written_date(each.told_on)}
        day = Cell(written_date(each.day, each.precision), note=each.title)
        lines.append(Line([day, Cell(words, address)], []))
    if not lines:
        return None
    return Block(
        _("Tidligere vedtatte datoer"), "pages/lines.html", {"lines": lines}, anchor="vedtatt"
    )


def _shown(beside: Around) -> Block | None:
    lines = []
    for each in beside.of(SHOWN_IN):
        address = reverse("milestone", args=[each.text, each.slug])
        stands = _("står på %(day)s der") % {"day": written_date(each.day, each.precision)}
        lines.append(Line([Cell(each.title, address), Cell(stands)], []))
    if not lines:
        return None
    return Block(_("Vises også i"), "pages/lines.html", {"lines": lines}, anchor="vises-i")
