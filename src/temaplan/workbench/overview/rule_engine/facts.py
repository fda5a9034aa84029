"""What the rules are judged from: a plan as plain values, gathered once and frozen."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class StepFact:
    """A milestone that rules are counted from. Cancelled ones are left out before."""

    slug: str
    step: str
    title: str
    day: date
    precision: str = "day"
    body: str = ""
    responsible: str = ""
    duration_days: int | None = None  # the first one counted

    @property
    def first_day(self) -> date:
        """The day, or the first of the month: the most favourable one to begin on."""
        return self.day

    @property
    def last_day(self) -> date:
        """The day, or the last of the month: the most favourable one to end on."""
        if self.precision == "day":
            return self.day
        return self.day.replace(day=monthrange(self.day.year, self.day.month)[1])


@dataclass(frozen=True)
class ConfirmationFact:
    """What a named person has confirmed, and of which version of the rule."""

    version: str
    by: str
    on: date
    reason: str


@dataclass(frozen=True)
class LocalNumber:
    """A number that the municipality has set itself, with the text it stands in."""

    days: int
    source: str


@dataclass(frozen=True)
class PlanFacts:
    """Everything that a rule may know of a plan."""

    plan: str
    plan_type: str
    as_of: date
    council: str = "kommunestyret"
    chief_executive: str = "kommunedirektøren"
    plan_type_reason: str = ""
    owner: str = ""
    adopting_body: str = ""
    period_start: int | None = None
    period_end: int | None = None
    steps: tuple[StepFact, ...] = ()
    confirmations: Mapping[str, ConfirmationFact] = field(default_factory=dict)
    hearing_norm: LocalNumber | None = None
    paper_days: LocalNumber | None = None
    advisers: int = 0
    undeclared: int = 0  # members of groups who must declare their impartiality and have not
    closed_evidence: int = 0
    events: int = 0
    log_is_whole: bool = True

    def of(self, *steps: str) -> tuple[StepFact, ...]:
        """Return the milestones that are one of these steps, the earliest first."""
        found = (each for each in self.steps if each.step in steps)
        return tuple(sorted(found, key=lambda each: (each.day, each.slug)))

    def first_of(self, *steps: str) -> StepFact | None:
        """Return the earliest milestone of the first of these steps that the plan has."""
        return next((found[0] for step in steps if (found := self.of(step))), None)

    def responsible(self, *steps: StepFact | None) -> str:
        """Return who answers for a step, else for the plan, else for the administration."""
        named = next((each.responsible for each in steps if each and each.responsible), "")
        return named or self.owner or self.chief_executive
