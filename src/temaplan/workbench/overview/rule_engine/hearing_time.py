"""How long a hearing is by the timeline: from which milestone, to which, how many days.

A milestone with only a month is read as is best for the plan: a hearing begins on the
month's first day, and ends on its last. What is not enough even then, is not enough.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from temaplan.workbench.overview.rule_engine.facts import PlanFacts, StepFact
from temaplan.workbench.plan.working_days import days_counted, latest_announcement


@dataclass(frozen=True)
class HearingSteps:
    """Which milestones a hearing is counted between.

    Without a deadline of its own it lasts at the most until its results are `used`.
    """

    start: str
    deadline: str
    used: tuple[str, ...]


PLAN_HEARING = HearingSteps("hearing", "hearing_deadline", ("treatment", "adoption"))
PROGRAMME_HEARING = HearingSteps("programme_hearing", "programme_deadline", ())


@dataclass(frozen=True)
class HearingTime:
    """One hearing as the timeline has it."""

    start: StepFact
    end: StepFact
    has_deadline: bool

    @property
    def days(self) -> int:
        """Days that it lasts; the day after the start is day one, the last day counts."""
        return days_counted(self.start.first_day, self.end.last_day)

    def latest_start(self, needed: int) -> date:
        """Return the last day to send the plan out, with the end where it is."""
        return latest_announcement(self.end.last_day, needed)


def hearing_time(facts: PlanFacts, steps: HearingSteps) -> HearingTime | None:
    """Return the longest hearing that has both a start and an end, or None.

    A plan may be heard twice; the second time may be shorter, and of a part only.
    """
    ends = sorted(facts.of(steps.deadline, *steps.used), key=_last_day)
    found = [
        HearingTime(start, end, end.step == steps.deadline)
        for start in facts.of(steps.start)
        if (end := _end_of(start, ends, steps)) is not None
    ]
    return max(found, key=lambda each: each.days, default=None)


def _last_day(step: StepFact) -> date:
    return step.last_day


def _end_of(start: StepFact, ends: Sequence[StepFact], steps: HearingSteps) -> StepFact | None:
    """Return what ends a hearing: the first deadline or treatment after its start.

    When all of them lie before it, the last one: then the days are below zero, and that
    is what is wrong. `ends` are in the order of their days.
    """
    after = ends[bisect_right(ends, start.first_day, key=_last_day) :][:1]
    candidates = [*after, *_by_duration(start, steps)]
    if candidates:
        return min(candidates, key=_last_day)
    return ends[-1] if ends else None


def _by_duration(start: StepFact, steps: HearingSteps) -> list[StepFact]:
    """Return the deadline that follows from how long the hearing itself is said to last."""
    if not start.duration_days:
        return []
    last = start.first_day + timedelta(days=start.duration_days - 1)
    return [replace(start, step=steps.deadline, day=last, precision="day")]
