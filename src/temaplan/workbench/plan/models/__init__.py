"""Nouns of the plan house."""

from temaplan.workbench.plan.models.artefact import Artefact, ChartImage, PlanPage
from temaplan.workbench.plan.models.attachment import Attachment
from temaplan.workbench.plan.models.baseline import EarlierBaseline, EarlierBaselineDate
from temaplan.workbench.plan.models.calendar_feed import CalendarFeed
from temaplan.workbench.plan.models.event import Event, EventValues
from temaplan.workbench.plan.models.milestone import (
    Milestone,
    MilestoneDependency,
    MilestoneShift,
)
from temaplan.workbench.plan.models.municipality import Municipality
from temaplan.workbench.plan.models.person import Membership, OneTimeLink, Person
from temaplan.workbench.plan.models.plan import Plan
from temaplan.workbench.plan.models.plan_object import PlanObject
from temaplan.workbench.plan.models.theme import Theme

__all__ = [
    "Artefact",
    "Attachment",
    "CalendarFeed",
    "ChartImage",
    "EarlierBaseline",
    "EarlierBaselineDate",
    "Event",
    "EventValues",
    "Membership",
    "Milestone",
    "MilestoneDependency",
    "MilestoneShift",
    "Municipality",
    "OneTimeLink",
    "Person",
    "Plan",
    "PlanObject",
    "PlanPage",
    "Theme",
]
