"""What counting backwards needs to know of a plan: its numbers, and which steps it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.deadlines import Days, WayToDecision, way_for
from temaplan.workbench.plan.models import Milestone, Municipality, Plan
from temaplan.workbench.plan.rules.latest_dates import (
    WAY_STEPS,
    LatestDate,
    WayStep,
    can_be_reached,
    committee_is_in_time,
    earliest_decision,
    latest_dates,
)
from temaplan.workbench.plan.verdicts import Verdict
from temaplan.workbench.plan.wording import COMMITTEE, first_up

_OWN_SLUGS = "siste-dag-"  # of steps that no rule is counted from


@dataclass(frozen=True)
class Planned:
    """One step of the way with its latest day, and the milestone that is it, if there is one."""

    latest: LatestDate
    milestone: Milestone | None

    @property
    def is_there(self) -> bool:
        """Tell whether the milestone stands on that very day already."""
        row = self.milestone
        return row is not None and (row.date, row.precision) == (self.latest.day, "day")


@dataclass(frozen=True)
class Backwards:
    """A decision on a day, counted backwards: the steps, or the reason why it cannot be."""

    council: date
    committee: date | None
    way: WayToDecision
    steps: Sequence[Planned]
    verdict: Verdict
    earliest: date | None


def way_of(plan: Plan) -> WayToDecision:
    """Return the numbers that hold for a plan."""
    set_here: Municipality = plan.municipality
    return way_for(
        plan.plan_type,
        hearing_norm=_own(set_here.hearing_norm_days, set_here.hearing_norm_source),
        papers=_own(set_here.paper_days, set_here.paper_days_source),
    )


def _own(number: int | None, source: str) -> Days | None:
    return Days(number, source) if number else None


def steps_on_the_way(plan: Plan) -> Mapping[str, Milestone]:
    """Return the milestone that each step of the way is, where the plan has one.

    Of several it is the last: a second hearing, or the treatment nearest to the decision.
    """
    rows = list(
        Milestone.objects.filter(plan=plan)
        .filter(~Q(step="") | Q(slug__startswith=_OWN_SLUGS))
        .exclude(state="cancelled")
    )
    found = {each.code: [row for row in rows if _is_step(row, each)] for each in WAY_STEPS}
    return {each.code: _best(found[each.code], each.body) for each in WAY_STEPS if found[each.code]}


def _is_step(row: Milestone, step: WayStep) -> bool:
    return row.step == step.step if step.step else row.slug.startswith(step.slug)


def _best(rows: Sequence[Milestone], body: str) -> Milestone:
    """Prefer the body that the step is taken in, then the last day."""
    fits = [row for row in rows if body == COMMITTEE and row.body.casefold() == COMMITTEE]
    return max(fits or rows, key=lambda row: (row.date or date.min, row.position))


def count_backwards(plan: Plan, council: date, committee: date | None) -> Backwards:
    """Return the latest days before a decision, and whether they can be kept."""
    way, here, as_of = way_of(plan), steps_on_the_way(plan), reading_date(plan)
    dates = latest_dates(council, way, plan_type=plan.plan_type, committee=committee)
    done, started = _done(here), _hearing_sent(here)
    names = (
        first_up(plan.municipality.executive_committee_name),
        plan.municipality.council_name,
    )
    verdict = committee_is_in_time(committee, council, way, names=names)
    if verdict.allowed:
        verdict = can_be_reached(dates, as_of=as_of, done=done, started=started)
    earliest = None
    if not verdict.allowed:
        earliest = earliest_decision(
            way, plan_type=plan.plan_type, as_of=as_of, done=done, started=started
        )
    steps = [Planned(each, here.get(each.code)) for each in dates if each.code not in done]
    return Backwards(council, committee, way, steps, verdict, earliest)


def revisions_of(steps: Sequence[Planned]) -> int:
    """Return a number that grows whenever somebody changes a milestone of the way."""
    return sum(step.milestone.revision for step in steps if step.milestone)


def _done(here: Mapping[str, Milestone]) -> frozenset[str]:
    """Return the steps that are taken: those done, and all that must have come before."""
    codes = [each.code for each in WAY_STEPS]
    last = max((codes.index(code) for code in here if here[code].state == "done"), default=-1)
    return frozenset(codes[: last + 1])


def _hearing_sent(here: Mapping[str, Milestone]) -> date | None:
    hearing = here.get("hearing")
    sent = hearing is not None and hearing.state in ("started", "done")
    return hearing.date if sent and hearing is not None else None
