"""How a milestone is written: its date, its approved date, its state."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Cell
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models import Milestone
from temaplan.workbench.plan.queries.dependencies import out_of_order
from temaplan.workbench.plan.queries.timeline import OVER, is_late
from temaplan.workbench.plan.queries.timeline_rows import owner_told
from temaplan.workbench.plan.vocabulary import MILESTONE_STATE
from temaplan.workbench.plan.wording import first_up
from temaplan.workbench.plan.working_days import why_free, working_day_from

_COLOURS = {"planned": "neutral", "started": "neutral", "done": "success", "cancelled": "neutral"}


def when_words(milestone: Milestone) -> str:
    """Write the date as exactly as it is known."""
    return written_date(milestone.date, milestone.precision)


def until_words(milestone: Milestone) -> str:
    """Write when and how long: «8. mai 2026 til 12. juni 2026»."""
    last = last_day(milestone)
    if last is None or last == milestone.date:
        return when_words(milestone)
    return _("%(first)s til %(last)s") % {
        "first": when_words(milestone),
        "last": written_date(last),
    }


def last_day(milestone: Milestone) -> date | None:
    """Return the last day of a milestone that lasts."""
    if milestone.date is None:
        return None
    return milestone.date + timedelta(days=(milestone.duration_days or 1) - 1)


def baseline_words(milestone: Milestone) -> str:
    """Write the approved date; a step that came later has none."""
    if milestone.baseline_date is None:
        return _("ikke med i vedtaket")
    return written_date(milestone.baseline_date, milestone.baseline_precision)


def when_cell(milestone: Any) -> Cell:
    """Show the date, with what should be known about it, of one read by `shown_milestones`."""
    notes = [_reason_of(milestone), free_day_words(milestone), *out_of_order(milestone)]
    return Cell(until_words(milestone), note=" ".join(note for note in notes if note))


def _reason_of(milestone: Any) -> str:
    """Say why it is not the approved date, where it is not."""
    approved = (milestone.baseline_date, milestone.baseline_precision)
    moved = milestone.baseline_date and (milestone.date, milestone.precision) != approved
    if not moved or not milestone.last_reason:
        return ""
    return _("Flyttet: %(reason)s") % {"reason": milestone.last_reason}


def free_day_words(milestone: Milestone) -> str:
    """Warn of a day on which no office is open, and tell the next that is not free."""
    day = milestone.date
    if day is None or milestone.precision != "day" or milestone.state in OVER:
        return ""
    return free_day_warning(day)


def free_day_warning(day: date) -> str:
    """Return the warning about a free day, or nothing for a working day."""
    free = why_free(day)
    if free is None:
        return ""
    return _("%(day)s er %(free)s. Neste arbeidsdag er %(next)s.") % {
        "day": first_up(written_date(day)),
        "free": free,
        "next": written_date(working_day_from(day)),
    }


def state_cell(milestone: Milestone, as_of: date) -> Cell:
    """Show where it stands as a word in a frame; one that is late says so."""
    if is_late(milestone, as_of):
        return Cell(_("forsinket"), tag="danger")
    word = str(MILESTONE_STATE[milestone.state].label)
    return Cell(word, tag=_COLOURS[milestone.state])


def state_in_list(milestone: Any, as_of: date) -> Cell:
    """Show the state, and below it which plan owns the milestone and whether that has moved it."""
    cell = state_cell(milestone, as_of)
    if not milestone.is_shared:
        return cell
    if owner_differs(milestone):
        return Cell(_("endret av eieren"), tag="warning", note=owner_words(milestone))
    return Cell(cell.text, tag=cell.tag, note=owner_words(milestone))


def owner_differs(milestone: Any) -> bool:
    """Tell whether the plan that owns a milestone has it otherwise; False where none is found."""
    there = owner_told(milestone)
    if not there.precision:
        return False
    ended = there.state in OVER and there.state != milestone.state
    return ended or (there.day, there.precision) != (milestone.date, milestone.precision)


def owner_words(milestone: Any) -> str:
    """Say which plan owns a shared milestone, and how it stands there."""
    there = owner_told(milestone)
    title = there.plan_title or milestone.owner_plan
    if not there.precision:
        return _("Eies av «%(plan)s». Den finnes ikke der nå.") % {"plan": title}
    if not owner_differs(milestone):
        return _("Eies av «%(plan)s».") % {"plan": title}
    if there.state in OVER and there.state != milestone.state:
        word = MILESTONE_STATE[there.state].label
        return _("Eies av «%(plan)s», der den er %(state)s.") % {"plan": title, "state": word}
    return _("Eies av «%(plan)s», der den står på %(day)s.") % {
        "plan": title,
        "day": written_date(there.day, there.precision),
    }
