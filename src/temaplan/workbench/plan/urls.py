"""Addresses of the plan house: `site` at the root, `urlpatterns` below `/arbeid/<plan>/`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.plan.people_urls import ACCOUNTS, PEOPLE
from temaplan.workbench.plan.timeline_urls import TIMELINE
from temaplan.workbench.plan.views import profile, publishing, start, theme_forms, themes

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

THEMES: list[URLPattern | URLResolver] = [
    path("plan/temaer/", themes.theme_list, name="themes"),
    path("plan/temaer/ny/", theme_forms.theme_add, name="theme-add"),
    path("plan/temaer/<slug:slug>/", themes.theme_page, name="theme"),
    path("plan/temaer/<slug:slug>/endre/", theme_forms.theme_change, name="theme-change"),
    path("plan/temaer/<slug:slug>/forkast/", theme_forms.theme_discard, name="theme-discard"),
]

urlpatterns: list[URLPattern | URLResolver] = [*PROFILE, *THEMES, *TIMELINE, *PEOPLE]
