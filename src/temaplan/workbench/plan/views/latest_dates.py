"""From the day of the decision backwards: the latest days, and using them in the timeline."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.latest_dates import apply_latest_dates
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.latest_dates import ApplyForm, DecisionDayForm
from temaplan.workbench.plan.models import Milestone
from temaplan.workbench.plan.queries.latest_dates import (
    Backwards,
    Planned,
    count_backwards,
    steps_on_the_way,
)
from temaplan.workbench.plan.views.milestone_words import free_day_warning, when_words
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import body_word
from temaplan.workbench.plan.working_days import COUNTING_RULE, Span, span_between


@on_plan(Capability.SEE)
def latest_dates_page(request: HttpRequest, access: Access) -> HttpResponse:
    """Ask for the day of the decision, and show the latest day of each step before it."""
    plan = access.plan
    form = DecisionDayForm(request.GET or _usual(access), plan=plan)
    found = None
    if form.is_valid():
        found = count_backwards(plan, form.cleaned_data["vedtak"], form.cleaned_data["utvalg"])
    return render(
        request,
        "plan/latest_dates.html",
        {
            "form": form,
            "found": found,
            "rows": [_row(step, access) for step in found.steps] if found else [],
            "warnings": _warnings(found) if found else [],
            "earliest": _earliest(found, access) if found else None,
            "apply_url": _apply_url(found, access) if found else "",
            "hearing": _hearing_words(found) if found else "",
            "counting": COUNTING_RULE,
            "timeline_url": reverse("timeline", args=[plan.slug]),
        },
        status=422 if request.GET and not form.is_valid() else 200,
    )


def _usual(access: Access) -> dict[str, str]:
    """Begin with the days that the timeline has, where they are whole dates."""
    here = steps_on_the_way(access.plan)
    names = {"vedtak": "council", "utvalg": "committee"}
    return {
        name: written_date(here[code].date)
        for name, code in names.items()
        if code in here and _is_a_day(here[code])
    }


def _is_a_day(row: Milestone) -> bool:
    return row.date is not None and row.precision == "day"


def _row(step: Planned, access: Access) -> dict[str, Any]:
    row, latest = step.milestone, step.latest
    body = body_word(latest.way_step.body, access.municipality)
    return {
        "label": latest.way_step.label,
        "body": body,
        "day": written_date(latest.day),
        "why": latest.why,
        "source": latest.source,
        "now": when_words(row) if row else _("står ikke i tidslinjen"),
        "url": reverse("milestone", args=[access.plan.slug, row.slug]) if row else "",
        "is_there": step.is_there,
    }


def _warnings(found: Backwards) -> list[str]:
    """Warn of a free day for a meeting, and of a hearing in a quiet time."""
    said = [free_day_warning(day) for day in (found.council, found.committee) if day]
    span = _hearing(found)
    if span is not None and span.is_mostly_quiet:
        said.append(_("Mer enn en tredel av høringen ligger i ferier eller på fridager."))
    return [sentence for sentence in said if sentence]


def _hearing(found: Backwards) -> Span | None:
    """Return how long the hearing is, where it is still to come."""
    days = {step.latest.code: step.latest.day for step in found.steps}
    if "hearing" not in days or "hearing_deadline" not in days:
        return None
    return span_between(days["hearing"], days["hearing_deadline"])


def _hearing_words(found: Backwards) -> str:
    span = _hearing(found)
    if span is None:
        return ""
    return ngettext(
        "Høringen er %(number)d dag, som er %(weeks)s effektive uker.",
        "Høringen er %(number)d dager, som er %(weeks)s effektive uker.",
        span.days,
    ) % {"number": span.days, "weeks": f"{span.effective_weeks:.1f}".replace(".", ",")}


def _earliest(found: Backwards, access: Access) -> dict[str, str] | None:
    if found.earliest is None:
        return None
    return {
        "day": written_date(found.earliest),
        "url": f"?{urlencode({'vedtak': written_date(found.earliest)})}",
    }


def _apply_url(found: Backwards, access: Access) -> str:
    """Return where the proposal is used, for those who may and when there is something to do."""
    may = access.may(Capability.EDIT) and found.verdict.allowed
    if not may or all(step.is_there for step in found.steps):
        return ""
    return f"{reverse('latest-dates-apply', args=[access.plan.slug])}?{_query(found)}"


def _query(found: Backwards) -> str:
    days = {"vedtak": found.council, "utvalg": found.committee}
    return urlencode({name: day.isoformat() for name, day in days.items() if day})


@on_plan(Capability.EDIT)
def latest_dates_apply(request: HttpRequest, access: Access) -> HttpResponse:
    """Move the chosen milestones to their latest days, with one reason for all."""
    plan = access.plan
    asked = DecisionDayForm(request.GET, plan=plan)
    if not asked.is_valid():
        return redirect("latest-dates", plan.slug)
    found = count_backwards(plan, asked.cleaned_data["vedtak"], asked.cleaned_data["utvalg"])
    form = ApplyForm(request.POST, access=access, steps=found.steps)

    def act() -> None:
        apply_latest_dates(
            plan,
            by=access.person,
            council=found.council,
            committee=found.committee,
            take=form.cleaned_data["take"],
            reason=form.cleaned_data["reason"],
            revision=form.revision_read,
        )

    back = f"{reverse('latest-dates', args=[plan.slug])}?{_query(found)}"
    timeline = reverse("timeline", args=[plan.slug])
    page = FormPage(
        title=_("Bruk de siste datoene før %(day)s") % {"day": written_date(found.council)},
        form=form,
        submit=_("Endre tidslinjen"),
        cancel=back,
        back=Action(_("Regn bakover fra vedtaket"), back),
        warning=found.verdict.reason,
    )
    said = _("Tidslinjen er endret.")
    return answer_form(request, access, page, act=act, then=lambda _row: timeline, said=said)
