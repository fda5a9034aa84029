"""How orders and their sources are put in words on a page."""

from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.pages.cells import Cell
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.wording import body_word, first_up, years

_TAGS = {"open": "warning", "postponed": "warning", "answered": "success"}


def state_tag(order: Mandate) -> Cell:
    """Return the state of an order as a word in a tag."""
    return Cell(str(order.get_state_display()), tag=_TAGS.get(order.state, "neutral"))


def due_cell(order: Mandate, as_of: date) -> Cell:
    """Return the day by which an order is due, with the word for being late."""
    if order.due is None:
        return Cell(order.deadline_text or _("ikke gitt"))
    day = written_date(order.due)
    note = _("tolket") if order.deadline_interpreted and not order.postponed_to else ""
    if not order.is_late(as_of):
        return Cell(day, note=note)
    return Cell(_("%(day)s, over frist") % {"day": day}, tag="danger", note=note)


def deadline_cells(order: Mandate) -> list[Cell]:
    """Tell the order's own words, what day they mean, and where it was moved."""
    cells = [Cell(f"«{order.deadline_text}»")] if order.deadline_text else []
    if order.deadline is not None:
        how = _("beregnet til %(day)s, tolket") if order.deadline_interpreted else _("%(day)s")
        cells.append(Cell(how % {"day": written_date(order.deadline)}))
    elif order.deadline_text:
        cells.append(Cell(_("datoen kan ikke regnes ut av ordene")))
    if order.postponed_to is not None:
        cells.append(Cell(_("utsatt til %(day)s") % {"day": written_date(order.postponed_to)}))
    return cells


def given_by(access: Access, source: SourceDocument) -> str:
    """Name the body behind a source document as the municipality itself does."""
    return first_up(body_word(source.body_name, access.municipality))


def belongs_to(source: SourceDocument) -> str:
    """Say which years, or which part of a year, a source document belongs to."""
    period = years(source.period_start, source.period_end)
    if period:
        return period
    if source.tertial and source.year:
        return _("%(tertial)d. tertial %(year)s") % {
            "tertial": source.tertial,
            "year": source.year,
        }
    return str(source.year or "")
