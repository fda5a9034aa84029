"""Addresses of the plan house: `site` at the root, `urlpatterns` below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.plan.people_urls import ACCOUNTS, PEOPLE
from temaplan.workbench.plan.views import (
    approval,
    milestone,
    milestone_forms,
    profile,
    publishing,
    start,
    timeline,
)

site: list[URLPattern | URLResolver] = [
    path("arbeid/ny/", start.plan_new, name="plan-new"),
    *ACCOUNTS,
]

PROFILE: list[URLPattern | URLResolver] = [
    path("plan/", profile.profile, name="plan-profile"),
    path("plan/endre/", profile.profile_change, name="plan-profile-change"),
    path("plan/publiser/", publishing.publish, name="plan-publish"),
    path("plan/trekk/", publishing.unpublish, name="plan-unpublish"),
]

TIMELINE: list[URLPattern | URLResolver] = [
    path("tidslinje/", timeline.timeline, name="timeline"),
    path("tidslinje/ny/", milestone_forms.milestone_add, name="milestone-add"),
    path("tidslinje/vedta/", approval.timeline_approve, name="timeline-approve"),
    path("tidslinje/<slug:slug>/", milestone.milestone, name="milestone"),
    path("tidslinje/<slug:slug>/endre/", milestone_forms.milestone_change, name="milestone-change"),
    path("tidslinje/<slug:slug>/flytt/", milestone_forms.milestone_move, name="milestone-move"),
    path("tidslinje/<slug:slug>/status/", milestone_forms.milestone_state, name="milestone-state"),
    path(
        "tidslinje/<slug:slug>/forkast/",
        milestone_forms.milestone_discard,
        name="milestone-discard",
    ),
]

urlpatterns: list[URLPattern | URLResolver] = [*PROFILE, *TIMELINE, *PEOPLE]
