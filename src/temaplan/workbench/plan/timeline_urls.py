"""Addresses of the timeline, put in by `urls.py`."""

from django.urls import URLPattern, URLResolver, path

from temaplan.workbench.plan.views import (
    approval,
    calendar,
    latest_dates,
    milestone,
    milestone_forms,
    order,
    sharing,
    timeline,
    timeline_picture,
)

Addresses = list[URLPattern | URLResolver]

# About all of the timeline: below a word of their own, since a milestone may be called «vedtak».
_WHOLE: Addresses = [
    path("tidslinje/", timeline.timeline, name="timeline"),
    path("tidslinje/samlet/bilde/", timeline_picture.timeline_picture, name="timeline-picture"),
    path("tidslinje/ny/", milestone_forms.milestone_add, name="milestone-add"),
    path("tidslinje/samlet/felles/", sharing.milestone_share, name="milestone-share"),
    path("tidslinje/vedta/", approval.timeline_approve, name="timeline-approve"),
    path("tidslinje/samlet/vedtak/", approval.approvals, name="approvals"),
    path(
        "tidslinje/samlet/vedtak/<slug:slug>/", approval.earlier_timeline, name="earlier-timeline"
    ),
    path("tidslinje/samlet/bakover/", latest_dates.latest_dates_page, name="latest-dates"),
    path(
        "tidslinje/samlet/bakover/bruk/", latest_dates.latest_dates_apply, name="latest-dates-apply"
    ),
    path("tidslinje/samlet/kalender/", calendar.calendar, name="calendar"),
    path("tidslinje/samlet/kalender.ics", calendar.calendar_file, name="calendar-file"),
    path("tidslinje/samlet/kalender/lag/", calendar.calendar_make, name="calendar-make"),
    path("tidslinje/samlet/kalender/trekk/", calendar.calendar_withdraw, name="calendar-withdraw"),
]

_ONE: Addresses = [
    path("tidslinje/<slug:slug>/", milestone.milestone, name="milestone"),
    path("tidslinje/<slug:slug>/endre/", milestone_forms.milestone_change, name="milestone-change"),
    path("tidslinje/<slug:slug>/flytt/", milestone_forms.milestone_move, name="milestone-move"),
    path("tidslinje/<slug:slug>/status/", milestone_forms.milestone_state, name="milestone-state"),
    path("tidslinje/<slug:slug>/folg/", sharing.milestone_follow, name="milestone-follow"),
    path("tidslinje/<slug:slug>/slutt/", sharing.milestone_unfollow, name="milestone-unfollow"),
    path("tidslinje/<slug:slug>/etter/", order.dependency_add, name="dependency-add"),
    path(
        "tidslinje/<slug:slug>/etter/<slug:part>/fjern/",
        order.dependency_discard,
        name="dependency-discard",
    ),
    path(
        "tidslinje/<slug:slug>/forkast/",
        milestone_forms.milestone_discard,
        name="milestone-discard",
    ),
]

TIMELINE: Addresses = [*_WHOLE, *_ONE]
