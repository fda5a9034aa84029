"""How a milestone is written: its date, its approved date, its state."""

from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Cell
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models import Milestone, MilestoneShift
from temaplan.workbench.plan.queries.timeline import is_late
from temaplan.workbench.plan.vocabulary import MILESTONE_STATE

_COLOURS = {"planned": "neutral", "started": "neutral", "done": "success", "cancelled": "neutral"}


def when_words(milestone: Milestone) -> str:
    """Write the date as exactly as it is known."""
    return written_date(milestone.date, milestone.precision)


def baseline_words(milestone: Milestone) -> str:
    """Write the approved date; a step that came later has none."""
    if milestone.baseline_date is None:
        return _("ikke med i vedtaket")
    return written_date(milestone.baseline_date, milestone.baseline_precision)


def when_cell(milestone: Milestone) -> Cell:
    """Show the date, with the reason when it is not the approved one."""
    return Cell(when_words(milestone), note=_reason_of(milestone))


def _reason_of(milestone: Milestone) -> str:
    shifts = list(milestone.shifts.all())  # fetched with the milestones
    if not shifts:
        return ""
    return _("Flyttet: %(reason)s") % {"reason": shifts[-1].reason}


def state_cell(milestone: Milestone, as_of: date) -> Cell:
    """Show where it stands as a word in a frame; one that is late says so."""
    if is_late(milestone, as_of):
        return Cell(_("forsinket"), tag="danger")
    word = str(MILESTONE_STATE[milestone.state].label)
    return Cell(word, tag=_COLOURS[milestone.state])


def shift_words(shift: MilestoneShift) -> str:
    """Write from which date to which."""
    return _("Fra %(before)s til %(after)s") % {
        "before": written_date(shift.from_date, shift.from_precision),
        "after": written_date(shift.to_date, shift.to_precision),
    }
