"""Nouns of the plan house."""

from temaplan.workbench.plan.models.artefact import Artefact, ChartImage, PlanPage
from temaplan.workbench.plan.models.attachment import Attachment
from temaplan.workbench.plan.models.event import Event, EventValues
from temaplan.workbench.plan.models.milestone import Milestone, MilestoneShift
from temaplan.workbench.plan.models.municipality import Municipality
from temaplan.workbench.plan.models.person import Membership, OneTimeLink, Person
from temaplan.workbench.plan.models.plan import Plan
from temaplan.workbench.plan.models.plan_object import PlanObject

__all__ = [
    "Artefact",
    "Attachment",
    "ChartImage",
    "Event",
    "EventValues",
    "Membership",
    "Milestone",
    "MilestoneShift",
    "Municipality",
    "OneTimeLink",
    "Person",
    "Plan",
    "PlanObject",
    "PlanPage",
]
