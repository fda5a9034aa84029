"""Addresses of the plan house: `site` at the root, `urlpatterns` below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.plan.people_urls import ACCOUNTS, PEOPLE
from temaplan.workbench.plan.timeline_urls import TIMELINE
from temaplan.workbench.plan.views import profile, publishing, start

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

urlpatterns: list[URLPattern | URLResolver] = [*PROFILE, *TIMELINE, *PEOPLE]
