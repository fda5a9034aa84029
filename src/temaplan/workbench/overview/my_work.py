"""What one person has to do: their plans by municipality, and what is due in each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from temaplan.workbench.overview.front import DueLine, due_line
from temaplan.workbench.overview.queries import Due, due_in
from temaplan.workbench.overview.red_lines import red_lines
from temaplan.workbench.overview.red_rules import red_rules
from temaplan.workbench.overview.rule_engine.facts import PlanFacts
from temaplan.workbench.overview.rule_engine.reading import facts_of_all
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.alphabet import norwegian_key
from temaplan.workbench.plan.models import Municipality, Plan

SHOWN_IN_A_PLAN = 3


@dataclass(frozen=True)
class PlanOfMine:
    """A plan with what is late in it and what comes next."""

    plan: Plan
    url: str
    late: int
    red: int
    due: Sequence[DueLine]
    as_of: date


@dataclass
class PlansOfMunicipality:
    """The plans that one person sees in one municipality."""

    municipality: Municipality
    plans: list[PlanOfMine] = field(default_factory=list)


def plans_of(plans: Sequence[Plan]) -> Sequence[PlansOfMunicipality]:
    """Return the plans by municipality, each with what is due; no statement per plan."""
    waiting: dict[int, list[Due]] = {}
    for each in due_in(plans):
        waiting.setdefault(each.plan_id, []).append(each)
    facts = facts_of_all(plans, counted=False)
    groups: dict[int, PlansOfMunicipality] = {}
    for plan in sorted(plans, key=lambda plan: norwegian_key(plan.title)):
        group = groups.setdefault(plan.municipality_id, PlansOfMunicipality(plan.municipality))
        group.plans.append(_mine(plan, waiting.get(plan.pk, []), facts[plan.pk]))
    return sorted(groups.values(), key=lambda group: norwegian_key(group.municipality.name))


def _mine(plan: Plan, due: Sequence[Due], facts: PlanFacts) -> PlanOfMine:
    as_of = reading_date(plan)
    access = Access(None, plan, frozenset())
    late = [each for each in due if each.is_late(as_of)]
    coming = [each for each in due if not each.is_late(as_of)]
    shown = [*late, *coming][:SHOWN_IN_A_PLAN]
    red = red_rules(facts)
    return PlanOfMine(
        plan=plan,
        url=reverse("overview", args=[plan.slug]),
        late=len(late),
        red=len(red),
        due=[
            *red_lines(red, plan),
            *(due_line(each, access, as_of) for each in shown),
        ],
        as_of=as_of,
    )
