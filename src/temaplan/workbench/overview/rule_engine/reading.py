"""Gather the facts of plans for the rules, in three statements for any number of plans."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import CharField, Count, Q, QuerySet, Value
from django.db.models.functions import Cast

from temaplan.workbench.actor.models import GroupMember
from temaplan.workbench.actor.vocabulary import DECLARING_KINDS
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.overview.models import RuleConfirmation
from temaplan.workbench.overview.rule_engine.facts import (
    ConfirmationFact,
    LocalNumber,
    PlanFacts,
    StepFact,
)
from temaplan.workbench.plan.access import reading_date
from temaplan.workbench.plan.models import Event, Membership, Milestone, Municipality, Plan
from temaplan.workbench.plan.wording import body_word

_OF_A_STEP = (
    *("slug", "step", "title", "date", "precision"),
    *("body", "responsible", "duration_days"),
)

Counts = Mapping[tuple[str, str], int]


def facts_of(plan: Plan) -> PlanFacts:
    """Return the facts of one plan on the day that it is read as of."""
    return facts_of_all([plan])[plan.pk]


def facts_of_all(plans: Iterable[Plan], *, counted: bool = True) -> dict[int, PlanFacts]:
    """Return the facts of each plan by its key.

    Without `counted` the log is taken for whole and nothing is counted: enough to know
    what the timeline, the profile and the confirmations make red.
    """
    asked = list(plans)
    steps, confirmations = _steps(asked), _confirmations(asked)
    counts = _counts(asked) if counted else None
    return {
        plan.pk: _facts(plan, steps.get(plan.pk, ()), confirmations.get(plan.pk, {}), counts)
        for plan in asked
    }


def _facts(
    plan: Plan,
    steps: Iterable[StepFact],
    confirmations: Mapping[str, ConfirmationFact],
    counts: Counts | None,
) -> PlanFacts:
    municipality = plan.municipality
    number = counts or {}
    events = number.get(("events", plan.chain), 0)
    ends = number.get(("ends", plan.chain), 0) or not plan.last_event_number
    return PlanFacts(
        plan=plan.slug,
        plan_type=plan.plan_type,
        as_of=reading_date(plan),
        council=municipality.council_name,
        chief_executive=municipality.chief_executive_title,
        plan_type_reason=plan.plan_type_reason,
        owner=body_word(plan.owner, municipality),
        adopting_body=body_word(plan.adopting_body, municipality),
        period_start=plan.period_start,
        period_end=plan.period_end,
        steps=tuple(steps),
        confirmations=confirmations,
        hearing_norm=_local(municipality.hearing_norm_days, municipality.hearing_norm_source),
        paper_days=_local(municipality.paper_days, municipality.paper_days_source),
        advisers=number.get(("advisers", str(plan.pk)), 0),
        undeclared=number.get(("undeclared", str(plan.pk)), 0),
        closed_evidence=number.get(("closed", str(plan.pk)), 0),
        events=events,
        log_is_whole=counts is None or (bool(ends) and events == plan.last_event_number),
    )


def _local(days: int | None, source: str) -> LocalNumber | None:
    return LocalNumber(days, source) if days else None


def _steps(plans: list[Plan]) -> dict[int, list[StepFact]]:
    """Return the dated steps that count; what is called off does not."""
    municipality = {plan.pk: plan.municipality for plan in plans}
    rows = Milestone.objects.filter(plan__in=plans, date__isnull=False).exclude(step="")
    asked = rows.exclude(state="cancelled").order_by().values_list("plan_id", *_OF_A_STEP)
    found: dict[int, list[StepFact]] = {}
    for key, *values in asked:
        words = dict(zip(_OF_A_STEP, values, strict=True))
        found.setdefault(key, []).append(_step(words, municipality[key]))
    return found


def _step(words: dict[str, Any], municipality: Municipality) -> StepFact:
    return StepFact(
        slug=words["slug"],
        step=words["step"],
        title=words["title"],
        day=words["date"],
        precision=words["precision"],
        body=body_word(words["body"], municipality),
        responsible=body_word(words["responsible"], municipality),
        duration_days=words["duration_days"],
    )


def _confirmations(plans: list[Plan]) -> dict[int, dict[str, ConfirmationFact]]:
    """Return the newest standing confirmation of each rule."""
    rows = RuleConfirmation.objects.filter(plan__in=plans, withdrawn_on__isnull=True)
    found: dict[int, dict[str, ConfirmationFact]] = {}
    for row in rows.order_by("confirmed_on", "pk"):
        fact = ConfirmationFact(row.text_version, row.confirmed_by, row.confirmed_on, row.reason)
        found.setdefault(row.plan_id, {})[row.rule] = fact
    return found


def _counts(plans: list[Plan]) -> Counts:
    """Count what some rules tell of, all in one statement."""
    chains = {plan.chain: plan.last_event_hash for plan in plans}
    log = Event.objects.filter(chain__in=chains)
    closed = Evidence.objects.filter(plan__in=plans, layer="closed")
    asked = [
        _named("events", log, "chain"),
        _named("ends", log.filter(hash__in=chains.values()), "chain"),
        _named("closed", closed, "plan_id"),
        _named("undeclared", _undeclared(plans), "plan_id"),
        _named("advisers", Membership.objects.filter(plan__in=plans, role="adviser"), "plan_id"),
    ]
    found = asked[0].union(*asked[1:], all=True).order_by()
    return {(name, str(key)): number for name, key, number in found}


def _undeclared(plans: list[Plan]) -> QuerySet[Any]:
    """Return sitting members of groups that prepare the case, who have declared nothing."""
    as_of = min((reading_date(plan) for plan in plans), default=date.max)
    sitting = Q(member_to__isnull=True) | Q(member_to__gte=as_of)
    return GroupMember.objects.filter(
        sitting, plan__in=plans, group__kind__in=DECLARING_KINDS, declared_on__isnull=True
    )


def _named(name: str, rows: QuerySet[Any], key: str) -> QuerySet[Any, Any]:
    return (
        rows.order_by()
        .values(what=Value(name, output_field=CharField()), about=Cast(key, CharField()))
        .annotate(number=Count("pk"))
        .values_list("what", "about", "number")
    )
