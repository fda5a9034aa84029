"""Milestones in the order in which they come, as far as that is known.

A step that has only a month stands after those dated steps of the month that were
entered before it: «juni» for the conference that follows the decision of 15 June.
"""

from collections.abc import Iterable
from datetime import date

from temaplan.workbench.plan.models import Milestone

Key = tuple[date, bool, int, int]


def in_time(steps: Iterable[Milestone]) -> list[Milestone]:
    """Return the steps as one expects them, undated ones last."""
    known = list(steps)
    return sorted(known, key=lambda step: _key(step, known))


def _key(step: Milestone, all_steps: list[Milestone]) -> Key:
    only_month = step.precision == "month"
    if step.date is None:
        return date.max, only_month, step.position, step.pk
    day = max([step.date, *_earlier_in_month(step, all_steps)]) if only_month else step.date
    return day, only_month, step.position, step.pk


def _earlier_in_month(step: Milestone, all_steps: list[Milestone]) -> list[date]:
    return [
        other.date
        for other in all_steps
        if other.date
        and step.date
        and other.precision == "day"
        and other.position < step.position
        and (other.date.year, other.date.month) == (step.date.year, step.date.month)
    ]
